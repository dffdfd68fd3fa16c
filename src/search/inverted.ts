/** The inverted index: articles by slot, postings by term, and the counts that ranking needs. All of it in memory. */
import SearchableMap from "minisearch/SearchableMap";
import type { Article } from "../article.ts";
import { erase, insert, listOf, MAX_SLOTS, type PostingList, pack } from "./postings.ts";
import type { Analyzer, Token, Vocabulary } from "./types.ts";

/** What ranking reads of the index. */
export interface Inverted extends Vocabulary {
  readonly size: number;
  /** Slots are in [0, slots); some may be free. */
  readonly slots: number;
  readonly lengths: Lengths;
  article(slot: number): Article | undefined;
  slot(id: string): number | undefined;
  postings(term: string): PostingList | undefined;
  /** Adds or replaces one article in one go, so that no search sees half of it. */
  put(article: Article): void;
  /** True when the article was there. */
  remove(id: string): boolean;
  /** Takes an article whose postings were restored from a snapshot. */
  adopt(article: Article, slot: number, titleLength: number, bodyLength: number): void;
  /** Takes a term's postings from a snapshot. */
  restore(term: string, list: PostingList): void;
  entries(): Iterable<readonly [term: string, list: PostingList]>;
}

/** Lengths in tokens, by slot and summed over all articles; 0 in free slots. */
export interface Lengths {
  title: Float32Array;
  body: Float32Array;
  titleSum: number;
  bodySum: number;
}

/** Letters that a typo can be in; Han terms would only slow the radix tree down. */
const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}]{3,}$/u;

export function createInverted(analyzer: Pick<Analyzer, "analyze">): Inverted {
  const articles: (Article | undefined)[] = [];
  const slots = new Map<string, number>();
  const free: number[] = [];
  const lists = new Map<string, PostingList>();
  const spellings = new SearchableMap<true>();
  const lengths: Lengths = {
    title: new Float32Array(64),
    body: new Float32Array(64),
    titleSum: 0,
    bodySum: 0,
  };
  let version = 0;

  const restore = (term: string, list: PostingList): void => {
    lists.set(term, list);
    version++;
    if (LETTERS.test(term)) spellings.set(term, true);
  };
  const drop = (term: string): void => {
    lists.delete(term);
    version++;
    if (LETTERS.test(term)) spellings.delete(term);
  };
  const adopt = (article: Article, slot: number, titleLength: number, bodyLength: number): void => {
    if (slot >= MAX_SLOTS) throw new RangeError(`an index holds at most ${MAX_SLOTS} articles`);
    while (articles.length < slot) free.push(articles.push(undefined) - 1);
    articles[slot] = article;
    slots.set(article.id, slot);
    lengths.title = put(lengths.title, slot, titleLength);
    lengths.body = put(lengths.body, slot, bodyLength);
    lengths.titleSum += titleLength;
    lengths.bodySum += bodyLength;
  };
  const remove = (id: string): boolean => {
    const slot = slots.get(id);
    const article = slot === undefined ? undefined : articles[slot];
    if (slot === undefined || !article) return false;
    for (const term of count(analyzer.analyze(article.title), analyzer.analyze(article.body)).keys()) {
      const list = lists.get(term);
      if (list && erase(list, slot) && list.length === 0) drop(term);
    }
    slots.delete(id);
    articles[slot] = undefined;
    free.push(slot);
    lengths.titleSum -= lengths.title[slot] ?? 0;
    lengths.bodySum -= lengths.body[slot] ?? 0;
    lengths.title[slot] = 0;
    lengths.body[slot] = 0;
    return true;
  };

  return {
    lengths,
    get size() {
      return slots.size;
    },
    get slots() {
      return articles.length;
    },
    get version() {
      return version;
    },
    article: (slot) => articles[slot],
    slot: (id) => slots.get(id),
    postings: (term) => lists.get(term),
    count: (term) => lists.get(term)?.length ?? 0,
    terms: () => lists.keys(),
    entries: () => lists.entries(),
    near: (term, distance) =>
      [...spellings.fuzzyGet(term, distance)]
        .map(([near, [, edits]]) => ({ term: near, distance: edits }))
        .sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1)),
    put: (article) => {
      remove(article.id);
      const title = analyzer.analyze(article.title);
      const body = analyzer.analyze(article.body);
      const slot = free.pop() ?? articles.length;
      adopt(article, slot, title.length, body.length);
      for (const [term, times] of count(title, body)) {
        const posting = pack(slot, times.title, times.body);
        const list = lists.get(term);
        if (list) insert(list, posting);
        else restore(term, listOf(posting));
      }
    },
    remove,
    adopt,
    restore,
  };
}

/** How often each term stands in the title and in the body. */
function count(
  title: readonly Token[],
  body: readonly Token[],
): Map<string, { title: number; body: number }> {
  const counts = new Map<string, { title: number; body: number }>();
  const times = (term: string) => {
    const known = counts.get(term);
    if (known) return known;
    const fresh = { title: 0, body: 0 };
    counts.set(term, fresh);
    return fresh;
  };
  for (const { term } of title) times(term).title++;
  for (const { term } of body) times(term).body++;
  return counts;
}

/** Writes one number, into a longer copy when the array is full. */
function put(numbers: Float32Array, at: number, value: number): Float32Array {
  let target = numbers;
  if (at >= numbers.length) {
    target = new Float32Array(Math.max(at + 1, numbers.length * 2));
    target.set(numbers);
  }
  target[at] = value;
  return target;
}
