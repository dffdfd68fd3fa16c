/** Delivery as the program wires it: summaries come from the bot's own commands, posts go to its adapters. */
import type { Adapter } from "../bot.ts";
import type { Caller, Doors } from "../command.ts";
import { createBot } from "../inbox/create-bot.ts";
import type { Log } from "../log.ts";
import type { Run } from "./compose.ts";
import { createDelivery, type Deliveries } from "./delivery.ts";

/** Time that making a summary may take. */
const COMPOSE_MS = 20_000;

/** @param adapters may still be filled until `start` */
export function openDelivery(
  doors: Doors,
  adapters: readonly Adapter[],
  log: Log,
  leaseMs?: number,
): Deliveries {
  const { store, library, clock } = doors;
  return createDelivery({
    store,
    library,
    search: () => doors.search,
    clock,
    log,
    adapters,
    run: runnerOf(doors, log),
    ...(leaseMs !== undefined && { leaseMs }),
  });
}

/** Runs lines without anybody's settings: a delivery brings its own language and zone. */
function runnerOf(doors: Doors, log: Log): Run {
  const bot = createBot(doors, log);
  return (line, { id, platform, target, by, locale, zone }) => {
    const channel = "channel" in target ? target.channel : "";
    const caller: Caller = {
      ...{ platform, workspace: target.workspace, channel, user: by, locale, zone },
      manages: false,
      alone: true,
      operates: false,
    };
    return bot.handle({ id, caller, line }, AbortSignal.timeout(COMPOSE_MS));
  };
}

/** What keeps the bot from posting in a caller's channel, in the caller's language; null too where nobody can tell now. */
export async function missingAt(adapters: readonly Adapter[], caller: Caller): Promise<string | null> {
  const adapter = adapters.find(({ name }) => name === caller.platform);
  const { workspace, channel, locale } = caller;
  return (await adapter?.missing({ workspace, channel }, locale).catch(() => null)) ?? null;
}
