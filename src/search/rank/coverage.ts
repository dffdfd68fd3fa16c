/** How much of a run of query words an article has, whatever is rare in it or common. */
import { find, slotOf, titleOf } from "../index/postings.ts";
import type { Wanted } from "./score.ts";

/** A run is divided into as many cells as fit into one integer. */
const CELLS = 30;

/** Answers the share, 0 to 1, of a run's searchable characters that an article has, by slot. */
export function createCoverage(
  text: string,
  wanted: readonly Wanted[],
  slots: number,
): (slot: number) => number {
  const cells = new Int32Array(slots);
  const size = Math.max(1, text.length / CELLS);
  let all = 0;
  for (const { term, titleOnly, routes } of wanted) {
    const mask = maskOf(term.start, term.end, size);
    all |= mask;
    for (const { list } of routes)
      for (let i = 0; i < list.length; i++) {
        const posting = list.items[i] ?? 0;
        if (titleOnly && titleOf(posting) === 0) continue;
        const slot = slotOf(posting);
        cells[slot] = (cells[slot] ?? 0) | mask;
      }
  }
  const whole = bits(all);
  return (slot) => (whole === 0 ? 0 : bits(cells[slot] ?? 0) / whole);
}

/**
 * Answers the same for single articles, over all runs, and of what any article has at all: what every
 * article lacks tells none from another.
 */
export function coverageOf(runs: readonly { readonly text: string; readonly wanted: readonly Wanted[] }[]) {
  const parts = runs.map(({ text, wanted }) => {
    const size = Math.max(1, text.length / CELLS);
    const terms = wanted
      .filter(({ routes }) => routes.length > 0)
      .map(({ term, routes }) => ({ mask: maskOf(term.start, term.end, size), routes }));
    return { terms, all: terms.reduce((all, { mask }) => all | mask, 0) };
  });
  const whole = parts.reduce((sum, { all }) => sum + bits(all), 0);
  return (slot: number): number => {
    let sum = 0;
    for (const { terms, all } of parts) {
      let met = 0;
      for (const { mask, routes } of terms) {
        if (met === all) break;
        if ((met & mask) !== mask && routes.some(({ list }) => find(list, slot) !== 0)) met |= mask;
      }
      sum += bits(met);
    }
    return whole === 0 ? 1 : sum / whole;
  };
}

function maskOf(start: number, end: number, size: number): number {
  let mask = 0;
  const last = Math.max(Math.floor(start / size), Math.ceil(end / size) - 1);
  for (let cell = Math.floor(start / size); cell <= last; cell++) mask |= 1 << Math.min(CELLS, cell);
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
