/** How much of a question is met, counted by characters, with words that say little weighing little. */
import type { PassageTerm } from "../search/search.ts";
import { isLight } from "./light-words.ts";

/** Han characters that join words and mean little by themselves. */
const JOINING = new Set("的了是在有和与到对将被把之及其等为于中上下个第年月日这那些");
/** What a word that says little weighs of its weight. */
const LIGHTLY = 0.35;

/**
 * Answers, for how well each term is met, the share of the question's weight that is. It is counted character by
 * character: terms overlap (words, and pairs of Han characters), and what two of them say must not count twice.
 * A character weighs as the weightiest term on it, by length, and is met as well as the best met term on it.
 */
export function sharer(terms: readonly PassageTerm[]): (met: readonly number[]) => number {
  const length = Math.max(0, ...terms.map((term) => term.end));
  const weights = new Float64Array(length);
  const weigh = weigher(terms);
  for (const term of terms)
    for (let at = term.start; at < term.end; at++)
      if (!JOINING.has(term.written.charAt(at - term.start)))
        weights[at] = Math.max(weights[at] ?? 0, weigh(term) / (term.end - term.start));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const got = new Float64Array(length);
  return (met) => {
    got.fill(0);
    for (let i = 0; i < terms.length; i++) {
      const strength = met[i] ?? 0;
      const term = terms[i];
      if (strength === 0 || !term) continue;
      for (let at = term.start; at < term.end; at++) if (strength > (got[at] ?? 0)) got[at] = strength;
    }
    let sum = 0;
    for (let at = 0; at < length; at++) sum += (weights[at] ?? 0) * (got[at] ?? 0);
    return all === 0 ? 0 : sum / all;
  };
}

/** Answers how many words of the question are met; what overlaps counts once, two Han characters as one word. */
export function counter(terms: readonly PassageTerm[]): (met: readonly number[]) => number {
  return (met) => {
    const at = new Set<number>();
    let words = 0;
    let reach = -1;
    for (const [i, { start, end, written }] of terms.entries()) {
      if ((met[i] ?? 0) === 0) continue;
      if (/\p{Script=Han}/u.test(written)) for (let k = start; k < end; k++) at.add(k);
      else if (start >= reach) {
        words++;
        reach = end;
      }
    }
    return words + at.size / 2;
  };
}

/** A word that no article has tells no more than a usual one, unless it is a name. */
function weigher(terms: readonly PassageTerm[]): (term: PassageTerm) => number {
  const known = terms.filter((term) => term.known).map((term) => term.weight);
  known.sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 2)] ?? Number.POSITIVE_INFINITY;
  return ({ written, weight, known: has }) => {
    if (isLight(written)) return weight * LIGHTLY;
    return has || /^\p{Lu}/u.test(written) ? weight : Math.min(weight, usual);
  };
}
