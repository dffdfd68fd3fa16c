/** The articles of one story on some days → the events that they tell of: a long story may bring two on one day. */
import type { Article } from "../article.ts";
import { clusterOf } from "./cluster.ts";
import { likenessOf } from "./living/lines.ts";
import { joinPages } from "./pages.ts";

/** Groups nearer to each other than this tell of one event. A quarter more or less makes little difference. */
const THRESHOLD = 0.15;
/** News of one event come close together: after so many days a likeness counts half. */
const HALF_DAYS = 12;
const DAY = 86_400_000;

/** Every article is in one event; the events and their articles stand as the articles stood. */
export async function eventsOf(articles: readonly Article[]): Promise<readonly (readonly Article[])[]> {
  if (articles.length < 2) return [articles];
  // Events must not depend on the order in which the articles are given.
  const ordered = [...articles].sort((one, other) => (one.id < other.id ? -1 : 1));
  const pairs = ordered.flatMap((one, a) =>
    ordered.slice(a + 1).flatMap((other, i) => {
      const score = likenessOf(one, other) * nearness(one, other);
      return score > 0 ? [{ a, b: a + 1 + i, score }] : [];
    }),
  );
  const place = new Map(articles.map((article, at) => [article, at] as const));
  const placeOf = (article: Article | undefined) => (article && place.get(article)) ?? 0;
  const groups = await clusterOf(ordered.length, pairs, THRESHOLD);
  const events = groups.map((group) => group.flatMap((at) => ordered[at] ?? []));
  return joinPages(events, likenessOf)
    .map((group) => [...group].sort((one, other) => placeOf(one) - placeOf(other)))
    .sort((one, other) => placeOf(one[0]) - placeOf(other[0]));
}

function nearness({ published: one }: Article, { published: other }: Article): number {
  if (one === null || other === null) return 1;
  return 0.5 ** (Math.abs(Date.parse(one) - Date.parse(other)) / DAY / HALF_DAYS);
}
