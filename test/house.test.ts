import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { LOCALES } from "../src/i18n/words.ts";
import { root } from "../src/root.ts";
import { circles, importsOf, readImports, sourceFiles, violations } from "./imports.ts";
import { PAST_DOORS, pastDoors, ROOMS } from "./rooms.ts";

const rooms = ["src", "adapters", "commands"];
const files = rooms.flatMap((room) => sourceFiles(room));
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

describe("the house", () => {
  test("imports point inward", () => {
    expect(violations(readImports())).toEqual([]);
  });

  test.each([
    ["src/i18n/planted.ts", "../language/text.ts"],
    ["src/language/planted.ts", "../search/search.ts"],
    ["src/language/when/planted.ts", "../../inbox/nearest.ts"],
    ["src/language/planted.ts", "../command.ts"],
    ["src/search/planted.ts", "../../adapters/slack/slack.ts"],
    ["src/search/planted.ts", "../articles/library.ts"],
    ["src/articles/planted.ts", "../main.ts"],
    ["src/stories/planted.ts", "ioredis"],
    ["src/stories/planted.ts", "@slack/bolt"],
    ["src/stories/planted.ts", "../../commands/digest.ts"],
    ["commands/index.ts", "./search.ts"],
    ["commands/folder.ts", "../src/bot.ts"],
    ["commands/planted.ts", "./search.ts"],
    ["commands/planted.ts", "../src/net/guard.ts"],
    ["adapters/terminal/planted.ts", "../slack/slack.ts"],
    ["adapters/web/planted.ts", "../../src/articles/library.ts"],
    ["adapters/slack/planted.ts", "../../src/search/rank/rank.ts"],
    ["adapters/discord/planted.ts", "@slack/bolt"],
    ["adapters/toy/planted.ts", "ioredis"],
  ])("a planted violation is seen, so no rule is blind: %s must not import %s", (from, to) => {
    for (const source of [
      `import { x } from "${to}";`,
      `import type { X } from "${to}";`,
      `export { x } from "${to}";`,
      `const x = await import("${to}");`,
    ])
      expect(violations(importsOf(from, source))).toHaveLength(1);
  });

  test("no two files import each other, not for a type either", () => {
    expect(circles(readImports())).toEqual([]);
    const planted = [
      ...importsOf("src/a.ts", 'import type { B } from "./b.ts";\nconst d = await import("./d.ts");'),
      ...importsOf("src/b.ts", 'import { c } from "./c.ts";'),
      ...importsOf("src/c.ts", 'export type { A } from "./a.ts";'),
      ...importsOf("src/d.ts", 'import { a } from "./a.ts";'),
    ];
    expect(circles(planted)).toEqual(["src/a.ts → src/b.ts → src/c.ts → src/a.ts"]);
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

  test("the bot's words stand in catalogues: a folder a language, with the same files in each", () => {
    const catalogues = (locale: string) => readdirSync(join(root, "src/i18n", locale)).sort();
    expect(catalogues("en").length).toBeGreaterThan(10);
    for (const locale of LOCALES) expect(catalogues(locale)).toEqual(catalogues("en"));
    const declared = files.filter((file) =>
      /\bphrases(?:<.*>)?\(\{|new BotError\(\s*"[a-z-]+",\s*\{\s*en: ["`]/.test(textOf(file)),
    );
    expect(declared.filter((file) => !file.startsWith("src/i18n/"))).toEqual([]);
  });

  test("no file keeps the marks of a merge", () => {
    const kept = readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|json|ts|js|ya?ml)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/[\\/](?:node_modules|dist|build|data|\.git|\.stryker-tmp)[\\/]/.test(file))
      .filter((file) => /^(?:<{7} |>{7} )/m.test(readFileSync(file, "utf8")));
    expect(kept).toEqual([]);
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

describe("the walls", () => {
  test("a room is entered through its doors; what goes past them is known", () => {
    expect(pastDoors(readImports()).sort()).toEqual(Object.keys(PAST_DOORS).sort());
  });

  test("every room is in the table, and every door is there and used", () => {
    const there = readdirSync(join(root, "src"), { withFileTypes: true });
    expect(Object.keys(ROOMS).sort()).toEqual(
      there
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    );
    const imports = readImports();
    const entered = (room: string, by: (who: string) => boolean) =>
      new Set(imports.filter(({ from }) => !from.startsWith(`src/${room}/`) && by(from)).map(({ to }) => to));
    for (const [room, { doors, side = {} }] of Object.entries(ROOMS)) {
      const path = (file: string) => `src/${room}/${file}.ts`;
      const used = entered(room, () => true);
      expect(doors.filter((file) => !used.has(path(file)))).toEqual([]);
      for (const [who, files] of Object.entries(side)) {
        const own = entered(room, (from) => from.startsWith(`${who}/`) || from.startsWith(`src/${who}/`));
        expect(files.filter((file) => !own.has(path(file)))).toEqual([]);
      }
    }
  });

  test.each([
    ["src/answers/planted.ts", "../search/rank/rank.ts"],
    ["src/planted.ts", "./stories/weigh.ts"],
    ["commands/planted.ts", "../src/delivery/loop.ts"],
    ["adapters/slack/planted.ts", "../../src/inbox/gate.ts"],
    ["src/stories/planted.ts", "../language/fold.ts"],
    ["src/search/planted.ts", "../language/when/weekdays.ts"],
    ["src/ops/planted.ts", "../unknown/room.ts"],
  ])("a planted way past a door is seen: %s must not import %s", (from, to) => {
    expect(pastDoors(importsOf(from, `import type { X } from "${to}";`))).toHaveLength(1);
  });

  test("the wiring, a side door and the room itself are let in", () => {
    const own = [
      ...importsOf("src/main/planted.ts", 'import { x } from "../delivery/loop.ts";'),
      ...importsOf("src/search/planted.ts", 'import { x } from "../language/fold.ts";'),
      ...importsOf("src/stories/planted.ts", 'import { x } from "./weigh.ts";'),
    ];
    expect(pastDoors(own)).toEqual([]);
  });
});
