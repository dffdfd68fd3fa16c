/** How sure it is that two articles tell of one event: what they share, counted by how rare it is. */
import type { Features, Profile } from "./profile.ts";

/** A pair of articles (places in the list of profiles, a before b) and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** The likenesses that a score is made of, each from 0 to about 1. */
export interface Likeness {
  readonly words: number;
  readonly echoes: number;
  readonly concepts: number;
  readonly numbers: number;
  readonly sounds: number;
}

/** What each likeness counts. Chosen on the dev half of the judged stories, rounded. */
export const WEIGHTS: Likeness = { words: 1, echoes: 1.5, concepts: 0.5, numbers: 0.5, sounds: 0.4 };
/** Days after which a likeness counts half: news of one event come close together. */
export const HALF_DAYS = 5;
/** Articles further apart never tell of one event. */
export const APART_DAYS = 30;
/** Pairs below this are as good as strangers. */
const FLOOR = 0.02;
const DAY = 86_400_000;

/** The features that say nothing about an event, by likeness. */
export interface Common {
  readonly words: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

/** Added to the size of a vector, so that one chance number in a short article is not the whole of it. */
const DAMPING: Readonly<Partial<Likeness>> = { numbers: 8, sounds: 20, concepts: 10 };

/** Every pair of articles that shares something telling, with what it shares. */
export function pairsOf(profiles: readonly Profile[], common: Common): (Pair & Likeness)[] {
  const none = new Set<string>();
  const words = axisOf(
    profiles.map((one) => one.words),
    rarityOf(
      profiles.map((one) => one.words),
      common.words,
    ),
  );
  const echoes = axisOf(
    profiles.map((one) => one.echoes),
    words.rarity,
  );
  const concepts = axisOf(
    profiles.map((one) => one.concepts),
    rarityOf(
      profiles.map((one) => one.concepts),
      none,
    ),
  );
  const numbers = axisOf(
    profiles.map((one) => one.numbers),
    rarityOf(
      profiles.map((one) => one.numbers),
      none,
    ),
  );
  const sounds = axisOf(
    profiles.map((one) => one.sounds),
    rarityOf(
      profiles.map((one) => one.sounds),
      common.sounds,
    ),
  );
  const sums = {
    words: new Float64Array(profiles.length),
    echoes: new Float64Array(profiles.length),
    concepts: new Float64Array(profiles.length),
    numbers: new Float64Array(profiles.length),
    sounds: new Float64Array(profiles.length),
  };
  const pairs: (Pair & Likeness)[] = [];
  for (let b = 0; b < profiles.length; b++) {
    for (const sum of Object.values(sums)) sum.fill(0);
    gather(words, words, b, sums.words);
    gather(words, echoes, b, sums.echoes);
    gather(echoes, words, b, sums.echoes);
    gather(concepts, concepts, b, sums.concepts);
    gather(numbers, numbers, b, sums.numbers);
    gather(sounds, sounds, b, sums.sounds);
    for (let a = 0; a < b; a++) {
      const near = nearness(profiles[a], profiles[b]);
      if (near === 0) continue;
      const likeness: Likeness = {
        words: share(sums.words[a], words, words, a, b),
        echoes: share((sums.echoes[a] ?? 0) / 2, words, echoes, a, b),
        concepts: share(sums.concepts[a], concepts, concepts, a, b, DAMPING.concepts),
        numbers: share(sums.numbers[a], numbers, numbers, a, b, DAMPING.numbers),
        sounds: share(sums.sounds[a], sounds, sounds, a, b, DAMPING.sounds),
      };
      const score = near * weighed(likeness);
      if (score >= FLOOR) pairs.push({ a, b, score, ...likeness });
    }
  }
  return pairs;
}

function weighed(likeness: Likeness): number {
  return (
    WEIGHTS.words * likeness.words +
    WEIGHTS.echoes * likeness.echoes +
    WEIGHTS.concepts * likeness.concepts +
    WEIGHTS.numbers * likeness.numbers +
    WEIGHTS.sounds * likeness.sounds
  );
}

/** 1 for articles of one instant, half of that every HALF_DAYS, 0 beyond APART_DAYS; undated ones are near to all. */
function nearness(a: Profile | undefined, b: Profile | undefined): number {
  if (a?.at == null || b?.at == null) return 1;
  const days = Math.abs(a.at - b.at) / DAY;
  return days > APART_DAYS ? 0 : 0.5 ** (days / HALF_DAYS);
}

/** One kind of feature over all articles: weighted vectors, their sizes, and who has what. */
interface Axis {
  readonly vectors: readonly ReadonlyMap<string, number>[];
  readonly sizes: readonly number[];
  readonly rarity: (feature: string) => number;
  readonly holders: ReadonlyMap<string, { readonly at: number[]; readonly weight: number[] }>;
}

/** Common words count as if this many more articles had them, so that a library of ten knows them too. */
const PRIOR = 20;
const PRIOR_SHARE = 0.7;

/** Inverse document frequency, with the common features known beforehand. */
export function rarityOf(
  list: readonly Features[],
  common: ReadonlySet<string>,
): (feature: string) => number {
  const counts = new Map<string, number>();
  for (const features of list) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return (feature) => {
    const known = common.has(feature) ? PRIOR * PRIOR_SHARE : 0;
    return Math.log((list.length + PRIOR) / ((counts.get(feature) ?? 1) + known));
  };
}

/** Features that more articles have than this are left out: they would cost most and tell least. */
const cutoff = (count: number) => Math.max(40, count * 0.08);

function axisOf(list: readonly Features[], rarity: (feature: string) => number): Axis {
  const vectors = list.map(
    (features) =>
      new Map([...features].map(([feature, weight]) => [feature, weight * rarity(feature)] as const)),
  );
  const holders = new Map<string, { at: number[]; weight: number[] }>();
  vectors.forEach((vector, at) => {
    for (const [feature, weight] of vector) {
      const row = holders.get(feature);
      if (row) {
        row.at.push(at);
        row.weight.push(weight);
      } else holders.set(feature, { at: [at], weight: [weight] });
    }
  });
  const most = cutoff(list.length);
  for (const [feature, { at }] of holders) if (at.length > most) holders.delete(feature);
  const sizes = vectors.map((vector) =>
    [...vector.values()].reduce((sum, weight) => sum + weight * weight, 0),
  );
  return { vectors, sizes, rarity, holders };
}

/** Adds to `sums` what article `b` shares, on axis `own`, with each earlier one on axis `other`. */
function gather(own: Axis, other: Axis, b: number, sums: Float64Array): void {
  for (const [feature, weight] of own.vectors[b] ?? []) {
    const row = other.holders.get(feature);
    if (!row) continue;
    for (let i = 0; i < row.at.length; i++) {
      const a = row.at[i] ?? b;
      if (a >= b) break;
      sums[a] = (sums[a] ?? 0) + weight * (row.weight[i] ?? 0);
    }
  }
}

/** A cosine; between words and their echoes the sizes of both kinds are taken together. */
function share(sum: number | undefined, one: Axis, other: Axis, a: number, b: number, damping = 0): number {
  if (!sum) return 0;
  const size = (at: number) =>
    one === other ? (one.sizes[at] ?? 0) : Math.sqrt((one.sizes[at] ?? 0) * (other.sizes[at] ?? 0));
  return sum / Math.sqrt((size(a) + damping) * (size(b) + damping)) || 0;
}
