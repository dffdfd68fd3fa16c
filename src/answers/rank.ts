/** Ranks sentences as answers to a question: what they meet of its words, and how they hold its constraints. */
import type { Article } from "../article.ts";
import { entitiesOf } from "../language/open.ts";
import { peopleIn } from "../language/quotations/people.ts";
import type { Passage, Passages } from "../search/search.ts";
import { inSlices } from "../slices.ts";
import type { AnalyzedQuestion } from "./constraints/constraint.ts";
import { constraintsOf, type Verdicts } from "./constraints/hold.ts";
import { offers, type Question } from "./question.ts";
import { counter, sharer } from "./share.ts";
import { type ArticleLookup, read, teller } from "./tell.ts";

/** Weights, chosen on the dev halves of the judged questions. */
export const WEIGHTS = {
  /** What a term counts for when it is not in the sentence but beside it, in the title, or elsewhere. */
  near: 0.1,
  title: 1.2,
  whole: 0.1,
  /** What the question is about besides names, by the sentence with its neighbours and the title. */
  matter: 0.3,
  /** What the sentence meets by itself. */
  here: 0.3,
  /** The kind of thing that is wanted is there. */
  offers: 0.4,
  /** The place of the article among all. */
  article: 0.2,
  /** An earlier sentence, a little. */
  early: 0.002,
  /** What a contradicted and an open constraint cost; what speaks of another; what lacks the kind that is wanted. */
  contradicted: 0.1,
  wrong: 0.5,
  lacks: 0.2,
  open: 0.05,
};
export type Weights = typeof WEIGHTS;

/** A sentence that leans on the one before it ("He added …") says it of what that one names. */
const LEANING =
  /^(?:["“«—–-]\s?)*(?:(?:he|she|it|they|this|that|these|those|his|her|its|their|another|both|the (?:two|official|minister|move|plan|document|event|meeting|project|centre|center|film|show|system))\b|(?:он|она|оно|они|это|этот|эта|его|её|ее|их|сам|сама|там|тогда|причин\p{L}+)(?!\p{L})|[他她它其该这此另])|\b(?:he|she) (?:said|added|told|says|noted|explained|answered)\b|(?:сказал|добавил|отметил|пояснил|назвал)\p{L}? (?:он|она)(?!\p{L})|(?:он|она) (?:сказал|добавил|отметил|пояснил|назвал|сослал)/iu;
const LEANS = 0.7;

/** Contradicted, these mean that the sentence speaks of another one. */
const ANOTHER = [
  "countries",
  "bodies",
  "places",
  "names",
  "offices",
  "years",
  "ordinals",
  "roles",
  "upcoming",
] as const;

/** Whether a sentence speaks of another country, person, office or year than was asked. */
export function isWrong(verdicts: Verdicts): boolean {
  return ANOTHER.some((name) => verdicts[name] === "contradicted");
}

/** Sentences whose constraints are looked at; no right one stands further down. */
const HELD = 24;

export interface RankedSentence {
  readonly passage: Passage;
  readonly score: number;
  /** Shares of the question, in [0, 1]: met by the sentence, by it with its neighbours and the title, by the article. */
  readonly here: number;
  readonly around: number;
  readonly covered: number;
  /** The same of what the question has besides names: what it is about, by the sentence with its neighbours and the title. */
  readonly matterAround: number;
  /** Words of the question that the sentence, its neighbours and the title meet; two Han characters count as one. */
  readonly words: number;
  readonly verdicts: Verdicts;
  /** How far it was behind the one that meets most, before constraints were held: in [0, 1]. */
  readonly behind: number;
  /** The article is in another language than the question. */
  readonly foreign: boolean;
  /** Where the sentence is that meets most, when that one speaks of another; undefined when it does not. */
  readonly trap: "same article" | "elsewhere" | undefined;
}

/** Sentences that may answer, best first; those that meet nothing are left out. */
export async function rankSentences(
  question: Question,
  { terms, passages }: Passages,
  article: ArticleLookup,
  language: Article["language"],
  weights: Weights = WEIGHTS,
): Promise<readonly RankedSentence[]> {
  const share = sharer(terms);
  const asked: AnalyzedQuestion = { ...read(question.asked), question, terms };
  const words = counter(terms);
  const matter = sharer(besidesNames(question.words, terms));
  const worth: Rated[] = [];
  await inSlices(passages, (passage) => {
    if (isHeading(passage.text) || isQuestion(passage.text)) return;
    const one = rate(passage, question, { share, words, matter }, weights);
    if (one.here > 0 || (one.covered > 0 && one.offered > 0)) worth.push(one);
  });
  const rated = worth.sort(byScore).slice(0, HELD);
  const most = rated[0]?.score ?? 0;
  const hold = await constraintsOf(asked);
  const tell = teller(passages, article, language);
  const held: (Pick<RankedSentence, "foreign" | "verdicts"> & { one: Omit<Rated, "offered"> })[] = [];
  await inSlices(rated, ({ offered: _, ...one }) => {
    const told = tell(one.passage);
    if (told) held.push({ one, foreign: told.foreign, verdicts: hold(told) });
  });
  const trap = held[0] && isWrong(held[0].verdicts) ? held[0].one.passage.id : undefined;
  return held
    .map(({ one, foreign, verdicts }): RankedSentence => {
      const all = Object.values(verdicts);
      const cost =
        all.filter((verdict) => verdict === "contradicted").length * weights.contradicted +
        (isWrong(verdicts) ? weights.wrong : 0) +
        (verdicts.kind === "contradicted" || verdicts.definition === "contradicted" ? weights.lacks : 0) +
        all.filter((verdict) => verdict === "open").length * weights.open;
      const behind = most > 0 ? 1 - one.score / most : 0;
      const trapped = trap === one.passage.id ? "same article" : trap === undefined ? undefined : "elsewhere";
      return { ...one, score: one.score - cost, verdicts, behind, foreign, trap: trapped };
    })
    .sort(byScore);
}

function byScore(a: Pick<RankedSentence, "score" | "passage">, b: Pick<RankedSentence, "score" | "passage">) {
  return b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1) || a.passage.at - b.passage.at;
}

/** An interviewer's question, or one to the reader, answers none. */
function isQuestion(text: string): boolean {
  return /^(?:问|Q|Вопрос)\s?[:：]|[?？]["”’»]*$/u.test(text);
}

/** A line that only names what follows: short and without a full stop. */
function isHeading(text: string): boolean {
  return (
    !/[.。!！?？;；…]["”’»)\]]*$/.test(text) && text.length < 50 && !/\p{Script=Han}{20}|^[-•]/u.test(text)
  );
}

type Rated = ReturnType<typeof rate>;

function rate(
  passage: Passage,
  question: Question,
  {
    share,
    words,
    matter,
  }: Readonly<Record<"share" | "words" | "matter", (met: readonly number[]) => number>>,
  weights: Weights,
) {
  const most = (...lists: readonly (readonly number[])[]) =>
    passage.here.map((_, i) => Math.max(...lists.map((list) => list[i] ?? 0)));
  const scaled = (list: readonly number[], weight: number) => list.map((one) => one * weight);
  const { here: own, near, title, whole } = passage;
  const here = share(own);
  const offered = offers(passage.text, question.wants);
  const beside = LEANING.test(passage.text) ? LEANS : weights.near;
  const about = matter(most(own, near, title));
  const score =
    share(most(own, scaled(near, beside), scaled(title, weights.title), scaled(whole, weights.whole))) +
    here * weights.here +
    about * weights.matter +
    offered * weights.offers +
    passage.articleScore * weights.article -
    Math.min(passage.at, 12) * weights.early;
  return {
    passage,
    score,
    here,
    around: share(most(own, near, title)),
    words: words(most(own, near, title)),
    covered: share(most(own, title, whole)),
    matterAround: about,
    offered,
  };
}

/** The terms with those that lie in a name weighing nothing. */
function besidesNames(words: string, terms: Passages["terms"]): Passages["terms"] {
  const names = [...entitiesOf(words).filter(({ kind }) => kind !== "office"), ...peopleIn(words)];
  const lies = (start: number, end: number) => names.some((one) => one.start < end && one.end > start);
  return terms.map((term) => (lies(term.start, term.end) ? { ...term, weight: 0 } : term));
}
