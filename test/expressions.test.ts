/** Regular expressions read outside text: each takes time that grows with the text, and not with its square. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseSync } from "@swc/core";
import { root } from "../src/root.ts";
import { type Expression, isSlow, isSlowForWords } from "./slow-expressions.ts";

/** Not linear, but what they read is bounded. */
const BOUNDED: Readonly<Record<string, string>> = {
  "src/understand/to-quote.ts": "a line of at most 2,000 characters",
  "src/language/compile/chinese.ts": "the dictionary, while it is built",
  "src/feeds/feed-json.ts": "a string that is not closed, up to the end of its line, in the reading thread",
  "src/feeds/feed-xml.ts": "tags that are not closed, in the reading thread",
  "src/feeds/decode.ts": "the first characters of a page",
  "src/feeds/dom.ts": "elements that are not closed, in the reading thread",
  "src/meaning/families.ts": "the name of a model, from the settings",
  "src/understand/to-read.ts": "a line of at most 2,000 characters",
  "src/understand/references.ts": "a line of at most 2,000 characters",
};
interface Literal extends Expression {
  readonly file: string;
}

/** All regular expressions that stand in the sources. */
function literals(): readonly Literal[] {
  const found = new Map<string, Literal>();
  for (const file of ["src", "adapters", "commands"].flatMap(sourcesOf)) {
    const look = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, pattern, flags } = node as Record<string, unknown>;
      if (type === "RegExpLiteral" && typeof pattern === "string" && typeof flags === "string")
        found.set(`/${pattern}/${flags}`, { source: pattern, flags, file });
      for (const child of Object.values(node)) look(child);
    };
    look(parseSync(readFileSync(join(root, file), "utf8"), { syntax: "typescript", target: "es2022" }));
  }
  return [...found.values()];
}

function sourcesOf(folder: string): readonly string[] {
  const all = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return all
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

/** Rooms whose files make expressions when they are loaded. */
const MAKERS = ["answers", "articles", "inbox", "language", "search", "stories", "understand"];

/** The expressions that are made while the sources are loaded: tables of words become some hundreds. */
async function made(): Promise<readonly Expression[]> {
  const all = new Map<string, Expression>();
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, args, self) {
      const expression = Reflect.construct(
        target,
        args,
        self === globalThis.RegExp ? target : self,
      ) as RegExp;
      const { stack = "" } = new Error("made here");
      if (!Object.keys(BOUNDED).some((file) => stack.includes(file)))
        all.set(`${expression}`, { source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  try {
    for (const room of MAKERS)
      for (const file of sourcesOf(join("src", room)))
        if (!/\.worker\.ts$|compile|main\/ship/.test(file)) await import(join(root, file));
  } finally {
    globalThis.RegExp = plain;
  }
  return [...all.values()];
}

test("no expression of the sources is slow, whatever is repeated", () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(1_000);
  const slow = all.filter(({ file, ...literal }) => !(file in BOUNDED) && isSlow(literal));
  expect(slow.map(({ source, flags, file }) => `${file}: /${source}/${flags}`)).toEqual([]);
}, 600_000);

test("nor for any of its own words again and again, wherever in it that stands", () => {
  // All of them take minutes.
  const some = literals().filter((_, at) => process.env.SCO_TEST_TIME === "all" || at % 5 === 0);
  const slow = some.filter(({ file, ...literal }) => !(file in BOUNDED) && isSlowForWords(literal));
  expect(slow.map(({ source, file }) => `${file}: /${source}/`)).toEqual([]);
  const late = `${Array.from({ length: 30 }, (_, i) => `word${i}`).join("|")}|подскажи\\p{L}*`;
  expect(isSlowForWords({ source: `(?:${late})[^.]{0,24}? how`, flags: "u" })).toBe(true);
}, 600_000);

test("no expression that is put together of words is slow either", async () => {
  const all = await made();
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(isSlow).map(({ source, flags }) => `/${source}/${flags}`)).toEqual([]);
}, 600_000);

test.each([
  ["a run that may begin anywhere", String.raw`\p{L}+\d`, "u"],
  ["a long beginning", "what (?:did|does) (?:he|she|they) (.+?) say", "u"],
  ["a beginning that only another can follow", "(?:nobody|who) said.*again", ""],
  ["a run in a run", String.raw`^(?:\w\s?)*\w*!`, ""],
])("what is slow is seen: %s", (_why, source, flags) => {
  expect(isSlow({ source, flags })).toBe(true);
});
