/** Words of a sentence that nothing accounts for: they are in no reading of it, and what they say is not known. */
import { aroundIn } from "./around.ts";
import { MARKS } from "./marks.ts";
import type { Sentence } from "./sentence.ts";
import type { Slots } from "./slots.ts";
import { isWord, tokensOf } from "./topic-features.ts";

/** @param line what was read: its words are accounted for */
export function leftOver(sentence: Sentence, line: string): string[] {
  const { low, slots } = sentence;
  const units = low.split("");
  const found: { readonly start: number; readonly end: number }[] = [
    ...Object.values(slots).flat(),
    ...MARKS.flatMap((mark) => sentence.spans(mark)),
    ...sentence.places,
    ...sentence.ids,
    ...sentence.addresses,
  ];
  found.push(...aroundIn(low));
  const read = new Set(tokensOf(line.toLowerCase().replaceAll("ё", "е")).map(({ word }) => stemOf(word)));
  for (const { start, end } of found) units.fill(" ", start, end);
  const unknown = tokensOf(units.join("")).filter((token) => isWord(token) && !read.has(stemOf(token.word)));
  const unused = USES.filter(([name, used]) => slots[name].length > 0 && !used.test(line));
  return [...unknown.map(({ word }) => word), ...unused.map(([name]) => name)];
}

/** What of a sentence a line has to name where it is said. */
const USES: readonly (readonly [keyof Slots, RegExp])[] = [
  ["times", /\d[:.]\d\d/u],
  ["weekdays", /days:|until:|^daily (?:\d|off|pause)|^watch/u],
  ["languages", /lang:|language|^daily (?:off|pause)/u],
  ["publishers", /source/u],
  ["every", /every:/u],
  ["without", /\s(?:-\S|without:)/u],
];

const stemOf = (word: string): string => word.slice(0, Math.max(4, word.length - 3));
