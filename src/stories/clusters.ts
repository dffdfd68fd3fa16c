/** Articles → groups that tell of one event; remembers what it has read, so that the next question is quick. */
import type { Article } from "../article.ts";
import { inSlices } from "../slices.ts";
import { clusterOf } from "./cluster.ts";
import { commonOf } from "./common.ts";
import { createNumbering, rarityOf } from "./features.ts";
import { joinPages } from "./pages.ts";
import { byKind, type Profile, profileOf, type Tongue } from "./profile.ts";
import { pairsOf } from "./similarity.ts";

/** Groups nearer to each other than this are one. A quarter more or less makes little difference. */
const THRESHOLD = 0.15;

export interface Clusters {
  /** Every article is in one group; groups and their articles stand as the articles stood. */
  readonly groups: readonly (readonly Article[])[];
  likeness(one: Article, other: Article): number;
  /** How rare a term is among these articles; common words are near 0, and what none of them has is 0. */
  readonly rarity: (term: string) => number;
}

export function createClusters(tongue: Tongue): { of(articles: readonly Article[]): Promise<Clusters> } {
  const known = new WeakMap<Article, Profile>();
  const common = commonOf(tongue);
  const words = createNumbering();
  const numberings = {
    ...{ words, echoes: words, concepts: createNumbering() },
    ...{ numbers: createNumbering(), sounds: createNumbering() },
  };
  const ids = byKind((kind) => new Set([...common[kind]].map((feature) => numberings[kind].idOf(feature))));
  const spaces = () => byKind((kind) => ({ size: numberings[kind].size, common: ids[kind] }));
  const read = (article: Article): Profile => {
    const before = known.get(article);
    if (before) return before;
    const profile = profileOf(article, tongue, numberings, common.words);
    known.set(article, profile);
    return profile;
  };
  let last: { articles: readonly Article[]; clusters: Clusters } | undefined;
  const same = (articles: readonly Article[]) =>
    last?.articles.length === articles.length &&
    articles.every((article, at) => article === last?.articles[at]);
  return {
    async of(articles) {
      if (last && same(articles)) return last.clusters;
      // Groups must not depend on the order in which the articles are given.
      const ordered = [...articles].sort((one, other) => (one.id < other.id ? -1 : 1));
      await inSlices(ordered, read);
      const profiles = ordered.map(read);
      const pairs = await pairsOf(profiles, spaces());
      const place = new Map(articles.map((article, at) => [article, at] as const));
      const placeOf = (article: Article | undefined) => (article && place.get(article)) ?? 0;
      const scores = new Map(pairs.map(({ a, b, score }) => [`${ordered[a]?.id} ${ordered[b]?.id}`, score]));
      const likeness: Clusters["likeness"] = ({ id: one }, { id: other }) =>
        scores.get(one < other ? `${one} ${other}` : `${other} ${one}`) ?? 0;
      const clusters = (await clusterOf(ordered.length, pairs, THRESHOLD)).map((group) =>
        group.flatMap((at) => ordered[at] ?? []),
      );
      const groups = joinPages(clusters, likeness)
        .map((group) => [...group].sort((one, other) => placeOf(one) - placeOf(other)))
        .sort((one, other) => placeOf(one[0]) - placeOf(other[0]));
      const rarity = rarityOf(
        profiles.map((profile) => profile.words),
        ids.words,
        words.size,
      );
      const had = new Set(profiles.flatMap((profile) => [...profile.words.ids]));
      const made: Clusters = {
        groups,
        likeness,
        rarity: (term) => {
          const id = words.known(term);
          return id !== undefined && had.has(id) ? (rarity[id] ?? 0) : 0;
        },
      };
      last = { articles, clusters: made };
      return made;
    },
  };
}
