/** Whether what an article has of a query says that it is about it: nothing is found where no article does. */
import { entitiesOf } from "../../language/open.ts";
import { once } from "../../once.ts";
import type { Candidate, Plan, PlanTerm, PlanVariant, Run } from "../index/index.ts";
import { bordersOf } from "./coverage.ts";

/**
 * An article is about a query when it has the share `whole - word * ln(1 + words)` of it: some six tenths of two words,
 * half of three, a quarter of seven. What stands in its title counts `title` more, and `lacking` of the weightiest word
 * that it does not have counts against it. It must have `unnamed` more where it lacks a country, person, body or event
 * that the query names; a place counts only where no article names it: what one calls by its city another calls by its
 * region. The numbers for queries were chosen on the dev halves of the ten judged sets so that each half of the sets
 * gains from the other's. A question has many words that no article need have (how, many, did); its numbers were chosen
 * by hand so that few answered questions across languages are lost.
 */
const ABOUT = {
  query: { whole: 0.93, word: 0.36, title: 0.3, lacking: 0.4, unnamed: 0.2 },
  question: { whole: 0.8, word: 0.4, title: 0, lacking: 0, unnamed: 0.1 },
};
const NAMES: ReadonlySet<string> = new Set(["country", "person", "body", "event"]);
/** What is met by less than this degree is lacking. */
const LACKED = 0.3;
/** How something is asked for. */
export type QueryKind = keyof typeof ABOUT;

/** Terms that count about as much as the most important one of a place say how rare what stands there is. */
const FOREMOST = 0.85;
/** What is met by its sound alone, or by one Han character that a longer word has as well (月 for moon). */
const SOUND = 0.9;
const CHARACTER = 0.5;
/** What nearly every article of this field names says nothing beside other words. */
const EVERYWHERE =
  /上海合作组织|上合组织|上合|\bSCO\b|Shanghai Co-?operation Organi[sz]ation|(?<!\p{L})ШОС(?!\p{L})|Шанхайск\p{L}{1,4} организац\p{L}{1,4} сотрудничества/giu;

/** A piece of the query between two borders of terms. */
interface Piece {
  readonly run: number;
  readonly start: number;
  readonly end: number;
  readonly worth: number;
  /** Of the most important term there. */
  readonly importance: number;
  /** How many words it is, a Han character counting half. */
  readonly words: number;
  readonly everywhere: boolean;
  /** Whether any article has it. */
  readonly known: boolean;
}

/** A test of candidates of a plan; its words are met by degrees, a later sense of a word less than the first. */
export function aboutness(plan: Plan, kind: QueryKind): (candidate: Candidate) => boolean {
  const runs = plan.clauses.flatMap((clause) => clause.runs);
  const all = runs.flatMap(piecesOf);
  const telling = all.filter(({ everywhere }) => !everywhere);
  const pieces = telling.length > 0 ? telling : all;
  const whole = pieces.reduce((sum, { worth }) => sum + worth, 0);
  const words = pieces.reduce((sum, { words }) => sum + words, 0);
  const asked = ABOUT[kind];
  const bar = whole * (asked.whole - asked.word * Math.log1p(words));
  const within = runs.map((run, at) =>
    run.terms.map(({ start, end }) =>
      [...pieces.keys()].filter((i) => {
        const piece = pieces[i];
        return piece?.run === at && start <= piece.start && end >= piece.end;
      }),
    ),
  );
  // Asked for only where it decides.
  const names = once(() => runs.flatMap((run, at) => namesIn(run, at, pieces)));
  return ({ met }) => {
    const degrees = new Float64Array(pieces.length);
    const inTitle = new Float64Array(pieces.length);
    for (const { run, term, variant, titleTimes } of met) {
      const surety = variant.surety * doubtOf(variant);
      const own = runs[run]?.terms[term]?.importance ?? 0;
      for (const i of within[run]?.[term] ?? []) {
        const degree = surety * Math.min(1, own / (pieces[i]?.importance ?? 1));
        degrees[i] = Math.max(degrees[i] ?? 0, degree);
        if (titleTimes > 0) inTitle[i] = Math.max(inTitle[i] ?? 0, degree);
      }
    }
    const worthOf = (degrees: Float64Array) =>
      pieces.reduce((sum, { worth }, i) => sum + worth * (degrees[i] ?? 0), 0);
    const lacking = pieces.reduce(
      (most, { worth }, i) => ((degrees[i] ?? 0) < LACKED ? Math.max(most, worth) : most),
      0,
    );
    const has = worthOf(degrees);
    const sum = has + asked.title * worthOf(inTitle) - asked.lacking * lacking;
    if (has <= 0 || sum < bar) return false;
    if (sum >= bar + asked.unnamed * whole) return true;
    return !names().some(
      (name) =>
        name.reduce((sum, i) => sum + (degrees[i] ?? 0) * (pieces[i]?.worth ?? 0), 0) <
        name.reduce((sum, i) => sum + (pieces[i]?.worth ?? 0), 0) / 2,
    );
  };
}

/** For each name of a run the pieces that it is made of. */
function namesIn({ text }: Run, at: number, pieces: readonly Piece[]): readonly (readonly number[])[] {
  return entitiesOf(text).flatMap(({ kind, start, end }) => {
    const own = [...pieces.keys()].filter((i) => {
      const piece = pieces[i];
      return piece?.run === at && start <= piece.start && end >= piece.end;
    });
    const isUnknown = kind === "place" && own.every((i) => pieces[i]?.known === false);
    return own.length > 0 && (NAMES.has(kind) || isUnknown) ? [own] : [];
  });
}

function doubtOf({ via, terms }: PlanVariant): number {
  if (via === "script") return SOUND;
  return via !== "written" && terms.every((term) => /^\p{Script=Han}$/u.test(term)) ? CHARACTER : 1;
}

function piecesOf(run: Run, at: number): readonly Piece[] {
  const borders = bordersOf(run);
  const everywhere = [...run.text.matchAll(EVERYWHERE)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));
  return borders.slice(1).flatMap((end, i) => {
    const start = borders[i] ?? 0;
    const terms = run.terms.filter((term) => term.start <= start && term.end >= end);
    const importance = Math.max(...terms.map((term) => term.importance));
    const foremost = terms.filter((term) => term.importance >= importance * FOREMOST);
    const known = foremost.filter(({ variants }) => variants.length > 0);
    const worth = Math.max(...(known.length > 0 ? known : foremost).map(perCharacter)) * (end - start);
    if (terms.length === 0) return [];
    return [
      {
        ...{ run: at, start, end, worth, importance, words: wordsOf(run.text.slice(start, end)) },
        known: known.length > 0,
        everywhere: everywhere.some((one) => one.start <= start && one.end >= end),
      },
    ];
  });
}

const perCharacter = ({ weight, start, end }: PlanTerm): number => weight / (end - start);

function wordsOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu)?.length ?? 0;
  return Math.max(0.5, han / 2 + others);
}
