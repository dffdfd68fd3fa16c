/** The query language: what each form means, how a broken query is read, and that printing reads back. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isEmpty, parseQuery } from "../../../src/search/query/parse.ts";
import { printQuery } from "../../../src/search/query/print.ts";
import type { Query, SourceNames } from "../../../src/search/query/query.ts";

const NOTHING: Query = {
  clauses: [],
  mustNot: [],
  sources: [],
  notSources: [],
  languages: [],
  notLanguages: [],
};
const words = (text: string) => ({ kind: "words", text }) as const;
const phrase = (text: string) => ({ kind: "phrase", text }) as const;

const KNOWN = ["人民日报", "people's daily", "ren min ri bao", "global times", "global"];
const names: SourceNames = {
  knows: (name) => KNOWN.includes(name.toLowerCase()),
  nearest: (name) => (name.toLowerCase().startsWith("ren min") ? "Ren Min Ri Bao" : undefined),
};

function read(typed: string): Query {
  const { query, remarks } = parseQuery(typed, names);
  expect(remarks).toEqual([]);
  return query;
}

describe("each form of the language", () => {
  test.each<[string, Partial<Query>]>([
    ["health ministers in Xi'an", { clauses: [[words("health ministers in Xi'an")]] }],
    ["рост 14,4 % в мае", { clauses: [[words("рост 14,4 % в мае")]] }],
    ['"exact phrase"', { clauses: [[phrase("exact phrase")]] }],
    ["上海 -新疆", { clauses: [[words("上海")]], mustNot: [words("新疆")] }],
    ['trade -"Belt and Road"', { clauses: [[words("trade")]], mustNot: [phrase("Belt and Road")] }],
    ["x a OR b y", { clauses: [[words("x")], [words("a"), words("b")], [words("y")]] }],
    ['a OR "b c" OR d', { clauses: [[words("a"), phrase("b c"), words("d")]] }],
    ["дух ИЛИ мир", { clauses: [[words("дух"), words("мир")]] }],
    ["title:上海精神", { clauses: [[{ ...words("上海精神"), title: true }]] }],
    ['title:"new era"', { clauses: [[{ ...phrase("new era"), title: true }]] }],
    [
      "title:a OR title:b",
      {
        clauses: [
          [
            { ...words("a"), title: true },
            { ...words("b"), title: true },
          ],
        ],
      },
    ],
    ["-title:a b", { clauses: [[words("b")]], mustNot: [{ ...words("a"), title: true }] }],
    ["source:人民日报 峰会", { clauses: [[words("峰会")]], sources: ["人民日报"] }],
    ["source:Ren Min Ri Bao summit", { clauses: [[words("summit")]], sources: ["Ren Min Ri Bao"] }],
    ["source:Global Times survey", { clauses: [[words("survey")]], sources: ["Global Times"] }],
    ['source:"People\'s Daily"', { sources: ["People's Daily"] }],
    ["source:People’s Daily", { clauses: [[words("People’s Daily")]] }],
    ["-source:Global x", { clauses: [[words("x")]], notSources: ["Global"] }],
    ["source:人民日报 OR source:global", { sources: ["人民日报", "global"] }],
    ["source:人民日报,global times", { sources: ["人民日报", "global times"] }],
    ["lang:zh", { languages: ["zh"] }],
    ["lang:zh,en -lang:русский", { languages: ["zh", "en"], notLanguages: ["ru"] }],
    ["lang: zh summit", { clauses: [[words("summit")]], languages: ["zh"] }],
    ["after:2025-05-26", { after: { kind: "day", day: "2025-05-26" } }],
    ["before:2025-05", { before: { kind: "month", month: "2025-05" } }],
    ["on:2025", { on: { kind: "year", year: "2025" } }],
    ["after:7d", { after: { kind: "past", days: 7 } }],
    ["on:昨天", { on: { kind: "day-ago", days: 1 } }],
    ["on:вчера", { on: { kind: "day-ago", days: 1 } }],
    ['on:"26 мая 2025"', { on: { kind: "day", day: "2025-05-26" } }],
    ["on:June 2026 forum", { clauses: [[words("forum")]], on: { kind: "month", month: "2026-06" } }],
    ["on: June 2026", { on: { kind: "month", month: "2026-06" } }],
    ["media on:26 мая 2025 x", { clauses: [[words("media x")]], on: { kind: "day", day: "2025-05-26" } }],
    ["before:May 26, 2025", { before: { kind: "day", day: "2025-05-26" } }],
    ["after:7 days gas", { clauses: [[words("gas")]], after: { kind: "past", days: 7 } }],
    ["after:2025 year plans", { clauses: [[words("year plans")]], after: { kind: "year", year: "2025" } }],
    ["after:last week", { after: { kind: "last", unit: "week" } }],
    ["on:上周", { on: { kind: "last", unit: "week" } }],
    ["on:прошлый месяц", { on: { kind: "last", unit: "month" } }],
    ["sort:new a", { clauses: [[words("a")]], sort: "new" }],
    ["a sort:best b", { clauses: [[words("a b")]], sort: "best" }],
    ["来源：人民日报 语言：中文 排序：最新", { sources: ["人民日报"], languages: ["zh"], sort: "new" }],
    ["источник:global после:вчера", { sources: ["global"], after: { kind: "day-ago", days: 1 } }],
    ["foo:bar https://a.example/b?c", { clauses: [[words("foo:bar https://a.example/b?c")]] }],
    ["435.11 billion, 14.4% ($20 trillion)", { clauses: [[words("435.11 billion 14.4% $20 trillion")]] }],
    ["1,000 a, b", { clauses: [[words("1,000 a b")]] }],
  ])("%s", (typed, expected) => {
    if (typed.includes("’")) {
      expect(parseQuery(typed, names).query).toEqual({ ...NOTHING, ...expected });
      return;
    }
    expect(read(typed)).toEqual({ ...NOTHING, ...expected });
  });

  test.each([
    ["source：人民日报", "source:人民日报"],
    ["“上海精神”　－新疆", '"上海精神" -新疆'],
    ["«Шанхайский дух» −мир", '"Шанхайский дух" -мир'],
    ["ｔｉｔｌｅ：上海（精神）", "title:上海 精神"],
    ["ｏｎ：２０２５－０５－２６", "on:2025-05-26"],
    ["lang：zh，en", "lang:zh lang:en"],
  ])("full-width %s is %s", (typed, ascii) => {
    expect(read(typed)).toEqual(read(ascii));
    expect(printQuery(read(typed))).toBe(ascii);
  });
});

describe("a broken query is read as well as it can be, and says so", () => {
  test.each([
    ['"上海精神', '"上海精神"', [["open-quote", '"上海精神', '"上海精神"']]],
    ['trade -"belt and', 'trade -"belt and"', [["open-quote", '-"belt and', '-"belt and"']]],
    ['a "" b', "a b", [["empty-phrase", '""', ""]]],
    ['a "', "a", [["empty-phrase", '"', ""]]],
    ["a - b", "a b", [["lone-minus", "-", ""]]],
    ["－", "", [["lone-minus", "－", ""]]],
    ["OR a", "a", [["lone-or", "OR", ""]]],
    ["a OR OR b", "a OR b", [["lone-or", "OR", ""]]],
    ["a OR", "a", [["lone-or", "OR", ""]]],
    ["a OR -b", "a -b", [["lone-or", "OR", ""]]],
    ["a OR lang:zh", "a lang:zh", [["lone-or", "OR", ""]]],
    ["lang:zh OR a", "a lang:zh", [["lone-or", "OR", ""]]],
    ["source: ", "", [["empty-filter", "source:", ""]]],
    ['title:"" a', "a", [["empty-filter", 'title:""', ""]]],
    ["lang: foo", "foo", [["empty-filter", "lang:", ""]]],
    ["on: -a", "-a", [["empty-filter", "on:", ""]]],
    ["on:2025-02-30", "on:2025-02-28", [["bad-date", "on:2025-02-30", "on:2025-02-28"]]],
    ["after:2025-13-05", "after:2025-05-13", [["bad-date", "after:2025-13-05", "after:2025-05-13"]]],
    ["after:2025-05-00", "after:2025-05-01", [["bad-date", "after:2025-05-00", "after:2025-05-01"]]],
    ["on:tomorrowish a", "a", [["bad-date", "on:tomorrowish", ""]]],
    ["on:Foo 2026 a", "2026 a", [["bad-date", "on:Foo", ""]]],
    ["on:2025-13", "", [["bad-date", "on:2025-13", ""]]],
    ["lang:fr,zh", "lang:zh", [["bad-language", "lang:fr,zh", ""]]],
    ["sort:up", "", [["bad-sort", "sort:up", ""]]],
    ["-sort:new", "", [["not-excludable", "-sort:new", ""]]],
    ["-on:2025", "", [["not-excludable", "-on:2025", ""]]],
    ["-after:2025", "before:2025", [["not-excludable", "-after:2025", "before:2025"]]],
    ["-before:2025", "after:2025", [["not-excludable", "-before:2025", "after:2025"]]],
    ["on:2024 on:2025", "on:2025", [["repeated", "on:2024", "on:2025"]]],
    ["sort:new sort:best", "sort:best", [["repeated", "sort:new", "sort:best"]]],
    ["source:Foo a", "Foo a", [["unknown-source", "source:Foo", "Foo"]]],
    ['-source:"Foo Bar"', '-"Foo Bar"', [["unknown-source", '-source:"Foo Bar"', '-"Foo Bar"']]],
    [
      'source:"Ren Min Ri Bau"',
      'source:"Ren Min Ri Bao"',
      [["unknown-source", 'source:"Ren Min Ri Bau"', 'source:"Ren Min Ri Bao"']],
    ],
    ["source:global,Foo", "Foo source:global", [["unknown-source", "source:Foo", "Foo"]]],
    ["?!…。", "", [["no-words", "?!…。", ""]]],
    ["🇨🇳 🎉", "", [["no-words", "🇨🇳 🎉", ""]]],
    ["\u0000\u0007", "", [["no-words", "\u0000\u0007", ""]]],
    ["\uD800 a \uDC00", "a", []],
    [" ", "", []],
  ])("%s", (typed, printed, expected) => {
    const { query, remarks } = parseQuery(typed, names);
    expect(printQuery(query)).toBe(printed);
    expect(remarks.map(({ fault, part, readAs }) => [fault, part, readAs])).toEqual(expected);
    expect(isEmpty(query)).toBe(printed === "");
  });

  test("a very long query is cut, and says so", () => {
    const { query, remarks } = parseQuery("上海精神 ".repeat(2_000), names);
    expect(printQuery(query).length).toBeLessThanOrEqual(2_000);
    expect(remarks.map((remark) => remark.fault)).toEqual(["too-many-words"]);
    expect(parseQuery(`上海${" ".repeat(3_000)}精神`, names).remarks.map((one) => one.fault)).toEqual([
      "too-long",
    ]);
  });

  test("64 words are looked for, two Han characters counting as one, and what was left out is said", () => {
    const all = Array.from({ length: 70 }, (_, i) => `w${i}`);
    const { query, remarks } = parseQuery(all.join(" "), names);
    expect(printQuery(query)).toBe(all.slice(0, 64).join(" "));
    expect(remarks).toEqual([
      { kind: "broken", fault: "too-many-words", part: all.slice(64).join(" ").slice(0, 40), readAs: "64" },
    ]);
    expect(printQuery(parseQuery("国".repeat(200), names).query)).toBe("国".repeat(128));
    expect(parseQuery('"a b" "a b" -c -c', names).query).toMatchObject({ clauses: [[{}]], mustNot: [{}] });
  });

  test("words that objects inherit are words", () => {
    for (const word of ["constructor:x", "toString", "on:constructor", "valueOf:a"])
      expect(printQuery(parseQuery(word).query)).toBe(word.startsWith("on:") ? "" : word);
  });
});

describe("printing reads back", () => {
  const bits = fc.constantFrom(
    ...'- -- " “ ” « : ： ， , ( ） OR ИЛИ | title: source: lang: after: before: on: sort: -source: 来源：'.split(
      " ",
    ),
    ..."上海精神 Xi'an 2025-05-26 2025-02-30 昨天 7d zh ru,en new best 435.11 $20 50% #a a,b . … 🎉 \uD800".split(
      " ",
    ),
    " ",
    "Ren Min Ri Bao",
    "Global Times",
  );
  const typed = fc.oneof(
    fc.array(bits, { maxLength: 14 }).map((parts) => parts.join("")),
    fc.array(bits, { maxLength: 10 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );

  test.each([undefined, names])("any string: parse → print → parse is the same query", (known) => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parseQuery(text, known);
        const again = parseQuery(printQuery(query), known);
        expect(again.query).toEqual(query);
        expect(again.remarks).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });
});

test("what is said again between words is no border between them", () => {
  const { query } = parseQuery("title:state a title:state b");
  expect(query.clauses.flat().map(({ text }) => text)).toEqual(["state", "a b"]);
  expect(parseQuery(printQuery(query)).query).toEqual(query);
});

test("an alternative that is there already is taken once", () => {
  expect(parseQuery("state OR bank OR state OR state").query.clauses).toEqual([
    [
      { kind: "words", text: "state" },
      { kind: "words", text: "bank" },
    ],
  ]);
});
