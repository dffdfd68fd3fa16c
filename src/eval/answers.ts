/** Measures answers on judged questions and lays the numbers out. */
import { createAnswers } from "../answers/answers.ts";
import type { Library } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { phrases } from "../i18n/words.ts";
import { type AnswerQuality, type JudgedQuestion, judgeAnswers } from "./judge-answers.ts";
import { withSearch } from "./over.ts";
import { percent, type Sheet } from "./sheet.ts";

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

/** Asks the questions of an index and answers of its own over these articles. */
export async function measureAnswers(
  questions: readonly JudgedQuestion[],
  library: Library,
  ctx: Context,
): Promise<Sheet> {
  const { clock, caller } = ctx;
  const inquiry = { now: clock.now(), zone: caller.zone };
  const judged = await withSearch(library, ctx, undefined, (search) =>
    judgeAnswers(createAnswers(search, library), (id) => library.get(id), questions, inquiry),
  );
  const { missed, invented, kinds, ...numbers } = judged;
  const { answerable, crossLingual, languages, refusal, latencyMs } = numbers;
  const words = say(caller.locale);
  const row = (name: string, { questions, right1, right3, refused }: AnswerQuality) => [
    name,
    String(questions),
    ...[right1, right3, refused].map((share) => `${percent(share)} %`),
  ];
  return {
    title: words.title(questions.length, library.size),
    head: words.head,
    rows: [
      row(words.all, answerable),
      row(words.cross, crossLingual),
      ...Object.entries({ ...languages, ...kinds }).map(([name, quality]) => row(name, quality)),
    ],
    lines: [
      words.refusal(percent(refusal.recall), percent(refusal.precision), refusal.questions),
      words.speed(latencyMs.p50.toFixed(1), latencyMs.p99.toFixed(1)),
      words.invented(invented.length),
    ],
    missed: missed.map(({ id, question, got }) => ({ id, asked: question, got: got.slice(0, 60) })),
    data: {
      articles: library.size,
      ...numbers,
      ...(Object.keys(kinds).length > 0 && { kinds }),
      invented: invented.length,
    },
  };
}
