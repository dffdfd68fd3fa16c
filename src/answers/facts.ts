/** What speaks for a sentence and against it, as numbers: what the trained ranking of answers reads. */
import type { Passage, Passages } from "../search/search.ts";
import { CHECKS, type Verdicts } from "./constraints/hold.ts";
import { offers, type Question, type Wants } from "./question.ts";
import type { RankedSentence } from "./rank.ts";

const KINDS: readonly Wants[] = [
  "number",
  "money",
  "duration",
  "time",
  "person",
  "office",
  "place",
  "reason",
  "thing",
];
const YES_NO =
  /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may)\b|吗[？?]?$|是否|有没有|是不是|还?用不用|了没有|(?<!\p{L})ли(?!\p{L})|^(?:правда|верно)/iu;
const MANNER =
  /^how (?!many|much|long|far|often|old|big|large|high|tall|fast)|怎么|如何|怎样|^как(?!\p{L})/iu;
const SAID =
  /(?<!\p{L})(?:сказал|заяв|отмет|подчерк|по словам|сообщ|считает|пояснил)|\b(?:said|says|told|according to|added|argued|warned)\b|说|表示|指出|认为|介绍|称/iu;
const DENIED =
  /\b(?:not|no|never|none|neither|without|nobody)\b|n['’]t\b|没|未|不|无|(?<!\p{L})(?:не|нет|ни|без)(?!\p{L})/iu;
const LEANS =
  /^(?:["“«—–-]\s?)*(?:(?:he|she|it|they|this|that|these|those|his|her|its|their)\b|(?:он|она|оно|они|это|этот|эта|его|её)(?!\p{L})|[他她它其该这此])/iu;
const QUOTED = /["“”«»]/u;
/** Sentences further down are equally far. */
const FAR = 12;

export type AnswerFacts = Readonly<Record<string, number>>;

type Share = (met: readonly number[]) => number;
type Row = Record<string, number>;

/** Facts that are also told as a distance from the most that any sentence has. */
const FROM_MOST = [
  "score",
  "here",
  "around",
  "near",
  "title",
  "covered",
  "matter",
  "words",
  "precision",
  "withLead",
  "withAll",
  "besidesLead",
  "rare",
  "only",
  "article",
] as const;

/** The facts of every sentence, in the order in which they came. @param all every sentence of the articles that were opened */
export function factsOf(
  rated: readonly RankedSentence[],
  question: Question,
  { terms, passages: all }: Passages,
  share: Share,
): readonly AnswerFacts[] {
  const articles = new Map<string, Passage[]>();
  for (const one of all) articles.set(one.id, [...(articles.get(one.id) ?? []), one]);
  const asking = {
    yesNo: Number(YES_NO.test(question.asked.trim())),
    manner: Number(MANNER.test(question.asked.trim())),
    asksDenied: Number(DENIED.test(question.asked)),
    length: Math.log(1 + question.words.length),
    wants: KINDS.indexOf(question.wants),
  };
  const rows = rated.map((one, rank): Row => {
    const { passage } = one;
    return {
      ...asking,
      rank,
      ...rules(one),
      ...context(passage, articles.get(passage.id) ?? [], terms, share),
      ...wording(passage),
      ...Object.fromEntries(KINDS.slice(0, -1).map((kind) => [`has ${kind}`, offers(passage.text, kind)])),
      offers: offers(passage.text, question.wants),
    };
  });
  for (const name of FROM_MOST) {
    const most = Math.max(...rows.map((row) => row[name] ?? 0));
    for (const row of rows) row[`${name} from most`] = (row[name] ?? 0) - most;
  }
  return rows;
}

function rules({
  score,
  here,
  around,
  covered,
  matterAround,
  words,
  behind,
  foreign,
  trap,
  verdicts,
}: RankedSentence): Row {
  const told = Object.keys(CHECKS).flatMap((name) => {
    const verdict = verdicts[name as keyof Verdicts];
    return [[name, verdict === "contradicted" ? -1 : verdict === "open" ? 0.5 : verdict === "met" ? 1 : 0]];
  });
  return {
    ...{ score, here, around, covered, matter: matterAround, words, behind, foreign: Number(foreign) },
    trap: trap === "same article" ? 1 : trap === "elsewhere" ? -1 : 0,
    ...Object.fromEntries(told),
  };
}

/** What a sentence says that its title and the article's first sentences do not: those name what all of it is about. */
function context(passage: Passage, own: readonly Passage[], terms: Passages["terms"], share: Share): Row {
  const { here, near, title, whole, at } = passage;
  const most = (...lists: readonly (readonly number[] | undefined)[]) =>
    terms.map((_, i) => Math.max(0, ...lists.map((list) => list?.[i] ?? 0)));
  const lead = most(...own.filter((other) => other.at < 2 && other.at !== at).map((other) => other.here));
  const about = most(lead, title);
  const having = terms.map((_, i) => own.filter((other) => (other.here[i] ?? 0) > 0).length);
  const strongest = Math.max(0, ...terms.map(({ weight }, i) => (here[i] ?? 0) * weight));
  const heaviest = Math.max(1e-9, ...terms.map(({ weight }) => weight));
  return {
    near: share(near),
    title: share(title),
    whole: share(whole),
    lead: share(lead),
    withLead: share(most(here, about)),
    withAll: share(most(here, about, near)),
    besidesLead: share(here.map((met, i) => ((about[i] ?? 0) > 0 ? 0 : met))),
    rare: share(here.map((met, i) => met / Math.max(1, having[i] ?? 1))),
    only: share(here.map((met, i) => (having[i] === 1 ? met : 0))),
    before: share(own.find((other) => other.at === at - 1)?.here ?? []),
    after: share(own.find((other) => other.at === at + 1)?.here ?? []),
    heaviest: strongest / heaviest,
    article: passage.articleScore,
    sentences: Math.log(1 + own.length),
    at: Math.min(at, FAR),
  };
}

function wording({ text, marks }: Passage): Row {
  const met = marks.reduce((sum, [start, end]) => sum + end - start, 0);
  const isHan = /\p{Script=Han}/u.test(text);
  return {
    precision: met / Math.max(1, text.length),
    size: Math.log(1 + text.length * (isHan ? 2.5 : 1)),
    han: Number(isHan),
    leans: Number(LEANS.test(text)),
    said: Number(SAID.test(text)),
    denied: Number(DENIED.test(text)),
    quoted: Number(QUOTED.test(text)),
    digits: Math.min(4, text.match(/\p{Nd}+/gu)?.length ?? 0),
  };
}
