/** What lies around a query that finds nothing: the archive as `explain/zero-results.ts` asks it. */
import { languageOf } from "../language/detect.ts";
import { knownPart } from "./explain/notices.ts";
import type { Archive } from "./explain/zero-results.ts";
import { ASKS, type Finder } from "./find.ts";
import type { Index } from "./index/index.ts";
import { NO_FILTERS } from "./query/fits.ts";
import type { Term } from "./query/query.ts";
import type { SearchOptions } from "./search.ts";

/** Articles that a looser query may name. */
const NEAREST = 3;
/** Newest articles whose titles may be an example. */
const NEWEST = 20;
/** The instants that a date can be. */
const [FIRST, LAST] = [-8.64e15, 8.64e15];

export function neighbourhood(finder: Finder, index: Index, asked: SearchOptions): Archive {
  return {
    ...{ now: asked.now, zone: asked.zone, languageOf },
    async best(query) {
      const { only: _, ...all } = asked;
      const plan = await finder.plan(query, finder.filtersFor(query, all));
      const { ranked } = await finder.pageAbout(query, plan, { ...all, limit: NEAREST, offset: 0 }, "query");
      return ranked.map(({ article }) => article.id);
    },
    async known(query) {
      const { clauses } = await finder.plan(query, NO_FILTERS, { enough: ASKS.nothing });
      const texts = clauses.flatMap(({ runs }) => runs.map(knownPart)).filter((text) => text !== "");
      return { ...query, clauses: texts.map((text): readonly Term[] => [{ kind: "words", text }]) };
    },
    async dated(order, { from = FIRST, to = LAST, language }) {
      const filters = { ...NO_FILTERS, from, to, languages: language ? [language] : [] };
      return (await index.newest(filters, { limit: NEWEST, offset: 0, order })).articles;
    },
  };
}
