/** `ask <question>`: the sentences that answer, each with its source, or an honest "not in the articles". */
import type { Answer } from "../src/answers/answers.ts";
import { inThread, remember } from "../src/answers/thread.ts";
import { articleData } from "../src/articles/present.ts";
import { type Context, command } from "../src/command.ts";
import { ask as say } from "../src/i18n/commands.ts";
import { type Reply, sentence } from "../src/reply.ts";
import { readPeriod, spanOfPeriod } from "../src/stories/period.ts";
import { dayOf } from "../src/time.ts";

export const ask = command({
  name: "ask",
  group: "read",
  aliases: ["问", "提问", "请问", "спроси", "вопрос", "спросить"],
  about: {
    en: "Ask a question; answers come with their sources",
    zh: "提问，答案附出处",
    ru: "Задать вопрос; ответ с источниками",
  },
  options: {
    question: {
      kind: "text",
      required: true,
      rest: true,
      about: { en: "The question", zh: "问题", ru: "Вопрос" },
    },
    from: {
      kind: "number",
      named: true,
      min: 0,
      max: 100,
      about: { en: "Skip the first answers", zh: "跳过前几条", ru: "Пропустить первые ответы" },
    },
  },
  shares: true,
  examples: ["ask how many cataract surgeries did China promise?", "ask 五个共同家园是什么？"],
  async run({ question, from }, ctx) {
    const { answers, caller, clock, store, signal, library } = ctx;
    const asked =
      from === undefined ? await inThread(question, caller, store) : { question, from, sources: false };
    if (asked.lost) return sentence(say(caller.locale).lost, "nothing", { question, answered: false });
    const { dayAsked } = await import("../src/understand/day-asked.ts");
    const day = dayAsked(asked.question, dayOf(clock.now(), caller.zone), library);
    const answer =
      day === undefined
        ? await answers.ask(asked.question, {
            now: clock.now(),
            zone: caller.zone,
            from: asked.from,
            signal,
          })
        : { ...REFUSED, question: asked.question, nearest: publishedOn(day, ctx) };
    const shown = asked.from + answer.sentences.length;
    await remember({ question: asked.question, shown }, caller, store);
    const data = {
      question: asked.question,
      answered: answer.answered,
      confidence: round(answer.confidence),
      sentences: answer.sentences.flatMap((one) => sentenceData(one, ctx)),
      nearest: answer.nearest.flatMap((id) => {
        const article = library.get(id);
        return article ? [articleData(article, library)] : [];
      }),
      ...(answer.phrased && { phrased: answer.phrased.parts }),
    };
    const digest = day === undefined ? undefined : `digest ${day}`;
    return { ...(await reply(answer, asked.sources, shown, ctx, digest)), audience: "caller", data };
  },
});

/** What is answered before anything is looked for. */
const REFUSED = { answered: false, confidence: 0, sentences: [], more: false } as const;

/** The days of which the newest articles are, when all that is asked is what happened then. */
function publishedOn(day: string, { library, clock, caller }: Context): readonly string[] {
  const { from, to } = spanOfPeriod(readPeriod(day, clock.now(), caller.zone), caller.zone);
  return library
    .between(from, to)
    .slice(0, 3)
    .map(({ id }) => id);
}

async function reply(
  answer: Answer,
  sources: boolean,
  shown: number,
  ctx: Context,
  digest?: string,
): Promise<Pick<Reply, "summary" | "blocks" | "outcome">> {
  const { answerBlocks, refusalBlocks, sourceBlocks } = await import("../src/answers/present.ts");
  if (!answer.answered) return { ...refusalBlocks(answer, ctx, digest), outcome: "nothing" };
  if (sources) return { ...sourceBlocks(answer, ctx), outcome: "answered" };
  return { ...answerBlocks(answer, shown, ctx), outcome: "answered" };
}

function sentenceData({ text, score, article: id }: Answer["sentences"][number], { library }: Context) {
  const article = library.get(id);
  return article ? [{ text, score: round(score), article: articleData(article, library) }] : [];
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
