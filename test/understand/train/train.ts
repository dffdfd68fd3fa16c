/**
 * Trains the two models of free words, which wish a sentence is and which of its words are its topic, and writes them
 * into corpus/. With a number of parts it tries them instead: on each part of each judged set they are trained without it.
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
import { type Row, readAsked, readPhrases, readSaid, readSet, rowsOf, wishExamples } from "./examples.ts";
import { fit, shuffled } from "./fit.ts";
import { readFrames } from "./frames.ts";
import { hashOfInputs, SETS } from "./inputs.ts";
import { examplesOf, type Sequence, sequencesOf } from "./topics.ts";

const WISHES = { rate: 0.3, hold: 3e-3, drop: 0.5, turns: 16, least: 4, near: 0.3 };
const TOPICS = { rate: 0.2, hold: 1e-2, drop: 0.3, turns: 12 };

const tests = join(import.meta.dirname, "../../../../test");
const desk = await openDesk();
const rows: Row[] = [];
const sequences: Sequence[] = [];
const held = new Map<string, readonly Saying[]>(
  SETS.map((set) => [set, readSet(join(tests, "judged", set))]),
);
const own = join(tests, "understand/train");
const asked = readAsked(join(tests, "judged"));
/** What people search for, as subjects of frames. */
const searched = Object.fromEntries(
  ["en", "zh", "ru"].map((language) => [
    language,
    asked
      .filter(
        ({ want, lang, said }) =>
          want === "search" && lang === language && said.length < 40 && !/[\d"“«?]/u.test(said),
      )
      .map(({ said }) => said),
  ]),
);
const more = [
  ["phrases", readPhrases(join(tests, "understand/phrases.json"))],
  ["said", readSaid(join(own, "said"))],
  ["frames", readFrames(join(own, "frames"), searched)],
  ["asked", asked],
] as const;
for (const [set, sayings] of [...held, ...more]) {
  rows.push(...(await rowsOf(set, sayings, desk.doors)));
  const topical = set === "said" ? sayings.filter(withoutTopic) : sayings;
  if (set !== "phrases" && set !== "asked") sequences.push(...(await sequencesOf(set, topical, desk.doors)));
}

/** Of the written sayings, those that are about nothing: none of their words is a topic. */
function withoutTopic({ want, said }: Saying): boolean {
  return (
    /^(?:latest|daily|daily-.*|digest|brief)$/.test(want) &&
    !/energ|trade|secur|touris|water|bank|afgh|file on|topic|сводки на энерг|торг|энерг|безопас|тур[иы]|вод[еы]|банк|афган|тем|贸易|能源|安全|旅游|水|银行|阿富汗|主题/iu.test(
      said,
    )
  );
}

function train(without: ReadonlySet<string>): { readonly wishes: LinearModel; readonly topics: LinearModel } {
  const seen = <T extends { readonly saying: Saying }>(all: readonly T[]) =>
    all.filter(({ saying }) => !without.has(saying.id));
  return {
    wishes: fit(wishExamples(seen(rows)), WISHES),
    topics: fit(examplesOf(seen(sequences)), TOPICS),
  };
}

/** As `readModel` reads it: its inputs, its classes, its weights. */
function write(name: string, inputs: string, { classes, weights }: LinearModel): void {
  const lines = Object.entries(weights).map(([feature, pairs]) => `${feature}\t${pairs.join(" ")}`);
  writeFileSync(
    join(tests, "../corpus", name),
    `${[`# ${inputs}`, classes.join("\t"), ...lines].join("\n")}\n`,
  );
}

const parts = Number(process.argv[2] ?? 0);
if (parts === 0) {
  const { wishes, topics } = train(new Set());
  const inputs = hashOfInputs();
  write("wish-model.tsv", inputs, wishes);
  write("topic-model.tsv", inputs, topics);
  console.log(Object.keys(wishes.weights).length, Object.keys(topics.weights).length);
} else {
  const only = process.argv[3] ?? "third-sayings";
  const show = process.argv[4];
  const sayings = shuffled(held.get(only) ?? [], 7);
  const wrong: Awaited<ReturnType<typeof judgeSayings>>["wrong"][number][] = [];
  const harmful: string[] = [];
  for (let part = 0; part < parts; part += 1) {
    const test = sayings.filter((_, at) => at % parts === part);
    const { wishes, topics } = train(new Set(test.map(({ id }) => id)));
    keepWith(keepBy(() => topics));
    const found = await judgeSayings(
      test,
      desk.doors,
      createReader(
        desk.doors,
        chooseBy(() => wishes),
      ),
    );
    wrong.push(...found.wrong);
    harmful.push(...found.harmful);
  }
  const by = new Map(sayings.map((one) => [one.id, one]));
  const missed = new Set(wrong.map(({ id }) => id));
  const share = (some: readonly Saying[]): string =>
    `${((100 * some.filter(({ id }) => !missed.has(id)).length) / some.length).toFixed(1)} % of ${some.length}`;
  if (show)
    for (const { id, asked, got } of wrong)
      console.log(
        `${id}|${asked}|${by.get(id)?.after ?? ""}|→ ${got}|| ${by.get(id)?.want}: ${by.get(id)?.line}`,
      );
  for (const key of ["lang", "want"] as const)
    for (const one of [...new Set(sayings.map((saying) => saying[key]))].sort())
      console.log(one.padEnd(14), share(sayings.filter((saying) => saying[key] === one)));
  console.log("all".padEnd(14), share(sayings), "harmful:", harmful);
}
await desk.close();
