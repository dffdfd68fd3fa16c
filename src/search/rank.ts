/** The order of hits: what the terms give, exact wording first, newer first where that is near, ids last. */
import type { Article } from "../article.ts";
import type { Evaluation, Tools } from "./evaluate.ts";
import type { Phrases } from "./phrase.ts";
import { find } from "./postings.ts";
import type { Query } from "./query.ts";
import type { Wanted } from "./score.ts";

/** A newer article gains at most this share: it decides between near scores and nothing else. */
const RECENCY = 0.05;
/** An article of this age has half of the gain. */
const HALF_AGE_MS = 90 * 86_400_000;
/** What having all words side by side, as written, multiplies a score by. */
const WORDING = { title: 1.6, body: 1.4 };
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
  const floor = newest && !filtersOnly ? highest(evaluation) * NEAR_ENOUGH : 0;
  const found: Ranked[] = [];
  const keep = newest ? Number.POSITIVE_INFINITY : offset + limit + REACH;
  let total = 0;
  let threshold = Number.NEGATIVE_INFINITY;
  for (let slot = 0; slot < sums.length; slot++) {
    const sum = sums[slot] ?? 0;
    if (!passes(slot) || (filtersOnly ? false : sum <= floor)) continue;
    total++;
    if (sum * (1 + RECENCY) < threshold) continue;
    const article = index.article(slot);
    if (!article) continue;
    found.push({ slot, article, sum, factor: recency(article, now) });
    if (found.length >= keep * 2 + 1000) {
      found.sort(byScore).length = keep;
      const last = found[keep - 1];
      if (last) threshold = last.sum * last.factor;
    }
  }
  if (newest) return { total, ranked: found.sort(byTime).slice(offset, offset + limit) };
  found.sort(byScore);
  const gain = wordingOf(evaluation, phrases);
  const near = found.slice(0, keep).map((one) => ({ ...one, factor: one.factor * gain(one) }));
  return { total, ranked: near.sort(byScore).slice(offset, offset + limit) };
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

function highest({ sums, passes }: Evaluation): number {
  let top = 0;
  for (let slot = 0; slot < sums.length; slot++) if (passes(slot)) top = Math.max(top, sums[slot] ?? 0);
  return top;
}

/** 1 for an undated or very old article, a little more the newer it is. */
function recency({ published }: Article, now: number): number {
  if (published === null) return 1;
  const age = Math.max(0, now - Date.parse(published));
  return 1 + RECENCY / (1 + age / HALF_AGE_MS);
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
