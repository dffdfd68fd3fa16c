/** BM25+ over title and body: what a term is worth by its rarity, and in one article by how often it stands there. */
import type { QueryTerm } from "../expand/terms.ts";
import type { PlanTerm, PlanVariant, Statistics } from "../index/index.ts";

/**
 * Parameters of BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), with the fields
 * joined before saturation as in BM25F (Robertson, Zaragoza, Taylor, 2004).
 */
const BM25 = {
  /** Saturation of repeated terms. */
  k: 1.2,
  /** Share of length normalisation in the body; titles are all short. */
  b: 0.7,
  /** What having the term at all is worth. */
  delta: 0.5,
  /** How many times in the body one time in the title counts. */
  title: 4,
};

/** Inverse document frequency, always positive. */
export function idf(articles: number, having: number): number {
  return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
}

/**
 * A term's variants with their worth. The term as written has its own rarity. The others share that of all of
 * them together, never above the written one's (Pirkola, "The effects of query structure and dictionary setups",
 * 1998): else the least fitting translation, being the rarest, would weigh most.
 * @param having how many articles have all terms of a variant, as far as counts tell
 */
export function weighed(
  { written, start, end, weight, corrected, variants }: QueryTerm,
  { articles }: Statistics,
  having: (terms: readonly string[]) => number,
): PlanTerm {
  const present = variants
    .map((one) => ({ ...one, articles: having(one.terms) }))
    .filter((one) => one.articles > 0);
  let ceiling = Number.POSITIVE_INFINITY;
  let others = 0;
  for (const one of present)
    if (one.via === "written") ceiling = Math.min(ceiling, idf(articles, one.articles));
    else others += one.articles;
  const shared = idf(articles, Math.min(others, articles));
  const weighed = present.map((one): PlanVariant => {
    const rarity = Math.min(ceiling, one.via === "written" ? idf(articles, one.articles) : shared);
    return { terms: one.terms, via: one.via, surety: one.weight, weight: weight * one.weight * rarity };
  });
  const most = weighed.reduce((most, one) => Math.max(most, one.weight / one.surety), 0);
  return {
    written,
    start,
    end,
    importance: weight,
    weight: weighed.length > 0 ? most : weight * idf(articles, 0),
    variants: weighed,
    ...(corrected !== undefined && { corrected }),
  };
}

/** What a term gives for standing so often in an article of some length, in units of its weight. */
export function saturation({ averageLength }: Statistics) {
  const { k, b, delta, title } = BM25;
  const perToken = averageLength > 0 ? b / averageLength : 0;
  return (titleTimes: number, bodyTimes: number, length: number): number => {
    const times = title * titleTimes + bodyTimes / (1 - b + perToken * length);
    return times === 0 ? 0 : delta + (times * (k + 1)) / (times + k);
  };
}

/** The title's part of the above, in [0, 1]. */
export function titleShare(
  { averageLength }: Statistics,
  titleTimes: number,
  bodyTimes: number,
  length: number,
): number {
  const perToken = averageLength > 0 ? BM25.b / averageLength : 0;
  const ofTitle = BM25.title * titleTimes;
  return ofTitle === 0 ? 0 : ofTitle / (ofTitle + bodyTimes / (1 - BM25.b + perToken * length));
}
