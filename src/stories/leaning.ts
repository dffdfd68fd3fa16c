/** Sentences that lean on one before them: "It …", "The two …", 双方……, «Стороны …». Alone they say nothing. */
import type { Language } from "../article.ts";
import { either } from "../language/word-rows.ts";
import { CHINESE_OPENINGS, ENGLISH_OPENINGS, RUSSIAN_OPENINGS } from "./leaning-rows.ts";

/** Openings that go on from the sentence before, whatever follows. */
const GOING_ON: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`^(?:${either(CHINESE_OPENINGS)})`, "u"),
  en: new RegExp(`^(?:${either(ENGLISH_OPENINGS)})(?![\\p{L}’'])`, "iu"),
  ru: new RegExp(`^(?:${either(RUSSIAN_OPENINGS)})(?!\\p{L})`, "iu"),
};

/** `The event was`, `The two sides`, `The foreign minister`: the article knows which; nothing in the phrase says so. */
const THE = /^The ((?:[\p{Ll}-]+ ){1,4})/u;
/** What ends the noun phrase that `The` begins. */
const VERB =
  /^(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|also|then|[\p{Ll}]+(?:ed|es)|said|told|took|met|held|began|saw|gave|went|came|made|agreed)$/u;

/**
 * Whether a sentence means nothing without the one before it.
 * @param first whether it opens its article: what it names is new there, and only pronouns lean
 */
export function leans(text: string, language: Language, first: boolean): boolean {
  const plain = text.replace(/^[\s"“”«»「『(（—–-]+/u, "");
  if (first)
    return /^(?:it|they|he|she|this|these|он|она|они|это|他们?|她们?|它们?|这|该)(?!\p{L})/iu.test(plain);
  if (GOING_ON[language].test(plain)) return true;
  if (language !== "en") return false;
  const words = THE.exec(plain)?.[1]?.trim().split(" ") ?? [];
  return words.length > 0 && words.slice(0, 3).some((word) => VERB.test(word));
}

/** Whether somebody speaks in it rather than the news: a quotation, or words of "we" and "I". */
export function isSpeech(text: string): boolean {
  const marks = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const torn = marks(/[“«「]/gu) !== marks(/[”»」]/gu) || marks(/"/g) % 2 === 1;
  return (
    torn ||
    /^[“"«「]/u.test(text) ||
    /(?<!\p{L})(?:we|our|I|my|мы|наш\p{Ll}*|я|мой)(?!\p{L})|我们|我国/u.test(text)
  );
}
