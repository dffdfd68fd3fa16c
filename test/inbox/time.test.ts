/** Whatever anybody writes, to whatever command and by whatever way in: no turn of the event loop is long. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Command } from "../../src/command.ts";
import { bounded } from "../../src/inbox/bounds.ts";
import { generate } from "../bench/generate.ts";
import { tooLong } from "../bench/turns.ts";
import { wordLists } from "../bench/words.ts";
import { caller, type Desk, openDesk } from "../desk.ts";
import { SHAPES } from "../search/shapes.ts";

const ARTICLES = 10_000;
/** CPU milliseconds on the machine that the project is measured on; the aim is 50, and suites run side by side. */
const LIMITS = { turnMs: 75, wholeMs: 300 };
/** All shapes by all ways to all commands take minutes; without it each shape goes by each way to some of them. */
const ALL = process.env.SCO_TEST_TIME === "all";
const FEW = 2;

let desk: Desk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sco-time-"));
  const { articles } = generate(ARTICLES, await wordLists());
  const corpus = join(folder, "articles.jsonl");
  writeFileSync(corpus, articles.map((one) => JSON.stringify(one)).join("\n"));
  desk = await openDesk({ corpus });
  // Something that can be gone on from.
  await desk.ask("latest", base.caller);
}, 300_000);
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** In a chat, where nothing writes files. */
const base = { id: "t", caller: { ...caller, platform: "slack", operates: false } };
const signal = () => AbortSignal.timeout(60_000);
const textsOf = ({ options }: Command): string[] =>
  Object.entries(options).flatMap(([name, { kind }]) => (kind === "text" ? [name] : []));

type Act = (text: string) => Promise<unknown>;
/** The ways in, and what each reaches. */
const WAYS: Readonly<Record<string, () => readonly (readonly [to: string, act: Act])[]>> = {
  "words that are said": () => [["", (said) => desk.bot.handle({ ...base, said }, signal())]],
  "words that go on": () => [["", (said) => desk.bot.goesOn({ ...base, said })]],
  "a typed line, a button": () =>
    taking().map(({ name }) => [
      name,
      (text) => desk.bot.handle({ ...base, line: bounded(`${name} ${text}`) }, signal()),
    ]),
  "options that are filled in": () =>
    taking().flatMap((command) =>
      textsOf(command).map((option) => [
        `${command.name} ${option}`,
        (text) => desk.bot.handle({ ...base, command: command.name, values: { [option]: text } }, signal()),
      ]),
    ),
  "fields of a form": () =>
    taking()
      .filter(({ form }) => form !== undefined)
      .flatMap((command) =>
        textsOf(command).map((option) => [
          `${command.name} ${option}`,
          (text) => desk.bot.form({ ...base, line: command.name, filled: { [option]: text } }),
        ]),
      ),
  completion: () =>
    taking().flatMap((command) =>
      textsOf(command).map((option) => [
        `${command.name} ${option}`,
        (text) =>
          desk.bot.suggest({ ...base, command: command.name, values: {} }, option, text.slice(0, 300)),
      ]),
    ),
};
const taking = (): readonly Command[] =>
  desk.bot.commands.filter((command) => !command.shell && textsOf(command).length > 0);

test.each(Object.keys(WAYS))(
  "by %s",
  async (way) => {
    const all = WAYS[way]?.() ?? [];
    expect(all.length).toBeGreaterThan(0);
    // Code that runs for the first time is compiled in between.
    for (const [, act] of all) for (const text of ["a 国 я 5", "2%"]) await act(text);
    const slow: string[] = [];
    for (const [nth, [name, shape]] of Object.entries(SHAPES).entries()) {
      const some = ALL ? all : all.filter((_, at) => (at + nth) % all.length < FEW);
      for (const [to, act] of some) {
        const text = bounded(shape);
        const fault = await tooLong(() => act(text), LIMITS);
        if (fault) slow.push(`${to} ${name}: ${fault}`);
      }
    }
    expect(slow).toEqual([]);
  },
  3_000_000,
);
