/** The loop of a running bot: polls what is due, takes in what other replicas brought, tidies once a day. */
import { BotError, reasonOf } from "../errors.ts";
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { GoingOptions } from "./feeds.ts";
import { pollFeeds } from "./poller.ts";
import type { FeedsRoom } from "./room.ts";

/** Between two rounds; also how late another replica's articles are seen at most. */
const ROUND_MS = 2_000;
const TIDY_MS = 24 * 3_600_000;

/** Goes on until the signal; never rejects. */
export async function keepGoing(room: FeedsRoom, options: GoingOptions, signal: AbortSignal): Promise<void> {
  let tidied = room.clock.monotonic();
  while (!signal.aborted) {
    try {
      await room.keeper.catchUp();
      if (options.poll)
        await pollFeeds(room, { all: false, ...(options.tell && { tell: options.tell }) }, signal);
      if (room.clock.monotonic() - tidied > TIDY_MS) {
        tidied = room.clock.monotonic();
        await room.keeper.tidy();
      }
      options.trouble(null);
    } catch (thrown) {
      if (!signal.aborted)
        options.trouble(thrown instanceof BotError ? thrown.words : stopped(reasonOf(thrown)));
    }
    await room.clock.sleep(ROUND_MS, signal).catch(() => undefined);
  }
}

function stopped(why: string): Words {
  return errors.notPolled(why);
}
