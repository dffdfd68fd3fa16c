/** Errors that a person sees: a code for programs and a sentence, with a next step, for people. */
import type { Locale, Words } from "./i18n/words.ts";

export type ErrorCode = "bad-input" | "not-found" | "forbidden" | "unavailable" | "rate-limited";

export class BotError extends Error {
  override readonly name = "BotError";
  readonly code: ErrorCode;
  readonly words: Words;

  /** @param words what was wrong and what to do, as plain text in every language */
  constructor(code: ErrorCode, words: Words, options?: ErrorOptions) {
    super(words.en, options);
    this.code = code;
    this.words = words;
  }

  say(locale: Locale): string {
    return this.words[locale];
  }
}

/** The message of whatever was thrown, for a log. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
