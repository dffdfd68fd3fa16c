/** Closeness in meaning, where there is a server for it: it moves what words have found, and finds nothing by itself. */
import type { Plan } from "../index/index.ts";
import type { Nearness } from "../search.ts";
import type { Ranked } from "./rank.ts";

const NEARNESS = {
  /** What an article as close as any multiplies its score by. */
  most: 1.6,
  /** A query of so many words or fewer, two Han characters counting as one, is found by its letters. */
  words: 3,
  /** Share of the candidates whose meaning has to be known: one without would fall behind for no fault of its own. */
  known: 0.9,
};

/**
 * Ranks anew, best first, by score times what closeness is worth. The server is asked at once, so that it works while the
 * index is looked through.
 */
export function lifting(plan: Plan, near: Nearness | undefined) {
  const words = near && wordsToCompare(plan);
  const measured = words === undefined ? undefined : near?.(words);
  return async (ranked: readonly Ranked[]) => lifted(ranked, await measured);
}

/** What is asked of the server for a plan; undefined where a word, a name, a phrase or an exclusion says enough. */
function wordsToCompare({ clauses, mustNot }: Plan): string | undefined {
  const runs = clauses.flatMap((clause) => clause.runs);
  if (mustNot.length > 0 || runs.some(({ phrase, loosened }) => phrase || loosened)) return undefined;
  const text = runs.map((run) => run.text).join(" ");
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu)?.length ?? 0;
  return han / 2 + others > NEARNESS.words ? text : undefined;
}

function lifted(ranked: readonly Ranked[], measure: Awaited<ReturnType<Nearness>>): readonly Ranked[] {
  if (!measure) return ranked;
  const degrees = ranked.map(({ article }) => measure(article.id));
  const known = degrees.filter((degree) => degree !== undefined).length;
  if (known < ranked.length * NEARNESS.known) return ranked;
  return ranked
    .map((one, i): Ranked => {
      const degree = degrees[i] ?? 0;
      const weight = NEARNESS.most ** degree;
      if (weight === 1) return one;
      return {
        ...one,
        score: one.score * weight,
        factors: [...one.factors, { kind: "meaning", weight, degree }],
      };
    })
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}
