/** Words of a sentence that nothing accounts for: they are in no reading of it, and what they say is not known. */
import { words } from "../language/when/pattern.ts";
import { once } from "../once.ts";
import { ABC_FILLERS, HAN_FILLERS, HAN_TAILS } from "./fillers.ts";
import { MARKS } from "./marks.ts";
import { CLOSING, OPENERS } from "./peel.ts";
import type { Sentence } from "./sentence.ts";
import type { Slots } from "./slots.ts";
import { isWord, tokensOf } from "./topic-features.ts";

/** Words that stand around a wish, wherever they stand. */
const around = once(() => {
  const of = (script: "abc" | "han") =>
    OPENERS.filter(([, written]) => written === script).map(([, , one]) => one);
  return [
    words([...of("abc"), ...CLOSING.abc, ABC_FILLERS, LITTLE].join("|")),
    new RegExp([...of("han"), CLOSING.han, HAN_FILLERS, HAN_TAILS, HAN_LITTLE].join("|"), "gu"),
  ];
});

const LITTLE =
  "the|an?|of|for|from|in|at|to|with|by|on|about|and|or|as|it|its|if|but|when|than|один|раз|и|или|в|во|на|по|о|об|про|с|со|к|до|от|из|за|для|у|но|когда|чтобы|если|каждый|каждую|каждое";
const HAN_LITTLE = "[的了吗呢吧在是就都也和与或从到把对等个每有要]";

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
  for (const form of around())
    for (const { 0: all, index } of low.matchAll(form)) found.push({ start: index, end: index + all.length });
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
  ["without", /\s-\S/u],
];

const stemOf = (word: string): string => word.slice(0, Math.max(4, word.length - 3));
