/** Tables of words and their renderings while the dictionary is compiled, best renderings first. */
import { analyze } from "../tokens.ts";
import { foldWord } from "../words.ts";

/** Renderings kept for one word. */
const KEPT = 30;
/** Words of the longest English rendering. */
const LONGEST = 4;

/** Renderings of each word with their ranks, the lowest the best. */
export type RankedRenderings = Map<string, Map<string, number>>;

export function note(table: RankedRenderings, key: string, value: string, rank: number): void {
  const row = table.get(key) ?? new Map<string, number>();
  row.set(value, Math.min(rank, row.get(value) ?? rank));
  table.set(key, row);
}

/** One line a word: a letter for the table, the word, a tab, its renderings parted by semicolons. */
export function* linesOf(table: RankedRenderings, side: string): Iterable<string> {
  for (const [key, row] of table) {
    const best = [...row].sort((a, b) => a[1] - b[1]).slice(0, KEPT);
    yield `${side}${key}\t${best.map(([value]) => value).join(";")}`;
  }
}

/**
 * The stems of a rendering, parted by spaces; undefined when nothing or too much is left.
 * @param words takes the shortest word of each stem
 */
export function stemsOf(rendering: string, words = new Map<string, string>()): string | undefined {
  const stems = new Set<string>();
  for (const { term, start, end } of analyze(rendering)) {
    stems.add(term);
    const word = foldWord(rendering.slice(start, end));
    if (word.length < (words.get(term)?.length ?? Number.POSITIVE_INFINITY)) words.set(term, word);
  }
  return stems.size > 0 && stems.size <= LONGEST ? [...stems].join(" ") : undefined;
}
