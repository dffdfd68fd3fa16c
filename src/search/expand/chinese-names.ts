/**
 * Chinese names in other scripts, by their exact reading: 林志远, Lin Zhiyuan and Линь Чжиюань are one, and so are
 * 胶州, Jiaozhou and Цзяочжоу.
 */
import { fromPalladius, palladius } from "../../language/names/palladius.ts";
import { isSurname } from "../../language/names/surnames.ts";
import { hanRuns } from "../../language/tokens.ts";
import { foldWord, stem } from "../../language/words.ts";
import type { Expanding } from "./expanding.ts";
import { readings, syllables } from "./pinyin.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { pairsOf, WEIGHTS } from "./variants.ts";

/** A surname and a given name, either first. */
const SPELLED = /(?<!\p{L})(\p{Lu}\p{Ll}{1,7})\s+(\p{Lu}\p{Ll}{1,11}(?:[-'’]\p{L}+)?)(?!\p{L})/gu;
/** Ways to read one name that are followed. */
const MOST = 6;

type Syllables = readonly string[];

/** For each name of a Chinese person, and each place that Russian spells, what it is in the other scripts. */
export async function carryChineseNames(
  terms: readonly DraftTerm[],
  asked: Expanding,
): Promise<readonly Addition[]> {
  return [...(await spelled(asked)), ...(await places(terms, asked)), ...inHan(asked)];
}

/** Russian words that nobody knows and that are read as two syllables and more. */
async function places(terms: readonly DraftTerm[], asked: Expanding): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  for (const { start, end, term, written, variants } of terms) {
    if (!/^[А-Я][а-я]+$/.test(written) || variants.some(({ via }) => via === "translation")) continue;
    const ways = read(written, asked).filter(({ length }) => length > 1);
    if (ways.length === 0) continue;
    const latin = ways.map((way) => variantOf([way.join("")]));
    found.push({ start, end, term, variants: [...(await readings(ways, asked)), ...latin] });
  }
  return found;
}

async function spelled(asked: Expanding): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  for (const { 0: written, 1: one = "", 2: other = "", index } of asked.text.matchAll(SPELLED)) {
    const [first, second] = [read(one, asked), read(other, asked)];
    const names = [...named(first, second, asked), ...named(second, first, asked)].slice(0, MOST);
    if (names.length === 0) continue;
    const han = (
      await readings(
        names.map((name) => name.flat()),
        asked,
      )
    ).filter(({ terms }) => isSurname(terms[0]?.charAt(0) ?? ""));
    const others = names.flatMap((name) => (/^[a-z]/i.test(one) ? inRussian(name) : inEnglish(name)));
    const own: Variant = { terms: [one, other].map(stemOf), weight: 1, via: "written" };
    const variants = [own, ...han, ...others];
    found.push({ start: index, end: index + written.length, term: written, variants });
  }
  return found;
}

/** The syllables that a word can be read as. */
function read(word: string, { dictionary }: Expanding): readonly Syllables[] {
  const folded = foldWord(word);
  const isSyllable = (letters: string) => dictionary.characters(letters) !== "";
  if (/^[а-я]/.test(folded)) return fromPalladius(folded).filter((way) => way.every(isSyllable));
  return syllables(folded.replace(/[^a-z]/g, ""), isSyllable);
}

/** Readings of which the first is a surname and the second has one or two syllables. */
function named(surnames: readonly Syllables[], given: readonly Syllables[], { dictionary }: Expanding) {
  const isName = ([syllable = "", more]: Syllables) =>
    more === undefined && [...dictionary.characters(syllable)].some(isSurname);
  return surnames
    .filter(isName)
    .flatMap((surname) => given.filter(({ length }) => length < 3).map((own) => [surname, own] as const));
}

function inHan(asked: Expanding): readonly Addition[] {
  const { dictionary, glossary } = asked;
  return hanRuns(asked.text).flatMap(({ run, startOf, endOf }): readonly Addition[] => {
    if (run.length < 2 || run.length > 3 || !isSurname(run.charAt(0))) return [];
    if (dictionary.english(run).length + glossary.byHan(run).length > 0) return [];
    const given = waysOf(run.slice(1), asked);
    const names = waysOf(run.charAt(0), asked).flatMap((surname) =>
      given.map((own) => [surname, own] as const),
    );
    const others = names.slice(0, MOST).flatMap((name) => [...inEnglish(name), ...inRussian(name)]);
    const own: Variant = { terms: pairsOf(run), weight: 1, via: "written" };
    return [{ start: startOf(0), end: endOf(run.length), term: run, variants: [own, ...others] }];
  });
}

/** How characters are read, one reading of each in a row. */
function waysOf(characters: string, { dictionary }: Expanding): readonly Syllables[] {
  let ways: Syllables[] = [[]];
  for (const character of characters)
    ways = ways.flatMap((way) => dictionary.syllables(character).map((one) => [...way, one])).slice(0, MOST);
  return ways;
}

function inEnglish([surname, given]: readonly [Syllables, Syllables]): Variant[] {
  return [variantOf([surname.join(""), given.join("")])];
}

function inRussian([surname, given]: readonly [Syllables, Syllables]): Variant[] {
  const parts = [surname, given].map((way) => way.map(palladius));
  return parts.flat().includes(undefined) ? [] : [variantOf(parts.map((way) => way.join("")))];
}

function variantOf(words: readonly string[]): Variant {
  return { terms: words.map(stemOf), weight: WEIGHTS.pinyin, via: "pinyin" };
}

function stemOf(word: string): string {
  return stem(foldWord(word));
}
