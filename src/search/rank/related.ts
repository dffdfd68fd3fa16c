/** Articles that speak of the same things as a given one: its most telling terms, asked as a query. */
import type { Tools } from "./evaluate.ts";
import { accumulate, idf, scorer, type Wanted } from "./score.ts";

/** How many of the article's terms are asked for. */
const TERMS = 40;
/** An article is related when it has this share of what the article itself would score. */
const ENOUGH = 0.08;

/** Ids of related articles, best first; equals by id; empty for an unknown id. */
export function relatedTo(id: string, limit: number, { index, analyzer }: Tools): string[] {
  const own = index.slot(id);
  const article = own === undefined ? undefined : index.article(own);
  if (own === undefined || !article) return [];
  const counts = new Map<string, number>();
  for (const { term } of analyzer.analyze(article.title)) counts.set(term, (counts.get(term) ?? 0) + 2);
  for (const { term } of analyzer.analyze(article.body)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const telling = [...counts]
    .map(([term, count]) => ({ term, weight: Math.log1p(count) * idf(index.size, index.count(term)) }))
    .filter(({ term }) => index.count(term) > 1)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS);

  const score = scorer(index);
  const sums = new Float64Array(index.slots);
  for (const { term, weight } of telling) {
    const list = index.postings(term);
    if (list) accumulate(wantedOf(term, list, weight), score, sums, sums);
  }
  const bar = (sums[own] ?? 0) * ENOUGH;
  const found: { id: string; sum: number }[] = [];
  for (let slot = 0; slot < sums.length; slot++) {
    const other = (sums[slot] ?? 0) > bar && slot !== own ? index.article(slot) : undefined;
    if (other) found.push({ id: other.id, sum: sums[slot] ?? 0 });
  }
  found.sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1));
  return found.slice(0, limit).map((one) => one.id);
}

function wantedOf(term: string, list: Wanted["routes"][number]["list"], weight: number): Wanted {
  const alternative = { terms: [term], weight: 1, through: "written" } as const;
  return {
    term: { written: term, start: 0, end: term.length, weight: 1, alternatives: [alternative] },
    titleOnly: false,
    routes: [{ alternative, list, weight }],
  };
}
