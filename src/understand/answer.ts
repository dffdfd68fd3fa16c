/** What the bot says where no command answers: a short line to small talk, or a question put back. */
import { smallTalk as say } from "../i18n/small-talk.ts";
import type { Locale } from "../i18n/words.ts";
import { type Reply, sentence } from "../reply.ts";
import type { Understood } from "./understood.ts";

/** The reply to what asks for no command. */
export function answerTo({ ask, mood }: Understood, locale: Locale): Reply {
  if (ask) return sentence(ask[locale], "answered", { ask: ask[locale] });
  return sentence(say(locale)[mood ?? "laughter"]);
}
