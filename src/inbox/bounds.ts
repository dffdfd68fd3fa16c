/** How much of anybody's text is read at once: held against it before anything else looks at the text. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/inbox.ts";
import type { Words } from "../i18n/words.ts";

/** Longest text that is read, in UTF-16 units, as typed and once ㌀ is アパート; Discord's longest option is 6,000, Slack's longest message 40,000. */
const LONGEST = 2_000;
/** Most words of a text, and most different ones; two Chinese characters count as a word. A long headline has 40. */
const WORDS = 200;
const DIFFERENT = 64;
/** Completion looks at what is typed last. */
const TYPED = 300;

interface Size {
  readonly words: number;
  readonly different: number;
}

/** What keeps texts that come together from being read, as a sentence; null when nothing does. Takes linear time. */
export function boundsFault(texts: readonly string[]): Words | null {
  const typed = texts.reduce((sum, text) => sum + text.length, 0);
  if (typed > LONGEST) return tooLong(typed);
  const read = texts.reduce((sum, text) => sum + text.normalize("NFKC").length, 0);
  if (read > LONGEST) return tooLong(read);
  const { words, different } = sizeOf(texts.join(" "));
  if (words > WORDS) return tooMany(words, WORDS);
  return different > DIFFERENT ? tooDifferent(different) : null;
}

/** @throws BotError("bad-input") with what is too much and what to do */
export function mustBeBounded(texts: readonly string[]): void {
  const fault = boundsFault(texts);
  if (fault) throw new BotError("bad-input", fault);
}

/** The beginning of a text that is within bounds, ended between two words; for text that nobody typed as a request. */
export function bounded(text: string): string {
  let whole = text.slice(0, LONGEST).toWellFormed();
  while (boundsFault([whole]) !== null) {
    const less = whole.slice(0, Math.floor(whole.length * 0.8));
    const space = less.search(/\s\S*$/u);
    whole = space > less.length * 0.8 ? less.slice(0, space) : less;
  }
  return whole;
}

/** Whether what is being typed is worth a completion. */
export function completes(typed: string): boolean {
  return (
    Math.max(typed.length, typed.slice(0, TYPED).normalize("NFKC").length) <= TYPED && !boundsFault([typed])
  );
}

const HAN = /\p{Script=Han}/u;

function sizeOf(text: string): Size {
  const seen = new Set<string>();
  const han = new Set<string>();
  let words = 0;
  let characters = 0;
  for (const [run] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu)) {
    if (HAN.test(run)) {
      characters += 1;
      han.add(run);
    } else {
      words += 1;
      seen.add(run);
    }
  }
  return { words: words + Math.ceil(characters / 2), different: seen.size + Math.ceil(han.size / 2) };
}

function tooLong(length: number): Words {
  return errors.tooLong(length, LONGEST);
}

function tooMany(words: number, most: number): Words {
  return errors.tooMany(words, most);
}

function tooDifferent(different: number): Words {
  return errors.tooDifferent(different, DIFFERENT);
}
