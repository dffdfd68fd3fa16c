/** How sure it is that two articles tell of one event: what they share, counted by how rare it is. */
import { setImmediate as turn } from "node:timers/promises";
import { inSlices } from "../slices.ts";
import { type Axis, at, axisOf, gather, rarityOf, type Shared } from "./features.ts";
import type { Kind, Profile } from "./profile.ts";

/** A pair of articles (places in the list of profiles, a before b) and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** What a likeness of each kind counts. Chosen on judged stories where neighbouring values do as well, rounded. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
  ...{ words: 1, echoes: 1.2, concepts: 0.7, numbers: 0.6, sounds: 0.6 },
};
/** Added to the size of a vector, so that one chance number in a short article is not the whole of it. */
const DAMPING: Readonly<Record<Kind, number>> = {
  ...{ words: 150, echoes: 0, concepts: 10, numbers: 15, sounds: 25 },
};
/** Days after which a likeness counts half: news of one event come close together. */
const HALF_DAYS = 12;
/** Articles further apart never tell of one event. */
const APART_DAYS = 30;
/** A likeness of fewer features than this, weighed evenly, is a coincidence in part: one town, one number. */
const BROAD = 4;
/** Pairs below this are strangers. */
const FLOOR = 0.05;
const DAY = 86_400_000;

/** What is known of the features of each kind: how many ids there are, and which say nothing about an event. */
export type Spaces = Readonly<Record<Kind, { readonly size: number; readonly common: ReadonlySet<number> }>>;

/**
 * Every pair of articles that shares something telling. Words are compared with words, and each side's words
 * with the other's translations; concepts, numbers and sounds are the same in every language. A name that two
 * articles write alike is a word, a concept and a sound at once: of words and names the more telling counts.
 */
export async function pairsOf(profiles: readonly Profile[], spaces: Spaces): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const channels = await channelsOf(profiles, spaces);
  const fresh = (): Shared => ({
    sums: new Float64Array(profiles.length),
    squares: new Float64Array(profiles.length),
  });
  const [words, names, rest] = [fresh(), fresh(), fresh()];
  await inSlices(profiles.keys(), (b) => {
    for (const shared of [words, names, rest]) {
      shared.sums.fill(0, 0, b);
      shared.squares.fill(0, 0, b);
    }
    addChannel(channels.words, b, words);
    addChannel(channels.concepts, b, names);
    addChannel(channels.sounds, b, names);
    addChannel(channels.echoes, b, rest);
    addChannel(channels.numbers, b, rest);
    for (let a = 0; a < b; a++) {
      const more = at(words.sums, a) >= at(names.sums, a) ? words : names;
      const sum = at(more.sums, a) + at(rest.sums, a);
      if (sum < FLOOR) continue;
      const breadth = (sum * sum) / (at(more.squares, a) + at(rest.squares, a) || 1);
      const near = nearness(profiles[a]?.at ?? null, profiles[b]?.at ?? null);
      const score = sum * near * Math.min(1, breadth / BROAD);
      if (score >= FLOOR) pairs.push({ a, b, score });
    }
  });
  return pairs;
}

/** Adds one likeness of article `b` to each earlier one, in the measure of scores. */
function addChannel({ meet, weight, roots, shared }: Channel, b: number, total: Shared): void {
  shared.sums.fill(0, 0, b);
  shared.squares.fill(0, 0, b);
  for (const [own, other] of meet) gather(own, other, b, shared);
  const mine = weight * at(roots, b);
  for (let a = 0; a < b; a++) {
    if (shared.sums[a] === 0) continue;
    const scale = mine * at(roots, a);
    total.sums[a] = at(total.sums, a) + scale * at(shared.sums, a);
    total.squares[a] = at(total.squares, a) + scale * scale * at(shared.squares, a);
  }
}

/** One likeness on its way: which axes meet, what it counts, and what each article's part is divided by. */
interface Channel {
  readonly meet: readonly (readonly [Axis, Axis])[];
  readonly weight: number;
  readonly roots: Float64Array;
  readonly shared: Shared;
}

async function channelsOf(
  profiles: readonly Profile[],
  spaces: Spaces,
): Promise<Readonly<Record<Kind, Channel>>> {
  const featuresOf = (kind: Kind) => profiles.map((profile) => profile[kind]);
  const rarityIn = (kind: Kind) => rarityOf(featuresOf(kind), spaces[kind].common, spaces[kind].size);
  const channel = (kind: Kind, sizes: Float64Array, ...meet: Channel["meet"]): Channel => ({
    meet,
    weight: WEIGHTS[kind] / meet.length,
    roots: sizes.map((size) => 1 / Math.sqrt(size + DAMPING[kind] || 1)),
    shared: { sums: new Float64Array(profiles.length), squares: new Float64Array(profiles.length) },
  });
  const words = axisOf(featuresOf("words"), rarityIn("words"));
  await turn();
  // A translation is as rare as the word that it is.
  const echoes = axisOf(featuresOf("echoes"), words.rarity);
  await turn();
  const crossed = words.sizes.map((size, row) => Math.sqrt(size * at(echoes.sizes, row)));
  const alone = (kind: Kind) => {
    const axis = axisOf(featuresOf(kind), rarityIn(kind));
    return channel(kind, axis.sizes, [axis, axis]);
  };
  return {
    words: channel("words", words.sizes, [words, words]),
    echoes: channel("echoes", crossed, [words, echoes], [echoes, words]),
    concepts: alone("concepts"),
    numbers: alone("numbers"),
    sounds: alone("sounds"),
  };
}

/** 1 for articles of one instant, half of that every HALF_DAYS, 0 beyond APART_DAYS; undated ones are near to all. */
function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  const days = Math.abs(a - b) / DAY;
  return days > APART_DAYS ? 0 : 0.5 ** (days / HALF_DAYS);
}
