/** The order of hits: what the terms give, exact wording first, newer first where that is near, ids last. */
import type { Article } from "../../article.ts";
import { find } from "../index/postings.ts";
import type { Query } from "../query/query.ts";
import { coverageOf } from "./coverage.ts";
import type { Evaluation, Tools } from "./evaluate.ts";
import type { Phrases } from "./phrase.ts";
import type { Wanted } from "./score.ts";

/** A newer article gains at most this share: it decides between near scores and nothing else. */
const RECENCY = 0.05;
/** An article of this age has half of the gain. */
const HALF_AGE_MS = 90 * 86_400_000;
/** What having all words side by side, as written, multiplies a score by. */
const WORDING = { title: 1.6, body: 1.4 };
/**
 * How much it counts to have more of the query, whatever the parts weigh. It weighs against compounds that a
 * Chinese article meets as words and pairs, and an article in another language only once (measured).
 */
const COORDINATION = { power: 0.35 };
/** Text whose wording can be more than one word. */
const SEVERAL = /\S\s+\S|\p{Script=Han}{3}/u;
/** The exact wording is looked for in this many more articles than are shown. */
const REACH = 50;
/** Newest first only shows articles with this share of the best score: the rest merely share a word. */
const NEAR_ENOUGH = 0.35;

export interface Ranked {
  readonly slot: number;
  readonly article: Article;
  /** Sum of what the terms give; the score is this times `factor`. */
  readonly sum: number;
  readonly factor: number;
}

/** Ranks what passed: the hits from `offset` on, and how many there are in all. */
export function rank(
  query: Query,
  evaluation: Evaluation,
  { index, phrases }: Tools,
  { limit, offset, now }: { limit: number; offset: number; now: number },
): { total: number; ranked: readonly Ranked[] } {
  const { sums, passes } = evaluation;
  const filtersOnly = evaluation.wanted.length === 0 && query.wanted.length === 0;
  const newest = query.sort === "new" || filtersOnly;
  const floor = newest && !filtersOnly ? sumAt(1, sums, passes) * NEAR_ENOUGH : 0;
  const wants = (slot: number) => passes(slot) && (filtersOnly || (sums[slot] ?? 0) > floor);
  const keep = offset + limit + REACH;
  const bar = newest ? 0 : sumAt(keep, sums, wants) / (1 + RECENCY);
  const found: Ranked[] = [];
  let total = 0;
  for (let slot = 0; slot < sums.length; slot++) {
    if (!wants(slot)) continue;
    total++;
    const sum = sums[slot] ?? 0;
    const article = sum < bar ? undefined : index.article(slot);
    if (article) found.push({ slot, article, sum, factor: recency(index.columns.published[slot], now) });
  }
  if (newest) return { total, ranked: found.sort(byTime).slice(offset, offset + limit) };
  const gain = wordingOf(evaluation, phrases);
  const coverage = coverageOf(evaluation.runs);
  const near = found.sort(byScore).slice(0, keep);
  const ranked = near.map((one) => ({
    ...one,
    factor: one.factor * gain(one) * coverage(one.slot) ** COORDINATION.power,
  }));
  return { total, ranked: ranked.sort(byScore).slice(offset, offset + limit) };
}

/** The sum that is at place `rank` (from 1) when wanted ones are ordered; 0 when there are fewer. */
function sumAt(rank: number, sums: Float64Array, wants: (slot: number) => boolean): number {
  const top = new Float64Array(rank);
  for (let slot = 0; slot < sums.length; slot++) {
    const sum = sums[slot] ?? 0;
    if (sum <= (top[rank - 1] ?? 0) || !wants(slot)) continue;
    let at = rank - 1;
    for (; at > 0 && (top[at - 1] ?? 0) < sum; at--) top[at] = top[at - 1] ?? 0;
    top[at] = sum;
  }
  return top[rank - 1] ?? 0;
}

/** Answers what an article gains by having the query's words side by side, as written. */
function wordingOf({ runs }: Evaluation, phrases: Phrases): (one: Ranked) => number {
  const tests = runs
    .filter(({ text, wanted }) => SEVERAL.test(text) && !wanted.some(({ phrase }) => phrase))
    .map(({ text, wanted }) => ({ wanted, has: phrases.inside(text) }));
  return ({ slot, article }) => {
    let gain = 1;
    for (const { wanted, has } of tests) {
      if (!wanted.every((one) => isThere(one, slot))) continue;
      if (has(article, "title")) gain = Math.max(gain, WORDING.title);
      else if (has(article, "body")) gain = Math.max(gain, WORDING.body);
    }
    return gain;
  };
}

/** Whether an article has a term as it was written. */
function isThere({ routes }: Wanted, slot: number): boolean {
  const [first] = routes;
  return first?.alternative.through === "written" && find(first.list, slot) !== 0;
}

/** 1 for an undated or very old article, a little more the newer it is. */
function recency(published = Number.NaN, now: number): number {
  const age = Math.max(0, now - published);
  return Number.isNaN(age) ? 1 : 1 + RECENCY / (1 + age / HALF_AGE_MS);
}

function byScore(a: Ranked, b: Ranked): number {
  return b.sum * b.factor - a.sum * a.factor || byId(a, b);
}

function byTime(a: Ranked, b: Ranked): number {
  const x = a.article.published ?? "";
  const y = b.article.published ?? "";
  return x === y ? byScore(a, b) : x < y ? 1 : -1;
}

function byId(a: Ranked, b: Ranked): number {
  return a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0;
}
