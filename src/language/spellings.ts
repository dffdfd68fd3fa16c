/** Words that are spelt nearly like another: by length and letters first, then by counting edits. */

export interface Spellings {
  has(term: string): boolean;
  /** Words other than `term` that are at most `edits` letters away. */
  near(term: string, edits: number): readonly { readonly term: string; readonly edits: number }[];
}

/** Words of one script, told by the high byte of their first letter, and of one length. */
export type Shelves = (script: number, length: number) => readonly string[];

/** A list of words, put on shelves. */
export function shelved(words: Iterable<string>): Shelves {
  const shelves = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const key = `${scriptOf(word)} ${word.length}`;
    const shelf = shelves.get(key);
    if (shelf) shelf.push(word);
    else shelves.set(key, [word]);
  }
  return (script, length) => shelves.get(`${script} ${length}`) ?? [];
}

/** A look-up compares letter sets and counts edits only where these agree; shelves are read when first needed. */
export function createSpellings(read: Shelves): Spellings {
  const shelves = new Map<string, readonly { readonly term: string; readonly letters: number }[]>();
  const shelfOf = (script: number, length: number) => {
    const key = `${script} ${length}`;
    const known = shelves.get(key);
    if (known) return known;
    const shelf = read(script, length).map((term) => ({ term, letters: lettersOf(term) }));
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    has: (term) => shelfOf(scriptOf(term), term.length).some((one) => one.term === term),
    near: (term, edits) => {
      const letters = lettersOf(term);
      const found: { term: string; edits: number }[] = [];
      for (let length = term.length - edits; length <= term.length + edits; length++)
        for (const other of shelfOf(scriptOf(term), length)) {
          if (bits(letters ^ other.letters) > 2 * edits || other.term === term) continue;
          const apart = editsBetween(term, other.term, edits);
          if (apart <= edits) found.push({ term: other.term, edits: apart });
        }
      return found;
    },
  };
}

function scriptOf(word: string): number {
  return word.charCodeAt(0) >> 8;
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
