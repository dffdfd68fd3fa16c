/** Articles for the engine's tests: only what a test says differs from one to the next. */
import * as fc from "fast-check";
import type { Article } from "../../../src/article.ts";
import type { SearchOptions } from "../../../src/search/search.ts";

export function article(id: string, body: string, rest: Partial<Article> = {}): Article {
  return {
    id,
    title: "",
    body,
    source: "",
    published: null,
    language: "en",
    kind: "article",
    url: null,
    ...rest,
  };
}

export const asked: SearchOptions = { now: Date.parse("2025-07-01T00:00:00Z"), zone: "UTC", limit: 10 };

const WORDS =
  "合作 上海 精神 上海合作组织 峰会 阿斯 塔纳 媒體 forum forums media Urumqi trade the SCO summit 435.11 billion «торговля» саммит торговли , 。 . \n · “ ” 🙂".split(
    " ",
  );
/** Texts made of words that meet each other often, with marks and scars between them. */
const texts = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
    ),
    {
      maxLength: 40,
    },
  )
  .chain((words) => fc.constantFrom(" ", "").map((space) => words.join(space)));

/** Articles with different ids. */
export const archives = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }).map((n) => `a${n}`),
      title: texts,
      body: texts,
      published: fc.constantFrom(null, "2025-05-25T22:13:00Z", "2025-06-15T22:52:00Z"),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  )
  .map((list) => list.map(({ id, body, ...rest }) => article(id, body, rest)));

/** Queries that use every part of the language, well formed or not. */
export const queries = fc
  .array(
    fc.oneof(
      texts,
      fc.constantFrom('"上海 合作"', "-forum", "title:合作", "OR", "sort:new", "after:2025-06-01"),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(" ").slice(0, 120));
