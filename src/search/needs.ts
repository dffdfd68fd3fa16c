/** What standing queries need of an article's terms, packed into one array of numbers: there may be a hundred thousand. */
import { ENOUGH } from "./rank/coverage.ts";
import type { StandingQuery } from "./standing.ts";

/** `no`: it does not match. `sure`: its terms say that it does. `maybe`: its text has to be looked at. */
export type Verdict = "no" | "maybe" | "sure";

/**
 * Clauses, each `needs`, then for each need `sure cells length… ways`, then for each way `mask terms term…`.
 * @param numberOf a number for a term, always the same
 */
export function packed({ clauses, whole }: StandingQuery, numberOf: (term: string) => number): Int32Array {
  const numbers: number[] = [whole ? 1 : 0, clauses.length];
  for (const needs of clauses) {
    numbers.push(needs.length);
    for (const { sure, lengths, ways } of needs) {
      numbers.push(sure ? 1 : 0, lengths.length, ...lengths, ways.length);
      for (const { mask, terms } of ways) numbers.push(mask, terms.length, ...terms.map(numberOf));
    }
  }
  return Int32Array.from(numbers);
}

/** Holds what was packed against an article. @param has whether the article has a term, by its number */
export function verdict(numbers: Int32Array, has: (term: number) => boolean): Verdict {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  let sure = next() === 1;
  for (let clauses = next(); clauses > 0; clauses--) {
    let isMet = false;
    let isSure = false;
    for (let needs = next(); needs > 0; needs--) {
      const own = next() === 1;
      const cells = next();
      const lengths = at;
      at += cells;
      let mask = 0;
      for (let ways = next(); ways > 0; ways--) {
        const covers = next();
        const terms = next();
        let all = (covers & ~mask) !== 0;
        for (let i = 0; all && i < terms; i++) all = has(numbers[at + i] ?? 0);
        if (all) mask |= covers;
        at += terms;
      }
      if (!isEnough(numbers, lengths, cells, mask)) continue;
      isMet = true;
      isSure ||= own;
    }
    if (!isMet) return "no";
    sure &&= isSure;
  }
  return sure ? "sure" : "maybe";
}

/** Whether the cells of a mask are enough of a run's characters. */
function isEnough(numbers: Int32Array, from: number, cells: number, mask: number): boolean {
  let whole = 0;
  let met = 0;
  for (let cell = 0; cell < cells; cell++) {
    const length = numbers[from + cell] ?? 0;
    whole += length;
    if ((mask & (1 << cell)) !== 0) met += length;
  }
  return met > 0 && met / whole >= ENOUGH;
}
