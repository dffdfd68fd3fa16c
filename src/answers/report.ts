/** `eval --answers`: measures answers on judged questions and lays the numbers out. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readArticles } from "../articles/read.ts";
import { createLibrary } from "../articles/shelf.ts";
import type { Context } from "../command.ts";
import { BotError, reasonOf } from "../errors.ts";
import { phrases } from "../i18n/words.ts";
import type { Block, Reply, Span } from "../reply.ts";
import { root } from "../root.ts";
import { createSearch } from "../search/create.ts";
import { createAnswers } from "./answers.ts";
import {
  type AnswerJudgement,
  type AnswerQuality,
  type JudgedFile,
  judgeAnswers,
  readQuestions,
} from "./judge.ts";

/** The project's own judged questions. */
const OWN = join(root, "test", "answers", "judged.json");

const say = phrases({
  en: {
    title: (n: number, articles: number) => `${n} judged questions over ${articles} articles`,
    head: ["", "Questions", "Right first", "Right in three", "Refused"],
    all: "answerable",
    cross: "across languages",
    refusal: (recall: string, precision: string, n: number) =>
      `Of ${n} unanswerable questions ${recall} % were refused; ${precision} % of the refusals were due.`,
    speed: (p50: string, p99: string) => `A question takes ${p50} ms at the median and ${p99} ms at p99.`,
    invented: (n: number) => `Sentences that are not in their article: ${n}.`,
  },
  zh: {
    title: (n: number, articles: number) => `${articles} 篇文章，${n} 个评测问题`,
    head: ["", "问题数", "首条正确", "前三条正确", "拒答"],
    all: "可回答",
    cross: "跨语言",
    refusal: (recall: string, precision: string, n: number) =>
      `${n} 个无答案的问题中 ${recall}% 被拒答；拒答中 ${precision}% 是应当的。`,
    speed: (p50: string, p99: string) => `单个问题中位数 ${p50} 毫秒，p99 ${p99} 毫秒。`,
    invented: (n: number) => `文章中没有的句子：${n}。`,
  },
  ru: {
    title: (n: number, articles: number) => `Оценочных вопросов: ${n}, статей: ${articles}`,
    head: ["", "Вопросов", "Верно первым", "Верно в трёх", "Отказов"],
    all: "с ответом",
    cross: "между языками",
    refusal: (recall: string, precision: string, n: number) =>
      `Из ${n} вопросов без ответа отклонено ${recall} %; из отказов ${precision} % были верными.`,
    speed: (p50: string, p99: string) => `Вопрос занимает ${p50} мс по медиане и ${p99} мс для p99.`,
    invented: (n: number) => `Предложений, которых нет в статье: ${n}.`,
  },
});

/** @param file of judged questions; the project's own when left out. @throws BotError when it cannot be used */
export async function reportAnswers(file: string | undefined, ctx: Context): Promise<Reply> {
  const { library, clock, caller } = ctx;
  const judged = await read(file ?? OWN);
  const more =
    judged.articles === undefined ? [] : (await readArticles(resolve(root, judged.articles))).articles;
  const all = createLibrary(library.publishers, [...library.newest(), ...more], []);
  const search = createSearch({ publishers: library.publishers, now: clock.now });
  await search.add(all.newest());
  const answers = createAnswers(search, all);
  const inquiry = { now: clock.now(), zone: caller.zone };
  const judgement = await judgeAnswers(answers, (id) => all.get(id), judged.questions, inquiry);
  const { missed: _, invented, ...numbers } = judgement;
  return {
    summary: say(caller.locale).title(judgement.questions, all.size),
    blocks: blocksOf(judgement, all.size, ctx),
    audience: "caller",
    outcome: "answered",
    data: { articles: all.size, ...numbers, invented: invented.length },
  };
}

async function read(file: string): Promise<JudgedFile> {
  try {
    return readQuestions(await readFile(file, "utf8"));
  } catch (thrown) {
    const reason = reasonOf(thrown);
    throw new BotError("bad-input", {
      en: `I cannot use the questions in ${file}: ${reason}`,
      zh: `无法使用 ${file} 中的问题：${reason}`,
      ru: `Не могу использовать вопросы из ${file}: ${reason}`,
    });
  }
}

function blocksOf(judgement: AnswerJudgement, articles: number, { caller }: Context): Block[] {
  const words = say(caller.locale);
  const { answerable, crossLingual, languages, refusal, latencyMs, invented, missed } = judgement;
  const percent = (share: number) => (share * 100).toFixed(1);
  const row = (name: string, { questions, right1, right3, refused }: AnswerQuality): readonly Span[] => [
    name,
    String(questions),
    ...[right1, right3, refused].map((share) => `${percent(share)} %`),
  ];
  const lines = [
    words.refusal(percent(refusal.recall), percent(refusal.precision), refusal.questions),
    words.speed(latencyMs.p50.toFixed(1), latencyMs.p99.toFixed(1)),
    words.invented(invented.length),
  ];
  return [
    { kind: "heading", text: words.title(judgement.questions, articles) },
    {
      kind: "table",
      head: words.head,
      rows: [
        row(words.all, answerable),
        row(words.cross, crossLingual),
        ...Object.entries(languages).map(([language, quality]) => row(language, quality)),
      ],
    },
    ...lines.map((line): Block => ({ kind: "prose", spans: [line] })),
    ...missed.slice(0, 20).map(
      ({ id, question, got }): Block => ({
        kind: "prose",
        spans: [{ code: id }, ` ${question} `, { dim: `→ ${got.slice(0, 60)}` }],
      }),
    ),
  ];
}
