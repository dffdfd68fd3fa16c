/** What scripts in Redis answer, as rows and entries, and how numbers are told to it. */
import type { DueEntry, Rows } from "./store.ts";
import { fromJson } from "./table.ts";

/** Names, each followed by its JSON. */
export function rowsIn(flat: readonly string[]): Rows {
  return flat.flatMap((key, i) => (i % 2 === 0 ? [[key, fromJson(flat[i + 1] ?? "null")] as const] : []));
}

/** Names, each followed by its number. */
export function entriesOf(flat: readonly string[]): DueEntry[] {
  return flat.flatMap((key, i) => (i % 2 === 0 ? [{ key, at: Number(flat[i + 1]) }] : []));
}

/** How Redis writes a number. */
export function bound(score: number): string | number {
  return Number.isFinite(score) ? score : score > 0 ? "+inf" : "-inf";
}
