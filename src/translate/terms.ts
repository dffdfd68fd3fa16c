/** What a headline is about, as words of another language: glossary and dictionary, word by word, never a sentence. */
import type { Language } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isHan, wordsOf } from "./words.ts";

/** More terms than this are harder to take in than they help. */
const MOST = 6;
/** Characters of all terms together. */
const LONGEST = 90;
/** Names and terms of the field tell more than words of the dictionary. */
const NAMED = 3;
/** The organization itself is in every other headline. */
const EVERYWHERE = /^(?:上海合作组织|上合组织)/u;

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
  const once = found.filter(({ text: own }, at) => found.findIndex((other) => same(other.text, own)) === at);
  let room = LONGEST;
  return [...once]
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
  if (text === "" || languageOf(text) === to) return [];
  const found: Found[] = [];
  const plain = isSentenceCase(text);
  for (const { words, at } of wordsOf(text)) {
    for (let from = 0; from < words.length; ) {
      const named = longestName(words, from, to, vocabulary);
      const place = offset + at + from;
      if (named) {
        if (named.text !== "") found.push({ ...named, at: place });
        from += named.length;
        continue;
      }
      const one = wordIn(words[from] ?? "", plain && at + from > 0, to, vocabulary);
      if (one) found.push({ ...one, at: place });
      from++;
    }
  }
  return found;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The longest name of the glossary that begins at a word; its text is empty for what every headline has. */
function longestName(
  words: readonly string[],
  from: number,
  to: Language,
  vocabulary: Vocabulary,
): { text: string; weight: number; length: number } | undefined {
  for (let length = Math.min(6, words.length - from); length > 0; length--) {
    const entry = vocabulary.named(words.slice(from, from + length));
    if (!entry) continue;
    const text = EVERYWHERE.test(entry.zh[0] ?? "") ? "" : (entry[to][0] ?? "");
    return { text, weight: NAMED, length };
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
  to: Language,
  vocabulary: Vocabulary,
): { text: string; weight: number } | undefined {
  if (/^\d/.test(word)) return /^(?:19|20)\d\d$|^\d$/.test(word) ? undefined : { text: word, weight: 1 };
  if (isHan(word) && word.length < 2) return undefined;
  const country = vocabulary.country(word, to);
  if (country !== undefined) return { text: country, weight: NAMED };
  // A name that nobody here knows is still a name, as it stands.
  if (named && /^\p{Lu}\p{Ll}{2}/u.test(word)) return to === "zh" ? undefined : { text: word, weight: 0.5 };
  return known(word, to, vocabulary);
}

function known(word: string, to: Language, vocabulary: Vocabulary) {
  const text = vocabulary.translate(word, to);
  return text === undefined ? undefined : { text, weight: vocabulary.isCommon(word) ? 0.3 : 1 };
}
