/** How much of a query an article has: the query's text is cut into cells, and a term that is met covers its own. */
import type { PlanTerm, PlanVariant, Run } from "../index/index.ts";

/** As many as fit into one integer. */
export const CELLS = 30;
/** Below this surety a variant covers nothing: what is met through it may be about something else. */
const SURE = { search: 0.3, strict: 0.6 };
/** Share of a run's characters that must be met where words are a condition (title:, OR, watches). */
export const ENOUGH = 0.8;
/** What an article is left out for: variants that mean the same, for all of the words. */
export const EXCLUDES = { surety: 0.8, share: 0.95 };
/** An article is about something that has all of its words and this share of them in the title or so often in the body. */
export const ABOUT = { share: 0.5, times: 3 };

/** Whether meeting a variant says that the article has the term. A watch does not take a sound for a name. */
export function covers({ surety, via }: Pick<PlanVariant, "surety" | "via">, strict: boolean): boolean {
  return strict ? surety >= SURE.strict && via !== "script" : surety >= SURE.search;
}

export interface Coverage {
  /** The cells that a term covers when one of its variants is met; `run` counts through all runs. */
  maskOf(run: number, term: PlanTerm): number;
  /** The share of the whole query, rare words counting more. */
  share(mask: number): number;
  /** The share of one run's characters. */
  shareOf(run: number, mask: number): number;
  /** Characters of one run, by cell. */
  lengthsOf(run: number): readonly number[];
}

/** @param runs all that are looked for, of all clauses */
export function createCoverage(runs: readonly Run[]): Coverage {
  const borders = runs.map(bordersOf);
  const cells = borders.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  const scale = Math.min(1, CELLS / Math.max(1, cells));
  const weights = new Float64Array(CELLS);
  const lengths = runs.map(() => new Float64Array(CELLS));
  const places: Map<number, number>[] = [];
  let before = 0;
  for (const [at, own] of borders.entries()) {
    places.push(new Map(own.map((border, i) => [border, before + i])));
    const run = runs[at];
    for (let i = 1; i < own.length; i++) {
      const [from = 0, to = 0] = own.slice(i - 1, i + 1);
      const cell = Math.min(CELLS - 1, Math.floor((before + i - 1) * scale));
      const covering = run?.terms.filter(({ start, end }) => start <= from && end >= to) ?? [];
      const worth = covering.reduce(
        (most, { start, end, weight }) => Math.max(most, weight / (end - start)),
        0,
      );
      weights[cell] = (weights[cell] ?? 0) + worth * (to - from);
      if (covering.length === 0) continue;
      const length = lengths[at];
      if (length) length[cell] = (length[cell] ?? 0) + to - from;
    }
    before += Math.max(0, own.length - 1);
  }
  const shareBy = (numbers: Float64Array) => {
    const whole = numbers.reduce((sum, one) => sum + one, 0);
    return (mask: number): number => (whole === 0 ? 0 : sumOf(numbers, mask) / whole);
  };
  const shares = lengths.map(shareBy);
  return {
    maskOf(run, { start, end }) {
      const first = Math.floor((places[run]?.get(start) ?? 0) * scale);
      const last = Math.max(first, Math.floor(((places[run]?.get(end) ?? 1) - 1) * scale));
      let mask = 0;
      for (let cell = first; cell <= last && cell < CELLS; cell++) mask |= 1 << cell;
      return mask;
    },
    share: shareBy(weights),
    shareOf: (run, mask) => shares[run]?.(mask) ?? 0,
    lengthsOf: (run) => [...(lengths[run] ?? [])].slice(0, cells),
  };
}

function sumOf(numbers: Float64Array, mask: number): number {
  let sum = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += numbers[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}

/** Offsets at which some term of a run begins or ends, in order. */
export function bordersOf({ terms }: Run): number[] {
  return [...new Set(terms.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
}
