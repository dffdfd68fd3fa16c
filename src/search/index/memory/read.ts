/** Candidates, scores and counts out of an inverted index: the reading half of the memory implementation. */
import type { Article } from "../../../article.ts";
import { foldWord } from "../../../language/words.ts";
import { oneByOne, slicer } from "../../../slices.ts";
import { dayOf } from "../../../time.ts";
import { testOf } from "../../query/fits.ts";
import { saturation, titleShare } from "../../rank/score.ts";
import type { WordingTest } from "../../rank/wording.ts";
import type { Candidate, DayCount, Filters, Index, Met, PageRequest, Plan, Statistics } from "../index.ts";
import { createEvaluate, type Evaluation } from "./evaluate.ts";
import type { Inverted } from "./inverted.ts";
import { bodyOf, find, titleOf } from "./postings.ts";

/** The order of sort:new only shows articles with this share of the best sum: the rest merely share a word. */
const NEAR_ENOUGH = 0.35;
const HOUR_MS = 3_600_000;

/**
 * @param keyOf the same key for every name of one publisher
 * @param budget postings that one query reads at most, where it is not as usual
 */
export function readingOf(
  index: Inverted,
  wording: (phrase: string) => WordingTest,
  keyOf: (source: string) => string,
  budget?: number,
): Pick<Index, "vocabulary" | "statistics" | "retrieve" | "scores" | "get" | "newest" | "days"> {
  const evaluate = createEvaluate(index, wording, ({ filters }) => testOf(filters, keyOf), budget);
  // A query asks for all of its words together, some milliseconds each.
  const inTurn = oneByOne();
  const statistics = (): Statistics => ({
    articles: index.size,
    averageLength: index.size > 0 ? index.columns.lengthSum / index.size : 0,
  });
  const timeOf = (slot: number) => {
    const at = index.columns.moment[slot] ?? Number.NaN;
    return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
  };
  const idOf = (slot: number) => index.article(slot)?.id ?? "";
  /** The first `keep` in order of time; all the others need no order. */
  const inOrder = (slots: readonly number[], order: PageRequest["order"], keep: number) => {
    const sign = order === "oldest" ? 1 : -1;
    const keys = Float64Array.from(slots, (slot) => sign * timeOf(slot));
    const last =
      keep < slots.length
        ? (keys.toSorted()[keep - 1] ?? Number.POSITIVE_INFINITY)
        : Number.POSITIVE_INFINITY;
    return slots
      .filter((_, at) => (keys[at] ?? 0) <= last)
      .sort((a, b) => sign * (timeOf(a) - timeOf(b)) || (idOf(a) < idOf(b) ? -1 : 1))
      .slice(0, keep);
  };

  return {
    vocabulary: {
      counts: async (terms) => new Map(terms.map((term) => [term, index.count(term)])),
      near: (word, edits) => inTurn(() => index.surfaces.near(word, edits)),
      soundingLike: (name) => inTurn(() => index.surfaces.sounding(foldWord(name))),
    },
    statistics: async () => statistics(),
    async retrieve(plan, page) {
      const evaluation = await evaluate(plan);
      const { passes, sums, slots, cut, done } = evaluation;
      try {
        const everything = plan.clauses.length === 0;
        const floor = page.order === "newest" && !everything ? bestOf(evaluation) * NEAR_ENOUGH : 0;
        const wants = (slot: number) => passes(slot) && (everything || (sums[slot] ?? 0) > floor);
        const found: number[] = [];
        for (let slot = 0; slot < slots; slot++) if (wants(slot)) found.push(slot);
        const chosen =
          everything || page.order === "newest"
            ? inOrder(found, page.order ?? "newest", page.offset + page.limit).slice(page.offset)
            : bestOfEach(found, page.offset + page.limit);
        const rest = slicer();
        const candidates: Candidate[] = [];
        const candidate = candidateOf(plan, evaluation);
        for (const slot of chosen) {
          const pause = rest();
          if (pause) await pause;
          const one = candidate(slot);
          if (one) candidates.push(one);
        }
        return { total: found.length, candidates, cut };
      } finally {
        done();
      }

      /** As many of each language: ranking may lift one that has few of them. */
      function bestOfEach(found: readonly number[], keep: number): number[] {
        const byLanguage = new Map<string, number[]>();
        for (const slot of found) {
          const language = index.article(slot)?.language ?? "";
          const list = byLanguage.get(language);
          if (list) list.push(slot);
          else byLanguage.set(language, [slot]);
        }
        return [...byLanguage.values()].flatMap((list) => {
          const bar = list.length > keep ? nth(list, keep) : 0;
          return list.filter((slot) => (sums[slot] ?? 0) >= bar).slice(0, 2 * keep);
        });
      }
      function nth(list: readonly number[], keep: number): number {
        const numbers = Float64Array.from(list, (slot) => sums[slot] ?? 0).sort();
        return numbers[numbers.length - keep] ?? 0;
      }
    },
    async scores(plan, limit) {
      const { passes, sums, slots, done } = await evaluate(plan);
      const found: { slot: number; score: number }[] = [];
      for (let slot = 0; slot < slots; slot++) {
        const score = sums[slot] ?? 0;
        if (score > 0 && passes(slot)) found.push({ slot, score });
      }
      done();
      return found
        .map(({ slot, score }) => ({ id: idOf(slot), score }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    async get(ids) {
      return ids.flatMap((id) => {
        const slot = index.slot(id);
        return (slot === undefined ? undefined : index.article(slot)) ?? [];
      });
    },
    async newest(filters, { limit, offset, order = "newest" }) {
      const slots = await passing(filters);
      const articles = inOrder(slots, order, offset + limit)
        .slice(offset)
        .flatMap((slot) => index.article(slot) ?? []);
      return { total: slots.length, articles };
    },
    async days(plan, zone) {
      const { passes, sums, slots, done } = await evaluate(plan);
      const counts = new Map<string, DayCount>();
      const rest = slicer();
      // The days of a zone begin at whole quarters of an hour.
      const days = new Map<number, string>();
      for (let slot = 0; slot < slots; slot++) {
        const article = index.article(slot);
        if (!article?.published || !passes(slot) || (plan.clauses.length > 0 && !sums[slot])) continue;
        const quarter = Math.floor(Date.parse(article.published) / (HOUR_MS / 4));
        const day = days.get(quarter) ?? dayOf(quarter * (HOUR_MS / 4), zone);
        days.set(quarter, day);
        const { language, source } = article;
        const key = `${day} ${language} ${source}`;
        counts.set(key, { day, language, source, articles: (counts.get(key)?.articles ?? 0) + 1 });
        const pause = rest();
        if (pause) await pause;
      }
      done();
      return [...counts.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    },
  };

  async function passing(filters: Filters): Promise<number[]> {
    const test = testOf(filters, keyOf);
    const found: number[] = [];
    const rest = slicer();
    for (let slot = 0; slot < index.slots; slot++) {
      const article = index.article(slot);
      if (article && (!test || test(article))) found.push(slot);
      const pause = slot % 1024 === 0 && rest();
      if (pause) await pause;
    }
    return found;
  }

  function candidateOf(plan: Plan, { targets, sums }: Evaluation) {
    const worth = saturation(plan.statistics);
    return (slot: number): Candidate | undefined => {
      const article: Article | undefined = index.article(slot);
      if (!article) return undefined;
      const length = index.columns.length[slot] ?? 0;
      const met: Met[] = [];
      for (const { run, term, titleOnly, routes } of targets) {
        let top: Met | undefined;
        for (const { variant, list } of routes) {
          const posting = find(list(), slot);
          if (posting === 0) continue;
          const titleTimes = titleOf(posting);
          const bodyTimes = titleOnly ? 0 : bodyOf(posting);
          const value = variant.weight * worth(titleTimes, bodyTimes, length);
          if (value <= (top?.value ?? 0)) continue;
          const titleValue = value * titleShare(plan.statistics, titleTimes, bodyTimes, length);
          top = { run, term, variant, titleTimes, bodyTimes, value, titleValue };
        }
        if (top) met.push(top);
      }
      return { article, sum: sums[slot] ?? 0, met };
    };
  }
}

function bestOf({ sums, slots, passes }: Evaluation): number {
  let best = 0;
  for (let slot = 0; slot < slots; slot++)
    if ((sums[slot] ?? 0) > best && passes(slot)) best = sums[slot] ?? 0;
  return best;
}
