/** A plan against the posting lists: which articles it lets through, and what each of its terms gives them. */
import type { Article } from "../../../article.ts";
import { slicer } from "../../../slices.ts";
import { ABOUT, covers, createCoverage, ENOUGH, EXCLUDES } from "../../rank/coverage.ts";
import { saturation } from "../../rank/score.ts";
import type { WordingTest } from "../../rank/wording.ts";
import type { Plan, PlanTerm, PlanVariant, Run } from "../index.ts";
import type { Inverted } from "./inverted.ts";
import { articlesWith } from "./phrases.ts";
import { bodyOf, intersect, type PostingList, slotOf, titleOf } from "./postings.ts";

/** Postings that one query reads at most; beyond it, what weighs least is left out. */
const BUDGET = 4_000_000;
/** Slots that are looked at between looks at the time. */
const STEP = 4096;
/** Why an article is out. */
const FILTERED = 1;
const EXCLUDED = 2;

/** A variant with its postings. */
export interface Route {
  readonly variant: PlanVariant;
  /** Where they lie now: an article may come or go whenever this gives way. */
  list(): PostingList;
}

/** A term of the plan and where it is met. */
export interface Target {
  readonly run: number;
  readonly term: number;
  readonly planned: PlanTerm;
  readonly titleOnly: boolean;
  readonly routes: readonly Route[];
}

export interface Evaluation {
  readonly targets: readonly Target[];
  /** By slot: what each article has reached; only those that pass count. */
  readonly sums: Float64Array;
  readonly slots: number;
  readonly cut: boolean;
  passes(slot: number): boolean;
  /** Gives the arrays back; nothing of this is to be used after. */
  done(): void;
}

/**
 * @param testFor whether an article passes the filters; undefined when all do
 * @param budget postings that one query reads at most
 */
export function createEvaluate(
  index: Inverted,
  wording: (phrase: string) => WordingTest,
  testFor: (plan: Plan) => ((article: Article) => boolean) | undefined,
  budget: number = BUDGET,
) {
  const free: Scratch[] = [];

  return async (plan: Plan): Promise<Evaluation> => {
    const { slots } = index;
    const scratch = take(free, slots);
    const { sums, best, masks, out } = scratch;
    const rest = slicer();
    const pause = () => rest() ?? NOTHING;
    const passes = (slot: number) => out[slot] === 0;
    const each = async (act: (slot: number) => void) => {
      for (let slot = 0; slot < slots; slot++) {
        act(slot);
        if (slot % STEP === 0) await pause();
      }
    };

    const test = testFor(plan);
    if (test || slots > index.size)
      await each((slot) => {
        const article = index.article(slot);
        if (!article || (test && !test(article))) out[slot] = FILTERED;
      });
    for (const run of plan.mustNot) {
      await pause();
      await exclude(run);
    }

    const runs = plan.clauses.flatMap((clause) => clause.runs);
    const { targets, cut } = await targetsOf(runs);
    const coverage = createCoverage(runs);
    const worth = saturation(plan.statistics);
    const lengths = index.columns.length;
    for (const { run, planned, titleOnly, routes } of targets) {
      await pause();
      const mask = coverage.maskOf(run, planned);
      for (const { variant, list: where } of routes) {
        const list = where();
        const own = covers(variant, plan.strict) ? mask : 0;
        for (let i = 0; i < list.length; i++) {
          const posting = list.items[i] ?? 0;
          const slot = slotOf(posting);
          const body = titleOnly ? 0 : bodyOf(posting);
          const value = variant.weight * worth(titleOf(posting), body, lengths[slot] ?? 0);
          if (value === 0 || slot >= slots) continue;
          masks[slot] = (masks[slot] ?? 0) | own;
          const before = best[slot] ?? 0;
          // An article's best route counts, so that many routes weigh no more than one.
          if (value > before) {
            sums[slot] = (sums[slot] ?? 0) + value - before;
            best[slot] = value;
          }
        }
      }
      for (const { list: where } of routes) {
        const list = where();
        for (let i = 0; i < list.length; i++) best[slotOf(list.items[i] ?? 0)] = 0;
      }
    }

    let first = 0;
    for (const { occur, runs: branches } of plan.clauses) {
      const own = branches.map((_, i) => first + i);
      first += branches.length;
      if (occur === "must")
        await each((slot) => {
          const mask = masks[slot] ?? 0;
          if (!own.some((run) => coverage.shareOf(run, mask) >= ENOUGH)) out[slot] = FILTERED;
        });
    }
    if (plan.enough > 0 && targets.length > 0 && plan.clauses.every(({ occur }) => occur === "should")) {
      const shares = new Map<number, number>();
      await each((slot) => {
        const mask = masks[slot] ?? 0;
        const share = shares.get(mask) ?? coverage.share(mask);
        shares.set(mask, share);
        if (share < plan.enough) out[slot] = FILTERED;
      });
    }
    return { targets, sums, slots, cut, passes, done: () => void free.push(scratch) };

    /** Looks the variants of all terms up; what weighs least goes when there is more than the budget to read. */
    async function targetsOf(all: readonly Run[]) {
      const found: Target[] = [];
      for (const [run, { terms, titleOnly, phrase, text }] of all.entries())
        for (const [term, planned] of terms.entries()) {
          const routes: Route[] = [];
          for (const variant of planned.variants) {
            const list = phrase
              ? await articlesWith(text, titleOnly, index, wording, passes)
              : listOf(variant.terms, index);
            const [only, ...more] = phrase ? [] : variant.terms;
            const own = only === undefined || more.length > 0;
            // What was put together for this query does not change.
            if (list && list.length > 0)
              routes.push({ variant, list: own ? () => list : () => index.postings(only) ?? NONE });
          }
          found.push({ run, term, planned, titleOnly, routes });
          await pause();
        }
      const byWorth = found
        .flatMap(({ routes }) => routes)
        .sort((a, b) => b.variant.weight - a.variant.weight);
      let left = budget;
      const kept = new Set(
        byWorth.filter(({ list }) => {
          left -= list().length;
          return left >= 0;
        }),
      );
      if (kept.size === byWorth.length) return { targets: found, cut: false };
      const targets = found.map((one) => ({ ...one, routes: one.routes.filter((route) => kept.has(route)) }));
      return { targets, cut: true };
    }

    async function exclude(run: Run): Promise<void> {
      const put = (list: PostingList, act: (slot: number, posting: number) => void) => {
        for (let i = 0; i < list.length; i++) {
          const posting = list.items[i] ?? 0;
          if (!run.titleOnly || titleOf(posting) > 0) act(slotOf(posting), posting);
        }
      };
      if (run.phrase)
        return put(await articlesWith(run.text, run.titleOnly, index, wording, passes), (slot) => {
          out[slot] ||= EXCLUDED;
        });
      const coverage = createCoverage([run]);
      const met = new Map<number, number>();
      const often = new Map<number, number>();
      for (const term of run.terms)
        for (const { terms, surety } of term.variants) {
          const list = surety >= EXCLUDES.surety ? listOf(terms, index) : undefined;
          if (!list) continue;
          const mask = coverage.maskOf(0, term);
          put(list, (slot, posting) => {
            met.set(slot, (met.get(slot) ?? 0) | mask);
            if (titleOf(posting) > 0 || bodyOf(posting) >= ABOUT.times)
              often.set(slot, (often.get(slot) ?? 0) | mask);
          });
        }
      for (const [slot, mask] of met) {
        if (coverage.shareOf(0, mask) < EXCLUDES.share) continue;
        if (!run.about || coverage.shareOf(0, often.get(slot) ?? 0) >= ABOUT.share) out[slot] ||= EXCLUDED;
      }
    }
  };
}

const NOTHING = Promise.resolve();
const NONE: PostingList = { items: new Uint32Array(0), length: 0 };

/** Articles that have all of these terms; undefined when there is none. */
function listOf(terms: readonly string[], index: Inverted): PostingList | undefined {
  const lists = terms.map((term) => index.postings(term)).filter((list) => list !== undefined);
  if (lists.length === 0 || lists.length < terms.length) return undefined;
  return lists.length === 1 ? lists[0] : intersect(lists);
}

/** Arrays by slot, kept from query to query: at many articles, making them costs more than filling them. */
interface Scratch {
  readonly sums: Float64Array;
  /** All 0 between terms. */
  readonly best: Float64Array;
  readonly masks: Int32Array;
  readonly out: Uint8Array;
}

function take(free: Scratch[], slots: number): Scratch {
  const kept = free.pop();
  if (!kept || kept.sums.length < slots) {
    const size = Math.ceil(slots * 1.25);
    return {
      sums: new Float64Array(size),
      best: new Float64Array(size),
      masks: new Int32Array(size),
      out: new Uint8Array(size),
    };
  }
  kept.sums.fill(0, 0, slots);
  kept.masks.fill(0, 0, slots);
  kept.out.fill(0, 0, slots);
  return kept;
}
