/** Polls feeds beside everything else that runs. */
import type { Doors } from "../command.ts";
import type { Config } from "../config.ts";
import type { FeedResult } from "../feeds/feeds.ts";
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { Log } from "../log.ts";

/** Polls in the background, until stopped, and says in the log what each feed brought. */
export function followFeeds(
  doors: Doors,
  config: Config,
  log: Log,
  polled: (result: FeedResult) => void = () => undefined,
) {
  const stopping = new AbortController();
  let going: Promise<void> | undefined;
  return {
    start() {
      const options = {
        poll: config.SCO_POLL === "on",
        tell: (result: FeedResult) => {
          polled(result);
          log.info(
            { event: "feed-polled", feed: result.url, ...result, reason: result.reason?.en },
            "polled",
          );
        },
        trouble: (words: Words | null) =>
          words === null ? doors.health.well("feeds") : doors.health.worse("feeds", words),
      };
      void tellFaults(doors).catch(() => undefined);
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

/** A list of feeds that cannot be read would otherwise look like one that is quiet. */
async function tellFaults({ feeds, health }: Doors): Promise<void> {
  await feeds.list();
  const [fault] = feeds.faults;
  if (fault !== undefined) health.worse("feed list", errors.badList(fault));
}
