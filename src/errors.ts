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

/** What a channel gets may be changed by whoever holds this, as the platform calls it: the sentences that refuse others. */
export function needsRight({ en, zh, ru }: Words): Words {
  return {
    en: `This changes what the channel gets; for that you need ${en}. Ask somebody who has it.`,
    zh: `这会更改频道收到的内容，需要${zh}。请找有权限的人帮忙。`,
    ru: `Это меняет то, что получает канал; для этого нужно ${ru}. Попросите того, у кого оно есть.`,
  };
}

const BARRED = needsRight({
  en: "the right to manage the channel",
  zh: "管理频道的权限",
  ru: "право управлять каналом",
});

/** What holds for a whole workspace is no matter of one channel: who may manage a channel may not change it. */
export function cannotManageWorkspace(): BotError {
  return new BotError("forbidden", {
    en: "This holds for the whole server or workspace. Those who may manage the server, and admins and owners of the workspace, can change it. Ask one of them.",
    zh: "此设置对整个服务器或工作区生效，只有可管理服务器的人、工作区的管理员或所有者才能更改。请找他们帮忙。",
    ru: "Это касается всего сервера или рабочего пространства. Менять это могут те, кто управляет сервером, администраторы и владельцы рабочего пространства. Попросите кого-нибудь из них.",
  });
}

/** @param barred why this person may not change what a channel gets, where the platform says more than that */
export function cannotManage(barred: Words = BARRED): BotError {
  return new BotError("forbidden", barred);
}
