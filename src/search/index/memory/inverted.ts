/** The inverted index: articles by slot, postings by term, and the counts that ranking needs. All of it in memory. */

import { type Article, momentOf } from "../../../article.ts";
import type { Token } from "../../../language/text.ts";
import { createPool } from "./pool.ts";
import { MAX_SLOTS, type PostingList, pack, slotOf } from "./postings.ts";
import { createSurfaces, type Surfaces } from "./surfaces.ts";
import { createTable } from "./table.ts";

/** What retrieval reads of the index. */
export interface Inverted {
  readonly size: number;
  /** Slots are in [0, slots); some may be free. */
  readonly slots: number;
  readonly columns: Columns;
  readonly surfaces: Surfaces;
  article(slot: number): Article | undefined;
  slot(id: string): number | undefined;
  /** Articles that have this term in title or body. */
  count(term: string): number;
  /** Articles with a single Han character, which every run of several has in its pairs. */
  having(character: string): PostingList;
  /** Where they lie: to be read before the next change. */
  postings(term: string): PostingList | undefined;
  /** Adds or replaces one article in one go, so that no search sees half of it. */
  put(article: Article): void;
  /** True when the article was there. */
  remove(id: string): boolean;
  /** Takes an article whose postings were restored from a snapshot. */
  adopt(article: Article, slot: number, length: number): void;
  /** Takes a term's postings, at least one, from a snapshot. */
  restore(term: string, postings: Uint32Array): void;
  /** Every term with its postings or its only one. */
  entries(): Iterable<readonly [term: string, postings: Uint32Array | number]>;
}

/** Numbers of the articles by slot. */
export interface Columns {
  /** Tokens of the body; 0 in free slots. */
  length: Float32Array;
  lengthSum: number;
  /** Epoch milliseconds of publication, else of when it was first seen; NaN when unknown. For order alone. */
  moment: Float64Array;
}

export function createInverted(analyzer: { analyze(text: string): readonly Token[] }): Inverted {
  const articles: (Article | undefined)[] = [];
  const slots = new Map<string, number>();
  const free: number[] = [];
  /** A term's only posting, as most have one, or else the complement (`~`) of its list's number in the pool. */
  const lists = createTable<number>();
  const pool = createPool();
  const columns: Columns = {
    length: new Float32Array(64),
    lengthSum: 0,
    moment: new Float64Array(64),
  };
  const surfaces = createSurfaces();
  /** Han characters that some term has; grows only. */
  const characters = new Set<string>();

  const learn = (term: string, list: number): void => {
    lists.set(term, list);
    if (term.length <= 2 && HAN.test(term)) for (const character of term) characters.add(character);
  };
  const postings = (term: string): PostingList | undefined => {
    const list = lists.get(term);
    if (list === undefined) return undefined;
    return list < 0 ? pool.list(~list) : { items: Uint32Array.of(list), length: 1 };
  };
  const adopt = (article: Article, slot: number, length: number): void => {
    if (slot >= MAX_SLOTS) throw new RangeError(`an index holds at most ${MAX_SLOTS} articles`);
    while (articles.length < slot) free.push(articles.push(undefined) - 1);
    articles[slot] = article;
    slots.set(article.id, slot);
    columns.length = put(columns.length, slot, length);
    columns.moment = put(columns.moment, slot, Date.parse(momentOf(article) ?? ""));
    columns.lengthSum += length;
  };
  const remove = (id: string): boolean => {
    const slot = slots.get(id);
    const article = slot === undefined ? undefined : articles[slot];
    if (slot === undefined || !article) return false;
    const title = analyzer.analyze(article.title);
    const body = analyzer.analyze(article.body);
    surfaces.remove([
      [article.title, title],
      [article.body, body],
    ]);
    for (const term of count(title, body).keys()) {
      const list = lists.get(term) ?? 0;
      if (list >= 0) lists.delete(term);
      else if (pool.erase(~list, slot) && pool.length(~list) === 1) {
        lists.set(term, pool.list(~list).items[0] ?? 0);
        pool.drop(~list);
      }
    }
    slots.delete(id);
    articles[slot] = undefined;
    free.push(slot);
    columns.lengthSum -= columns.length[slot] ?? 0;
    columns.length[slot] = 0;
    return true;
  };

  return {
    columns,
    surfaces,
    get size() {
      return slots.size;
    },
    get slots() {
      return articles.length;
    },
    article: (slot) => articles[slot],
    slot: (id) => slots.get(id),
    postings,
    having: (character) => {
      const bySlot = new Uint32Array(articles.length);
      const terms = [...characters].flatMap((other) => [character + other, other + character]);
      for (const term of [character, ...terms]) {
        const list = postings(term);
        for (let i = 0; i < (list?.length ?? 0); i++) {
          const posting = list?.items[i] ?? 0;
          // The more times, in the title above all, the greater the number.
          bySlot[slotOf(posting)] = Math.max(bySlot[slotOf(posting)] ?? 0, posting);
        }
      }
      const items = bySlot.filter((posting) => posting !== 0);
      return { items, length: items.length };
    },
    count: (term) => {
      const list = lists.get(term);
      if (list === undefined) return 0;
      return list < 0 ? pool.length(~list) : 1;
    },
    *entries() {
      for (const [term, list] of lists.entries())
        yield [term, list < 0 ? pool.list(~list).items : list] as const;
    },
    put: (article) => {
      remove(article.id);
      const title = analyzer.analyze(article.title);
      const body = analyzer.analyze(article.body);
      surfaces.add([
        [article.title, title],
        [article.body, body],
      ]);
      const slot = free.pop() ?? articles.length;
      adopt(article, slot, body.length);
      for (const [term, times] of count(title, body)) {
        const posting = pack(slot, Math.floor(times / TITLE), times % TITLE);
        const list = lists.get(term);
        if (list === undefined) learn(term, posting);
        else if (list < 0) pool.insert(~list, posting);
        else lists.set(term, ~pool.keep(Uint32Array.of(list, posting).sort()));
      }
    },
    remove,
    adopt,
    restore: (term, postings) => learn(term, postings.length > 1 ? ~pool.keep(postings) : (postings[0] ?? 0)),
  };
}

const HAN = /\p{Script=Han}/u;
/** One time in the title, where `count` counts times in the body in ones. */
const TITLE = 1 << 20;

/** How often each term stands in the title and in the body, in one number. */
function count(title: readonly Token[], body: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of title) counts.set(term, (counts.get(term) ?? 0) + TITLE);
  for (const { term } of body) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Writes one number, into a longer copy when the array is full. */
function put<T extends Float32Array | Float64Array>(numbers: T, at: number, value: number): T {
  let target = numbers;
  if (at >= numbers.length) {
    target = new (numbers.constructor as new (length: number) => T)(Math.max(at + 1, numbers.length * 2));
    target.set(numbers);
  }
  target[at] = value;
  return target;
}
