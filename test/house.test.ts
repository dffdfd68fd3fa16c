import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "../src/root.ts";
import { importsOf, readImports, sourceFiles, violations } from "./imports.ts";

const rooms = ["src", "adapters", "commands"];
const files = rooms.flatMap((room) => sourceFiles(room));
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

describe("the house", () => {
  test("imports point inward", () => {
    expect(violations(readImports())).toEqual([]);
  });

  test("a planted violation is seen, so the rule is not blind", () => {
    const planted = [
      ...importsOf("src/search/planted.ts", 'import { x } from "../../adapters/slack/slack.ts";'),
      ...importsOf("src/articles/planted.ts", 'const x = await import("../main.ts");'),
      ...importsOf("commands/planted.ts", 'export { y } from "./search.ts";'),
      ...importsOf("adapters/slack/planted.ts", 'import type { Z } from "../../src/search/rank/rank.ts";'),
      ...importsOf("src/stories/planted.ts", 'import { Redis } from "ioredis";'),
    ];
    expect(violations(planted)).toEqual([
      "src/search/planted.ts → adapters/slack/slack.ts",
      "src/articles/planted.ts → src/main.ts",
      "commands/planted.ts → commands/search.ts",
      "adapters/slack/planted.ts → src/search/rank/rank.ts",
      "src/stories/planted.ts → ioredis",
    ]);
  });

  test("the walk sees every room", () => {
    for (const room of rooms) expect(files.some((file) => file.startsWith(`${room}/`))).toBe(true);
    expect(readImports().length).toBeGreaterThan(files.length);
  });

  test("only config.ts reads the environment, only clock.ts the wall clock", () => {
    const read = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)));
    expect(read(/process\.env\b/)).toEqual(["src/config.ts"]);
    expect(read(/Date\.now\(\)|new Date\(\)/)).toEqual(["src/clock.ts"]);
  });

  test("files stay short and say what they are for", () => {
    const lines = (file: string) => textOf(file).split("\n").length;
    expect(files.filter((file) => lines(file) > 301)).toEqual([]);
    expect(files.filter((file) => !/^(#!.*\n)?\/\*\*/.test(textOf(file)))).toEqual([]);
  });

  test("README's floor plan names the folders that are there", () => {
    const plan = /## Floor plan\n+```[a-z]*\n([\s\S]*?)```/.exec(textOf("README.md"))?.[1] ?? "";
    const named = plan.split("\n").flatMap((line) => /^\s*([a-z0-9]+)\/(?:\s|$)/.exec(line)?.[1] ?? []);
    const there = (folder: string) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    for (const folder of [...there("src"), "src", "adapters", "commands", "corpus", "test", "docs"])
      expect(named).toContain(folder);
  });
});
