/** What the model of wishes learns from: the halves for work of the judged sets, and phrases of one command each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Doors } from "../../../src/command.ts";
import { argsOf, type Saying } from "../../../src/eval/judge-sayings.ts";
import { shownTo } from "../../../src/eval/sayings.ts";
import { outcome } from "../../../src/understand/by-rules.ts";
import { createReader } from "../../../src/understand/understand.ts";
import { featuresOf } from "../../../src/understand/wish-features.ts";
import type { Example } from "./fit.ts";
import { ASKED } from "./inputs.ts";

/** A Wednesday morning in Shanghai, as the judged sayings have it. */
const NOW = Date.parse("2026-06-10T02:00:00Z");

export interface Row {
  readonly set: string;
  readonly saying: Saying;
  /** What is right. */
  readonly wish: string;
  /** What the rules say, or what is read without them. */
  readonly ruled: string;
  readonly made: string;
  /** Undefined for what is read precisely. */
  readonly features: readonly string[] | undefined;
}

export function readSet(folder: string, half: "dev" | "held" = "dev"): Saying[] {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const split = read("split.json") as Readonly<Record<string, readonly string[]>>;
  return (read("sayings.json") as readonly Saying[]).filter(({ id }) => split[half]?.includes(id));
}

export async function rowsOf(set: string, sayings: readonly Saying[], doors: Doors): Promise<Row[]> {
  let seen: Omit<Row, "set" | "saying" | "wish"> | undefined;
  const reader = createReader(doors, (scene, ruled) => {
    const features = featuresOf(scene.sentence, scene.before, ruled);
    seen = { features, ruled: ruled.wish, made: outcome(ruled) };
    return { wish: ruled.wish, likely: 1 };
  });
  const rows: Row[] = [];
  for (const saying of sayings) {
    seen = undefined;
    const before = await shownTo(saying, doors);
    const caller = { zone: "Asia/Shanghai", platform: "slack" } as const;
    const { line } = await reader(saying.said, { caller, now: NOW, before });
    const made = line === null ? "unclear" : (/^\S+/.exec(line)?.[0] ?? "");
    rows.push({
      ...(seen ?? { features: undefined, ruled: made, made }),
      ...{ set, saying, wish: wishOf(saying, doors) },
    });
  }
  return rows;
}

/** What a saying wishes, as the model names it. */
export function wishOf({ want, line }: Saying, { library }: Pick<Doors, "library">): string {
  if (want === "correction" || want === "followup") return "followup";
  return want === "daily" && line ? (argsOf(line, library).command ?? want) : want;
}

/** Sayings that were written for training: sections `# wish`, or `# wish | line whose list was shown`. */
export function readSaid(folder: string): Saying[] {
  const found: Saying[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    let [want, after]: (string | undefined)[] = [];
    for (const line of readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean)) {
      const head = /^# ([^|]+?)(?: \| (.+))?$/.exec(line);
      if (head) [, want, after] = head;
      else
        found.push({
          ...{ id: `${file}-${found.length}`, said: line, lang: file.slice(0, 2) as Saying["lang"] },
          ...{ want: want ?? "", args: {}, line: null, harm: false },
          ...(after && { after }),
        });
    }
  }
  return found;
}

export interface Asked extends Saying {
  readonly kind: string;
}

/** Searches and questions of the other judged sets: each is said without a word of asking. */
export function readAsked(judged: string): Asked[] {
  const found: Asked[] = [];
  for (const set of ASKED) {
    const read = (name: string) => JSON.parse(readFileSync(join(judged, set, name), "utf8"));
    const { dev } = read("split.json") as { readonly dev: readonly string[] };
    const rows = (name: string) =>
      read(name) as readonly { id: string; q: string; lang: Saying["lang"]; kind: string }[];
    for (const [want, name] of [
      ["search", "searches.json"],
      ["ask", "questions.json"],
    ] as const)
      for (const { id, q, lang, kind } of rows(name))
        if (dev.includes(id) && !(want === "search" && /question|paraphrase/.test(kind)))
          found.push({ id: `${set}-${id}`, said: q, lang, want, args: {}, line: null, harm: false, kind });
  }
  return found;
}

/** Phrases of one command each. */
export function readPhrases(file: string): Saying[] {
  const { about: _, ...phrases } = JSON.parse(readFileSync(file, "utf8")) as Readonly<
    Record<string, readonly string[]>
  >;
  return Object.entries(phrases).flatMap(([want, all]) =>
    all.map((said, at) => ({
      ...{ id: `phrase-${want}-${at}`, said, lang: "en" as const, want, args: {}, line: null, harm: false },
    })),
  );
}

/** Rows as the model learns from them. */
export function wishExamples(rows: readonly Row[]): Example[] {
  return rows.flatMap(({ set, features, ruled, wish }) => {
    if (!features) return [];
    // The rules were written for the older sets; what they say of them tells nothing.
    const unseen = /third|fourth|said|frames|asked/.test(set);
    const named = unseen ? features : features.filter((name) => !/^[rl] /.test(name));
    // A phrase is of a command; of which kind of it, the rules know.
    const kind = set === "phrases" && ruled.startsWith(wish) ? ruled : wish;
    const none = ["smalltalk", "feedback", "export"].includes(kind);
    return [{ features: named, is: none ? "unclear" : kind }];
  });
}
