/** What earlier versions left behind: data-VERSION/ was recorded by that version and is never changed. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { loadCommands } from "../../commands/index.ts";
import { clockAt } from "../../src/clock.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { openDoors } from "../../src/doors.ts";
import { createBot } from "../../src/inbox/create-bot.ts";
import { createLog } from "../../src/log.ts";
import { root } from "../../src/root.ts";
import { createSettle } from "../../src/state/settings.ts";
import { caller } from "../desk.ts";

const here = join(root, "test", "upgrade");
const versions = readdirSync(here).filter((name) => name.startsWith("data-"));
/** A while after the recording, when nothing of it has expired. */
const SOON = Date.parse("2026-11-22T21:50:00Z");
const folder = mkdtempSync(join(tmpdir(), "sco-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of a recorded folder, as a backup gives it back. */
function restored(version: string, name: string): Config {
  const data = join(folder, `${version}-${name}`);
  cpSync(join(here, version), data, { recursive: true });
  return readConfig({ SCO_DATA_DIR: data, SCO_FEEDS: join(data, "feeds.yaml"), SCO_LOG_LEVEL: "silent" });
}

/** Starts the bot on a folder and lets somebody of that workspace ask each line; the answers as data. */
async function answers(config: Config, lines: readonly string[]): Promise<unknown[]> {
  const [log, clock] = [createLog(config), clockAt(SOON)];
  const complaints: string[] = [];
  const doors = await openDoors({
    commands: await loadCommands(),
    ...{ config, log, clock, patient: true },
    complain: (fault) => void complaints.push(fault.en),
  });
  const bot = createBot(doors, log, { settle: createSettle(doors.store, clock) });
  const somebody = { ...caller, platform: "slack", workspace: "T1", channel: "C1", user: "U1" } as const;
  const said: unknown[] = [];
  for (const line of lines) {
    const reply = await bot.handle({ id: line, caller: somebody, line }, AbortSignal.timeout(20_000));
    said.push(reply.data);
  }
  said.push({ complaints, troubles: doors.health.troubles });
  await doors.feeds.close();
  await doors.store.close();
  return said;
}

describe.each(versions)("%s", (version) => {
  test("keeps its settings, watches, schedules, deliveries, feeds and articles", async () => {
    const [settings, watching, daily, deliveries, feeds, latest, found, faults] = await answers(
      restored(version, "kept"),
      ["settings", "watching", "daily", "deliveries", "feeds", "latest 3", "search energy Bishkek"],
    );
    expect(settings).toMatchObject({
      me: { language: "en" },
      channel: { zone: "Asia/Almaty", quiet: "12:00-13:00" },
    });
    expect(watching).toMatchObject({
      watches: [
        { query: "energy Bishkek", every: 30, lately: [{}, {}, {}] },
        { query: "media forum", every: 60, lately: [] },
      ],
    });
    expect(daily).toMatchObject({ schedules: [{ time: "21:45", zone: "UTC", empty: "say" }] });
    expect(deliveries).toMatchObject({
      deliveries: [
        { kind: "summary", state: "sent" },
        { kind: "watch", state: "sent" },
      ],
    });
    expect(feeds).toMatchObject({ feeds: [{ title: "Upgrade News", condition: "fresh", failures: 0 }] });
    expect(latest).toMatchObject({ articles: [{ id: "a9cxd" }, { id: "a9hc9" }, { id: "bws38" }] });
    const { hits } = found as { hits: { id: string }[] };
    expect(hits.slice(0, 3).map(({ id }) => id)).toEqual(expect.arrayContaining(["a9cxd", "a9hc9", "bws38"]));
    expect(faults).toEqual({ complaints: [], troubles: [] });
  });

  test("is changed and read again, also when it was copied in the middle of a write", async () => {
    const config = restored(version, "torn");
    appendFileSync(join(config.SCO_DATA_DIR, "state.jsonl"), '[["v:settings:slack/T1/C1","{\\"zo');
    appendFileSync(join(config.SCO_DATA_DIR, "articles.jsonl"), '{"at":17953838');
    await answers(config, ["watch customs", "settings zone Asia/Tokyo"]);
    const [settings, watching, , faults] = await answers(config, ["settings", "watching", "latest 1"]);
    expect(settings).toMatchObject({ me: { language: "en", zone: "Asia/Tokyo" } });
    const { watches } = watching as { watches: { query: string }[] };
    expect(watches.map(({ query }) => query).sort()).toEqual(["customs", "energy Bishkek", "media forum"]);
    expect(faults).toMatchObject({ troubles: [] });
  });
});

test("the CHANGELOG begins with the version of package.json", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const [, newest] = /^## (?!Unreleased)(\S+)/m.exec(readFileSync(join(root, "CHANGELOG.md"), "utf8")) ?? [];
  expect(newest).toBe(version);
});
