/** Judges answers: asks a file of questions and measures how often the right sentence came, and a refusal where none is. */

import type { Answers, Inquiry } from "../answers/answers.ts";
import { percentile } from "./judge-search.ts";

/** A question; `answers` are an article's id and words of a sentence that answers, none where no article does. */
export interface JudgedQuestion {
  readonly id: string;
  readonly language: string;
  /** What makes it hard, where the file says so. */
  readonly kind?: string;
  readonly question: string;
  readonly answers: readonly { readonly article: string; readonly words: string }[];
}

/** Shares of the answerable questions; refused ones count as not answered. */
export interface AnswerQuality {
  readonly questions: number;
  readonly right1: number;
  readonly right3: number;
  readonly refused: number;
}

export interface AnswerJudgement {
  readonly questions: number;
  readonly answerable: AnswerQuality;
  /** Those whose every answering article is in another language than the question. */
  readonly crossLingual: AnswerQuality;
  readonly languages: Readonly<Record<string, AnswerQuality>>;
  /** Answerable or not, by what the file says of them. */
  readonly kinds: Readonly<Record<string, AnswerQuality>>;
  /** recall: share of the unanswerable that is refused; precision: share of the refusals that were due. */
  readonly refusal: { readonly questions: number; readonly recall: number; readonly precision: number };
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** Sentences that are not in the article they are cited from, which must never be. */
  readonly invented: readonly string[];
  readonly missed: readonly { readonly id: string; readonly question: string; readonly got: string }[];
}

/** A file of questions, and articles besides the library's that they are asked of. */
export interface JudgedFile {
  readonly questions: readonly JudgedQuestion[];
  readonly articles?: string;
}

/**
 * Reads `{ articles?, questions: [{ id, language, kind?, question, answers: ["id: words"] }] }`; the list may stand alone,
 * `lang` and `q` are read as `language` and `question`, and an answer may be `{ id, sentence }`; none are
 * needed with `answerable: false`.
 * @throws Error naming what is wrong
 */
export function readQuestions(text: string): JudgedFile {
  const json = JSON.parse(text) as { articles?: unknown; questions?: unknown };
  const list = Array.isArray(json) ? json : json.questions;
  if (!Array.isArray(list)) throw new Error('the file has no list "questions"');
  const questions = list.map((one: unknown, i): JudgedQuestion => {
    const {
      id,
      lang,
      language = lang,
      q,
      question = q,
      kind,
      answerable,
      answers = answerable === false ? [] : undefined,
    } = (one ?? {}) as Record<string, unknown>;
    if (typeof question !== "string" || !Array.isArray(answers))
      throw new Error(`question ${i + 1} has no text "question" or no list "answers"`);
    return {
      id: String(id ?? i + 1),
      language: String(language ?? ""),
      ...(typeof kind === "string" && { kind }),
      question,
      answers: answers.map((answer: unknown) => {
        const read = answerOf(answer);
        if (!read) throw new Error(`question ${i + 1} has an answer that is not "id: words"`);
        return read;
      }),
    };
  });
  return { questions, ...(typeof json.articles === "string" && { articles: json.articles }) };
}

function answerOf(answer: unknown): JudgedQuestion["answers"][number] | undefined {
  if (typeof answer === "object" && answer !== null && "id" in answer && "sentence" in answer)
    return { article: String(answer.id), words: String(answer.sentence) };
  const [, article, words] = /^(\S+): (.*)$/su.exec(String(answer)) ?? [];
  return article === undefined || words === undefined ? undefined : { article, words };
}

interface Row {
  readonly question: JudgedQuestion;
  readonly rank: number;
  readonly refused: boolean;
  readonly cross: boolean;
}

/** Asks every question once, after one that warms up. */
export async function judgeAnswers(
  answers: Answers,
  article: (id: string) => { readonly body: string; readonly language: string } | undefined,
  questions: readonly JudgedQuestion[],
  inquiry: Inquiry,
): Promise<AnswerJudgement> {
  const first = questions[0];
  if (first) await answers.ask(first.question, inquiry);
  const rows: Row[] = [];
  const times: number[] = [];
  const invented: string[] = [];
  const missed: AnswerJudgement["missed"][number][] = [];
  for (const question of questions) {
    const start = performance.now();
    const { sentences, answered } = await answers.ask(question.question, inquiry);
    times.push(performance.now() - start);
    for (const { text, article: id } of sentences)
      if (!article(id)?.body.includes(text)) invented.push(`${id}: ${text}`);
    const rank = sentences.findIndex((one) =>
      question.answers.some(({ article: id, words }) => one.article === id && one.text.includes(words)),
    );
    const cross = question.answers.every(({ article: id }) => article(id)?.language !== question.language);
    rows.push({ question, rank, refused: !answered, cross });
    const right = question.answers.length === 0 ? !answered : rank === 0;
    if (!right) missed.push({ id: question.id, question: question.question, got: sentences[0]?.text ?? "" });
  }
  const answerable = rows.filter(({ question }) => question.answers.length > 0);
  return {
    questions: rows.length,
    answerable: qualityOf(answerable),
    crossLingual: qualityOf(answerable.filter(({ cross }) => cross)),
    languages: by(answerable, ({ question }) => question.language),
    kinds: by(rows, ({ question }) => question.kind),
    refusal: refusalOf(rows),
    latencyMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    invented,
    missed,
  };
}

function by(
  rows: readonly Row[],
  key: (row: Row) => string | undefined,
): Readonly<Record<string, AnswerQuality>> {
  const keys = [...new Set(rows.flatMap((row) => key(row) ?? []))].sort();
  return Object.fromEntries(keys.map((one) => [one, qualityOf(rows.filter((row) => key(row) === one))]));
}

function qualityOf(rows: readonly Row[]): AnswerQuality {
  const share = (test: (row: Row) => boolean) =>
    rows.length === 0 ? 0 : rows.filter(test).length / rows.length;
  return {
    questions: rows.length,
    right1: share(({ rank }) => rank === 0),
    right3: share(({ rank }) => rank >= 0),
    refused: share(({ refused }) => refused),
  };
}

function refusalOf(rows: readonly Row[]): AnswerJudgement["refusal"] {
  const due = rows.filter(({ question }) => question.answers.length === 0);
  const refused = rows.filter((row) => row.refused);
  const both = due.filter((row) => row.refused).length;
  return {
    questions: due.length,
    recall: due.length === 0 ? 0 : both / due.length,
    precision: refused.length === 0 ? 0 : both / refused.length,
  };
}
