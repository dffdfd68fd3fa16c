/** The articles of some days → the events that they tell of, by the likenesses that were found when they were kept. */
import type { Article } from "../article.ts";
import { inSlices } from "../slices.ts";
import { clusterOf, type Pair } from "./cluster.ts";
import { likenessOf } from "./living/lines.ts";
import { joinPages } from "./pages.ts";

/** Groups nearer to each other than this tell of one event. A quarter more or less makes little difference. */
const THRESHOLD = 0.15;
/** News of one event come close together: after so many days a likeness counts half. */
const HALF_DAYS = 12;
/** Articles of one language share ordinary words too, which those of two do not. */
const SAME_LANGUAGE = 0.8;
const DAY = 86_400_000;

/** Every article is in one event; the events and their articles stand as the articles stood. */
export async function eventsOf(articles: readonly Article[]): Promise<readonly (readonly Article[])[]> {
  if (articles.length < 2) return [articles];
  // Events must not depend on the order in which the articles are given.
  const ordered = [...articles].sort((one, other) => (one.id < other.id ? -1 : 1));
  const at = new Map(ordered.map(({ id }, row) => [id, row] as const));
  const pairs = new Map<string, Pair>();
  await inSlices(ordered.entries(), ([row, one]) => {
    for (const id of Object.keys(one.story?.like ?? {})) {
      const other = at.get(id);
      const [a, b] = [Math.min(row, other ?? row), Math.max(row, other ?? row)];
      const [first, second] = [ordered[a], ordered[b]];
      if (a === b || !first || !second) continue;
      pairs.set(`${a} ${b}`, { a, b, score: likenessOf(first, second) * nearness(first, second) });
    }
  });
  const place = new Map(articles.map((article, at) => [article, at] as const));
  const placeOf = (article: Article | undefined) => (article && place.get(article)) ?? 0;
  const groups = await clusterOf(ordered.length, [...pairs.values()], THRESHOLD);
  const events = groups.map((group) => group.flatMap((at) => ordered[at] ?? []));
  return joinPages(events, likenessOf)
    .map((group) => [...group].sort((one, other) => placeOf(one) - placeOf(other)))
    .sort((one, other) => placeOf(one[0]) - placeOf(other[0]));
}

/** Likenesses are comparable across languages and time by this share. */
function nearness(one: Article, other: Article): number {
  const share = one.language === other.language ? SAME_LANGUAGE : 1;
  if (one.published === null || other.published === null) return share;
  const days = Math.abs(Date.parse(one.published) - Date.parse(other.published)) / DAY;
  return share * 0.5 ** (days / HALF_DAYS);
}
