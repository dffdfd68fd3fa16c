/** Delivery as the program wires it: summaries come from the stories' room, posts go to the adapters. */
import type { Adapter } from "../bot.ts";
import { type Caller, type Doors, doorsWithout } from "../command.ts";
import type { Locale } from "../i18n/words.ts";
import type { Log } from "../log.ts";
import { leftOutIn } from "../state/settings.ts";
import { createAlarm, placeIn } from "./alarm.ts";
import type { Summarising } from "./compose.ts";
import { createDelivery, type Deliveries } from "./delivery.ts";

/** @param adapters may still be filled until `start` */
export function openDelivery(
  doors: Doors,
  adapters: readonly Adapter[],
  log: Log,
  more: Pick<Parameters<typeof createDelivery>[0], "leaseMs" | "counts" | "platforms"> & {
    readonly operators?: OperatorChannel | undefined;
  } = {},
): Deliveries {
  const { store, library, clock, health, keeper, webhooks } = doors;
  return createDelivery({
    ...{ store, library, keeper, clock, health, log, adapters, webhooks },
    search: () => doors.search,
    summarise: summarising(doors),
    ...more,
    alarm: more.operators && alarmIn(more.operators, doors),
  });
}

/** Where whoever runs the bot wants to hear of what lasts, as `platform:WORKSPACE/CHANNEL`. */
export interface OperatorChannel {
  readonly channel: string;
  readonly locale: Locale;
  readonly zone: string;
}

function alarmIn({ channel, locale, zone }: OperatorChannel, doors: Doors) {
  const { store, clock, health } = doors;
  return createAlarm({
    ...{ store, clock, health, locale, zone, place: placeIn(channel) },
    feeds: () => doors.feeds.list(),
  });
}

/** Without anybody's settings: a delivery brings its own language and zone. */
function summarising(doors: Doors): Summarising {
  return async (asked, { platform, target, by, locale, zone }) => {
    const caller: Caller = {
      ...{ platform, workspace: target.workspace, user: by, locale, zone },
      channel: "channel" in target ? target.channel : "",
      manages: false,
      alone: true,
      operates: false,
    };
    const { summarise } = await import("../stories/summary.ts");
    const without = await leftOutIn(doors.store, caller, doors.clock.now());
    const seen = doorsWithout(doors, without);
    return summarise(asked, Object.assign(Object.create(seen) as Doors, { caller, limit: undefined }));
  };
}

/** What keeps the bot from posting in a caller's channel, in the caller's language; null too where nobody can tell now. */
export async function missingAt(adapters: readonly Adapter[], caller: Caller): Promise<string | null> {
  const adapter = adapters.find(({ name }) => name === caller.platform);
  const { workspace, channel, locale } = caller;
  return (await adapter?.missing({ workspace, channel }, locale).catch(() => null)) ?? null;
}
