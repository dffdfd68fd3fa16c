/** One process of the bot under chaos: the real delivery, state and adapters' posts; articles come over HTTP. */
import { setTimeout as wait } from "node:timers/promises";
import { openDiscord } from "../../adapters/discord/open.ts";
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import { loadCommands } from "../../commands/index.ts";
import type { Article } from "../../src/article.ts";
import type { Adapter } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { openDoors } from "../../src/doors.ts";
import { createLog } from "../../src/log.ts";

/** So short only here: posts of these servers take at most 1.2 s. */
const LEASE_MS = 6000;

const config = readConfig();
const log = createLog(config);
const { CHAOS_FEED: feed = "", CHAOS_CORPUS: corpus = "" } = process.env;
const doors = await openDoors({
  commands: await loadCommands(),
  config,
  log,
  clock: systemClock,
  corpus,
  complain: () => undefined,
});
const { store, clock, library } = doors;

/** Posts alone are under test; the platforms' sockets are not opened. */
const posting = (adapter: Adapter): Adapter => ({
  name: adapter.name,
  connected: true,
  start: async () => undefined,
  post: (...args) => adapter.post(...args),
  missing: (...args) => adapter.missing(...args),
  stop: async () => undefined,
});
const adapters = [
  posting(createSlackAdapter({ config, store, clock, log })),
  posting(openDiscord(config, store, clock, log)),
];
openDelivery(doors, adapters, log, LEASE_MS).start();

let known = 0;
for (;;) {
  const fresh = await fetch(`${feed}?from=${known}`).then(
    (answer) => answer.json() as Promise<Article[]>,
    () => [],
  );
  if (fresh.length > 0) library.put(fresh);
  known += fresh.length;
  await wait(200);
}
