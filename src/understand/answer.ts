/** What the bot says where no command answers: a short line to small talk, or a question put back. */
import { type Locale, phrases } from "../i18n/words.ts";
import { type Reply, sentence } from "../reply.ts";
import type { Mood } from "./small-talk.ts";
import type { Understood } from "./understood.ts";

const say = phrases<Readonly<Record<Mood, string>>>({
  en: {
    thanks: "You are welcome.",
    greeting: "Hello! Say what you look for, or: help",
    praise: "Glad to help.",
    abuse: "Sorry about that. Say help to see what I can do.",
    laughter: "🙂",
    aside: "I take this as talk among you and change nothing.",
    kept: "Nothing changes.",
  },
  zh: {
    thanks: "不客气。",
    greeting: "您好！请直接说要找什么，或输入：帮助",
    praise: "很高兴能帮上忙。",
    abuse: "抱歉。输入“帮助”可以看看我能做什么。",
    laughter: "🙂",
    aside: "这像是你们之间的讨论，我不会改动任何设置。",
    kept: "好的，一切照旧。",
  },
  ru: {
    thanks: "Пожалуйста!",
    greeting: "Здравствуйте! Напишите, что ищете, или: помощь",
    praise: "Рад помочь.",
    abuse: "Извините. Напишите «помощь», чтобы узнать, что я умею.",
    laughter: "🙂",
    aside: "Похоже, это разговор между вами, и я ничего не меняю.",
    kept: "Хорошо, всё остаётся как есть.",
  },
});

/** The reply to what asks for no command. */
export function answerTo({ ask, mood }: Understood, locale: Locale): Reply {
  if (ask) return sentence(ask[locale], "answered", { ask: ask[locale] });
  return sentence(say(locale)[mood ?? "laughter"]);
}
