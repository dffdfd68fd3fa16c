/** Errors that a person sees: a code for programs and a sentence, with a next step, for people. */
import { errors } from "./i18n/core.ts";
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

/** What a channel gets may be changed by whoever holds this, as the platform calls it: the sentences that refuse others. */
export function needsRight(right: Words): Words {
  return errors.needsRight(right);
}

const BARRED = needsRight(errors.channelRight);

/** What holds for a whole workspace is no matter of one channel: who may manage a channel may not change it. */
export function cannotManageWorkspace(): BotError {
  return new BotError("forbidden", errors.cannotManageWorkspace);
}

/** @param barred why this person may not change what a channel gets, where the platform says more than that */
export function cannotManage(barred: Words = BARRED): BotError {
  return new BotError("forbidden", barred);
}
