/** A query against the index: which articles it lets through, and what each of its terms gives them. */
import type { Article } from "../../article.ts";
import type { Inverted } from "../index/inverted.ts";
import { slotOf } from "../index/postings.ts";
import type { Query, Term } from "../query/query.ts";
import type { Analyzer, QueryTerm } from "../types.ts";
import { createCoverage } from "./coverage.ts";
import type { Phrases } from "./phrase.ts";
import { accumulate, idf, type Scorer, scorer, tie, type Wanted } from "./score.ts";

/** A phrase weighs more than the term it would be as one word. */
const PHRASE_WEIGHT = 2;
/** Share of the written characters that must be met where words are a condition (title:, OR, watches). */
const ENOUGH = 0.8;

export interface Tools {
  readonly analyzer: Analyzer;
  readonly index: Inverted;
  readonly phrases: Phrases;
}

/** One run of words or one phrase of the query, tied to the index; offsets of its terms are those in `text`. */
export interface Run {
  readonly text: string;
  readonly wanted: readonly Wanted[];
  /** The run was written as a phrase, which no article has, and is read as plain words. */
  readonly loosened?: true;
}

export interface Evaluation {
  readonly runs: readonly Run[];
  /** The terms of all runs. */
  readonly wanted: readonly Wanted[];
  /** What each article has reached, by slot; only those that pass count. */
  readonly sums: Float64Array;
  readonly score: Scorer;
  /** Whether more than one condition decides, so that one may have kept out what another would find. */
  readonly narrowed: boolean;
  passes(slot: number): boolean;
}

/**
 * Evaluates a query. The result holds until the next evaluation on the same index, which reuses its arrays.
 * @param fits whether an article passes the filters (publisher, language, dates); undefined when all do
 * @param strict every entry is a condition, as for a watch; otherwise plain words only rank
 */
export function evaluate(
  query: Query,
  { analyzer, index, phrases }: Tools,
  fits: ((article: Article) => boolean) | undefined,
  strict: boolean,
): Evaluation {
  const score = scorer(index);
  const { sums, best, out } = scratchFor(index);
  const passes = (slot: number) => out[slot] === 0;
  if (fits || index.slots > index.size)
    for (let slot = 0; slot < index.slots; slot++) {
      const article = index.article(slot);
      if (!article || (fits && !fits(article))) out[slot] = 1;
    }

  const phrase = (text: string, titleOnly: boolean): Wanted => {
    const list = phrases.having(text, titleOnly, index, passes);
    const alternative = { terms: [text], weight: 1, through: "written" } as const;
    const term: QueryTerm = {
      written: text,
      start: 0,
      end: text.length,
      weight: PHRASE_WEIGHT,
      alternatives: [alternative],
    };
    const weight = PHRASE_WEIGHT * idf(index.size, list.length);
    return { term, titleOnly, phrase: true, routes: list.length > 0 ? [{ alternative, list, weight }] : [] };
  };
  const termsOf = (term: Term): Wanted[] =>
    term.kind === "phrase"
      ? [phrase(term.text, term.title === true)]
      : analyzer.interpret(term.text, index).map((one) => tie(one, term.title === true, index));

  for (const { kind, text, title } of query.unwanted) {
    const [word, another] = kind === "words" && !title ? analyzer.analyze(text) : [];
    const list = word && !another ? index.postings(word.term) : phrase(text, title === true).routes[0]?.list;
    for (let i = 0; i < (list?.length ?? 0); i++) out[slotOf(list?.items[i] ?? 0)] = 1;
  }
  const runs = query.wanted.flatMap((entry) => {
    const exact = entry.map((term): Run => ({ text: term.text, wanted: termsOf(term) }));
    const loosened = strict || query.wanted.length < 2 ? undefined : loosen(entry, exact);
    const branches = loosened ?? exact;
    const [first, another] = entry;
    const condition =
      strict || another !== undefined || (first?.kind === "phrase" && !loosened) || first?.title === true;
    for (const branch of branches) for (const one of branch.wanted) accumulate(one, score, sums, best);
    if (condition) {
      const coverages = branches.map(({ text, wanted }) => createCoverage(text, wanted, index.slots));
      for (let slot = 0; slot < index.slots; slot++)
        if (!coverages.some((share) => share(slot) >= ENOUGH)) out[slot] = 1;
    }
    return branches;
  });
  const narrowed = fits !== undefined || query.unwanted.length > 0 || query.wanted.length > 1;
  return { runs, wanted: runs.flatMap((run) => run.wanted), sums, score, narrowed, passes };

  /** A lone phrase beside other words that no article has, in whatever language: its words then only rank. */
  function loosen([term, another]: readonly Term[], [run]: readonly Run[]): readonly Run[] | undefined {
    if (!term || another || term.kind !== "phrase" || run?.wanted.some(({ routes }) => routes.length > 0))
      return undefined;
    const { text, title } = term;
    return [{ text, wanted: termsOf({ kind: "words", text, ...(title && { title }) }), loosened: true }];
  }
}

interface Scratch {
  readonly sums: Float64Array;
  /** All 0 between terms. */
  readonly best: Float64Array;
  readonly out: Uint8Array;
}

/** Arrays by slot, kept from query to query: at many articles, making them costs more than filling them. */
const scratches = new WeakMap<Inverted, Scratch>();

function scratchFor(index: Inverted): Scratch {
  const { slots } = index;
  const kept = scratches.get(index);
  if (kept && kept.sums.length >= slots) {
    kept.sums.fill(0);
    kept.out.fill(0);
    return {
      sums: kept.sums.subarray(0, slots),
      best: kept.best.subarray(0, slots),
      out: kept.out.subarray(0, slots),
    };
  }
  const size = Math.ceil(slots * 1.25);
  scratches.set(index, {
    sums: new Float64Array(size),
    best: new Float64Array(size),
    out: new Uint8Array(size),
  });
  return scratchFor(index);
}
