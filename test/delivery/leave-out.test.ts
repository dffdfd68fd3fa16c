/** A workspace leaves publishers out: of search, latest, answers, stories, summaries and watches; and brings them back. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { forgetPerson, forgetWorkspace } from "../../src/state/forget.ts";
import { createSettle } from "../../src/state/settings.ts";
import { until } from "../until.ts";
import { article, caller, openRig, type Rig } from "./rig.ts";

const NOON = "2025-06-20T12:00:00Z";
const TASS = article(
  "tass1",
  "Railway to Osh opens, ministers say",
  "2025-06-20T10:00:00Z",
  "The railway to Osh will carry 3 million tonnes a year, the ministers said in Bishkek on Friday.",
);
const DAWN = {
  ...article(
    "dawn1",
    "Pakistan welcomes the railway to Osh",
    "2025-06-20T09:00:00Z",
    "Pakistan welcomed the railway to Osh and offered to send engineers next spring.",
  ),
  source: "Dawn",
};
let rig: Rig;
let settle: ReturnType<typeof createSettle>;
/** As the program asks: an admin of the workspace, with its settings laid over. */
const ask = async (line: string, as: object = {}) =>
  rig.ask(line, { ...(await settle({ ...caller, managesWorkspace: true, ...as })) });
const shown = async (line: string, as: object = {}) => JSON.stringify(await ask(line, as));

beforeEach(async () => {
  rig = await openRig(NOON);
  settle = createSettle(rig.store, systemClock);
  rig.doors.library.put([TASS, DAWN]);
  await rig.doors.search.ready();
});
afterEach(() => rig.stop());

describe("what a workspace leaves out is shown nowhere there", () => {
  test.each([
    ["search railway Osh"],
    ["latest"],
    ["ask what did Pakistan welcome?"],
    ["digest 20 June 2025"],
    ["related dawn1"],
  ])("%s", async (line) => {
    expect(await shown(line)).toContain("Osh");
    await ask("settings sources -tass");
    const left = await shown(line);
    expect(left).not.toMatch(/tass1|ministers say|3 million/);
    if (!line.startsWith("related")) expect(left).toContain("Pakistan");
    await ask("settings sources +тасс");
    if (!line.startsWith("ask")) expect(await shown(line)).toMatch(/tass1/);
  });

  test("an answer is never taken from it", async () => {
    const question = "ask how many tonnes will the railway carry?";
    expect(await shown(question)).toContain("3 million tonnes");
    await ask("settings sources -塔斯社");
    expect(await shown(question)).not.toContain("3 million");
  });

  test("who covers a thing does not name it", async () => {
    expect(await shown("coverage railway")).toContain("TASS");
    await ask("settings sources -tass");
    expect(await shown("coverage railway")).not.toContain("TASS");
  });

  test("another workspace sees it still, and one article can still be opened", async () => {
    await ask("settings sources -tass");
    expect(await shown("search railway", { workspace: "T2" })).toContain("tass1");
    expect(await shown("read tass1")).toContain("3 million");
  });

  test("watches and summaries bring nothing of it", async () => {
    await ask("settings sources -tass");
    await ask("watch railway");
    await ask("daily 20:05");
    rig.process();
    rig.doors.library.put([
      { ...TASS, id: "tass2", title: "Railway bridge done", published: "2025-06-20T12:00:01Z" },
      { ...DAWN, id: "dawn2", title: "Railway engineers leave for Osh", published: "2025-06-20T12:00:02Z" },
    ]);
    await until(async () => (await rig.keys("seen:")).length >= 2);
    rig.clock.turn(5_000);
    await until(() => rig.calls.length === 1);
    rig.clock.set("2025-06-20T12:06:00Z");
    await until(() => rig.calls.length === 2);
    const posted = rig.calls.map(({ reply }) => JSON.stringify(reply));
    for (const text of posted) expect(text).toContain("Railway engineers leave");
    expect(posted.join()).not.toMatch(/tass\d|bridge/);
  });
});

describe("the setting", () => {
  test("is shown, takes several with their names in any language, and all brings them back", async () => {
    expect((await ask("settings sources")).summary).toContain("No publisher is left out");
    const saved = await ask("settings sources -tass -Dawn, 新华网");
    expect(saved.data).toEqual({ without: ["tass", "dawn", "xinhua"] });
    expect(saved.summary).toMatch(/TASS, Dawn, Xinhua/);
    expect(await shown("settings")).toMatch(/Left out here: TASS, Dawn/);
    expect((await ask("settings", { locale: "ru" })).data).toMatchObject({
      without: ["tass", "dawn", "xinhua"],
    });
    expect(await shown("settings", { locale: "zh" })).toContain("这里不看：塔斯社");
    expect((await ask("settings sources +dawn -rt")).data).toEqual({ without: ["tass", "xinhua", "rt"] });
    expect((await ask("settings sources all")).data).toEqual({ without: [] });
    expect(await rig.keys("settings:")).toEqual([]);
  });

  test.each([["settings sources tass"], ["settings sources -nobody"], ["settings sources -"]])(
    "%s is refused with what to write, in every language",
    async (line) => {
      for (const locale of ["en", "zh", "ru"])
        expect((await ask(line, { locale })).outcome).toBe("bad-input");
    },
  );

  test.each([
    ["en", "admins and owners of the workspace"],
    ["zh", "工作区的管理员或所有者"],
    ["ru", "администраторы и владельцы"],
  ])("is for those who manage the workspace, not a channel of it: %s", async (locale, who) => {
    for (const more of [{}, { alone: true }]) {
      const refused = await ask("settings sources -tass", { managesWorkspace: false, locale, ...more });
      expect(refused).toMatchObject({ outcome: "bad-input", data: { error: { code: "forbidden" } } });
      expect(refused.summary).toContain(who);
    }
    expect(await rig.keys("settings:")).toEqual([]);
    const operator = { managesWorkspace: false, manages: false, operates: true, user: "U9" };
    expect((await ask("settings sources -tass", operator)).data).toEqual({ without: ["tass"] });
  });

  test("is changed by mention, whose answer all see, as by the command", async () => {
    const mentioned = await ask("settings sources -tass", { alone: true });
    expect(mentioned.summary).toMatch(/^Saved for the whole workspace\. Left out here: TASS/);
    expect((await ask("settings sources all", { alone: true })).data).toEqual({ without: [] });
  });

  test("tells who changed it last, until that person is forgotten", async () => {
    await ask("settings sources -tass");
    await ask("settings sources -dawn", { user: "U2" });
    const there = await ask("settings sources");
    expect(there.data).toEqual({ without: ["tass", "dawn"], by: "U2" });
    expect(there.summary).toMatch(/Changed last by the person with the id U2\.$/);
    expect((await ask("settings sources", { user: "U2" })).summary).toMatch(/You changed this last\.$/);
    await forgetPerson(rig.store, { ...caller, user: "U2" });
    const after = await ask("settings sources");
    expect(after.data).toEqual({ without: ["tass", "dawn"] });
    expect(JSON.stringify(await rig.rows("settings:"))).not.toContain("U2");
  });

  test("where there is no workspace it is a person's own", async () => {
    const alone = { platform: "discord", workspace: "", channel: "D1", alone: true };
    await ask("settings sources -tass", { ...alone, user: "U1" });
    expect(await shown("search railway", { ...alone, user: "U1" })).not.toContain("tass1");
    expect(await shown("search railway", { ...alone, user: "U2" })).toContain("tass1");
  });

  test("a source that is no publisher of ours has its own name; it is exported, and forgotten with the workspace", async () => {
    rig.doors.library.put([{ ...TASS, id: "desk1", source: "Our Own Desk" }]);
    await ask('settings sources "-our own desk"');
    expect(await shown("search railway")).not.toContain("desk1");
    const folder = mkdtempSync(join(tmpdir(), "sco-left-out-"));
    const shell = { platform: "terminal", workspace: "", channel: "terminal", user: "you", operates: true };
    const path = join(folder, "all.json");
    await ask(`settings export ${path}`, shell);
    await forgetWorkspace(rig.store, caller);
    expect(await rig.keys("settings:")).toEqual([]);
    await ask(`settings import ${path}`, shell);
    expect(await shown("search railway")).not.toContain("desk1");
    expect((await ask("settings sources +Our Own Desk")).data).toEqual({ without: [] });
    rmSync(folder, { recursive: true });
  });
});
