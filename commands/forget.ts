/** `forget me`: removes what the bot keeps about the person who asks. */
import { command } from "../src/command.ts";
import { forget as say } from "../src/i18n/commands.ts";
import { sentence } from "../src/reply.ts";

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
  own: () => true,
  async run({ who }, { caller, store }) {
    const words = say(caller.locale);
    if (who === undefined) return sentence(words.ask);
    const { forgetPerson } = await import("../src/state/forget.ts");
    const removed = await forgetPerson(store, caller);
    return sentence(words.done(removed), "answered", { removed });
  },
});
