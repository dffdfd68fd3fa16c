/** Words of alphabetic scripts: case, accents and apostrophes folded, stop words dropped, stems taken. */
import englishStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";
import russianStemmer from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import english from "natural/lib/natural/util/stopwords.js";
import russian from "natural/lib/natural/util/stopwords_ru.js";
import { regular } from "./irregular.ts";

/** What natural's lists lack. "May" and "us" stay words: they are a month and a country. */
const ALSO_STOPPED = `
nor yet else hers herself whose done having shall will would ought not no just even ever either neither
across against along among around behind beneath beside beyond except inside onto outside throughout till
toward towards upon via within without although though unless whether however therefore thus hence
per cant wont im ive id youre theyre weve dont doesnt didnt isnt wasnt arent werent hadnt hasnt havent
shouldnt wouldnt couldnt mustnt whats whos whom
не со то она да же вы бы по ее мне было вот меня еще нет ему теперь когда даже ну вдруг ли уже ни него вас
нибудь опять уж вам ведь потом себя ничего ей может тут есть надо ней тебя чем была сам чтоб без будто чего
раз себе будет тогда того этого какой совсем ним этом тем чтобы нее были куда зачем всех можно при наконец об
хоть больше нас про всего них какая разве эту моя впрочем свою этой перед иногда чуть том нельзя такой им
всегда конечно всю это эта эти этих который которая которое которые которого которой которых котором которым
сколько каким какие каких какое какую является являются`
  .trim()
  .split(/\s+/);
const STOPPED = new Set(
  [...english.words, ...russian.words, ...ALSO_STOPPED].filter((word) => /\p{L}/u.test(word)),
);
/** Stems already taken; emptied when full, so that a stream of new words cannot grow it without end. */
const known = new Map<string, string>();
const KNOWN_LIMIT = 100_000;

/** Lower case, compatible forms united, accents and apostrophes gone; й stays й, ё becomes е. */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=и)\u0306/g, "\ue000")
    .replace(/['’ʼ‘`´]s?(?!\p{L})|['’ʼ‘`´]|\p{M}/gu, "")
    .replace(/и\ue000/g, "й")
    .normalize("NFC");
}

/** Whether a folded word carries no meaning of its own (the, of, который). */
export function isStopWord(folded: string): boolean {
  return STOPPED.has(folded);
}

/** The stem of a folded word: Porter's for Latin and Cyrillic letters, the word itself for other scripts. */
export function stem(folded: string): string {
  const before = known.get(folded);
  if (before !== undefined) return before;
  const result = takeStem(folded);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(folded, result);
  return result;
}

function takeStem(word: string): string {
  if (word.length > 40) return word;
  if (/^[a-z]+$/.test(word)) return englishStemmer.stem(regular(word));
  if (/^[а-я]+$/.test(word)) return evenCases(russianStemmer.stem(word) || word);
  return word;
}

/**
 * Porter takes the end of some bare names for an ending (Лавров, Казахстан, Вьетнам) and leaves it where a case
 * ending follows (Лаврова, Казахстане): here it goes in all cases.
 */
function evenCases(stemmed: string): string {
  return stemmed
    .replace(/(?<=.{4})(?:ийск|йск|ск)$/, "")
    .replace(/(?<=.{3})(?:ов|ев|ам|ям|ом|ем|ах|ях|ит|ен|ил|ыл)$/, "")
    .replace(/(?<=.[ая])[нл]$/, "")
    .replace(/(?<=.{2})и$/, "");
}
