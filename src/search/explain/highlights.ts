/** Marks: the places in a text that are set in bold. */
import type { Mark } from "../../language/text.ts";

/** Joins marks that overlap or touch, in order. */
export function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The parts of marks that lie in [from, to), counted from `from`. */
export function marksWithin(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks
    .filter(([start, end]) => start < to && end > from)
    .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from]);
}
