/** What the model of topics learns from: which words of the judged sayings are in their queries and topics. */

import type { Doors } from "../../../src/command.ts";
import { argsOf, content, isStop, meets, type Saying } from "../../../src/eval/judge-sayings.ts";
import { shownTo } from "../../../src/eval/sayings.ts";
import { afterKept, type Keep, keepWith, rareIn } from "../../../src/understand/topic.ts";
import type { TopicToken } from "../../../src/understand/topic-features.ts";
import { isWord } from "../../../src/understand/topic-features.ts";
import { createReader } from "../../../src/understand/understand.ts";
import { asWished, type Wish } from "../../../src/understand/wish.ts";
import { wishOf } from "./examples.ts";
import type { Example } from "./fit.ts";

const NOW = Date.parse("2026-06-10T02:00:00Z");
const ABOUT = new Set([
  "search",
  "latest",
  "digest",
  "brief",
  "daily",
  "daily-change",
  "daily-off",
  "watch",
  "unwatch",
  "story",
  "compare",
  "coverage",
  "trends",
  "quotes",
]);

export interface Sequence {
  readonly saying: Saying;
  readonly set: string;
  /** What was said, as its tokens stand in it. */
  readonly text: string;
  readonly tokens: readonly TopicToken[];
  readonly features: readonly (readonly string[])[];
  readonly kept: readonly boolean[];
}

/** The rules' own choice. */
const asRuled: Keep = (_, features) => features.map((own) => own.includes("r true"));

export async function sequencesOf(
  set: string,
  sayings: readonly Saying[],
  doors: Doors,
): Promise<Sequence[]> {
  const found: Sequence[] = [];
  for (const saying of sayings) {
    const wish = wishOf(saying, doors);
    if (!ABOUT.has(wish)) continue;
    const wanted = queryOf(saying, doors);
    if (wanted === undefined) continue;
    let seen: { tokens: readonly TopicToken[]; features: readonly (readonly string[])[] } | undefined;
    let scene: Parameters<typeof asWished>[1] | undefined;
    const reader = createReader(doors, (given, ruled) => {
      scene = given;
      return { wish: ruled.wish, likely: 1 };
    });
    const before = await shownTo(saying, doors);
    await reader(saying.said, { caller: { zone: "Asia/Shanghai", platform: "slack" }, now: NOW, before });
    if (!scene) continue;
    keepWith((tokens, features) => {
      seen ??= { tokens, features };
      return asRuled(tokens, features);
    });
    await asWished(wish as Wish, scene);
    if (!seen) continue;
    const kept = keptIn(seen.tokens, wanted);
    if (kept) found.push({ saying, set, text: scene.sentence.text, ...seen, kept });
  }
  return found;
}

/** The content words that shall be kept; none at all where nothing is asked about. */
function queryOf({ args, line }: Saying, { library }: Pick<Doors, "library">): string[] | undefined {
  const value = args.query ?? args.topic;
  const own = line === null ? undefined : argsOf(line, library);
  if (value === undefined) return [];
  const any = typeof value === "object" && "any" in value ? value.any.map(String) : [String(value)];
  return [...any, own?.query ?? own?.topic ?? ""];
}

/** Which tokens are meant; undefined where the words are not those of the sentence. */
function keptIn(tokens: readonly TopicToken[], wanted: readonly string[]): boolean[] | undefined {
  if (wanted.length === 0) return tokens.map(() => false);
  const choices = wanted.map(content).filter((words) => words.length > 0);
  const parts = ({ word }: TopicToken): string[] => content(word);
  const fits = (words: readonly string[], token: TopicToken) =>
    parts(token).some((part) => words.some((one) => meets(one, part)));
  const whole = choices.filter((words) =>
    words.every((one) => tokens.some((token) => parts(token).some((part) => meets(one, part)))),
  );
  if (whole.length === 0) return undefined;
  const words = whole.reduce((a, b) => (b.length > a.length ? b : a));
  // A Chinese character alone says nothing: two of them stand in the query as they do here.
  const pairs = words.join("");
  const paired = (at: number): boolean => {
    const { word, start, end } = tokens[at] as TopicToken;
    if (!/^\p{Script=Han}$/u.test(word) || words.includes(word)) return true;
    return [tokens[at - 1], tokens[at + 1]].some(
      (other) =>
        other !== undefined &&
        ((other.end === start && pairs.includes(other.word + word)) ||
          (other.start === end && pairs.includes(word + other.word))),
    );
  };
  const kept = tokens.map((token, at) => isWord(token) && fits(words, token) && paired(at));
  // A word that carries nothing is kept between two that are.
  for (const [at, token] of tokens.entries())
    if (isWord(token) && isStop(token.word)) {
      const before = kept.slice(0, at).findLastIndex((_, i) => isWord(tokens[i] as TopicToken));
      const after = tokens.findIndex((one, i) => i > at && isWord(one) && !isStop(one.word));
      kept[at] = (kept[before] ?? false) && (kept[after] ?? false) && after - before <= 3;
    }
  return kept;
}

/** A word that stands in so many sequences is known. */
const KNOWN = 3;

export function examplesOf(sequences: readonly Sequence[]): Example[] {
  const counts = new Map<string, number>();
  for (const { features } of sequences)
    for (const name of new Set(features.map((own) => own[0] ?? "")))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return sequences.flatMap(({ features, kept, set }) =>
    features.map((own, at) => {
      const rare = (counts.get(own[0] ?? "") ?? 0) < KNOWN;
      // The rules were written for the older sets; what they say of them tells nothing.
      const plain = /third|fourth|frames|said|asked/.test(set)
        ? own
        : own.filter((name) => !/^r |true$|false$/.test(name));
      const named = rare ? [...plain.filter((name) => name !== own[0]), ...rareIn(own)] : plain;
      return {
        features: [...named, ...afterKept(at > 0 && (kept[at - 1] ?? false), own)],
        is: kept[at] ? "keep" : "drop",
      };
    }),
  );
}
