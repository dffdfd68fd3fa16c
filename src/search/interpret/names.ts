/** Names across scripts, by rule: Томас Дэвис is looked for as Thomas Davis, and the other way round. */
import { foldWord, stem } from "../analysis/words.ts";
import type { Alternative } from "../types.ts";
import { type Asked, byHanWords, type Draft, WEIGHTS } from "./draft.ts";
import { isWord } from "./words.ts";

const SHORTEST = 4;
const KEPT = 3;

/** Letters and what they become, in turns. */
const pairs = (table: string): (readonly [string, string])[] =>
  table.split(" ").map((pair) => [pair.split("-")[0] ?? "", pair.split("-")[1] ?? ""]);
const LATIN = new Map(
  pairs(
    "а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh " +
      "щ-shch ъ- ы-y ь- э-e ю-yu я-ya",
  ),
);
/** Longer groups stand before their parts. */
const CYRILLIC = pairs(
  "shch-щ sch-ш sh-ш zh-ж kh-х ch-ч ts-ц ph-ф th-т ck-к qu-кв yu-ю ya-я oo-у ee-и x-кс a-а b-б c-к d-д e-е f-ф " +
    "g-г h-х i-и j-дж k-к l-л m-м n-н o-о p-п q-к r-р s-с t-т u-у v-в w-в y-и z-з",
);

/** Adds to each name in one alphabet the like-sounding words of the other alphabet, and Chinese names by them. */
export function carryNames(drafts: readonly Draft[], asked: Asked): void {
  for (const draft of drafts) {
    const folded = foldWord(draft.written);
    if (!isWord(draft) || folded.length < SHORTEST || draft.corrected !== undefined) continue;
    if (draft.alternatives.some(({ through }) => through === "translation")) continue;
    if (/^[а-я]+$/.test(folded)) draft.alternatives.push(...fromCyrillic(folded, asked));
    else if (/^[a-z]+$/.test(folded) && /^\p{Lu}/u.test(draft.written))
      draft.alternatives.push(...alike([toCyrillic(folded)], /[а-я]/, asked));
  }
}

function fromCyrillic(folded: string, asked: Asked): Alternative[] {
  const spellings = [
    ...new Set([folded, stem(folded)].filter(({ length }) => length >= SHORTEST).flatMap(toLatin)),
  ];
  const known = spellings
    .flatMap((spelling) =>
      asked.dictionary
        .spellings()
        .near(stem(spelling), 1)
        .map(({ term }) => ({ term, spelling })),
    )
    .filter(({ term, spelling }) => soundOf(term) === soundOf(stem(spelling)));
  const han = byHanWords(
    [...new Set(known.flatMap(({ term }) => asked.dictionary.han([term])))].slice(0, KEPT),
    asked,
  );
  return [...alike(spellings, /[a-z]/, asked), ...han];
}

/** Words of the articles that are spelt nearly like one of these and sound the same. */
function alike(spellings: readonly string[], script: RegExp, { vocabulary }: Asked): Alternative[] {
  const found = new Map<string, number>();
  for (const spelling of spellings) {
    const wanted = stem(spelling);
    for (const { term, distance } of vocabulary.near(wanted, wanted.length > 5 ? 2 : 1))
      if (script.test(term) && soundOf(term) === soundOf(wanted))
        found.set(term, Math.min(distance, found.get(term) ?? distance));
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .slice(0, KEPT)
    .map(([term, distance]) => ({
      terms: [term],
      weight: WEIGHTS.name * WEIGHTS.decay.english ** distance,
      through: "script",
    }));
}

/** Latin spellings of a Cyrillic word: by the letters, and by the habits in which names differ. */
export function toLatin(word: string): string[] {
  const plain = (text: string) => [...text].map((letter) => LATIN.get(letter) ?? letter).join("");
  const simple = plain(word);
  const western = plain(word.replace(/дж/g, "j").replace(/кс/g, "x").replace(/х/g, "h").replace(/^г/, "h"))
    .replace(/zh/g, "j")
    .replace(/k(?=[aourlt])/g, "c")
    .replace(/f/g, "ph");
  return [
    ...new Set([
      simple,
      simple.replace(/kh/g, "h"),
      simple.replace(/^g/, "h"),
      simple.replace(/^v/, "w"),
      western,
    ]),
  ];
}

/** A Cyrillic spelling of a Latin word. */
export function toCyrillic(word: string): string {
  let result = "";
  for (let at = 0; at < word.length; ) {
    const [from = word[at] ?? "", to = ""] = CYRILLIC.find(([letters]) => word.startsWith(letters, at)) ?? [];
    result += to;
    at += from.length;
  }
  return result;
}

/** The consonants of a word as they sound, so that Thomas is Tomas and Chicago is Chikago. */
function soundOf(word: string): string {
  const latin = /[а-я]/.test(word) ? (toLatin(word)[0] ?? "") : word;
  return latin
    .replace(/ph/g, "f")
    .replace(/sch|shch|sh/g, "š")
    .replace(/ch|tch/g, "k")
    .replace(/zh|j|dzh/g, "ž")
    .replace(/th/g, "t")
    .replace(/kh/g, "h")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ck|c|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/z/g, "s")
    .replace(/[aeiouyh]/g, "")
    .replace(/(.)\1+/g, "$1");
}
