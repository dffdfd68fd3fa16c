/** A list for a spreadsheet: every cell comes back as it was, and none of them runs. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Article } from "../../src/article.ts";
import { csvOf } from "../../src/articles/csv.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), "sco-csv-"));
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Reads RFC 4180, strictly. */
function rowsOf(text: string): string[][] {
  expect(text.startsWith("\ufeff")).toBe(true);
  return text
    .slice(1)
    .replace(/\r\n$/, "")
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/gu)].map(
        ([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare,
      ),
    );
}
const withTitle = (title: string): Article => ({
  ...{
    id: "x1",
    title,
    body: "",
    source: "TASS",
    published: null,
    language: "en",
    kind: "article",
    url: null,
  },
});
const titleOf = (title: string) =>
  rowsOf(csvOf([withTitle(title)], desk.doors.library, "en", () => "sx1"))[1]?.[1];

test("any title comes back in one cell, in a line of its own", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (title) => {
      const rows = rowsOf(csvOf([withTitle(title)], desk.doors.library, "en", () => "sx1"));
      expect(rows.map((row) => row.length)).toEqual([7, 7]);
      const plain = title.replace(/[\r\n]+/g, " ");
      expect(rows[1]?.[1]?.replaceAll("'", "")).toBe(plain.replaceAll("'", ""));
    }),
  );
});

test.each(["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", " =1", "＝1", "\u0000=1"])(
  "%j is text in a spreadsheet",
  (title) => {
    expect(titleOf(title)).toBe(`'${title}`);
  },
);

test("what follows a semicolon is text, too, where that parts columns", () => {
  expect(titleOf("x; =HYPERLINK(1)")).toBe("x; '=HYPERLINK(1)");
  expect(titleOf(";=1+1")).toBe(";'=1+1");
  expect(titleOf("x;＝1+1")).toBe("x;'＝1+1");
  expect(titleOf("x;\u0001=1")).toBe("x;\u0001'=1");
  expect(titleOf("\t=1")).toBe("'\t'=1");
});

test("search writes all that it finds, with its story and link", async () => {
  const file = join(folder, "list.csv");
  const reply = await desk.ask(`search 上合组织 --as csv --out ${file}`);
  const { total, articles } = reply.data as { total: number; articles: string[] };
  const [head, ...rows] = rowsOf(readFileSync(file, "utf8"));
  expect(head).toEqual(["id", "title", "publisher", "published", "language", "url", "story"]);
  expect(rows.map(([id]) => id)).toEqual(articles);
  expect(rows).toHaveLength(total);
  expect(rows.every((row) => row[6]?.startsWith("s"))).toBe(true);
  expect(wordsOf(reply)).toContain(file);
});

test("in a chat the list comes with the answer, its first titles for where no file goes", async () => {
  const { file, outcome } = await desk.ask("search 上合组织 --as csv", {
    platform: "slack",
    operates: false,
  });
  expect(outcome).toBe("answered");
  const [head, ...rows] = rowsOf(Buffer.from(file?.bytes ?? []).toString());
  expect([head?.[0], file?.name, file?.mediaType]).toEqual(["id", "search.csv", "text/csv; charset=utf-8"]);
  expect(rows).toHaveLength(file?.instead.length ?? 0);
  const none = await desk.ask("search zzqqxx --as csv", { platform: "slack", operates: false });
  expect([none.outcome, none.file]).toEqual(["nothing", undefined]);
});

test("what cannot be is said: no file named, no such folder, nothing found, not in a shell", async () => {
  const ask = async (line: string, as = {}) => {
    const reply = await desk.ask(line, as);
    return [reply.outcome, wordsOf(reply)];
  };
  expect(await ask("search forum --as csv")).toEqual([
    "bad-input",
    expect.stringContaining("--out list.csv"),
  ]);
  expect(await ask("search forum --out /nowhere/at/all.csv", { locale: "zh" })).toEqual([
    "bad-input",
    expect.stringContaining("无法写入"),
  ]);
  expect(await ask(`search zzqqxx --out ${join(folder, "none.csv")}`)).toEqual([
    "nothing",
    expect.stringContaining("no file was written"),
  ]);
  expect(await ask("search forum --as csv --out /tmp/x.csv", { platform: "slack", locale: "ru" })).toEqual([
    "bad-input",
    expect.stringContaining("консоли"),
  ]);
});
