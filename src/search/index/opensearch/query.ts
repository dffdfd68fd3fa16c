/** A plan as a query of the engine: made of our terms and of numbers only, so that no word of a person is ever read there. */
import { foldText } from "../../../language/fold.ts";
import { analyze } from "../../../language/tokens.ts";
import { bordersOf, CELLS, covers, ENOUGH, EXCLUDES } from "../../rank/coverage.ts";
import type { Clause, Filters, Plan, PlanTerm, PlanVariant, Run } from "../index.ts";
import { written } from "./document.ts";

export type EngineQuery = Readonly<Record<string, unknown>>;
type Field = "terms" | "title_terms" | "characters";

const NONE: EngineQuery = { match_none: {} };
/** Articles, and not the words or the checkpoint that lie beside them. */
export const ARTICLES: EngineQuery = { exists: { field: "language" } };
const HAN_ONE = /^\p{Script=Han}$/u;
const SURE = /^(?:\p{Script=Han}{2}|(?!\p{Script=Han})\p{L}{4,})$/u;

/**
 * Which articles may meet a plan, and roughly what they are worth. It lets through more than the plan does (phrases and
 * shares of a query are judged on the articles), never less.
 */
export function queryOf(plan: Plan): EngineQuery {
  const runs = plan.clauses.flatMap((clause) => clause.runs);
  const isRough = runs.reduce((sum, run) => sum + bordersOf(run).length, 0) > CELLS;
  const must = plan.clauses.filter(({ occur }) => occur === "must");
  const conditions = must.map((clause) => conditionOf(clause, plan.strict, isRough));
  const anything = runs.flatMap((run) => (run.phrase ? [phraseQuery(run)] : run.terms.flatMap(scoring(run))));
  const isWeak = (variant: PlanVariant) => !covers(variant, plan.strict);
  const hasWeak = runs.some((run) => run.terms.some(({ variants }) => variants.some(isWeak)));
  if (must.length === 0 && runs.length > 0 && hasWeak && plan.enough > 0)
    conditions.push(
      any(runs.flatMap((run) => (run.phrase ? [phraseQuery(run)] : sureOnes(run, plan.strict)))),
    );
  if (runs.length > 0 && anything.length === 0) return NONE;
  return {
    bool: {
      should: anything,
      minimum_should_match: anything.length > 0 && must.length === 0 ? 1 : 0,
      filter: [...conditions, ...filtersOf(plan.filters)],
      must_not: [...plan.mustNot.flatMap(exclusionOf), ...refusalsOf(plan.filters)],
    },
  };
}

export function filterQuery(filters: Filters): EngineQuery {
  return { bool: { filter: filtersOf(filters), must_not: refusalsOf(filters) } };
}

function filtersOf({ publishers, languages, from, to, ids }: Filters): EngineQuery[] {
  const isDated = from !== Number.NEGATIVE_INFINITY || to !== Number.POSITIVE_INFINITY;
  return [
    ARTICLES,
    ...(publishers.length > 0 ? [{ terms: { publishers } }] : []),
    ...(languages.length > 0 ? [{ terms: { language: languages } }] : []),
    ...(ids ? [{ terms: { id: ids } }] : []),
    ...(isDated ? [{ range: { published: spanOf(from, to) } }] : []),
  ];
}

function refusalsOf({ notPublishers, notLanguages }: Filters): EngineQuery[] {
  return [
    ...(notPublishers.length > 0 ? [{ terms: { publishers: notPublishers } }] : []),
    ...(notLanguages.length > 0 ? [{ terms: { language: notLanguages } }] : []),
  ];
}

/** Instants that a date of the engine can be. */
const MOST_MS = 8.64e15;

function spanOf(from: number, to: number): EngineQuery {
  return {
    format: "epoch_millis",
    ...(from > -MOST_MS && { gte: Math.ceil(from) }),
    ...(to < MOST_MS && { lt: Math.ceil(to) }),
  };
}

/** The variants of a term: an article's best one counts. */
const scoring =
  ({ titleOnly }: Run) =>
  ({ variants }: PlanTerm): EngineQuery[] => {
    const queries = variants.map((variant) => variantQuery(variant, titleOnly));
    return queries.length > 1 ? [{ dis_max: { queries } }] : queries;
  };

function variantQuery({ terms, weight }: PlanVariant, titleOnly: boolean): EngineQuery {
  const field: Field = titleOnly ? "title_terms" : "terms";
  const [first, ...others] = terms;
  if (first === undefined) return NONE;
  const scored = { term: { [field]: { value: written(first), boost: Math.max(weight, 1e-6) } } };
  if (others.length === 0) return scored;
  // The others may stand in body or title: whoever reads the candidates sees where.
  return { bool: { must: [scored], filter: others.map((term) => has(term)) } };
}

const has = (term: string, field: Field = "terms"): EngineQuery => ({ term: { [field]: written(term) } });

/** One of these; as few clauses as can say it. */
function any(queries: readonly EngineQuery[]): EngineQuery {
  const [only, another] = queries;
  if (only === undefined) return NONE;
  return another === undefined ? only : { bool: { should: queries, minimum_should_match: 1 } };
}

const all = (queries: readonly EngineQuery[]): EngineQuery => ({ bool: { filter: queries } });

/** An article that has all words of a variant. */
const meets = (variant: PlanVariant, titleOnly: boolean): EngineQuery =>
  variant.terms.length === 1
    ? has(variant.terms[0] ?? "", titleOnly ? "title_terms" : "terms")
    : all(variant.terms.map((term) => has(term)));

const sureOnes = (run: Run, strict: boolean): EngineQuery[] =>
  run.terms.flatMap(({ variants }) =>
    variants.filter((one) => covers(one, strict)).map((one) => meets(one, run.titleOnly)),
  );

/** What an article must have to meet one of a clause's runs. */
function conditionOf({ runs }: Clause, strict: boolean, isRough: boolean): EngineQuery {
  return any(
    runs.map((run) => {
      if (run.phrase) return phraseQuery(run);
      const cells = isRough ? [] : cellsOf(run);
      const whole = cells.reduce((sum, { length }) => sum + length, 0);
      const needed = cells.filter(({ length }) => length > (1 - ENOUGH) * whole + 1e-9);
      const own = (terms: readonly PlanTerm[]) => any(sureOnes({ ...run, terms }, strict));
      return needed.length === 0 ? own(run.terms) : all(needed.map(({ terms }) => own(terms)));
    }),
  );
}

/** The stretches between borders of a run's terms, each with the terms that cover it. */
function cellsOf(run: Run): { readonly length: number; readonly terms: readonly PlanTerm[] }[] {
  const borders = bordersOf(run);
  return borders.slice(1).flatMap((end, i) => {
    const start = borders[i] ?? 0;
    const terms = run.terms.filter((term) => term.start <= start && term.end >= end);
    return terms.length > 0 ? [{ length: end - start, terms }] : [];
  });
}

/** Articles that surely have what is excluded; what else has it is left out when the candidates are read. */
function exclusionOf(run: Run): EngineQuery[] {
  if (run.phrase || run.about || bordersOf(run).length > CELLS) return [];
  const cells = cellsOf(run).map(({ terms }) =>
    any(
      terms.flatMap(({ variants }) =>
        variants
          .filter(({ surety }) => surety >= EXCLUDES.surety)
          .flatMap((one) => surely(one, run.titleOnly)),
      ),
    ),
  );
  return cells.length > 0 ? [all(cells)] : [];
}

/** In a title alone each word would have to be looked for on its own. */
const surely = (variant: PlanVariant, titleOnly: boolean): EngineQuery[] =>
  titleOnly && variant.terms.length > 1 ? [] : [meets(variant, titleOnly)];

/** Articles with every term that the phrase is sure to leave, whatever stands around it. */
function phraseQuery({ text, terms: [term] }: Run): EngineQuery {
  const folded = foldText(text).text;
  const boost = Math.max(term?.weight ?? 1, 1e-6);
  if (HAN_ONE.test(folded)) {
    const begins = { prefix: { terms: { value: folded } } };
    return { constant_score: { filter: any([begins, has(folded, "characters")]), boost } };
  }
  const terms = phraseTerms(text);
  const [first, ...others] = terms.filter((one) => SURE.test(one));
  if (first === undefined) return { constant_score: { filter: any(terms.map((one) => has(one))), boost } };
  const scored = { term: { terms: { value: written(first), boost } } };
  return { bool: { must: [scored], filter: others.map((one) => has(one)) } };
}

export const phraseTerms = (text: string): string[] => [...new Set(analyze(text).map(({ term }) => term))];
