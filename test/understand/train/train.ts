/**
 * Trains the two models of free words, which wish a sentence is and which of its words are its topic, and writes them
 * into corpus/. `train.js 5 SET` tries them instead: on each fifth of that judged set they are trained without it.
 * `train.js without SET` trains them without the set as a whole, as if its author had never been met; that figure counts most.
 * A third word prints every saying that was misread.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Saying } from "../../../src/eval/judge-sayings.ts";
import { judgeSayings } from "../../../src/eval/sayings.ts";
import { chooseBy } from "../../../src/understand/likely.ts";
import type { LinearModel } from "../../../src/understand/linear-model.ts";
import { keepBy, keepWith } from "../../../src/understand/topic.ts";
import { createReader } from "../../../src/understand/understand.ts";
import { openDesk } from "../../desk.ts";
import { readSet } from "./examples.ts";
import { kindOfFault } from "./faults.ts";
import { shuffled } from "./fit.ts";
import { gather, type Models, tests, trainOn } from "./gather.ts";
import { hashOfInputs } from "./inputs.ts";

const [how, set = "third-sayings", show] = process.argv.slice(2);
const desk = await openDesk();
const gathered = await gather(desk.doors, how === "without" ? set : undefined);

/** As `readModel` reads it: its inputs, its classes, its weights. */
function write(name: string, inputs: string, { classes, weights }: LinearModel): void {
  const lines = Object.entries(weights).map(([feature, pairs]) => `${feature}\t${pairs.join(" ")}`);
  writeFileSync(
    join(tests, "../corpus", name),
    `${[`# ${inputs}`, classes.join("\t"), ...lines].join("\n")}\n`,
  );
}

type Judged = Awaited<ReturnType<typeof judgeSayings>>;

function judgedBy({ wishes, topics }: Models, sayings: readonly Saying[]): Promise<Judged> {
  keepWith(keepBy(() => topics));
  const choose = chooseBy(() => wishes);
  return judgeSayings(sayings, desk.doors, createReader(desk.doors, choose));
}

/** Shares that are right, by language and wish, and how many are wrong by what is wrong with them. */
function print(sayings: readonly Saying[], { wrong, harmful }: Judged): void {
  const by = new Map(sayings.map((one) => [one.id, one]));
  const missed = new Set(wrong.map(({ id }) => id));
  const share = (some: readonly Saying[]): string =>
    `${((100 * some.filter(({ id }) => !missed.has(id)).length) / some.length).toFixed(1)} % of ${some.length}`;
  const kinds = new Map<string, number>();
  for (const { id, asked, got } of wrong) {
    const saying = by.get(id) as Saying;
    const kind = kindOfFault(saying, got);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (show)
      console.log(
        `${kind}|${id}|${asked}|${saying.after ?? ""}|→ ${got}|| ${saying.want}: ${saying.line} ${JSON.stringify(saying.args)}`,
      );
  }
  for (const key of ["lang", "want"] as const)
    for (const one of [...new Set(sayings.map((saying) => saying[key]))].sort())
      console.log(one.padEnd(14), share(sayings.filter((saying) => saying[key] === one)));
  for (const [kind, n] of [...kinds].sort(([, a], [, b]) => b - a)) console.log(kind.padEnd(34), n);
  console.log("all".padEnd(14), share(sayings), "harmful:", harmful);
}

const parts = Number(how ?? 0);
if (parts === 0) {
  const { wishes, topics } = trainOn(gathered);
  const inputs = hashOfInputs();
  write("wish-model.tsv", inputs, wishes);
  write("topic-model.tsv", inputs, topics);
  console.log(Object.keys(wishes.weights).length, Object.keys(topics.weights).length);
} else if (how === "without") {
  const sayings = readSet(join(tests, "judged", set));
  print(sayings, await judgedBy(trainOn(gathered), sayings));
} else {
  const sayings = shuffled(readSet(join(tests, "judged", set)), 7);
  const all: { wrong: Judged["wrong"][number][]; harmful: string[] } = { wrong: [], harmful: [] };
  for (let part = 0; part < parts; part += 1) {
    const test = sayings.filter((_, at) => at % parts === part);
    const without = new Set(test.map(({ id }) => id));
    const found = await judgedBy(
      trainOn(gathered, ({ saying }) => !without.has(saying.id)),
      test,
    );
    all.wrong.push(...found.wrong);
    all.harmful.push(...found.harmful);
  }
  print(sayings, all);
}
await desk.close();
