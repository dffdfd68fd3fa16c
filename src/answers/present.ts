/** How an answer is shown: numbered sentences with their sources, a refusal with the nearest articles. */
import { linkTo } from "../articles/links.ts";
import { articleCard, publisherName } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { answer as say } from "../i18n/answers.ts";
import type { Action, Block, Span } from "../reply.ts";
import type { Answer } from "./answers.ts";
import { questionsIn, readQuestion } from "./question.ts";
import type { AnswerSentence } from "./sentence.ts";

interface Shown {
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** The sentences, best first, each with a number that is its link, its publisher and its date. */
export function answerBlocks(answer: Answer, shown: number, ctx: Context): Shown {
  const words = say(ctx.caller.locale);
  if (answer.sentences.length === 0) return { summary: words.noMore, blocks: [prose(words.noMore)] };
  const first = shown - answer.sentences.length;
  const phrased = answer.phrased ? [prose({ dim: words.phrased }), prose(...paragraph(answer, ctx))] : [];
  const blocks = answer.sentences.flatMap((one, i) => sentenceBlock(one, first + i + 1, ctx));
  return {
    summary: answer.sentences[0]?.text ?? "",
    blocks: [...phrased, ...blocks, { kind: "actions", actions: actionsOf(answer, shown, ctx) }],
  };
}

/**
 * Says that the articles do not answer, shows the nearest as such, and offers to watch for it.
 * @param digest the line that tells what happened, where the question was that; the articles are then of those days
 */
export function refusalBlocks(
  answer: Answer,
  { library, caller, commands }: Context,
  digest?: string,
): Shown {
  const words = say(caller.locale);
  const cards = answer.nearest.flatMap((id) => {
    const article = library.get(id);
    return article ? [articleCard(article, library, caller.locale)] : [];
  });
  const can = (name: string) => commands.some((command) => command.name === name);
  const looked = readQuestion(answer.question).words.replaceAll("，", " ");
  const questions = questionsIn(answer.question);
  const apart = questions.length > 1 && !digest;
  const watch = can("watch") ? [action(words.watch, `watch ${looked}`)] : [];
  const each = questions.slice(0, 3).map((question) => action(question, `ask ${question}`));
  const instead = digest ? [action(words.digest, digest)] : apart ? [...each, ...watch] : watch;
  return {
    summary: digest ? words.days : words.notHere,
    blocks: [
      prose(digest ? words.days : words.notHere),
      ...(cards.length > 0 ? [prose(digest ? words.published : words.nearest), ...cards] : []),
      ...(apart ? [prose(words.apart)] : []),
      ...(instead.length > 0 ? [{ kind: "actions", actions: instead } as const] : []),
    ],
  };
}

/** The articles that the answer rests on. */
export function sourceBlocks(answer: Answer, { library, caller }: Context): Shown {
  const words = say(caller.locale);
  const ids = new Set(answer.sentences.map(({ article }) => article));
  const cards = [...ids].flatMap((id) => {
    const article = library.get(id);
    return article ? [articleCard(article, library, caller.locale)] : [];
  });
  return { summary: words.sources, blocks: [prose(words.sources), ...cards] };
}

function sentenceBlock({ text, article: id, gloss }: AnswerSentence, number: number, ctx: Context): Block[] {
  const { library, caller } = ctx;
  const article = library.get(id);
  const when: Span = article?.published
    ? { date: article.published, show: "day" }
    : say(caller.locale).undated;
  const publisher = publisherName(article?.source ?? "", library, caller.locale);
  const glossed = gloss.length > 0 ? [prose({ dim: glossLine(gloss) })] : [];
  const sentence = prose(
    numbered(id, number, ctx),
    ` ${text} `,
    { dim: publisher === "" ? "— " : `— ${publisher} · ` },
    when,
    // Where there are buttons, Read opens the article; a typed line needs its id.
    ...(caller.platform === "terminal" ? [{ dim: " · " }, { code: id }] : []),
  );
  return [sentence, ...glossed];
}

/** A number that links to the article, where there is a link. */
function numbered(id: string, number: number, { library }: Context): Span {
  const article = library.get(id);
  const url = article && linkTo(article, library.publisher(article.source)).url;
  return url ? { link: `[${number}]`, url } : { strong: `[${number}]` };
}

function glossLine(gloss: AnswerSentence["gloss"]): string {
  return gloss.map(({ found, asked }) => `${found} = ${asked}`).join(" · ");
}

/** The model's paragraph; each part carries the numbers of the sentences that it rests on. */
function paragraph({ phrased, sentences }: Answer, ctx: Context): Span[] {
  return (phrased?.parts ?? []).flatMap(({ text, cites }): Span[] => [
    `${text} `,
    ...cites.flatMap((cite): Span[] => {
      const article = sentences[cite - 1]?.article;
      return article === undefined ? [] : [numbered(article, cite, ctx), " "];
    }),
  ]);
}

function actionsOf(answer: Answer, shown: number, { caller, commands }: Context): readonly Action[] {
  const words = say(caller.locale);
  const articles = [...new Set(answer.sentences.map(({ article }) => article))].join(",");
  const numbers = new Map<string, number>();
  for (const [i, { article }] of answer.sentences.entries())
    if (!numbers.has(article)) numbers.set(article, shown - answer.sentences.length + i + 1);
  const reads = [...numbers].map(([id, number]) =>
    action(numbers.size === 1 ? words.read : `${words.read} [${number}]`, `read ${id}`),
  );
  const rated = commands.some(({ name }) => name === "feedback");
  return [
    ...(caller.platform === "terminal" ? [] : reads),
    ...(answer.more ? [action(words.more, `ask --from=${shown} ${answer.question}`)] : []),
    ...(rated
      ? [
          verdict("good", words.good, `feedback good ${articles} ${answer.question}`),
          verdict("bad", words.bad, `feedback bad ${articles} ${answer.question}`),
        ]
      : []),
  ];
}

function action(label: string, run: string): Action {
  return { label, run, place: "new" };
}

function verdict(said: "good" | "bad", label: string, run: string): Action {
  return { ...action(label, run), verdict: said };
}

function prose(...spans: readonly Span[]): Block {
  return { kind: "prose", spans };
}
