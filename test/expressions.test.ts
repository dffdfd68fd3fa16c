/** Regular expressions read outside text: each takes time that grows with the text, and not with its square. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseSync } from "@swc/core";
import { root } from "../src/root.ts";

/** A paragraph that is longer than any. An expression that is linear takes some tenths of a millisecond for it. */
const LENGTH = 8_000;
const SLOW_MS = 12;
/** Four times the text takes four times as long where time is linear, and sixteen times where it is not. */
const GROWTH = 8;
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
/** Tries of which the quickest counts: what else the machine does can only add. */
const TRIES = 4;
/** Pieces of one expression that are repeated, and those that are repeated in pairs. */
const SINGLE = 14;
const PAIRED = 8;

/** Letters, digits, spaces and marks of which each class of characters has some. */
const PROBES = [
  ..."aAzZ019 \n\t.,:;!?-–—_/\\\"'“”«»()[]{}<>@#$%&*+=|~^`’·、。，：！？年月日上国一二百千万亿第の가йЯё½€\u0301\u200b\u00a0é",
];
const KINDS = [/^/, /\d/, /\s/, /\p{Script=Han}/u, /[^\p{L}\p{N}\s]/u];
/** Classes, escapes, words and single marks that an expression is written with. */
const PIECE =
  /\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|[\p{L}\p{N}_]+|[^\\[\](){}|?*+^$]/giu;

interface Expression {
  readonly source: string;
  readonly flags: string;
}

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

/** Texts that an expression may try again from each of their places: its pieces and pairs of them, repeated. */
function pumped({ source, flags }: Expression): readonly string[] {
  const samples = (piece: string): readonly string[] => {
    if (/^[\p{L}\p{N}_]+$/u.test(piece)) return [piece];
    const one = new RegExp(`^(?:${piece})$`, flags.replace(/[gy]/g, ""));
    const fitting = PROBES.filter((probe) => one.test(probe));
    return KINDS.flatMap((kind) => fitting.find((probe) => kind.test(probe)) ?? []);
  };
  const units = [...new Set((source.match(PIECE) ?? []).flatMap(samples))].slice(0, SINGLE);
  const few = units.slice(0, PAIRED);
  const pairs = few.flatMap((one) => few.filter((other) => other !== one).map((other) => one + other));
  return [...units, ...pairs].map(
    (unit) => `${unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)}\u0001`,
  );
}

/** The quickest of some tries, in milliseconds of processor time. */
function timed(expression: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > SLOW_MS / GROWTH; i++) {
    const began = process.cpuUsage();
    text.replace(expression, "");
    best = Math.min(best, process.cpuUsage(began).user / 1_000);
  }
  return best;
}

/** Whether some text takes long, and far more than four times as long as a quarter of it. */
function isSlow({ source, flags }: Expression): boolean {
  const expression = new RegExp(source, flags.replace("y", ""));
  return pumped({ source, flags }).some((text) => {
    const whole = timed(expression, text);
    return whole > SLOW_MS && whole > GROWTH * timed(expression, `${text.slice(0, LENGTH / 4)}\u0001`);
  });
}

test("no expression of the sources is slow, whatever is repeated", () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(1_000);
  const slow = all.filter(({ file, ...literal }) => !(file in BOUNDED) && isSlow(literal));
  expect(slow.map(({ source, flags, file }) => `${file}: /${source}/${flags}`)).toEqual([]);
}, 600_000);

test.each([
  ["a run that may begin anywhere", String.raw`\p{L}+\d`, "u"],
  ["a run in a run", String.raw`^(?:\w\s?)*\w*!`, ""],
])("what is slow is seen: %s", (_why, source, flags) => {
  expect(isSlow({ source, flags })).toBe(true);
});
