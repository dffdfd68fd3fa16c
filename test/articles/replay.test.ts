/** The log read from any place says how much of it is read. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { isEntry } from "../../src/articles/log.ts";
import { replayOf, type Steps } from "../../src/articles/replay.ts";
import { article } from "../search/engine/articles.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("pages tell their share of what there was to read", async () => {
  const path = join(folder, "articles.jsonl");
  const lines = Array.from({ length: 4_000 }, (_, n) =>
    JSON.stringify({ at: n, put: article(`a${n}`, "A railway. ".repeat(60)) }),
  );
  writeFileSync(path, `${lines.join("\n")}\n`);
  const read = async (place?: string) => {
    const pages: Steps[] = [];
    for await (const page of replayOf(path, isEntry).after(place)) pages.push(page);
    return pages;
  };
  const pages = await read();
  const shares = pages.map(({ share = 0 }) => share);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual([...shares].sort());
  expect(shares.at(-1)).toBe(1);
  // Articles so far, by the share, are as many as there are.
  const [first] = pages;
  expect((first?.steps.length ?? 0) / (first?.share ?? 1)).toBeCloseTo(4_000, -2);
  const rest = await read(first?.place);
  expect(rest[0]?.share).toBeLessThan(1);
  expect(rest.at(-1)?.share).toBe(1);
});
