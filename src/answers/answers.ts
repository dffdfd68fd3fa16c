/** The door of answers: a question goes in, sentences copied from articles come out, or an honest refusal. */
import type { Library } from "../articles/library.ts";
import type { Passages, Search } from "../search/search.ts";
import { rulingOn } from "./confidence.ts";
import { confidenceOf } from "./gate.ts";
import { glossOf } from "./gloss.ts";
import type { Phrased } from "./model/phrased.ts";
import type { Phraser } from "./model/phraser.ts";
import { inOrder, type Ordered } from "./order.ts";
import { type Question, questionsIn, readQuestion } from "./question.ts";
import { isWrong, type RankedSentence, rankSentences } from "./rank.ts";
import type { AnswerSentence } from "./sentence.ts";

export interface Answer {
  readonly question: string;
  readonly answered: boolean;
  /** In [0, 1]; below `SURE_ENOUGH` the question counts as not answered. */
  readonly confidence: number;
  readonly sentences: readonly AnswerSentence[];
  /** Whether there is more to show from here on. */
  readonly more: boolean;
  /** Ids of the nearest articles, best first. */
  readonly nearest: readonly string[];
  /** One paragraph made of the sentences by a model, checked; absent without one. */
  readonly phrased?: Phrased;
}

export interface Inquiry {
  /** Epoch milliseconds; days are those of the IANA `zone`. */
  readonly now: number;
  readonly zone: string;
  /** How many sentences to leave out at the start: for "more". */
  readonly from?: number;
  readonly signal?: AbortSignal;
}

export interface Answers {
  ask(question: string, inquiry: Inquiry): Promise<Answer>;
}

/** Below this a question is refused. */
const SURE_ENOUGH = 0.5;
/** At most so many sentences are shown at once, and so many articles opened. */
const SENTENCES = 3;
const ARTICLES = 12;
/** A further sentence is worth showing with at least this share of the best one's score. */
const WORTH = 0.6;

/** @param phraser says the sentences in one paragraph; without it they stand as they are */
export function createAnswers(search: Search, library: Library, phraser?: Phraser): Answers {
  /** A search is asked only where all else is sure enough. */
  async function judge(
    best: RankedSentence,
    ordered: readonly Ordered[],
    { words, wants }: Question,
    terms: Passages["terms"],
    when: Pick<Inquiry, "now" | "zone">,
  ): Promise<number> {
    const likely = confidenceOf(rulingOn(best, true, wants), ordered, terms);
    if (likely < SURE_ENOUGH) return likely;
    const { hits } = await search.search(words, { ...when, limit: ARTICLES });
    const isFound = hits.some(({ id }) => id === best.passage.id);
    return confidenceOf(rulingOn(best, isFound, wants), ordered, terms);
  }

  return {
    async ask(asked, { now, zone, from = 0, signal }) {
      const question = readQuestion(asked);
      const found = await search.passages(question.words, { now, zone, limit: ARTICLES });
      const language = search.languageOf(asked);
      const ruled = await rankSentences(question, found, (id) => library.get(id), language);
      const [best] = ruled;
      const ordered = inOrder(ruled, question, found);
      const confidence = best ? await judge(best, ordered, question, found.terms, { now, zone }) : 0;
      const ranked = ordered.map(({ sentence }) => sentence);
      const nearest = [...new Set(ranked.map(({ passage }) => passage.id))].slice(0, SENTENCES);
      const answered = confidence >= SURE_ENOUGH && questionsIn(asked).length < 2;
      if (!answered) return { question: asked, answered, confidence, sentences: [], more: false, nearest };
      const worth = (best?.score ?? 0) * WORTH;
      const distinct = withoutRepeats(ranked).filter(
        ({ passage, score, verdicts }, i) =>
          i === 0 || (score >= worth && !isWrong(verdicts) && !CUT_OFF.test(passage.text)),
      );
      const sentences = distinct.slice(from, from + SENTENCES).map(({ passage, score }) => ({
        text: shown(passage.text),
        score,
        article: passage.id,
        gloss: glossOf(passage, found.terms, language, library.get(passage.id)?.language ?? language),
      }));
      const more = distinct.length > from + SENTENCES;
      const phrased = await phraser?.(asked, language, sentences, signal);
      const answer = {
        question: asked,
        answered,
        confidence,
        sentences,
        more,
        nearest,
      };
      return phrased ? { ...answer, phrased } : answer;
    },
  };
}

/** The end of an excerpt that was cut off: worth showing only where nothing says more. */
const CUT_OFF = /(?:…|\.\.\.)["”’»]?$/;

/** A sentence without its bullet, and without a quotation mark whose partner stands in another sentence. */
function shown(text: string): string {
  const plain = text.replace(/^[-•*]\s+/, "");
  if ((plain.match(/"/g) ?? []).length % 2 === 0) return plain;
  return plain.endsWith('"') ? plain.slice(0, -1).trimEnd() : plain.replace(/^"\s*/, "");
}

/** Leaves out sentences that say what a better one says: the same words of the question with the same numbers. */
function withoutRepeats(ranked: readonly RankedSentence[]): readonly RankedSentence[] {
  const seen = new Set<string>();
  return ranked.filter(({ passage }) => {
    const numbers = [...new Set(passage.text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [])].sort();
    const terms = passage.here.flatMap((strength, i) => (strength > 0 ? [i] : []));
    const keys = [
      passage.text.replace(/[^\p{L}\p{N}]/gu, ""),
      ...(numbers.length > 0 ? [`${terms}|${numbers}`] : []),
    ];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}
