/** Measures answers on judged questions and lays the numbers out. */
import { createAnswers } from "../answers/answers.ts";
import type { Library } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { answers as say } from "../i18n/eval.ts";
import { type AnswerQuality, type JudgedQuestion, judgeAnswers } from "./judge-answers.ts";
import { withSearch } from "./over.ts";
import { percent, type Sheet } from "./sheet.ts";

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
