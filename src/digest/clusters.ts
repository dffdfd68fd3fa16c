/** Articles → groups that tell of one event; remembers what it has read, so that the next question is quick. */
import type { Article } from "../article.ts";
import { clusterOf } from "./cluster.ts";
import { commonOf } from "./common.ts";
import type { Reader } from "./key-sentences.ts";
import { type Profile, profileOf, readFeatures, type Tongue } from "./profile.ts";
import { pairsOf, rarityOf } from "./similarity.ts";

/** Groups nearer to each other than this are one. Chosen on the dev half of the judged stories. */
export const THRESHOLD = 0.1;

export interface Clusters {
  /** Every article is in one group; groups and their articles stand as the articles stood. */
  readonly groups: readonly (readonly Article[])[];
  likeness(one: Article, other: Article): number;
  readonly reader: Reader;
  /** How rare a term is among the articles; common words are near 0. */
  readonly rarity: (term: string) => number;
}

export function createClusters(
  tongue: Tongue,
  threshold = THRESHOLD,
): { of(articles: readonly Article[]): Clusters } {
  const known = new WeakMap<Article, Profile>();
  const common = commonOf(tongue);
  const read = (article: Article): Profile => {
    const before = known.get(article);
    if (before) return before;
    const profile = profileOf(article, tongue);
    known.set(article, profile);
    return profile;
  };
  return {
    of(articles) {
      // Groups must not depend on the order in which the articles are given.
      const ordered = [...articles].sort((one, other) => (one.id < other.id ? -1 : 1));
      const profiles = ordered.map(read);
      const pairs = pairsOf(profiles, common);
      const place = new Map(articles.map((article, at) => [article, at] as const));
      const groups = clusterOf(ordered.length, pairs, threshold)
        .map((group) =>
          group
            .flatMap((at) => ordered[at] ?? [])
            .sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0)),
        )
        .sort((one, other) => (place.get(one[0] as Article) ?? 0) - (place.get(other[0] as Article) ?? 0));
      const scores = new Map(pairs.map(({ a, b, score }) => [`${ordered[a]?.id} ${ordered[b]?.id}`, score]));
      return {
        groups,
        likeness: ({ id: one }, { id: other }) =>
          scores.get(one < other ? `${one} ${other}` : `${other} ${one}`) ?? 0,
        reader: (text) => readFeatures(text, tongue),
        rarity: rarityOf(
          profiles.map(({ words }) => words),
          common.words,
        ),
      };
    },
  };
}
