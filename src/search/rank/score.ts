/** BM25+ over title and body: what one term is worth in one article, and the sums over a whole query. */
import type { Inverted } from "../index/inverted.ts";
import { bodyOf, find, intersect, type PostingList, slotOf, titleOf } from "../index/postings.ts";
import type { Alternative, QueryTerm } from "../types.ts";

/**
 * Parameters of BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), with the fields
 * joined before saturation as in BM25F (Robertson, Zaragoza, Taylor, 2004).
 */
export interface Weighting {
  /** Saturation of repeated terms. */
  readonly k: number;
  /** Share of length normalisation in the body; titles are all short. */
  readonly b: number;
  /** What having the term at all is worth. */
  readonly delta: number;
  /** How many times in the body one time in the title counts. */
  readonly title: number;
}

const WEIGHTING: Weighting = { k: 1.2, b: 0.7, delta: 0.5, title: 4 };

/** One alternative with its postings in this index and its weight, rarity included. */
export interface Route {
  readonly alternative: Alternative;
  readonly list: PostingList;
  readonly weight: number;
}

/** A query term tied to the index; no routes means that no article has it. */
export interface Wanted {
  readonly term: QueryTerm;
  readonly titleOnly: boolean;
  /** The term is an exact phrase: its one route's postings are articles that were read and have it. */
  readonly phrase?: true;
  readonly routes: readonly Route[];
}

/**
 * Looks a query term's alternatives up. The term as written has its own rarity. The other alternatives share
 * that of all of them together, never above the written one's (Pirkola, "The effects of query structure and
 * dictionary setups", 1998): else the least fitting translation, being the rarest, would weigh most.
 */
export function tie(term: QueryTerm, titleOnly: boolean, index: Inverted): Wanted {
  const found = term.alternatives.flatMap((alternative) => {
    const lists = alternative.terms.map((t) => index.postings(t)).filter((list) => list !== undefined);
    if (lists.length === 0 || lists.length < alternative.terms.length) return [];
    const list = lists.length === 1 && lists[0] ? lists[0] : intersect(lists);
    return list.length === 0 ? [] : [{ alternative, list }];
  });
  let ceiling = Number.POSITIVE_INFINITY;
  let having = 0;
  for (const { alternative, list } of found) {
    if (alternative.through === "written") ceiling = Math.min(ceiling, idf(index.size, list.length));
    else having += list.length;
  }
  const shared = idf(index.size, Math.min(having, index.size));
  const routes = found.map(({ alternative, list }): Route => {
    const own = alternative.through === "written" ? idf(index.size, list.length) : shared;
    return { alternative, list, weight: term.weight * alternative.weight * Math.min(ceiling, own) };
  });
  return { term, titleOnly, routes };
}

/** Inverse document frequency, always positive. */
export function idf(articles: number, having: number): number {
  return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
}

/** Score of single postings, with the index's lengths bound once a query. */
export function scorer(index: Inverted, { k, b, delta, title }: Weighting = WEIGHTING) {
  const { columns, size } = index;
  const lengths = columns.length;
  const perToken = columns.lengthSum > 0 ? (b * size) / columns.lengthSum : 0;
  const inTitle = (posting: number) => title * titleOf(posting);
  const inBody = (posting: number, slot: number) =>
    bodyOf(posting) / (1 - b + perToken * (lengths[slot] ?? 0));

  return {
    /** In units of the route's weight; 0 when only the body has a term that the title must have. */
    of(posting: number, titleOnly: boolean): number {
      const slot = slotOf(posting);
      const times = inTitle(posting) + (titleOnly ? 0 : inBody(posting, slot));
      return times === 0 ? 0 : delta + (times * (k + 1)) / (times + k);
    },
    /** The title's part of `of`, in [0, 1]. */
    titleShare(posting: number, titleOnly: boolean): number {
      const slot = slotOf(posting);
      const ofTitle = inTitle(posting);
      return titleOnly ? 1 : ofTitle / (ofTitle + inBody(posting, slot));
    },
  };
}
export type Scorer = ReturnType<typeof scorer>;

/** Adds a query term to the sums: in each article its best route counts, so that many routes weigh no more than one. */
export function accumulate(wanted: Wanted, score: Scorer, sums: Float64Array, best: Float64Array): void {
  const [only, another] = wanted.routes;
  if (!only) return;
  if (!another) {
    const { items, length } = only.list;
    for (let i = 0; i < length; i++) {
      const posting = items[i] ?? 0;
      const slot = slotOf(posting);
      sums[slot] = (sums[slot] ?? 0) + only.weight * score.of(posting, wanted.titleOnly);
    }
    return;
  }
  for (const { list, weight } of wanted.routes) {
    const { items, length } = list;
    for (let i = 0; i < length; i++) {
      const posting = items[i] ?? 0;
      const slot = slotOf(posting);
      const value = weight * score.of(posting, wanted.titleOnly);
      if (value > (best[slot] ?? 0)) best[slot] = value;
    }
  }
  for (const { list } of wanted.routes) {
    const { items, length } = list;
    for (let i = 0; i < length; i++) {
      const slot = slotOf(items[i] ?? 0);
      sums[slot] = (sums[slot] ?? 0) + (best[slot] ?? 0);
      best[slot] = 0;
    }
  }
}

/** What a query term gives to one article, through its best route; undefined when nothing. */
export function contribution(wanted: Wanted, slot: number, score: Scorer) {
  let top: { route: Route; posting: number; value: number } | undefined;
  for (const route of wanted.routes) {
    const posting = find(route.list, slot);
    const value = posting === 0 ? 0 : route.weight * score.of(posting, wanted.titleOnly);
    if (value > (top?.value ?? 0)) top = { route, posting, value };
  }
  return top;
}
