/** Which stories a digest tells: those of some days, of a topic, or of the nearest day that has any. */
import type { Context } from "../command.ts";
import { addDays, dayOf } from "../time.ts";
import { type Period, spanOfPeriod } from "./period.ts";
import type { Story } from "./stories.ts";

export type Rooms = Pick<
  Context,
  "caller" | "library" | "search" | "stories" | "clock" | "limit" | "feeds" | "translate"
>;

/** Most articles of a topic that are looked at. */
const TOPIC_LIMIT = 1_000;
/** Articles that match a topic this much less than the best are about something else. */
const TOPIC_SHARE = 0.3;

/** The stories of some days; with a topic only of articles that match it. */
export async function storiesOf(
  period: Period,
  topic: string | undefined,
  rooms: Rooms,
): Promise<readonly Story[]> {
  const { caller, stories } = rooms;
  const asked = { language: caller.locale };
  const span = spanOfPeriod(period, caller.zone);
  if (!topic) return stories.within(span, asked);
  const window = `after:${period.first} before:${addDays(period.last, 1)} ${topic}`;
  return stories.within(span, { ...asked, matching: await matching(window, rooms) });
}

/** Articles that match a topic, with how well: 1 for the best. */
async function matching(
  topic: string,
  { search, clock, caller }: Rooms,
): Promise<ReadonlyMap<string, number>> {
  const hits = await search.scores(topic, { limit: TOPIC_LIMIT, now: clock.now(), zone: caller.zone });
  const best = hits[0]?.score || 1;
  return new Map(
    hits
      .map(({ id, score }) => [id, score / best] as const)
      .filter(([, share]) => share >= TOPIC_SHARE || best === 1),
  );
}

/** The day with news that is nearest to a period without; of two as near the earlier one. */
export async function nearestDay(
  period: Period,
  topic: string | undefined,
  rooms: Rooms,
): Promise<string | undefined> {
  const { library, caller } = rooms;
  const { from, to } = spanOfPeriod(period, caller.zone);
  const match = topic ? await matching(topic, rooms) : undefined;
  let best: { day: string; far: number } | undefined;
  for (const { id, published } of library.newest()) {
    if (published === null || (match && !match.has(id))) continue;
    const at = Date.parse(published);
    const far = at < from ? from - at : at - to;
    if (!best || far <= best.far) best = { day: dayOf(at, caller.zone), far };
  }
  return best?.day;
}
