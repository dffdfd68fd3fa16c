/**
 * Trains the order of answers and the gate on the judged questions and writes them into corpus/. Each set is ordered by
 * trees that were grown without it, so that the gate sees what it will see of articles that nobody knows. With `-- try`
 * nothing is written: every set is judged by what was learnt from the others.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { confidenceOf, type Gate, signsOf } from "../../../src/answers/gate.ts";
import type { Trees } from "../../../src/answers/trees.ts";
import { readArticles } from "../../../src/articles/read.ts";
import { root } from "../../../src/root.ts";
import { type Example, examplesOf, examplesOfFile } from "./examples.ts";
import { type Growing, grow } from "./grow.ts";
import { weigh } from "./weigh.ts";

const SETS = "ordinary fresh third hard wires papers weeks embassies business newsroom".split(" ");
/** Questions of the project itself, over the shipped articles. */
const OWN = ["judged.json", "near-seed.json", "near-news.json"];
const GROWING: Growing = { trees: 200, leaves: 7, rate: 0.05, least: 20, hold: 5, facts: 0.4, rows: 0.8 };
const HOLD = 33;
/** What the rules say counts for so much more than was learnt: they know kinds of traps that these sets have not. */
const RULES = 0.4;
/** The share of unanswerable questions that is refused. */
const REFUSED = 0.7;

const tests = join(import.meta.dirname, "../../../../test");
const examples: Example[] = [];
for (const set of SETS) examples.push(...(await examplesOf(join(tests, "judged"), set)));
const { articles: shipped } = await readArticles(join(root, "corpus/articles"));
for (const file of OWN) examples.push(...(await examplesOfFile(join(tests, "answers", file), shipped)));
/** The project's own are one set: they share articles. */
const parts = [...SETS.map((set) => [set]), OWN];
const without = new Map(
  parts.flatMap((part) => {
    const trees = grown(examples.filter((one) => !part.includes(one.set)));
    return part.map((set) => [set, trees] as const);
  }),
);
const seen = examples.map((one) => {
  const ordered = one.ordered(without.get(one.set) ?? { facts: [], trees: [] });
  return { ...one, ordered, signs: signsOf(one.ruling, ordered) };
});
type Seen = (typeof seen)[number];

const judged = parts.flatMap((part) => {
  const gate = gateOf(seen.filter((one) => !part.includes(one.set)));
  return seen
    .filter((one) => part.includes(one.set))
    .map((one) => ({ ...one, sum: logit(confidenceOf(one.ruling, one.ordered, gate)) }));
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
  const { bias, weights } = gateOf(seen);
  write("answer-gate.json", { bias: Math.round((bias - limit) * 1e4) / 1e4, weights });
  write("answer-trees.json", grown(examples));
}

function write(name: string, model: Gate | Trees): void {
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

function gateOf(from: readonly Seen[]): Gate {
  const { bias, weights } = weigh(
    from.map(({ signs }) => signs),
    from.map(({ answerable }) => Number(answerable)),
    HOLD,
  );
  return { bias, weights: { ...weights, rules: (weights.rules ?? 0) + RULES } };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
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
