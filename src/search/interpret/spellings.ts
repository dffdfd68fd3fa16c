/** Words that are spelt nearly like another: by length and letters first, then by counting edits. */

export interface Spellings {
  has(term: string): boolean;
  /** Words other than `term` that are at most `edits` letters away. */
  near(term: string, edits: number): readonly { readonly term: string; readonly edits: number }[];
}

/** Prepares a list of words; a look-up then compares letter sets and counts edits only where these agree. */
export function createSpellings(words: Iterable<string>): Spellings {
  const shelves = new Map<string, { term: string; letters: number }[]>();
  for (const term of words) {
    const key = shelfOf(term, term.length);
    const shelf = shelves.get(key);
    const one = { term, letters: lettersOf(term) };
    if (shelf) shelf.push(one);
    else shelves.set(key, [one]);
  }
  return {
    has: (term) => shelves.get(shelfOf(term, term.length))?.some((one) => one.term === term) ?? false,
    near: (term, edits) => {
      const letters = lettersOf(term);
      const found: { term: string; edits: number }[] = [];
      for (let length = term.length - edits; length <= term.length + edits; length++)
        for (const other of shelves.get(shelfOf(term, length)) ?? []) {
          if (bits(letters ^ other.letters) > 2 * edits || other.term === term) continue;
          const apart = editsBetween(term, other.term, edits);
          if (apart <= edits) found.push({ term: other.term, edits: apart });
        }
      return found;
    },
  };
}

/** Words of one script (told by the first letter) and one length stand together. */
function shelfOf(word: string, length: number): string {
  return `${word.charCodeAt(0) >> 8} ${length}`;
}

/** One bit for each letter of an alphabet, whichever it is; an edit changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters added, lost, changed or swapped with their neighbour (Damerau); anything above `limit` is one more. */
export function editsBetween(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? limit + 1, limit + 1);
}
