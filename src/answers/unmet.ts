/** What of a question nothing meets: a near miss asks for one thing more, or another, than is told. */
import type { PassageTerm } from "../search/search.ts";
import type { AnswerFacts } from "./facts.ts";
import type { Ordered } from "./order.ts";

type Met = readonly number[];

/** A word with a capital letter or a digit. */
const NAME = /^\p{Lu}|\p{Nd}/u;
const NONE: AnswerFacts = {};

/** Weights are told as shares of the heaviest term's. @param ordered sentences, best first */
export function unmetOf(ordered: readonly Ordered[], terms: readonly PassageTerm[]): AnswerFacts {
  const heaviest = Math.max(1e-9, ...terms.map(({ weight }) => weight));
  const weights = terms.map(({ weight }) => weight / heaviest);
  const isName = terms.map(({ written }) => NAME.test(written));
  const all = Math.max(
    1e-9,
    weights.reduce((sum, one) => sum + one, 0),
  );
  const most = (lists: readonly Met[]): Met =>
    terms.map((_, i) => Math.max(0, ...lists.map((list) => list[i] ?? 0)));
  const left = (met: Met, named = false) =>
    Math.max(0, ...weights.filter((_, i) => (met[i] ?? 0) <= 0 && (!named || isName[i])));
  const share = (part: (i: number) => number) =>
    weights.reduce((sum, one, i) => sum + one * part(i), 0) / all;
  const unmet = (one: Ordered | undefined, of: string): AnswerFacts => {
    if (!one) return NONE;
    const { here, near: beside, title, whole } = one.sentence.passage;
    const near = most([here, beside, title]);
    const anywhere = most([near, whole]);
    return {
      [`unmet near ${of}`]: left(near),
      [`unmet anywhere ${of}`]: left(anywhere),
      [`name unmet here ${of}`]: left(here, true),
      [`name unmet near ${of}`]: left(near, true),
      [`name unmet anywhere ${of}`]: left(anywhere, true),
      [`terms unmet near ${of}`]: near.filter((met) => met <= 0).length,
      [`share unmet near ${of}`]: share((i) => Number((near[i] ?? 0) <= 0)),
      [`share met near ${of}`]: share((i) => Math.min(near[i] ?? 0, 1)),
    };
  };
  const any = most(
    ordered.flatMap(({ sentence: { passage } }) => [
      passage.here,
      passage.near,
      passage.title,
      passage.whole,
    ]),
  );
  const three = ordered.slice(0, 3).map(({ sentence }) => sentence);
  const unknown = weights.filter((_, i) => !terms[i]?.known);
  return {
    ...unmet(ordered[0], "first"),
    ...unmet(ordered[1], "second"),
    "unmet by all": left(any),
    "name unmet by all": left(any, true),
    "terms unknown": unknown.length,
    "heaviest unknown": Math.max(0, ...unknown),
    "terms corrected": terms.filter(({ corrected }) => corrected !== undefined).length,
    terms: terms.length,
    "articles in three": new Set(three.map(({ passage }) => passage.id)).size,
    "here in three": three.reduce((sum, { here }) => sum + here, 0) / Math.max(1, three.length),
  };
}
