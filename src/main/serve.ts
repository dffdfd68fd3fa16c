/** The program as a service: platforms, feeds, deliveries and health, from start to shutdown. */
import { loadCommands } from "../../commands/index.ts";
import type { Adapter, Bot } from "../bot.ts";
import { systemClock } from "../clock.ts";
import type { Doors } from "../command.ts";
import type { Config } from "../config.ts";
import { createCounts } from "../delivery/counts.ts";

import { missingAt, openDelivery } from "../delivery/open.ts";
import { openDoors } from "../doors.ts";
import { createBot } from "../inbox/create-bot.ts";
import { adoptConsole, createLog, type Log } from "../log.ts";
import { untilShutdown } from "../ops/shutdown.ts";
import { createLeaving, type Leaving } from "../state/leaving.ts";
import { createPresence } from "../state/presence.ts";
import { createSettle } from "../state/settings.ts";
import { openUnderstanding } from "../understand/open.ts";
import { followFeeds } from "./follow-feeds.ts";
import { platforms } from "./platforms.ts";
import { type OpenRoom, openForTeam } from "./reading-room.ts";
import { warmUp } from "./warm-up.ts";

/** How long a start waits for the index, in milliseconds. */
const INDEXING_MS = 5_000;
/** How long after a signal commands may still begin; then there is time to tell the others. */
const BEGINNING_MS = 3_000;

/**
 * Runs every platform that is configured until a signal ends the program; resolves with the exit code.
 * @param program path of the program itself, which a shard runs again
 */
export async function serve(config: Config, program: string): Promise<number> {
  const { createOps } = await import("../ops/ops.ts");
  const log = createLog(config);
  adoptConsole(log);
  const commands = await loadCommands();
  const adapters: Adapter[] = [];
  const doors = await openDoors({
    commands,
    config,
    log,
    clock: systemClock,
    missing: (caller) => missingAt(adapters, caller),
    groupOf: ({ platform, workspace }, written) =>
      adapters.find(({ name }) => name === platform)?.groupOf?.(written, workspace),
    complain: (fault) => log.error(fault.en),
  });
  // Whether state can be saved is known from the start: a second process on a folder must not be called ready.
  void doors.store.claim("start:program", 1_000).catch(() => undefined);
  // A process that a platform started for a part of itself only answers there; all else is its parent's.
  const inPart = platforms.some((one) => one.part(config));
  if (inPart) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  const leaving = createLeaving({ store: doors.store, clock: systemClock, log });
  const opened = openAdapters(config, doors, log, program, leaving);
  await opened.catch(() => doors.store.close());
  adapters.push(...(await opened));
  const presence = createPresence({
    ...{ store: doors.store, clock: systemClock, log, adapters: () => adapters },
    leave: leaving.leave,
  });
  const counts = createCounts();
  const ops = createOps(config, doors, adapters, systemClock, log, counts);
  const settle = createSettle(doors.store, doors.clock);
  const understanding = openUnderstanding(doors);
  const bot = createBot(doors, log, { ...ops.hooks, settle, understanding });
  const delivery = openDelivery(doors, adapters, log, {
    counts,
    platforms: config.platforms.map(({ name }) => name),
    operators: operatorChannel(config, log),
  });
  const following = followFeeds(doors, config, log, ops.polled);
  let stopping = false;
  let room: OpenRoom | null = null;
  const stop = async () => {
    stopping = true;
    void systemClock.sleep(BEGINNING_MS).then(ops.giveBack);
    await room?.stop();
    await following.stop();
    leaving.stop();
    presence.stop();
    await delivery.stop();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await ops.stop();
    await doors.search.snapshot();
    await doors.archive?.stop();
    await doors.archive?.close();
    await doors.store.close();
  };
  const stopped = untilShutdown(stop, systemClock, log);
  // Nothing else may hold the process while no platform can be reached.
  const staying = setInterval(() => undefined, 60_000);
  try {
    if (!inPart) await ops.start();
    // A small index is whole before the first question; a large one grows while questions are answered.
    await Promise.race([warmUp(doors, understanding, config), systemClock.sleep(INDEXING_MS)]);
    if (!inPart) room = await openForTeam(bot, doors, config, log, ops.hooks.fair);
    await startAll(adapters, bot, log);
    if (!inPart && !stopping) delivery.start();
    if (!inPart && !stopping) leaving.start();
    if (!inPart && !stopping) presence.start();
    if (!stopping) following.start();
    if (!inPart && !stopping) doors.archive?.start();
    await stopped;
  } catch (refused) {
    if (!stopping) {
      await stop();
      throw refused;
    }
    // A start that the signal broke off is no failure.
    await stopped;
  } finally {
    clearInterval(staying);
  }
  return 0;
}

/** Where whoever runs the bot hears of what lasts; undefined where no channel is named. */
function operatorChannel(config: Config, log: Log) {
  const { SCO_OPERATOR_CHANNEL: channel, SCO_LOCALE: locale = "en", SCO_ZONE: zone = "UTC" } = config;
  if (channel === undefined) return undefined;
  const [platform] = channel.split(":");
  if (!config.platforms.some(({ name, configured }) => name === platform && configured))
    log.warn(
      { platform },
      "SCO_OPERATOR_CHANNEL names a platform that is not set up, so nobody is told there",
    );
  return { channel, locale, zone };
}

/** Side by side: a platform that cannot be reached does not keep the other waiting. */
async function startAll(adapters: readonly Adapter[], bot: Bot, log: Log): Promise<void> {
  const starting = adapters.map(async (adapter) => {
    await adapter.start(bot);
    log.info({ adapter: adapter.name }, "started");
  });
  // All have come to an end before the refusal of one stops the others.
  await Promise.allSettled(starting);
  await Promise.all(starting);
}

/** Those that the settings ask for; in a process that a platform started for a part of itself, that one alone. */
async function openAdapters(
  config: Config,
  doors: Doors,
  log: Log,
  program: string,
  leaving: Leaving,
): Promise<Adapter[]> {
  const { store, clock } = doors;
  const part = platforms.find((one) => one.part(config));
  const asked = part ? [part] : platforms.filter((one) => one.configured(config));
  const adapters: Adapter[] = [];
  for (const one of asked)
    adapters.push(
      await one.open({
        ...{ config, store, clock, program, log: log.child({ adapter: one.name }) },
        forget: (workspace) => leaving.leave(one.name, workspace),
      }),
    );
  return adapters;
}
