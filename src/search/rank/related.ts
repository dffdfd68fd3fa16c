/** Articles that speak of the same things as a given one, by its most telling terms. */
import type { Article } from "../../article.ts";
import { analyze } from "../../language/tokens.ts";
import type { Index, Plan, PlanTerm, Statistics, Vocabulary } from "../index/index.ts";
import { NO_FILTERS } from "../query/fits.ts";
import { idf } from "./score.ts";

/** How many of the article's terms are asked for. */
const TERMS = 40;
/** What an article speaks of stands in its beginning; UTF-16 units. */
const LONGEST = 10_000;
/** An article is related when it has this share of what the article itself scores. */
const RELATED = 0.08;

/** Ids of what is related to an article, best first. */
export async function relatedTo(id: string, limit: number, index: Index): Promise<readonly string[]> {
  const [article] = await index.get([id]);
  if (!article) return [];
  const plan = await relatedPlan(article, index.vocabulary, await index.statistics());
  const found = await index.scores(plan, limit + 1);
  const own = found.find((one) => one.id === id)?.score ?? found[0]?.score ?? 0;
  const related = found.filter((one) => one.id !== id && one.score > own * RELATED);
  return related.slice(0, limit).map((one) => one.id);
}

async function relatedPlan(
  { title, body }: Article,
  vocabulary: Vocabulary,
  statistics: Statistics,
): Promise<Plan> {
  const times = new Map<string, number>();
  for (const { term } of analyze(title)) times.set(term, (times.get(term) ?? 0) + 2);
  for (const { term } of analyze(body.slice(0, LONGEST).toWellFormed()))
    times.set(term, (times.get(term) ?? 0) + 1);
  const counts = await vocabulary.counts([...times.keys()]);
  const terms = [...times]
    .map(([term, count]) => ({ term, having: counts.get(term) ?? 0, count }))
    .filter(({ having }) => having > 1)
    .map(({ term, having, count }) => ({
      term,
      weight: Math.log1p(count) * idf(statistics.articles, having),
    }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS)
    .map(({ term, weight }, at): PlanTerm => {
      const variants = [{ terms: [term], via: "written", surety: 1, weight } as const];
      return { written: term, start: at, end: at + 1, importance: 1, weight, variants };
    });
  const run = { text: "", titleOnly: false, phrase: false, terms };
  return {
    clauses: [{ occur: "should", runs: [run] }],
    mustNot: [],
    filters: NO_FILTERS,
    enough: 0,
    strict: false,
    statistics,
  };
}
