/** `forget me`: removes what the bot keeps about the person who asks. */
import { command } from "../src/command.ts";
import { phrases } from "../src/i18n/words.ts";
import { sentence } from "../src/reply.ts";

const say = phrases({
  en: {
    ask: "This removes your settings here and takes your name off what you set up in channels. To do it, write: forget me",
    done: (n: number) =>
      n === 0
        ? "There was nothing about you to forget."
        : `Forgotten: ${n === 1 ? "1 entry" : `${n} entries`} about you. What you set up in channels goes on without your name.`,
  },
  zh: {
    ask: "这会删除您在这里的设置，并从您在频道里建立的内容中去掉您的名字。确认请输入：forget me",
    done: (n: number) =>
      n === 0
        ? "没有需要删除的个人数据。"
        : `已删除 ${n} 项与您有关的数据。您在频道里建立的内容会保留，但不再带有您的名字。`,
  },
  ru: {
    ask: "Это удалит ваши настройки здесь и уберёт ваше имя с того, что вы настроили в каналах. Для этого напишите: forget me",
    done: (n: number) =>
      n === 0
        ? "О вас ничего не хранилось."
        : `Удалено записей о вас: ${n}. Настроенное вами в каналах останется без вашего имени.`,
  },
});

export const forget = command({
  name: "forget",
  group: "setup",
  aliases: ["忘记", "забыть"],
  about: {
    en: "Remove what the bot keeps about you",
    zh: "删除机器人保存的与您有关的数据",
    ru: "Удалить то, что бот хранит о вас",
  },
  options: {
    who: {
      kind: "choice",
      choices: ["me"],
      also: { 我: "me", меня: "me", "обо мне": "me", "about me": "me" },
      about: { en: "me", zh: "me（我）", ru: "me (обо мне)" },
    },
  },
  examples: ["forget me"],
  personal: true,
  async run({ who }, { caller, store }) {
    const words = say(caller.locale);
    if (who === undefined) return sentence(words.ask);
    const { forgetPerson } = await import("../src/state/forget.ts");
    const removed = await forgetPerson(store, caller);
    return sentence(words.done(removed), "answered", { removed });
  },
});
