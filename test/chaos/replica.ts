/** One process of the bot under chaos: the real delivery, state and adapters' posts; articles come over HTTP. */
import { setTimeout as wait } from "node:timers/promises";
import { createDiscordAdapter } from "../../adapters/discord/discord.ts";
import { settingsOf } from "../../adapters/discord/open.ts";
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import { loadCommands } from "../../commands/index.ts";
import type { Article } from "../../src/article.ts";
import type { Adapter } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { openDoors } from "../../src/doors.ts";
import { createLog } from "../../src/log.ts";
import { configOf } from "../settings.ts";

/** So short only here: posts of these servers take at most 1.2 s. */
const LEASE_MS = 6000;

const config = configOf(process.env);
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
const { store, clock, library, keeper } = doors;

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
  posting(createDiscordAdapter({ settings: settingsOf(config), store, clock, log })),
];

let known = 0;
/** As a poll does: what is new goes into the log, from which whoever starts later takes it up. */
async function fetchNew(): Promise<void> {
  await keeper.catchUp();
  const fresh = await fetch(`${feed}?from=${known}`).then(
    (answer) => answer.json() as Promise<Article[]>,
    () => [],
  );
  const unkept = fresh.filter(({ id }) => !library.get(id));
  if (unkept.length > 0) await keeper.keep(unkept);
  known += fresh.length;
}

openDelivery(doors, adapters, log, { leaseMs: LEASE_MS }).start();
for (;;) {
  await fetchNew();
  await wait(200);
}
