/** The real rooms, wired as the program wires them, over a list of feeds, with a clock that tests can move. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { loadCommands } from "../../commands/index.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import { openDoors } from "../../src/doors.ts";
import type { FeedResult } from "../../src/feeds/feeds.ts";
import { createBot } from "../../src/inbox/create-bot.ts";
import { createLog } from "../../src/log.ts";

export const NOW = Date.parse("2025-06-16T08:00:00Z");
const caller: Caller = {
  platform: "terminal",
  workspace: "",
  channel: "terminal",
  user: "you",
  locale: "en",
  zone: "UTC",
  manages: true,
  operates: true,
};

export type Box = Awaited<ReturnType<typeof openBox>>;

/** @param folder of an earlier box, to start again where that one stopped */
export async function openBox(
  feeds: readonly unknown[] | string,
  hosts: readonly string[],
  folder?: string,
  start = NOW,
) {
  const data = folder ?? (await mkdtemp(join(tmpdir(), "sco-feeds-")));
  const file = join(data, "feeds.yaml");
  await writeFile(file, typeof feeds === "string" ? feeds : stringify(feeds));
  let now = start;
  const clock: Clock = { ...systemClock, now: () => now, monotonic: () => now };
  const config = readConfig({ SCO_DATA_DIR: data, SCO_FEEDS: file, SCO_ALLOW_HOSTS: hosts.join(",") });
  const log = createLog({ ...config, SCO_LOG_LEVEL: "silent" });
  const progress: string[] = [];
  const doors = await openDoors({
    commands: await loadCommands(),
    config,
    log,
    clock,
    complain: (fault) => void progress.push(fault.en),
    patient: true,
    progress: (line) => void progress.push(line),
  });
  const bot = createBot(doors, log);
  const signal = AbortSignal.timeout(120_000);
  return {
    ...{ data, doors, log, clock, progress, library: doors.library },
    pass: (ms: number) => {
      now += ms;
    },
    say: (line: string, as: Partial<Caller> = {}) =>
      bot.handle({ id: "test", caller: { ...caller, ...as }, line }, signal),
    poll: (all = true): Promise<readonly FeedResult[]> => doors.feeds.poll({ all }, signal),
    article: (title: string) => doors.library.newest().find((article) => article.title === title),
    close: async (keep = false) => {
      await doors.feeds.close();
      await doors.store.close();
      if (!keep) await rm(data, { recursive: true, force: true });
    },
  };
}
