/** The digest's door: articles of some days → stories, the weightiest first. */
import { setImmediate as turn } from "node:timers/promises";
import type { Article, Language } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { sentences } from "../language/sentences.ts";
import type { Span } from "../time.ts";
import { type Clusters, createClusters } from "./clusters.ts";
import { disagreements, type Figures } from "./figures.ts";
import { type KeySentence, keySentences, type Reader } from "./key-sentences.ts";
import { readingOf, type Tongue } from "./profile.ts";
import { headlineFirst, weightOf } from "./weigh.ts";

/** One event as the articles of a time tell it. */
export interface Story {
  /** At least one; the first one's title is the headline, the others follow newest first. */
  readonly articles: readonly [Article, ...Article[]];
  /** What was told of it in the days before, newest first. */
  readonly earlier: readonly Article[];
  /** The sentences that tell it and the figures that differ; worked out when first asked for. */
  readonly told: () => Told;
  /** Sources, articles, recency and match taken together; only its order means something. */
  readonly weight: number;
}

export interface Told {
  readonly sentences: readonly KeySentence[];
  /** Where its articles give different figures for what seems the same thing. */
  readonly figures: readonly Figures[];
}

export interface StoriesAsked {
  /** Only these articles are told of, with how well each matches; all when left out. */
  readonly matching?: ReadonlyMap<string, number>;
  /** Among equals, sentences and headlines in this language go first. */
  readonly language?: Language;
}

export interface Stories {
  /** Stories told within a time, by weight; the same question has the same answer whatever was asked before. */
  within(span: Span, asked?: StoriesAsked): Promise<readonly Story[]>;
}

/** Stories of a day are looked at together with what was told in the days before it. */
const BEFORE_MS = 4 * 86_400_000;
/** Sentences are chosen from at most this many articles of a story, and from this many characters of all together. */
const LOOKED_AT = 12;
const LOOKED_THROUGH = 8_000;
/** What stories tell, for as long as the same articles are asked about. */
const TOLD_KEPT = 1_000;

export function createStories({ library, tongue }: { library: Library; tongue: Tongue }): Stories {
  const clusters = createClusters(tongue);
  const reader: Reader = (text) => readingOf(text, tongue);
  const known = new WeakMap<Clusters, Map<string, Told>>();

  function telling(clusters: Clusters) {
    const kept = known.get(clusters) ?? new Map<string, Told>();
    known.set(clusters, kept);
    return (articles: readonly Article[], language?: Language): Told => {
      const key = [language, ...articles.map(({ id }) => id)].join(" ");
      const told = kept.get(key) ?? tell(articles, reader, clusters.rarity, language);
      if (kept.size >= TOLD_KEPT) kept.clear();
      kept.set(key, told);
      return told;
    };
  }

  return {
    async within(span, { matching, language } = {}) {
      const told = (article: Article) =>
        article.published !== null &&
        Date.parse(article.published) >= span.from &&
        (!matching || matching.has(article.id));
      const around = library.between(span.from - BEFORE_MS, span.to);
      if (!around.some(told)) return [];
      const found = await clusters.of(around);
      const { groups, likeness } = found;
      const toldOf = telling(found);
      await turn();
      return groups
        .filter((group) => group.some(told))
        .map((group): Story => {
          const articles = headlineFirst(group.filter(told), likeness, language);
          return {
            articles,
            earlier: group.filter((article) => Date.parse(article.published ?? "") < span.from),
            weight: weightOf(articles, library, span, matching),
            told: () => toldOf(articles, language),
          };
        })
        .sort(
          (one, other) => other.weight - one.weight || (one.articles[0].id < other.articles[0].id ? -1 : 1),
        );
    },
  };
}

function tell(
  articles: readonly Article[],
  reader: Reader,
  rarity: (term: string) => number,
  language?: Language,
): Told {
  const some = articles.slice(0, LOOKED_AT);
  const looked = some.map((one) => ({ ...one, body: beginning(one.body, LOOKED_THROUGH / some.length) }));
  const shared = new Map<string, number>();
  for (const { title, body } of looked) {
    const { words, echoes } = reader(`${title}\n${body}`);
    for (const term of new Set([...words, ...echoes])) shared.set(term, (shared.get(term) ?? 0) + 1);
  }
  const telling = (term: string) => rarity(term) * Math.sqrt(shared.get(term) ?? 0);
  const wanted = articles.length > 3 ? 3 : articles.length > 1 ? 2 : 1;
  return {
    sentences: keySentences(looked, reader, telling, wanted, language),
    figures: disagreements(looked, reader, rarity),
  };
}

/** Whole sentences from the start of a text, at most so many characters. */
function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = sentences(text.slice(0, most)).at(-2);
  return text.slice(0, whole?.[1] ?? most);
}
