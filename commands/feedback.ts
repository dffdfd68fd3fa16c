/** `feedback good|bad <articles> <question>`: what the buttons under an answer do. */
import { mayRate, rate } from "../src/answers/feedback.ts";
import { command } from "../src/command.ts";
import { feedback as say } from "../src/i18n/commands.ts";
import { sentence } from "../src/reply.ts";

export const feedback = command({
  name: "feedback",
  group: "setup",
  aliases: ["反馈", "отзыв"],
  about: { en: "Say whether an answer helped", zh: "评价回答", ru: "Оценить ответ" },
  options: {
    verdict: {
      kind: "choice",
      required: true,
      choices: ["good", "bad"],
      about: { en: "good or bad", zh: "good 表示好，bad 表示不好", ru: "good — хорошо, bad — плохо" },
    },
    articles: {
      kind: "text",
      required: true,
      about: {
        en: "Ids of the articles, parted by commas",
        zh: "文章编号，用逗号分隔",
        ru: "Номера статей через запятую",
      },
    },
    question: {
      kind: "text",
      required: true,
      rest: true,
      about: { en: "The question", zh: "问题", ru: "Вопрос" },
    },
  },
  examples: [
    "feedback good {id} what is the Shanghai Spirit?",
    "feedback good {id} 什么是上海精神？",
    "feedback good {id} что такое шанхайский дух?",
  ],
  async run({ verdict, articles, question }, { store, library, caller }) {
    const known = [...new Set(articles.split(","))].filter((id) => library.get(id));
    const words = say(caller.locale);
    const said = { verdict, question, articles: known };
    // An answer rests on articles.
    if (known.length === 0) return sentence(words.unknown, "nothing", said);
    if (!(await mayRate(store, caller))) return sentence(words.enough, "nothing", said);
    await rate(store, caller, question, known, verdict);
    return sentence(words.thanks, "answered", said);
  },
});
