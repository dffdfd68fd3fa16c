/** Names across scripts, by their sound: Томас Дэвис, Thomas Davis and 托马斯·戴维斯 are looked for as each other. */
import { soundDistance } from "../../language/names/distance.ts";
import { isTransliterated } from "../../language/names/han-sounds.ts";
import { soundsOf } from "../../language/names/sounds.ts";
import { soundOf, toLatin } from "../../language/sound.ts";
import { editsBetween } from "../../language/spellings.ts";
import { foldWord, stem } from "../../language/words.ts";
import { inSlices } from "../../slices.ts";
import type { NearWord } from "../index/index.ts";
import type { Expanding } from "./expanding.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { byHanWords, WEIGHTS } from "./variants.ts";
import { isWord } from "./words.ts";

/** Letters, or Han characters, of the shortest name that is carried. */
const SHORTEST = { letters: 4, han: 3, part: 2 };
const KEPT = 4;
/** Distances at which two names are one; names of few sounds must be nearer, and so must spellings of one script. */
const ALIKE = { long: 0.12, short: 0.06, sameScript: 0.04 };
const FEW_SOUNDS = 5;
/** Letters between two spellings of one script. */
const EDITS = 2;
/** What stands between the parts of a foreign name. */
const DOT = /[·・‧•∙⋅･]/;
/** Names of one query that are carried at most: each is compared with many. */
const MOST = 12;

/** Whether the articles have a word of another script that sounds like what is written as a name. */
export async function soundsLikeName({ written, term }: DraftTerm, asked: Expanding): Promise<boolean> {
  const name = joined(written);
  if (!/^\p{Lu}/u.test(written) || name.length < SHORTEST.letters) return false;
  const near = alike(name, await asked.lexicon.soundingLike(name), term, asked);
  return near.some(({ terms: [other = name] }) => scriptOf(other) !== scriptOf(name));
}

/** For each name the words of the articles that sound like it; asked for together, as the archive may be far away. */
export async function carryNames(
  terms: readonly DraftTerm[],
  asked: Expanding,
): Promise<readonly Addition[]> {
  const named = terms.map((one) => ({ one, names: namesOf(one, asked.text) }));
  const carried = named.filter(({ names }) => names.length > 0).slice(0, MOST);
  const found = await Promise.all(
    carried.map(async ({ one, names }) => {
      const translated = await asked.lexicon.present(one.variants.filter(({ via }) => via === "translation"));
      if (translated.length > 0 && asked.glossary.byStems([one.term]).length === 0) return [];
      const near = await Promise.all(names.map((name) => asked.lexicon.soundingLike(name)));
      return names.map((name, at) => ({ one, name, near: near[at] ?? [] }));
    }),
  );
  const additions: Addition[] = [];
  await inSlices(found.flat(), ({ one: { start, end, term }, name, near }) => {
    const variants = [
      ...alike(name, near, term, asked),
      ...(scriptOf(name) === "cyrillic" ? chinese(name, asked) : []),
    ];
    if (variants.length > 0) additions.push({ start, end, term, variants });
  });
  return additions;
}

/** How the name in a term may be pronounced; none for what is no name. Case endings change the sound of a Russian one. */
function namesOf(one: DraftTerm, text: string): readonly string[] {
  if (!isWord(one)) {
    const isLong = one.term.length >= (isPart(one, text) ? SHORTEST.part : SHORTEST.han);
    return isLong && isTransliterated(one.term) ? [one.term] : [];
  }
  const folded = joined(one.corrected ?? one.written);
  const isCyrillic = /^[а-я]+$/.test(folded);
  if (!isCyrillic && !/^\p{Lu}[\p{L}'’ʻ-]+$/u.test(one.written)) return [];
  return [...new Set([folded, isCyrillic ? stem(folded) : folded])].filter(
    ({ length }) => length >= SHORTEST.letters,
  );
}

/** A name of two parts is one in other scripts (Кок-Таш, 科克塔什). */
function joined(written: string): string {
  return foldWord(written).replaceAll("-", "");
}

/** Whether a Han term is the whole of what stands between dots, or before or behind them. */
function isPart({ start, end }: DraftTerm, text: string): boolean {
  const [before, behind] = [text.charAt(start - 1), text.charAt(end)];
  return [before, behind].some((one) => DOT.test(one)) && !/\p{Script=Han}/u.test(before + behind);
}

/** A word of another meaning (газа, of gas; lost) is not the name that sounds like it. */
function alike(
  name: string,
  near: readonly NearWord[],
  own: string,
  { dictionary, glossary }: Expanding,
): Variant[] {
  const isAnother = (term: string) => {
    const isName = glossary.byStems([term]).some(({ entry }) => entry.kind !== "term");
    // A name of the dictionary is a transliteration in Chinese (托马斯), a word is not (道路).
    const han = /^[a-z]/.test(term) ? dictionary.han([term]) : [];
    if (han.length > 0) return !isName && !han.slice(0, 3).every(isTransliterated);
    const meant = dictionary.fromRussian(term);
    return meant.length > 0 && !meant.some((stems) => stems.join(" ") === own);
  };
  return near
    .filter(({ term }) => term !== own && !isAnother(term))
    .map(({ word, term }) => ({ word, term, distance: soundDistance(name, word) }))
    .filter(({ word, distance }) => distance <= allowed(name, word))
    .slice(0, KEPT)
    .map(({ term, distance }) => ({
      terms: [term],
      weight: WEIGHTS.name * (1 - 2 * distance),
      via: "script",
    }));
}

/** Han words for the English words of the dictionary that a Russian name sounds like (Чикаго, 芝加哥). */
function chinese(name: string, { dictionary }: Expanding): Variant[] {
  const latin = stem(toLatin(name));
  const words = dictionary
    .spellings()
    .near(latin, latin.length > 6 ? 2 : 1)
    .filter(({ term }) => soundOf(term) === soundOf(latin))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, KEPT)
    .flatMap(({ term }) => dictionary.han([term]).slice(0, KEPT));
  return byHanWords(words);
}

function allowed(name: string, other: string): number {
  if (scriptOf(name) === scriptOf(other))
    return editsBetween(name, other, EDITS) <= EDITS ? ALIKE.sameScript : -1;
  return Math.min(soundsOf(name).length, soundsOf(other).length) < FEW_SOUNDS ? ALIKE.short : ALIKE.long;
}

function scriptOf(word: string): "latin" | "cyrillic" | "han" {
  const code = word.charCodeAt(0);
  return code < 0x400 ? "latin" : code < 0x3400 ? "cyrillic" : "han";
}
