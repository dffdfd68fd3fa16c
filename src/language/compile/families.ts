/** Words of one family (торговать and торговля, economy and economic): they share a meaning and the way they begin. */
import type { RankedRenderings } from "./rows.ts";

/** Renderings of a word that tell its meaning: the first ones. */
const TELLING = 2;
/** Words that one rendering has at most; what more words share says too little. */
const MOST = 40;
/** Letters that they begin with: so many, and so large a share of the shorter one. */
const SHARED = { letters: 4, share: 0.6 };

/** For each stem the others of its family. @param tables words of one language with their renderings in another */
export function familiesOf(
  tables: readonly RankedRenderings[],
  script: RegExp,
): Map<string, ReadonlySet<string>> {
  const families = new Map<string, Set<string>>();
  for (const table of tables)
    for (const words of byMeaning(table, script).values())
      if (words.length <= MOST)
        for (const one of words)
          for (const other of words)
            if (one !== other && begin(one, other))
              families.set(one, (families.get(one) ?? new Set<string>()).add(other));
  return families;
}

/** Words of one stem by each of their first renderings. */
function byMeaning(table: RankedRenderings, script: RegExp): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [word, row] of table) {
    if (!script.test(word)) continue;
    const best = [...row].sort((a, b) => a[1] - b[1]).slice(0, TELLING);
    for (const [meaning] of best) {
      if (meaning.length < 2) continue;
      const words = found.get(meaning);
      if (words) words.push(word);
      else found.set(meaning, [word]);
    }
  }
  return found;
}

function begin(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same >= SHARED.letters && same >= SHARED.share * Math.min(one.length, other.length);
}

/** One line a stem: `f`, the stem, a tab, the others parted by semicolons. */
export function* familyLines(families: ReadonlyMap<string, ReadonlySet<string>>): Iterable<string> {
  for (const [stem, others] of families) yield `f${stem}\t${[...others].slice(0, 6).join(";")}`;
}
