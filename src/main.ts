#!/usr/bin/env node
/** Wires the rooms together: the only file that knows them all. */
import { fileURLToPath } from "node:url";
import { loadCommands } from "../commands/index.ts";
import type { Adapter, Bot } from "./bot.ts";
import { clockAt, systemClock } from "./clock.ts";
import type { Caller, Command, Doors } from "./command.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createBot } from "./create-bot.ts";
import { missingAt, openDelivery } from "./delivery/open.ts";
import { openDoors } from "./doors.ts";
import { reasonOf } from "./errors.ts";
import type { FeedResult } from "./feeds/feeds.ts";
import { type Locale, localeOf, type Words } from "./i18n/words.ts";
import { createLog, type Log } from "./log.ts";
import type { Examine } from "./ops/finding.ts";
import { untilShutdown } from "./ops/shutdown.ts";
import { find } from "./parse.ts";
import { forgetWorkspace } from "./state/forget.ts";
import { createSettle } from "./state/settings.ts";

/** Exit codes: 0 done, 1 could not start (or nothing found), 2 bad input. */
async function main(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  if (argv.length > 0) return oneShot(argv, config);
  const platforms = config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID || config.DISCORD_TOKEN;
  return platforms ? serve(config) : talk(config);
}

/** How long a start waits for the index, in milliseconds. */
const INDEXING_MS = 5_000;

/** Runs every platform that is configured until a signal ends the program. */
async function serve(config: Config): Promise<number> {
  const { createOps } = await import("./ops/ops.ts");
  const log = createLog(config);
  const commands = await loadCommands();
  const adapters: Adapter[] = [];
  const doors = await openDoors({
    commands,
    config,
    log,
    clock: systemClock,
    missing: (caller) => missingAt(adapters, caller),
    complain: (fault) => log.error(fault),
  });
  // A process that discord.js started for one shard only answers there; all else is its parent's.
  const inShard = config.SHARDING_MANAGER !== undefined;
  if (inShard) process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  const opened = openAdapters(config, doors, log);
  await opened.catch(() => doors.store.close());
  adapters.push(...(await opened));
  const ops = createOps(config, doors, adapters, systemClock, log);
  const settle = createSettle(doors.store, doors.clock);
  const { createRouter } = await import("./answers/intent/route.ts");
  const bot = createBot(doors, log, { ...ops.manners, settle, route: createRouter(doors) });
  const delivery = openDelivery(doors, adapters, log);
  const following = followFeeds(doors, config, log);
  const stop = async () => {
    await following.stop();
    await delivery.stop();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await ops.stop();
    await doors.search.snapshot();
    await doors.store.close();
  };
  const stopped = untilShutdown(stop, systemClock, log);
  // Nothing else may hold the process while no platform can be reached.
  const staying = setInterval(() => undefined, 60_000);
  try {
    if (!inShard) await ops.start();
    // A small index is whole before the first question; a large one grows while questions are answered.
    await Promise.race([warmUp(doors), systemClock.sleep(INDEXING_MS)]);
    for (const adapter of adapters) {
      await adapter.start(bot);
      log.info({ adapter: adapter.name }, "started");
    }
    if (!inShard) delivery.start();
    void following.start();
    await stopped;
  } catch (refused) {
    await stop();
    throw refused;
  } finally {
    clearInterval(staying);
  }
  return 0;
}

/** Loads what the first question would load; in a burst of first questions all would wait for it. */
async function warmUp({ search, stories, library, clock }: Doors): Promise<void> {
  await search.ready();
  await search.search("health 卫生 здоровье", { limit: 1, now: clock.now(), zone: "UTC" });
  const newest = Date.parse(library.newest()[0]?.published ?? "") || clock.now();
  await stories.within({ from: newest, to: newest + 1 });
}

/** Polls in the background, until stopped, and says in the log what each feed brought. */
function followFeeds(doors: Doors, config: Config, log: Log) {
  const stopping = new AbortController();
  let going: Promise<void> | undefined;
  return {
    start() {
      const options = {
        poll: config.SCO_POLL === "on",
        tell: (result: FeedResult) =>
          log.info({ feed: result.url, ...result, reason: result.reason?.en }, "polled"),
        trouble: (words: Words | null) =>
          words === null ? doors.health.well("feeds") : doors.health.worse("feeds", words),
      };
      going = doors.feeds
        .keepGoing(options, stopping.signal)
        .catch((thrown) => log.error({ err: thrown }, "feeds are not polled"));
    },
    async stop() {
      stopping.abort();
      await going;
      await doors.feeds.close();
    },
  };
}

/** An adapter's SDK is loaded only where the adapter is configured. */
async function openAdapters(config: Config, doors: Doors, log: Log): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  const { store, clock } = doors;
  const forgetting = (platform: Caller["platform"]) => async (workspace: string) => {
    await forgetWorkspace(store, { platform, workspace });
  };
  const inShard = config.SHARDING_MANAGER !== undefined;
  if (!inShard && (config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID)) {
    const { createSlackAdapter } = await import("../adapters/slack/slack.ts");
    adapters.push(
      createSlackAdapter({
        config,
        store,
        clock,
        log: log.child({ adapter: "slack" }),
        forget: forgetting("slack"),
      }),
    );
  }
  if (config.DISCORD_TOKEN) {
    const { openDiscord } = await import("../adapters/discord/open.ts");
    adapters.push(
      await openDiscord({
        config,
        store,
        clock,
        log: log.child({ adapter: "discord" }),
        program: fileURLToPath(import.meta.url),
        forget: forgetting("discord"),
      }),
    );
  }
  return adapters;
}

/** For `doctor`: each platform is asked only where it is configured. */
async function examinePlatforms(config: Config): Promise<readonly Examine[]> {
  const { examineSlack } = await import("../adapters/slack/checkup.ts");
  const { examineDiscord } = await import("../adapters/discord/checkup.ts");
  return [() => examineSlack(config), () => examineDiscord(config)];
}

/** For the shell: sends the commands to Discord, when its token is there. */
function discordRegistrar(config: Config, commands: readonly Command[]): Doors["registerAtDiscord"] {
  if (!config.DISCORD_TOKEN) return undefined;
  return async (server) => {
    const { registerNow } = await import("../adapters/discord/register-now.ts");
    return registerNow(config, commands, server);
  };
}

async function oneShot(argv: readonly string[], config: Config): Promise<number> {
  const { answerOnce, readArguments, ArgumentError } = await import("../adapters/terminal/one-shot.ts");
  try {
    const invocation = readArguments(argv);
    const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
    const caller = callerAtTerminal(config, invocation.locale, invocation.zone);
    const clock = invocation.now === undefined ? systemClock : clockAt(invocation.now);
    const commands = await loadCommands();
    const doors = await openDoors({
      commands,
      config,
      log,
      clock,
      corpus: invocation.corpus,
      registerAtDiscord: discordRegistrar(config, commands),
      complain: tell,
      patient: true,
      progress: tell,
      platforms: () => examinePlatforms(config),
    });
    if (invocation.corpus !== undefined && doors.library.size === 0) return 2;
    const ownIndex = find(invocation.line.split(" ")[0] ?? "", doors.commands)?.shell;
    const bot = createBot(doors, log, ownIndex ? {} : { settle: whenIndexed(doors, invocation) });
    const code = await answerOnce(bot, invocation, caller, styleOf(config, caller), (text) =>
      process.stdout.write(text),
    );
    await doors.feeds.close();
    await doors.store.close();
    return code;
  } catch (thrown) {
    if (!(thrown instanceof ArgumentError)) throw thrown;
    tell(thrown.message);
    return 2;
  }
}

/**
 * A process that answers once waits for its whole index; one that stays answers from what is there.
 * Commands of the shell (import, eval) make the index that they need themselves.
 */
function whenIndexed(
  doors: Doors,
  said: { locale?: Locale; zone?: string },
): (caller: Caller) => Promise<Caller> {
  return async (caller) => {
    const [settled] = await Promise.all([
      createSettle(doors.store, systemClock)(caller),
      doors.search.ready(),
    ]);
    return { ...settled, ...(said.locale && { locale: said.locale }), ...(said.zone && { zone: said.zone }) };
  };
}

async function talk(config: Config): Promise<number> {
  const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
  const commands = await loadCommands();
  const doors = await openDoors({ commands, config, log, clock: systemClock, complain: tell });
  await doors.search.ready();
  const bot: Bot = createBot(doors, log, { settle: createSettle(doors.store, systemClock) });
  const { chat } = await import("../adapters/terminal/chat.ts");
  const caller = callerAtTerminal(config);
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const style = { ...styleOf(config, caller), keys: interactive };
  const following = followFeeds(doors, config, log);
  if (interactive) following.start();
  const { createTerminalAdapter } = await import("../adapters/terminal/post.ts");
  const delivery = openDelivery(doors, [createTerminalAdapter(process.stdout, style)], log);
  if (interactive) delivery.start();
  await chat(
    bot,
    caller,
    style,
    { input: process.stdin, output: process.stdout, interactive },
    doors.library.size,
  );
  await delivery.stop();
  await following.stop();
  await doors.store.close();
  return 0;
}

function callerAtTerminal(config: Config, locale?: Locale, zone?: string): Caller {
  return {
    platform: "terminal",
    workspace: "",
    channel: "terminal",
    user: "you",
    locale: locale ?? config.SCO_LOCALE ?? localeOf(config.LANG),
    zone: zone ?? config.SCO_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    manages: true,
    operates: true,
  };
}

function styleOf(config: Config, { locale, zone }: Caller) {
  const colour = process.stdout.isTTY === true && !config.NO_COLOR;
  return {
    colour,
    links: process.stdout.isTTY === true,
    width: Math.min(process.stdout.columns || 100, 100),
    locale,
    zone,
    keys: false,
  };
}

/** A sentence for whoever sits at the shell; answers alone go to the standard output. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    tell(thrown instanceof ConfigError ? thrown.message : `sco-bot could not start: ${reasonOf(thrown)}`);
    process.exitCode = 1;
  },
);
