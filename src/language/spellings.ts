/** Words that are spelt nearly like another: by length and letters first, then by counting edits. */

export interface Spellings {
  has(term: string): boolean;
  /** Words other than `term` that are at most `edits` letters away. */
  near(term: string, edits: number): readonly Near[];
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

/** Words of one length, and which letters each has. */
interface Shelf {
  readonly terms: readonly string[];
  readonly letters: ArrayLike<number>;
}

interface Near {
  readonly term: string;
  readonly edits: number;
}

const REMEMBERED = 512;

/** A look-up compares letter sets and counts edits only where these agree; shelves are read when first needed. */
export function createSpellings(read: Shelves): Spellings {
  const shelves = new Map<string, Shelf>();
  /** What was looked up last: one query is expanded several times. */
  const lookups = new Map<string, readonly Near[]>();
  const shelfOf = (script: number, length: number) => {
    const key = `${script} ${length}`;
    const known = shelves.get(key);
    if (known) return known;
    const terms = read(script, length);
    const shelf = { terms, letters: Int32Array.from(terms, lettersOf) };
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    has: (term) => shelfOf(scriptOf(term), term.length).terms.includes(term),
    near: (term, edits) => {
      const key = `${edits} ${term}`;
      const before = lookups.get(key);
      if (before) return before;
      const near = nearOn((length) => shelfOf(scriptOf(term), length), term, edits);
      const found = near.filter((one) => one.term !== term);
      if (lookups.size >= REMEMBERED) lookups.clear();
      lookups.set(key, found);
      return found;
    },
  };
}

const NO_WORDS: Shelf = { terms: [], letters: [] };

/** Words of the shelves of each length in question that are at most so many edits from a word, itself among them. */
function nearOn(shelfOf: (length: number) => Shelf | undefined, word: string, edits: number): Near[] {
  const own = lettersOf(word);
  const found: Near[] = [];
  for (let length = word.length - edits; length <= word.length + edits; length++) {
    const { terms, letters } = shelfOf(length) ?? NO_WORDS;
    for (let at = 0; at < letters.length; at++) {
      if (bits(own ^ (letters[at] as number)) > 2 * edits) continue;
      const term = terms[at] as string;
      const apart = editsBetween(word, term, edits);
      if (apart <= edits) found.push({ term, edits: apart });
    }
  }
  return found;
}

/** Words that come and go. */
export interface WordShelves {
  add(word: string): void;
  remove(word: string): void;
  /** Words, itself among them, that are at most `edits` letters away. */
  near(word: string, edits: number): readonly Near[];
}

/** Words that come and go, looked up as the others are. A word is added once, and removed once. */
export function createShelves(): WordShelves {
  const shelves = new Map<string, { readonly terms: string[]; readonly letters: number[] }>();
  const places = new Map<string, number>();
  const keyOf = (word: string, length = word.length) => `${word.charCodeAt(0) < 0x400 ? 0 : 4} ${length}`;
  return {
    add: (word) => {
      const key = keyOf(word);
      const shelf = shelves.get(key) ?? { terms: [], letters: [] };
      shelves.set(key, shelf);
      places.set(word, shelf.terms.push(word) - 1);
      shelf.letters.push(lettersOf(word));
    },
    remove: (word) => {
      const shelf = shelves.get(keyOf(word));
      const at = places.get(word);
      const last = shelf?.terms.pop();
      const letters = shelf?.letters.pop();
      places.delete(word);
      if (!shelf || at === undefined || last === undefined || letters === undefined || last === word) return;
      // The last one takes its place.
      shelf.terms[at] = last;
      shelf.letters[at] = letters;
      places.set(last, at);
    },
    near: (word, edits) => nearOn((length) => shelves.get(keyOf(word, length)), word, edits),
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

/** How many bits are set: in pairs, in fours, in bytes, and the bytes together. */
function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const rowsOf = (width: number) =>
  [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)] as const;
/** Room for words: a look-up counts the edits of some thousands. */
const ROOM = 64;
const ROWS = rowsOf(ROOM);

/** Letters added, lost, changed or swapped with their neighbour (Damerau); anything above `limit` is one more. */
export function editsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const width = other.length + 1;
  let [before, last, row] = width <= ROOM ? ROWS : rowsOf(width);
  for (let j = 0; j < width; j++) last[j] = j;
  for (let i = 1; i <= one.length; i++) {
    const letter = one.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = letter === other.charCodeAt(j - 1) ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const isSwapped =
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (isSwapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length] ?? limit + 1, limit + 1);
}
