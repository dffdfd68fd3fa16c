/** The inverted index: articles by slot, postings by term, and the counts that ranking needs. All of it in memory. */

import { type Article, momentOf } from "../../../article.ts";
import { partsOf } from "../../../language/sentences.ts";
import type { Token } from "../../../language/text.ts";
import type { Steps } from "../../../slices.ts";
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
  /** Adds or replaces one article; no search sees half of it, whatever comes between the steps. */
  put(article: Article): Steps<void>;
  /** No search sees the article from now on; undefined when it was not there. The steps give its place to others. */
  remove(id: string): Steps<void> | undefined;
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
  /** Reads an article part by part, as whoever has a long one goes on for a while. */
  function* read({ title, body }: Article, note: Surfaces["add"]): Steps<Read> {
    const seen = new Set<string>();
    const counts = new Map<string, number>();
    let length = 0;
    const take = (text: string, worth: number): number => {
      const tokens = analyzer.analyze(text);
      note(text, tokens, seen);
      for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + worth);
      return tokens.length;
    };
    take(title, TITLE);
    for (const part of partsOf(body)) {
      length += take(body.slice(...part), 1);
      yield;
    }
    return { counts, length };
  }
  function* erase(article: Article, slot: number): Steps<void> {
    const { counts } = yield* read(article, surfaces.remove);
    let done = 0;
    for (const term of counts.keys()) {
      const list = lists.get(term);
      if (list === undefined) continue;
      if (list >= 0) {
        if (slotOf(list) === slot) lists.delete(term);
      } else if (pool.erase(~list, slot) && pool.length(~list) === 1) {
        lists.set(term, pool.list(~list).items[0] ?? 0);
        pool.drop(~list);
      }
      if (++done % TERMS === 0) yield;
    }
    free.push(slot);
  }
  const remove = (id: string): Steps<void> | undefined => {
    const slot = slots.get(id);
    const article = slot === undefined ? undefined : articles[slot];
    if (slot === undefined || !article) return undefined;
    slots.delete(id);
    articles[slot] = undefined;
    columns.lengthSum -= columns.length[slot] ?? 0;
    columns.length[slot] = 0;
    return erase(article, slot);
  };
  /** A place that no search looks at until its article stands there. */
  const reserve = (): number => {
    const slot = free.pop() ?? articles.push(undefined) - 1;
    if (slot >= MAX_SLOTS) throw new RangeError(`an index holds at most ${MAX_SLOTS} articles`);
    return slot;
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
    *put(article) {
      const { counts, length } = yield* read(article, surfaces.add);
      const slot = reserve();
      let done = 0;
      for (const [term, times] of counts) {
        const posting = pack(slot, Math.floor(times / TITLE), times % TITLE);
        const list = lists.get(term);
        if (list === undefined) learn(term, posting);
        else if (list < 0) pool.insert(~list, posting);
        else lists.set(term, ~pool.keep(Uint32Array.of(list, posting).sort()));
        if (++done % TERMS === 0) yield;
      }
      const before = remove(article.id);
      adopt(article, slot, length);
      if (before) yield* before;
    },
    remove,
    adopt,
    restore: (term, postings) => learn(term, postings.length > 1 ? ~pool.keep(postings) : (postings[0] ?? 0)),
  };
}

const HAN = /\p{Script=Han}/u;
/** One time in the title, where times in the body count in ones. */
const TITLE = 1 << 20;
/** Terms whose lists are changed in one step. */
const TERMS = 2_000;

interface Read {
  /** How often each term stands in the title and in the body, in one number. */
  readonly counts: ReadonlyMap<string, number>;
  /** Tokens of the body. */
  readonly length: number;
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
