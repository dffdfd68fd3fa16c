/** A brief of articles that somebody put aside: those of one story together, whenever they came. */
import type { Article } from "../article.ts";
import type { Context } from "../command.ts";
import { dayOf } from "../time.ts";
import { type Brief, briefOf, type Told } from "./brief.ts";
import type { Rooms } from "./choose.ts";

/** @param topic what such a brief is called */
export async function briefOfArticles(
  articles: readonly Article[],
  topic: string,
  rooms: Rooms & Pick<Context, "limit">,
): Promise<Brief> {
  const { stories, caller, clock } = rooms;
  const groups = new Map<string, [Article, ...Article[]]>();
  for (const article of articles) {
    const id = (await stories.get(article.id))?.id ?? article.id;
    const known = groups.get(id);
    if (known) known.push(article);
    else groups.set(id, [article]);
  }
  const chosen: Told[] = [];
  for (const [id, own] of groups)
    chosen.push({ id, articles: own, tell: () => stories.tell(own, caller.locale) });
  const today = dayOf(clock.now(), caller.zone);
  const days = articles
    .flatMap(({ published }) => (published === null ? [] : [dayOf(published, caller.zone)]))
    .sort();
  const period = { first: days[0] ?? today, last: days.at(-1) ?? today };
  return briefOf(
    chosen.sort((a, b) => b.articles.length - a.articles.length),
    { period, topic },
    rooms,
  );
}
