/** `eval`: how well the bot does on judged queries, questions, stories and sayings, and how fast. For the shell. */
import { command } from "../src/command.ts";

export const evaluate = command({
  name: "eval",
  shell: true,
  about: {
    en: "Measure search, answers, stories and free words on judged sets",
    zh: "用评测集衡量搜索、回答、事件和自由表达",
    ru: "Измерить поиск, ответы, сюжеты и понимание речи на оценочных наборах",
  },
  options: {
    set: {
      kind: "text",
      named: true,
      about: {
        en: "Judged set: ordinary, hard, sayings, or a folder",
        zh: "评测集：ordinary、hard、sayings 或一个文件夹",
        ru: "Набор: ordinary, hard, sayings или папка",
      },
    },
    half: {
      kind: "choice",
      choices: ["dev", "held"],
      named: true,
      about: {
        en: "Only this half of the set; held is for confirmation",
        zh: "只用其中一半；held 只供最后确认",
        ru: "Только эта половина; held — для проверки",
      },
    },
    kind: {
      kind: "text",
      named: true,
      about: { en: "Only this kind", zh: "只用这一类", ru: "Только этот вид" },
    },
    queries: {
      kind: "text",
      named: true,
      about: { en: "File of judged queries", zh: "评测查询文件", ru: "Файл оценочных запросов" },
    },
    answers: {
      kind: "flag",
      about: {
        en: "Measure answers to judged questions instead",
        zh: "改为衡量回答",
        ru: "Измерить ответы на вопросы",
      },
    },
    stories: {
      kind: "text",
      named: true,
      about: {
        en: "File of judged stories: measure clustering instead",
        zh: "评测事件文件：改为衡量聚类",
        ru: "Файл оценочных сюжетов: измерить группировку",
      },
    },
  },
  examples: ["eval", "eval --set ordinary --half dev --kind mono-en"],
  async run({ set, half, kind, queries, stories, answers }, ctx) {
    const { evalAnswers, evalQueries, evalSet, evalStories } = await import("../src/eval/eval.ts");
    if (set !== undefined) return evalSet(set, { half: half as "dev" | "held" | undefined, kind }, ctx);
    if (answers) return evalAnswers(queries, ctx);
    if (stories) return evalStories(stories, ctx);
    return evalQueries(queries, ctx);
  },
});
