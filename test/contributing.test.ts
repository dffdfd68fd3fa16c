/** CONTRIBUTING's lists, followed as they stand in a copy of the sources. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "../src/root.ts";
import { importsOf, violations } from "./imports.ts";

const copy = mkdtempSync(join(tmpdir(), "sco-newcomer-"));
beforeAll(() => {
  const all = ["src", "adapters", "commands", "corpus", "dist", "build.js", "package.json", "tsconfig.json"];
  for (const name of all) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
/** What the compiler says, a fault a line. */
const compiled = () =>
  spawnSync(join(root, "node_modules/.bin/tsc"), ["--noEmit"], { cwd: copy, encoding: "utf8" })
    .stdout.split("\n")
    .filter(Boolean);
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(join(copy, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(copy, file), text.replace(from, to));
};

test("a command is one file: it is built, answers in three languages and stands in help", () => {
  const about = `{ en: "Say hello", zh: "问好", ru: "Поздороваться" }`;
  writeFileSync(
    join(copy, "commands/hello.ts"),
    `/** \`hello\`: says hello. */
import { command } from "../src/command.ts";
import { sentence } from "../src/reply.ts";

export const hello = command({
  name: "hello",
  aliases: ["你好"],
  about: ${about},
  options: { name: { kind: "text", required: true, rest: true, about: ${about} } },
  examples: ["hello Bishkek"],
  run: ({ name }) => sentence(\`Hello, \${name}\`),
});
`,
  );
  expect(compiled()).toEqual([]);
  node("build.js");
  expect(node("dist/src/main.js", "你好", "Osh").trim()).toBe("Hello, Osh");
  expect(node("dist/src/main.js", "help", "--locale", "zh")).toMatch(/hello Bishkek +问好/);
}, 60_000);

test("an adapter is a platform's name and a folder, whose imports need a row", () => {
  edit("src/command.ts", '"terminal" | "slack" | "discord"', '"terminal" | "slack" | "discord" | "matrix"');
  const file = "adapters/matrix/matrix.ts";
  const source = `/** Matrix: the adapter. */
import type { Adapter } from "../../src/bot.ts";

export const createMatrixAdapter = (): Adapter => ({
  name: "matrix",
  connected: true,
  start: async () => undefined,
  post: async () => ({ state: "sent" }),
  missing: async () => null,
  stop: async () => undefined,
});
`;
  mkdirSync(join(copy, "adapters/matrix"));
  writeFileSync(join(copy, file), source);
  expect(compiled()).toEqual([]);
  expect(violations(importsOf(file, source))).toEqual([`${file} → src/bot.ts`]);
}, 60_000);

test("a language is a member of LOCALES: the compiler names each phrase that lacks it", () => {
  edit("src/i18n/words.ts", '"en", "zh", "ru"]', '"en", "zh", "ru", "kk"]');
  const faults = compiled().filter((line) => line.includes("'kk'"));
  for (const room of ["src/", "commands/", "adapters/slack/", "adapters/discord/", "adapters/terminal/"])
    expect([room, faults.some((fault) => fault.startsWith(room))]).toEqual([room, true]);
}, 60_000);
