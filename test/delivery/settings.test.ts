/** Settings of people and channels: changed, laid over callers, exported, imported, forgotten. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { forgetWorkspace } from "../../src/state/forget.ts";
import { createSettle } from "../../src/state/settings.ts";
import { rowsIn } from "../state/rows.ts";
import { caller, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());
const START = "2025-05-25T12:00:00Z";
const shell = {
  platform: "terminal",
  workspace: "",
  channel: "terminal",
  user: "you",
  operates: true,
} as const;

describe("settings", () => {
  test("what is not set is told as it is without it, in no language by a dash", async () => {
    rig = await openRig(START);
    for (const locale of ["en", "zh", "ru"] as const) {
      const [, table] = (await rig.ask("settings", { locale })).blocks;
      const cells = table?.kind === "table" ? table.rows.flat() : [];
      expect(cells).toHaveLength(15);
      expect(cells.filter((cell) => !/\p{L}/u.test(String(cell)))).toEqual([]);
    }
  });

  test("a person's beat the channel's, which beat the platform's; off clears one", async () => {
    rig = await openRig(START);
    const settle = createSettle(rig.store, systemClock);
    expect(await settle(caller)).toEqual(caller);
    await rig.ask("settings language 中文 for:channel");
    await rig.ask("settings zone Москва for:channel");
    await rig.ask("settings audience channel for:channel");
    expect(await settle(caller)).toMatchObject({ locale: "zh", zone: "Europe/Moscow", audience: "channel" });
    await rig.ask("settings language russian");
    await rig.ask("settings audience me");
    expect(await settle(caller)).toMatchObject({ locale: "ru", zone: "Europe/Moscow", audience: "caller" });
    expect(await settle({ ...caller, user: "U2" })).toMatchObject({ locale: "zh" });
    expect(await settle({ ...caller, channel: "C2", user: "U2" })).toMatchObject({ locale: "en" });
    await rig.ask("settings language off");
    expect(await settle(caller)).toMatchObject({ locale: "zh" });
    expect((await rig.ask("settings")).data).toEqual({
      me: { audience: "me" },
      channel: { language: "zh", zone: "Europe/Moscow", audience: "channel" },
    });
  });

  test.each([
    ["settings zone Mars", "Mars"],
    ["settings language klingon", "en, zh, ru"],
    ["settings audience nobody", "me, channel"],
    ["settings quiet 22:00", "22:00-07:00"],
    ["settings quiet 07:00-07:00", "22:00-07:00"],
    ["settings quiet 22-7 for:me", "for:channel"],
    ["settings export x.json", "shell"],
  ])("%s is refused with what to write instead, in every language", async (line, hint) => {
    rig = await openRig(START);
    for (const locale of ["en", "zh", "ru"] as const) {
      const reply = await rig.ask(line, { locale });
      expect(reply.outcome).toBe("bad-input");
      if (locale === "en") expect(reply.summary).toContain(hint);
    }
    expect(await rig.keys("settings:")).toEqual([]);
  });

  test("quiet hours that would swallow a summary say so", async () => {
    rig = await openRig(START);
    await rig.ask("daily 06:30 zone:Asia/Shanghai");
    const saved = await rig.ask("settings quiet 22:00-07:00");
    expect(saved.summary).toContain("06:30 (Asia/Shanghai) lies in these hours");
    expect((await rig.ask("settings quiet 22:00-06:00")).summary).not.toContain("lies in these");
  });

  test("who may not manage the channel cannot change what is posted or set there, but may look", async () => {
    rig = await openRig(START);
    const guest = { manages: false, user: "U9" };
    for (const line of [
      "settings language zh for:channel",
      "daily 09:00",
      "daily off",
      "daily resume",
      "watch x",
      "unwatch x",
    ])
      expect([line, (await rig.ask(line, guest)).data]).toMatchObject([
        line,
        { error: { code: "forbidden" } },
      ]);
    for (const line of ["settings language zh", "settings"])
      expect([line, (await rig.ask(line, guest)).outcome]).toEqual([line, "answered"]);
    for (const line of ["daily", "watching", "deliveries"])
      expect([line, (await rig.ask(line, guest)).outcome]).toEqual([line, "nothing"]);
  });

  test("an overlay never waits for a store that hangs, and uses what it knew", async () => {
    rig = await openRig(START);
    await rig.ask("settings language ru");
    const settle = createSettle(rig.store, systemClock);
    expect(await settle(caller)).toMatchObject({ locale: "ru" });
    rig.store.get = () => new Promise(() => {});
    const start = performance.now();
    expect(await settle(caller)).toMatchObject({ locale: "ru" });
    expect(performance.now() - start).toBeLessThan(900);
    rig.store.get = () => Promise.reject(new Error("away"));
    expect(await settle(caller)).toMatchObject({ locale: "ru" });
    expect(await settle({ ...caller, user: "unknown" })).toMatchObject({ locale: "en" });
  });
});

describe("export and import", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "sco-settings-"));

  test("a file carries everything to another bot, and schedules run from then on", async () => {
    rig = await openRig(START);
    await rig.ask("settings zone Asia/Tashkent");
    await rig.ask("settings quiet 22:00-07:00");
    await rig.ask('daily 09:00 days:mon-fri topic:"media forum" lang:ru empty:say');
    await rig.ask("watch every:60 railway");
    const dir = folder();
    const file = join(dir, "all.json");
    expect((await rig.ask(`settings export "${file}"`, shell)).data).toEqual({ file, entries: 4 });
    const other = await openRig("2025-06-01T12:00:00Z");
    expect((await other.ask(`settings import "${file}"`, shell)).data).toEqual({ file, entries: 4 });
    for (const room of ["settings:", "schedule:", "watch:"])
      expect(await other.rows(room)).toEqual(await rig.rows(room));
    expect(await other.rows("last:")).toMatchObject([[expect.any(String), other.clock.now()]]);
    expect((await other.ask("daily")).data).toMatchObject({
      schedules: [{ topic: "media forum", lang: "ru" }],
    });
    rmSync(dir, { recursive: true });
  });

  test("a file with anything wrong in it changes nothing and says what is wrong", async () => {
    rig = await openRig(START);
    await rig.ask("settings language ru", shell);
    const dir = folder();
    const file = join(dir, "all.json");
    await rig.ask(`settings export "${file}"`, shell);
    const good = JSON.parse(readFileSync(file, "utf8"));
    const before = await rowsIn(rig.store, "slack/T1/");
    for (const [bad, told] of [
      ["not JSON", "cannot be used"],
      [
        JSON.stringify({ ...good, settings: { "terminal//@you": { language: "xx" } } }),
        "settings.terminal//@you.language",
      ],
      [JSON.stringify({ ...good, watches: [{ id: "a" }] }), "watches.0"],
      [JSON.stringify({ ...good, more: 1 }), "more"],
    ]) {
      writeFileSync(file, bad ?? "");
      const reply = await rig.ask(`settings import "${file}"`, shell);
      expect([reply.outcome, reply.summary]).toEqual(["bad-input", expect.stringContaining(told ?? "")]);
    }
    expect((await rig.ask("settings import", shell)).outcome).toBe("bad-input");
    expect((await rig.ask(`settings export ${dir}/no/such/folder.json`, shell)).outcome).toBe("bad-input");
    expect(await rowsIn(rig.store, "slack/T1/")).toEqual(before);
    rmSync(dir, { recursive: true });
  });
});

describe("forgetting", () => {
  test("forget me removes a person's settings, name and last question, and leaves the channel's things to the channel", async () => {
    rig = await openRig(START);
    expect((await rig.ask("forget")).summary).toContain("forget me");
    await rig.ask("settings language ru");
    await rig.ask("settings language zh", { user: "U2" });
    await rig.ask("daily 09:00");
    await rig.ask("watch railway", { user: "U2" });
    await rig.ask("ask how many countries took part in the media forum?");
    await rig.ask("ask what is the Shanghai Spirit?", { user: "U2" });
    expect((await rig.ask("forget me")).data).toEqual({ removed: 3 });
    expect(JSON.stringify(await rig.rows("answers:"))).toMatch(/^(?!.*media forum).*Shanghai Spirit/);
    expect(JSON.stringify(await rowsIn(rig.store, "slack/T1/"))).not.toContain("U1");
    expect((await rig.ask("daily")).outcome).toBe("answered");
    expect((await rig.ask("settings", { user: "U2" })).data).toMatchObject({ me: { language: "zh" } });
    expect((await rig.ask("forget me")).data).toEqual({ removed: 0 });
  });

  test("an uninstall removes everything of that workspace and nothing of another", async () => {
    rig = await openRig(START);
    for (const workspace of ["T1", "T11"]) {
      await rig.ask("settings language ru", { workspace });
      await rig.ask("daily 09:00", { workspace });
      await rig.ask("watch railway", { workspace });
    }
    const others = await rowsIn(rig.store, "slack/T11/");
    expect(await forgetWorkspace(rig.store, { platform: "slack", workspace: "T1" })).toBeGreaterThan(3);
    expect(await rig.keys()).toEqual([]);
    expect(await rowsIn(rig.store, "slack/T11/")).toEqual(others);
  });
});
