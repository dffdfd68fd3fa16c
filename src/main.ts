#!/usr/bin/env node
/** Wires the rooms together: the only file that knows them all. */
import { join } from "node:path";
import { loadCommands } from "../commands/index.ts";
import type { Adapter, Bot } from "./bot.ts";
import { type Clock, clockAt, systemClock } from "./clock.ts";
import type { Caller, Doors } from "./command.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createBot } from "./create-bot.ts";
import { createStories } from "./digest/stories.ts";
import { createTongue } from "./digest/tongue.ts";
import { reasonOf } from "./errors.ts";
import { type Locale, localeOf } from "./i18n/words.ts";
import type { Library } from "./library/library.ts";
import { readPublishers } from "./library/publishers.ts";
import { readArticles } from "./library/read.ts";
import { createLibrary } from "./library/shelf.ts";
import { createLog, type Log } from "./log.ts";
import { createHealth } from "./ops/health.ts";
import { untilShutdown } from "./ops/shutdown.ts";
import { find } from "./parse.ts";
import { root } from "./root.ts";
import { createSearch } from "./search/create.ts";
import { standInStore } from "./standins.ts";

/** Exit codes: 0 done, 1 could not start (or nothing found), 2 bad input. */
async function main(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  if (argv.length > 0) return oneShot(argv, config);
  const platforms = config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID || config.DISCORD_TOKEN;
  return platforms ? serve(config) : talk(config);
}

/** Runs every platform that is configured until a signal ends the program. */
async function serve(config: Config): Promise<number> {
  const log = createLog(config);
  const doors = await openDoors(config, log, systemClock);
  const bot = createBot(doors, log);
  const adapters = await openAdapters(config, doors, log);
  for (const adapter of adapters) {
    await adapter.start(bot);
    log.info({ adapter: adapter.name }, "connected");
  }
  await untilShutdown(
    async () => {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await doors.store.close();
    },
    systemClock,
    log,
  );
  return 0;
}

/** An adapter's SDK is loaded only where the adapter is configured. */
async function openAdapters(_config: Config, _doors: Doors, _log: Log): Promise<readonly Adapter[]> {
  return [];
}

async function oneShot(argv: readonly string[], config: Config): Promise<number> {
  const { answerOnce, readArguments, ArgumentError } = await import("../adapters/terminal/one-shot.ts");
  try {
    const invocation = readArguments(argv);
    const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
    const caller = callerAtTerminal(config, invocation.locale, invocation.zone);
    const clock = invocation.now === undefined ? systemClock : clockAt(invocation.now);
    const doors = await openDoors(config, log, clock, invocation.corpus);
    const ownIndex = find(invocation.line.split(" ")[0] ?? "", doors.commands)?.shell;
    const bot = createBot(doors, log, ownIndex ? {} : { settle: whenIndexed(doors) });
    return await answerOnce(bot, invocation, caller, styleOf(config, caller), (text) =>
      process.stdout.write(text),
    );
  } catch (thrown) {
    if (!(thrown instanceof ArgumentError)) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    return 2;
  }
}

/**
 * A process that answers once waits for its whole index; one that stays answers from what is there.
 * Commands of the shell (import, eval) make the index that they need themselves.
 */
function whenIndexed(doors: Doors): (caller: Caller) => Promise<Caller> {
  return async (caller) => {
    await doors.search.ready();
    return caller;
  };
}

async function talk(config: Config): Promise<number> {
  const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
  const doors = await openDoors(config, log, systemClock);
  const bot: Bot = createBot(doors, log);
  const { chat } = await import("../adapters/terminal/chat.ts");
  const caller = callerAtTerminal(config);
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const style = { ...styleOf(config, caller), keys: interactive };
  await chat(
    bot,
    caller,
    style,
    { input: process.stdin, output: process.stdout, interactive },
    doors.library.size,
  );
  return 0;
}

/** Rooms are made when they are first used: an answer that needs no search builds no index. */
async function openDoors(_config: Config, log: Log, clock: Clock, corpus?: string): Promise<Doors> {
  const [commands, library] = await Promise.all([loadCommands(), openLibrary(corpus, log)]);
  const health = createHealth(clock.now, log);
  const search = once(() => {
    const made = createSearch({ publishers: library.publishers, now: clock.now });
    void made.add(library.newest());
    library.onChange(({ put, removed }) => {
      made.remove(removed);
      void made.add(put);
    });
    return made;
  });
  const stories = once(() => createStories({ library, tongue: createTongue() }));
  const store = once(() => standInStore());
  return {
    commands,
    library,
    clock,
    health,
    get search() {
      return search();
    },
    get stories() {
      return stories();
    },
    get store() {
      return store();
    },
  };
}

async function openLibrary(corpus: string | undefined, log: Log): Promise<Library> {
  const publishers = await readPublishers(join(root, "corpus", "sources.yaml"));
  const { articles, faults } = await readArticles(corpus ?? join(root, "corpus", "articles"));
  for (const fault of faults) log.error(fault);
  return createLibrary(publishers, articles, faults);
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
    width: Math.min(process.stdout.columns ?? 100, 100),
    locale,
    zone,
    keys: false,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    process.stderr.write(
      `${thrown instanceof ConfigError ? thrown.message : `sco-bot could not start: ${reasonOf(thrown)}`}\n`,
    );
    process.exitCode = 1;
  },
);
