/** The words of small talk, in Russian. */
import type * as en from "../en/small-talk.ts";

export const smallTalk: typeof en.smallTalk = {
  thanks: "Пожалуйста!",
  greeting: "Здравствуйте! Напишите, что ищете, или: помощь",
  praise: "Рад помочь.",
  abuse: "Извините. Напишите «помощь», чтобы узнать, что я умею.",
  laughter: "🙂",
  aside: "Похоже, это разговор между вами, и я ничего не меняю.",
  kept: "Хорошо, всё остаётся как есть.",
};
