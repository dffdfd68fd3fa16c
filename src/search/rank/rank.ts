/** The order of hits: what the terms give, times what else speaks for an article; every factor is one that can be shown. */
import type { Language } from "../../article.ts";
import { slicer } from "../../slices.ts";
import type { Candidate, Plan } from "../index/index.ts";
import { covers, createCoverage } from "./coverage.ts";
import type { WordingTest } from "./wording.ts";

/** What a score is multiplied by, and for what. */
export interface Factor {
  readonly kind: "coordination" | "wording" | "recency" | "language" | "meaning";
  readonly weight: number;
  /** How close in meaning, in [0, 1]. */
  readonly degree?: number;
}

export interface Ranked extends Candidate {
  /** `sum` times all factors. */
  readonly score: number;
  readonly factors: readonly Factor[];
}

const RANKING = {
  /** How much it counts to have more of the query, whatever the parts weigh. */
  coordination: 1,
  /** What having all words side by side, as written, multiplies a score by. */
  wording: { title: 1.6, body: 1.4 },
  /** A newer article gains at most this share: it decides between near scores and nothing else. */
  recency: 0.05,
  /** How far the best of each language are brought to one height. */
  language: 0.5,
};
/** An article of this age has half of the gain of recency. */
const HALF_AGE_MS = 90 * 86_400_000;
/** Text whose wording can be more than one word. */
const SEVERAL = /\S\s+\S|\p{Script=Han}{3}/u;

/** Ranks candidates, best first; equals by id. @param now epoch milliseconds */
export async function rank(
  plan: Plan,
  candidates: readonly Candidate[],
  wording: (phrase: string) => WordingTest,
  now: number,
): Promise<readonly Ranked[]> {
  const runs = plan.clauses.flatMap((clause) => clause.runs);
  const coverage = createCoverage(runs);
  const wordingOf = wordingGain(plan, wording);
  const ranked: Ranked[] = [];
  const rest = slicer();
  for (const candidate of candidates) {
    const pause = rest();
    if (pause) await pause;
    let mask = 0;
    for (const { run, term, variant } of candidate.met) {
      const planned = runs[run]?.terms[term];
      if (planned && covers(variant, plan.strict)) mask |= coverage.maskOf(run, planned);
    }
    const factors: Factor[] = [
      { kind: "coordination", weight: coverage.share(mask) ** RANKING.coordination },
      { kind: "wording", weight: wordingOf(candidate) },
      { kind: "recency", weight: recency(candidate, now) },
    ];
    ranked.push(scored(candidate, factors));
  }
  return fair(ranked).sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}

/** Candidates in the order they came in, unranked: for sort:new and filters alone. */
export function unranked(candidates: readonly Candidate[]): readonly Ranked[] {
  return candidates.map((candidate) => scored(candidate, []));
}

function scored(candidate: Candidate, factors: readonly Factor[]): Ranked {
  const kept = factors.filter(({ weight }) => weight !== 1);
  return {
    ...candidate,
    factors: kept,
    score: kept.reduce((score, { weight }) => score * weight, candidate.sum),
  };
}

/** An article in another language meets fewer and weaker variants: it is held against the best of its language. */
function fair(ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<Language, number>();
  for (const { article, score } of ranked)
    best.set(article.language, Math.max(best.get(article.language) ?? 0, score));
  const most = Math.max(0, ...best.values());
  return ranked.map((one) => {
    const weight = (most / (best.get(one.article.language) || most || 1)) ** RANKING.language;
    return scored(one, [...one.factors, { kind: "language", weight }]);
  });
}

/** What an article gains by having the query's words side by side, as written. */
function wordingGain({ clauses }: Plan, wording: (phrase: string) => WordingTest) {
  const runs = clauses.flatMap((clause) => clause.runs);
  const tests = runs
    .map((run, at) => ({ ...run, at }))
    .filter(({ text, phrase }) => SEVERAL.test(text) && !phrase)
    .map(({ text, at, terms }) => ({ at, terms: terms.length, has: wording(text) }));
  return ({ article, met }: Candidate): number => {
    let gain = 1;
    for (const { at, terms, has } of tests) {
      const written = met.filter(({ run, variant }) => run === at && variant.via === "written");
      if (written.length < terms) continue;
      if (has(article, "title")) gain = Math.max(gain, RANKING.wording.title);
      else if (has(article, "body")) gain = Math.max(gain, RANKING.wording.body);
    }
    return gain;
  };
}

/** 1 for an undated or very old article, a little more the newer it is. */
function recency({ article }: Candidate, now: number): number {
  const age = Math.max(0, now - Date.parse(article.published ?? ""));
  return Number.isNaN(age) ? 1 : 1 + RANKING.recency / (1 + age / HALF_AGE_MS);
}
