/** Gathers what the models of free words learn from, and trains them on all of it or on a part. */
import { join } from "node:path";
import type { Doors } from "../../../src/command.ts";
import type { Saying } from "../../../src/eval/judge-sayings.ts";
import type { LinearModel } from "../../../src/understand/linear-model.ts";
import {
  type Asked,
  type Row,
  readAsked,
  readPhrases,
  readSaid,
  readSet,
  rowsOf,
  wishExamples,
} from "./examples.ts";
import { fit } from "./fit.ts";
import { readFrames } from "./frames.ts";
import { SETS } from "./inputs.ts";
import { examplesOf, type Sequence, sequencesOf } from "./topics.ts";

const WISHES = { rate: 0.3, hold: 3e-3, drop: 0.7, turns: 16, least: 8, near: 0.3, last: 8 };
const TOPICS = { rate: 0.2, hold: 1e-2, drop: 0.5, turns: 12, near: 0.25, last: 6 };

/** The folder of the tests; this file runs from `build/`. */
export const tests = join(import.meta.dirname, "../../../../test");

export interface Gathered {
  readonly rows: readonly Row[];
  readonly sequences: readonly Sequence[];
}

/** What of it is learnt from. */
export type Wanted = (one: Pick<Row, "set" | "saying">) => boolean;

/** @param without the judged set that is left out as a whole */
export async function gather(doors: Doors, without?: string): Promise<Gathered> {
  const rows: Row[] = [];
  const sequences: Sequence[] = [];
  const own = join(tests, "understand/train");
  const asked = readAsked(join(tests, "judged"));
  const all = [
    ...SETS.map((set) => [set, readSet(join(tests, "judged", set))] as const),
    ["phrases", readPhrases(join(tests, "understand/phrases.json"))],
    ["said", readSaid(join(own, "said"))],
    ["frames", readFrames(join(own, "frames"), subjectsOf(asked))],
    ["asked", asked],
  ] as const;
  for (const [set, sayings] of all.filter(([name]) => name !== without)) {
    rows.push(...(await rowsOf(set, sayings, doors)));
    const topical = set === "said" ? sayings.filter(withoutTopic) : sayings;
    if (set !== "phrases" && set !== "asked") sequences.push(...(await sequencesOf(set, topical, doors)));
  }
  sequences.push(...(await sequencesOf("asked", plain(asked), doors)).filter(isWhole));
  return { rows, sequences };
}

/** What people search for, as subjects of frames. */
function subjectsOf(asked: readonly Saying[]): Record<string, string[]> {
  return Object.fromEntries(
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
}

/** Searches that leave nothing out: all that they say is what they are about. */
const plain = (asked: readonly Asked[]): Saying[] =>
  asked.flatMap(({ kind, ...saying }) =>
    saying.want === "search" && kind !== "negative" ? [{ ...saying, args: { query: saying.said } }] : [],
  );

/** Nothing of it was read as a day, a language or the like. */
const isWhole = ({ features }: Sequence): boolean => features.every((own) => !own.includes("c <taken>"));

/** Of the written sayings, those that are about nothing: none of their words is a topic. */
function withoutTopic({ want, said }: Saying): boolean {
  return (
    /^(?:latest|daily|daily-.*|digest|brief)$/.test(want) &&
    !/energ|trade|secur|touris|water|bank|afgh|file on|topic|сводки на энерг|торг|энерг|безопас|тур[иы]|вод[еы]|банк|афган|тем|贸易|能源|安全|旅游|水|银行|阿富汗|主题/iu.test(
      said,
    )
  );
}

export interface Models {
  readonly wishes: LinearModel;
  readonly topics: LinearModel;
}

/** Trains both models on what is wanted. */
export function trainOn({ rows, sequences }: Gathered, wanted: Wanted = () => true): Models {
  return {
    wishes: fit(wishExamples(rows.filter(wanted)), WISHES),
    topics: fit(examplesOf(sequences.filter(wanted)), TOPICS),
  };
}
