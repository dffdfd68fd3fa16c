/** Words that belong together: co-operation is cooperation, anti-drug is antidrug, and South Sudan is no Sudan. */
import type { Token } from "./text.ts";
import { foldWord, stem } from "./words.ts";

/** A word of an alphabetic script where it stands in a text. */
export interface WordPlace {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** First parts that are no words by themselves; with those of `GROWN` what follows is none either. */
const PREFIXES = new Set(
  "co anti non re pre de e counter multi inter intra sub semi ultra cyber mini micro bi tri pan neo trans hydro geo анти контр кибер нарко".split(
    " ",
  ),
);
const GROWN = new Set(["co", "re"]);
/** First parts that are also written apart (anti drug, cyber security). */
const APART = new Set("anti cyber non counter post multi анти кибер".split(" "));
const HYPHEN = /^[-\u2010\u2011]$/;
const LONGEST = 30;

/** Names whose last word is another country's name: they give that word no term of its own. */
const COVERING = `
south sudan|south sudanese|equatorial guinea|guinea bissau|papua new guinea|new guinea|new mexico|inner mongolia
indian ocean|latin america|south america|north america|central america|latin american|south american|north american
american samoa|east turkestan
южный судан|южносуданский судан|экваториальная гвинея|папуа новая гвинея|новая гвинея|внутренняя монголия
индийский океан|латинская америка|южная америка|северная америка|центральная америка|американское самоа`
  .trim()
  .split(/[|\n]/)
  .map((name) => name.split(" ").map((word) => stem(word)));
/** Which of a covering name's words the country is: the last, or the first (Guinea-Bissau, Indian Ocean). */
const FIRST = new Set([
  stem("indian"),
  stem("индийский"),
  stem("american"),
  stem("американское"),
  stem("guinea"),
]);
/** Covering names by their first stem. */
const byFirst = new Map<string, (readonly string[])[]>();
for (const name of COVERING) {
  const row = byFirst.get(name[0] ?? "") ?? [];
  row.push(name);
  row.sort((a, b) => b.length - a.length);
  byFirst.set(name[0] ?? "", row);
}

/** Terms that names take away or add, so that they cannot be looked for word by word. */
export const COVERED_TERMS: ReadonlySet<string> = new Set(
  COVERING.flatMap((name) => [name[ownPlace(name)] ?? "", name.join("")]),
);

/** Which of a covering name's words is the other country's. */
function ownPlace(name: readonly string[]): number {
  return FIRST.has(name[0] ?? "") && name.length === 2 ? 0 : name.length - 1;
}

/** What joining does to the words of a text. */
export interface Joined {
  /** Terms in place of, or beside, those of single words. */
  readonly tokens: readonly Token[];
  /** Places in `words` whose own term is left out. */
  readonly dropped: ReadonlySet<number>;
}

/** Joins the words of a text, in order, where hyphens or names say so. */
export function joinWords(text: string, words: readonly WordPlace[]): Joined {
  const tokens: Token[] = [];
  const dropped = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const next = words[i + 1];
    if (!word || !next) break;
    const name = byFirst.get(stem(word.folded))?.find((stems) => stands(text, words, i, stems));
    if (name) {
      const last = i + name.length - 1;
      dropped.add(i + ownPlace(name));
      tokens.push({ term: name.join(""), start: word.start, end: words[last]?.end ?? next.end });
      i = last - 1;
      continue;
    }
    const gap = text.slice(word.end, next.start);
    const apart = gap === " " && APART.has(word.folded);
    if (!(apart || HYPHEN.test(gap)) || !/^\p{L}+$/u.test(word.folded + next.folded)) continue;
    const joined = word.folded + next.folded;
    if (joined.length > LONGEST || joined.length < 4) continue;
    tokens.push({ term: stem(foldWord(joined)), start: word.start, end: next.end });
    if (PREFIXES.has(word.folded) || apart) dropped.add(i);
    if (GROWN.has(word.folded)) dropped.add(i + 1);
  }
  return { tokens, dropped };
}

/** Whether a name's stems stand at a place, with nothing but a space or a hyphen between them. */
function stands(text: string, words: readonly WordPlace[], at: number, stems: readonly string[]): boolean {
  return stems.every((one, k) => {
    const word = words[at + k];
    const before = words[at + k - 1];
    if (!word || stem(word.folded) !== one) return false;
    return (
      k === 0 ||
      (before !== undefined && /^[\s\u00a0\-\u2010\u2011–—]{1,3}$/.test(text.slice(before.end, word.start)))
    );
  });
}
