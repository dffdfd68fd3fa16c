/** The articles of the last days as an inverted index of what they tell, so that a new one is compared only with those that share something telling. */
import type { Features, Telling } from "./telling.ts";

/** How like an article of the window is to another one; above 0. */
export interface SimilarArticle {
  readonly id: string;
  readonly like: number;
}

export interface Window {
  readonly size: number;
  has(id: string): boolean;
  /** Takes an article in; the oldest leaves when there is no room. */
  add(id: string, at: number, telling: Telling): void;
  /** The articles published within `reach` ms of `at` that are like it, the likest first. */
  near(telling: Telling, at: number, reach: number): readonly SimilarArticle[];
}

type Kind = keyof Telling;

/** What a likeness of each kind counts, and what keeps one chance feature of a short text from being the whole of it. */
const WEIGHT: Readonly<Record<Kind, number>> = { words: 1, echoes: 1.2, names: 0.7, numbers: 0.6 };
const DAMPING: Readonly<Record<Kind, number>> = { words: 150, echoes: 0, names: 20, numbers: 15 };
/** A likeness of fewer features than this, weighed evenly, is a coincidence in part: one town, one number. */
const BROAD = 4;
/** Below this two articles are strangers. */
const FLOOR = 0.02;
/** Features that more articles have than this cost most and tell least. */
const MOST_HOLDERS = 0.08;
const FEW = 40;
/**
 * Features of other articles that one article is held against. Where hundreds tell nearly the same, all of them share
 * everything; only so many of the newest are looked at, whole.
 */
const LOOKED_AT = 20_000;
/** A window of ten articles cannot tell which words are common; so many that nobody wrote stand behind it. */
const PRIOR = 20;

interface Row {
  readonly id: string;
  readonly at: number;
  /** Counts up from the first that came. */
  readonly nth: number;
  readonly telling: Telling;
  /** Size of each kind, by the rarities when it came. */
  readonly sizes: Readonly<Record<Kind, number>>;
}

/** @param room articles that are kept; an article takes some 4 kB */
export function createWindow(room = 20_000): Window {
  const rows = new Map<string, Row>();
  let added = 0;
  const holders: Readonly<Record<Kind, Map<string, Set<Row>>>> = {
    words: new Map(),
    echoes: new Map(),
    names: new Map(),
    numbers: new Map(),
  };
  const countOf = (kind: Kind, feature: string) =>
    (holders[kind === "echoes" ? "words" : kind].get(feature)?.size ?? 0) +
    (kind === "echoes" ? 0.5 * (holders.echoes.get(feature)?.size ?? 0) : 0);
  const rarity = (kind: Kind, feature: string) =>
    Math.log((rows.size + PRIOR) / Math.max(1, countOf(kind, feature)));
  const sizeOf = (kind: Kind, features: Features) => {
    let size = 0;
    for (const [feature, weight] of features) size += (weight * rarity(kind, feature)) ** 2;
    return size;
  };
  const sizesOf = (telling: Telling) => ({
    words: sizeOf("words", telling.words),
    echoes: sizeOf("echoes", telling.echoes),
    names: sizeOf("names", telling.names),
    numbers: sizeOf("numbers", telling.numbers),
  });

  function drop(row: Row): void {
    rows.delete(row.id);
    for (const kind of KINDS)
      for (const feature of row.telling[kind].keys()) {
        const holding = holders[kind].get(feature);
        holding?.delete(row);
        if (holding?.size === 0) holders[kind].delete(feature);
      }
  }

  return {
    get size() {
      return rows.size;
    },
    has: (id) => rows.has(id),
    add(id, at, telling) {
      const before = rows.get(id);
      if (before) drop(before);
      const row = { id, at, nth: added++, telling, sizes: sizesOf(telling) };
      rows.set(id, row);
      for (const kind of KINDS)
        for (const feature of telling[kind].keys()) {
          const holding = holders[kind].get(feature);
          if (holding) holding.add(row);
          else holders[kind].set(feature, new Set([row]));
        }
      const oldest = rows.size > room ? rows.values().next().value : undefined;
      if (oldest) drop(oldest);
    },
    near(telling, at, reach) {
      const sizes = sizesOf(telling);
      const most = Math.max(FEW, rows.size * MOST_HOLDERS);
      const holdersOf = (kind: Kind, feature: string) => {
        const holding = holders[kind].get(feature);
        return holding && holding.size <= most ? holding : undefined;
      };
      let shared = 0;
      for (const [own, other] of COMPARED)
        for (const [feature] of telling[own]) shared += holdersOf(other, feature)?.size ?? 0;
      const first = shared > LOOKED_AT ? added - rows.size * (LOOKED_AT / shared) : 0;
      const found = new Map<Row, Shared>();
      /** Adds what features of one kind share with the same features of another kind. */
      const gather = (
        own: Kind,
        other: Kind,
        root: (size: Row["sizes"]) => number,
        weight: number,
        part: Part,
      ) => {
        const mine = weight * root(sizes);
        for (const [feature, strength] of telling[own]) {
          const holding = holdersOf(other, feature);
          if (!holding) continue;
          const telling = rarity(own === "echoes" ? "words" : own, feature) ** 2 * strength * mine;
          for (const row of holding) {
            if (row.nth < first || Math.abs(row.at - at) > reach) continue;
            const both = telling * (row.telling[other].get(feature) ?? 0) * root(row.sizes);
            let shared = found.get(row);
            if (!shared) {
              shared = { words: [0, 0], names: [0, 0], rest: [0, 0] };
              found.set(row, shared);
            }
            shared[part][0] += both;
            shared[part][1] += both * both;
          }
        }
      };
      const alone = (kind: Kind) => (size: Row["sizes"]) => 1 / Math.sqrt(size[kind] + DAMPING[kind] || 1);
      const crossed = (size: Row["sizes"]) => 1 / Math.sqrt(Math.sqrt(size.words * size.echoes) || 1);
      gather("words", "words", alone("words"), WEIGHT.words, "words");
      gather("names", "names", alone("names"), WEIGHT.names, "names");
      gather("numbers", "numbers", alone("numbers"), WEIGHT.numbers, "rest");
      gather("words", "echoes", crossed, WEIGHT.echoes / 2, "rest");
      gather("echoes", "words", crossed, WEIGHT.echoes / 2, "rest");
      return [...found]
        .map(([{ id }, shared]) => ({ id, like: likeOf(shared) }))
        .filter(({ like }) => like >= FLOOR)
        .sort((one, other) => other.like - one.like || (one.id < other.id ? -1 : 1));
    },
  };
}

/** Kinds that are held against each other. */
const COMPARED = [
  ["words", "words"],
  ["names", "names"],
  ["numbers", "numbers"],
  ["words", "echoes"],
  ["echoes", "words"],
] as const satisfies readonly (readonly [Kind, Kind])[];
const KINDS = ["words", "echoes", "names", "numbers"] as const satisfies readonly Kind[];

type Part = "words" | "names" | "rest";
/** A sum over shared features, and the sum of their squares. */
type Shared = Record<Part, [sum: number, squares: number]>;

/** A name that two articles write alike is a word and a name at once: the more telling of both counts. */
function likeOf({ words, names, rest }: Shared): number {
  const more = words[0] >= names[0] ? words : names;
  const sum = more[0] + rest[0];
  const breadth = (sum * sum) / (more[1] + rest[1] || 1);
  return sum * Math.min(1, breadth / BROAD);
}
