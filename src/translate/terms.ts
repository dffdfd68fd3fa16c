/** What a headline is about, as words of another language: glossary and word lists, word by word, never a sentence. */
import type { Language } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isHan, type WordAt, wordsOf } from "./words.ts";

/** More terms than this are harder to take in than they help. */
const MOST = 6;
/** Characters of all terms together. */
const LONGEST = 90;
/** Names and terms of the field tell more than other words. */
const NAMED = 3;
/** Words of every other article tell least, and are left out where there are others. */
const COMMON = 0.3;
/** Words that deny the next one, or themselves. */
const DENIAL = /^(?:[未不没无非]\p{Script=Han}*|не|ни|нет|без|not|no|never|without)$/iu;

interface Found {
  readonly text: string;
  readonly weight: number;
  readonly at: number;
}

/**
 * The telling terms of a text in another language, in the text's order; empty where nothing is known of it.
 * @param more what goes on from the text: its terms fill what is left
 */
export function termsOf(text: string, to: Language, vocabulary: Vocabulary, more = ""): readonly string[] {
  const found = [...foundIn(text, to, vocabulary, 0), ...foundIn(more, to, vocabulary, 1_000)];
  const different = found.filter(
    ({ text: own }, at) => found.findIndex((other) => same(other.text, own)) === at,
  );
  const telling = different.filter(({ weight }) => weight > COMMON);
  const once = telling.length > 2 ? telling : different;
  let room = LONGEST;
  return once
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .slice(0, MOST)
    .filter(({ text: own }) => {
      room -= own.length;
      return room >= 0;
    })
    .sort((one, other) => one.at - other.at)
    .map(({ text: own }) => own);
}

function foundIn(text: string, to: Language, vocabulary: Vocabulary, offset: number): readonly Found[] {
  const from = languageOf(text);
  if (text === "" || from === to) return [];
  const names = vocabulary.namesIn(text, to);
  const found: Found[] = names.flatMap(({ text: name, start }) =>
    name === "" ? [] : [{ text: name, weight: NAMED, at: offset + start }],
  );
  const inName = ({ start, end }: WordAt) => names.some((name) => start < name.end && name.start < end);
  const plain = isSentenceCase(text);
  for (const words of wordsOf(text))
    for (let at = 0; at < words.length; ) {
      const word = words[at];
      if (!word || inName(word)) {
        at++;
        continue;
      }
      // What is denied would read as its opposite.
      if (DENIAL.test(word.text)) {
        at += isHan(word.text) && word.text.length > 1 ? 1 : 2;
        continue;
      }
      const term = longestTerm(words, at, from, to, vocabulary);
      const one = term ?? wordIn(word.text, plain && word.start > 0, from, to, vocabulary);
      if (one) found.push({ ...one, at: offset + word.start });
      at += term?.length ?? 1;
    }
  return found;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The longest term of the field that begins at a word. */
function longestTerm(
  words: readonly WordAt[],
  at: number,
  from: Language,
  to: Language,
  vocabulary: Vocabulary,
): { text: string; weight: number; length: number } | undefined {
  for (let length = Math.min(6, words.length - at); length > 0; length--) {
    const own = words.slice(at, at + length).map((word) => word.text);
    const text = vocabulary.term(own, from, to);
    if (text !== undefined) return { text, weight: NAMED, length };
    const word = from === "zh" && length > 1 ? vocabulary.translate(own.join(""), from, to) : undefined;
    if (word !== undefined) return { text: word, weight: 1, length };
  }
  return undefined;
}

/** Whether capitals mark names, as in most headlines, rather than every word, as in some English ones. */
function isSentenceCase(text: string): boolean {
  const words = text.match(/(?<!\p{L})\p{Script=Latin}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length <= 0.8 * words.length;
}

/** @param named whether a capital letter makes it a name */
function wordIn(
  word: string,
  named: boolean,
  from: Language,
  to: Language,
  vocabulary: Vocabulary,
): { text: string; weight: number } | undefined {
  // A figure without its unit says something else (3.5亿).
  if (/^\p{N}/u.test(word) || (isHan(word) && word.length < 2)) return undefined;
  // A name that nobody here knows: Latin letters can be read by all, others would have to be spelled anew.
  if (named && /^\p{Lu}\p{Ll}{2}/u.test(word))
    return /^\p{Script=Latin}/u.test(word) && to !== "zh" ? { text: word, weight: 0.5 } : undefined;
  const text = vocabulary.translate(word, from, to);
  return text === undefined ? undefined : { text, weight: vocabulary.isCommon(word) ? COMMON : 1 };
}
