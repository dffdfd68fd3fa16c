/**
 * Trains the order of answers and the gate on the judged questions and writes them into corpus/. Each set is ordered by
 * trees that were grown without it, so that the gate sees what it will see of articles that nobody knows. With `-- try`
 * nothing is written: every set is judged by what was learnt from others.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { signsOf } from "../../../src/answers/gate.ts";
import { sumOf, type Trees } from "../../../src/answers/trees.ts";
import { readArticles } from "../../../src/articles/read.ts";
import { root } from "../../../src/root.ts";
import { type Example, examplesOf, examplesOfFile } from "./examples.ts";
import { type Growing, grow } from "./grow.ts";

const SETS = "ordinary fresh third hard wires papers weeks embassies business newsroom".split(" ");
/** Questions of the project itself, over the shipped articles. */
const OWN = ["judged.json", "near-seed.json", "near-news.json"];
const GROWING: Growing = { trees: 200, leaves: 7, rate: 0.05, least: 20, hold: 5, facts: 0.4, rows: 0.8 };
const GATE: Growing = { trees: 250, leaves: 7, rate: 0.04, least: 20, hold: 10, facts: 0.2, rows: 0.7 };
/** The share of unanswerable questions that is refused. */
const REFUSED = 0.7;

const tests = join(import.meta.dirname, "../../../../test");
const examples: Example[] = [];
for (const set of SETS) examples.push(...(await examplesOf(join(tests, "judged"), set)));
const { articles: shipped } = await readArticles(join(root, "corpus/articles"));
for (const file of OWN) examples.push(...(await examplesOfFile(join(tests, "answers", file), shipped)));
/** Two sets at a time are judged by the others. The project's own are one set: they share articles. */
const pairs = Array.from({ length: SETS.length / 2 }, (_, n) => SETS.slice(2 * n, 2 * n + 2));
const parts = [...pairs, OWN];
const without = new Map(
  parts.flatMap((part) => {
    const trees = grown(examples.filter((one) => !part.includes(one.set)));
    return part.map((set) => [set, trees] as const);
  }),
);
const seen = examples.map((one) => {
  const ordered = one.ordered(without.get(one.set) ?? { facts: [], trees: [] });
  return { ...one, ordered, signs: signsOf(one.ruling, ordered, one.terms) };
});
type Seen = (typeof seen)[number];

const judged = parts.flatMap((part) => {
  const gate = gateOf(seen.filter((one) => !part.includes(one.set)));
  return seen.filter((one) => part.includes(one.set)).map((one) => ({ ...one, sum: sumOf(gate, one.signs) }));
});
const sums = judged
  .flatMap(({ set, answerable, sum }) => (answerable || OWN.includes(set) ? [] : [sum]))
  .sort((a, b) => a - b);
const limit = sums[Math.floor(REFUSED * sums.length)] ?? 0;
for (const set of [...SETS, ...OWN])
  report(
    set,
    judged.filter((one) => one.set === set),
  );
report("all", judged);

if (!process.argv.includes("try")) {
  const { facts, trees } = gateOf(seen);
  write("answer-gate.json", { facts, trees: [[-1, Math.round(-limit * 1e4) / 1e4], ...trees] });
  write("answer-trees.json", grown(examples));
}

function write(name: string, model: Trees): void {
  writeFileSync(join(tests, "../corpus", name), `${JSON.stringify(model)}\n`);
}

function grown(from: readonly Example[]): Trees {
  const none = { facts: [], trees: [] };
  const sentences = from.flatMap((one) => {
    const all = one.answerable ? one.ordered(none) : [];
    return all.some(({ right }) => right) ? all : [];
  });
  const facts = Object.keys(sentences[0]?.facts ?? {});
  const rows = sentences.map((one) => Float64Array.from(facts, (name) => one.facts[name] ?? 0));
  const labels = sentences.map(({ right }) => Number(right));
  return { facts, trees: grow(rows, labels, GROWING) };
}

function gateOf(from: readonly Seen[]): Trees {
  const facts = Object.keys(from[0]?.signs ?? {});
  const rows = from.map(({ signs }) => Float64Array.from(facts, (name) => signs[name] ?? 0));
  return {
    facts,
    trees: grow(
      rows,
      from.map(({ answerable }) => Number(answerable)),
      GATE,
    ),
  };
}

/** Right first and in three without the gate, then with it; answered; refused of the unanswerable. */
function report(name: string, all: readonly (Seen & { readonly sum: number })[]): void {
  const can = all.filter(({ answerable }) => answerable);
  const within = (from: typeof can, n: number) =>
    from.filter(({ ordered }) => ordered.slice(0, n).some(({ right }) => right)).length;
  const told = can.filter(({ sum }) => sum > limit);
  const cannot = all.filter(({ answerable }) => !answerable);
  const refused = cannot.filter(({ sum }) => sum <= limit).length;
  console.log(
    `${name}: of ${can.length} first ${within(can, 1)}, in three ${within(can, 3)}; with the gate ` +
      `${within(told, 1)}, ${within(told, 3)}, answered ${told.length}; refused ${refused} of ${cannot.length}`,
  );
}
