/** The digest's door: articles of some days → stories, the weightiest first. */
import { setImmediate as turn } from "node:timers/promises";
import type { Article, Language } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { sentences } from "../language/sentences.ts";
import { atOnce, inSlices, inTurns, type Steps } from "../slices.ts";
import type { Span } from "../time.ts";
import { eventsOf } from "./events.ts";
import { disagreements, type Figures } from "./figures.ts";
import { type KeySentence, keySentences, type ProfileReader } from "./key-sentences.ts";
import { createLines, likenessOf } from "./living/lines.ts";
import { readingOf, type Tongue } from "./profile.ts";
import { rarityOf } from "./rarity.ts";
import { headlineFirst, weightOf } from "./weigh.ts";

/** One event as the articles of a time tell it. */
export interface Story {
  /** The story over all its days that this is a part of. */
  readonly id: string;
  /** At least one; the first one's title is the headline, the others follow newest first. */
  readonly articles: readonly [Article, ...Article[]];
  /** What was told of it in the days before, newest first. */
  readonly earlier: readonly Article[];
  /** The sentences that tell it and the figures that differ; worked out when first asked for, with turns of others between. */
  readonly tell: () => Promise<Told>;
  /** The same at once. */
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

/** A story over all its days, oldest article first. */
export interface WholeStory {
  readonly id: string;
  readonly articles: readonly Article[];
}

export interface Stories {
  /** Stories told within a time, by weight; the same question has the same answer whatever was asked before. */
  within(span: Span, asked?: StoriesAsked): Promise<readonly Story[]>;
  /** A story by its id, or by the id of one of its articles. */
  get(id: string): Promise<WholeStory | undefined>;
  /** What some articles of one story tell together, in the days around them. */
  tell(articles: readonly [Article, ...Article[]], language?: Language): Promise<Told>;
  /** New articles, each with the story that it belongs to. */
  place(articles: readonly Article[]): Promise<readonly Article[]>;
}

/** Stories of a day are looked at together with what was told in the days before it. */
const BEFORE_MS = 4 * 86_400_000;
/** And a story that memory has no longer goes on for so long at most. */
const BEYOND_MS = 14 * 86_400_000;
/** Sentences are chosen from at most this many articles of a story, and from this many characters of all together. */
const LOOKED_AT = 12;
const LOOKED_THROUGH = 8_000;
/** What stories tell, for as long as the same articles are asked about. */
const TOLD_KEPT = 1_000;
/** Sentences whose words are remembered; one takes some 2 kB. */
const READ_KEPT = 2_000;

export function createStories({ library, tongue }: { library: Library; tongue: Tongue }): Stories {
  const lines = createLines(library, tongue);
  const reader = remembering((text) => readingOf(text, tongue));
  const kept = new Map<string, Told>();
  library.onChange(() => kept.clear());

  /** @param around the articles that tell which terms are rare */
  function toldOf(articles: readonly Article[], around: Rarity, key: string, language?: Language) {
    const known = [key, language, ...articles.map(({ id }) => id)].join(" ");
    return function* (): Steps<Told> {
      const told = kept.get(known) ?? (yield* tell(articles, reader, yield* around(), language));
      if (kept.size >= TOLD_KEPT) kept.clear();
      kept.set(known, told);
      return told;
    };
  }

  /** Counted when first asked for. */
  function rarityAmong(around: readonly Article[]): Rarity {
    let known: ((term: string) => number) | undefined;
    return function* () {
      known ??= yield* rarityOf(around, tongue);
      return known;
    };
  }

  /** A story is named after its first article: what memory no longer has of it is in the archive, from there on. */
  async function withThoseBeyond(story: string, known: readonly Article[]): Promise<readonly Article[]> {
    const first = library.get(story.replace(/^s/, ""));
    if (!first?.published || known.some(({ id }) => id === first.id)) return known;
    const from = Date.parse(first.published);
    const last = Math.max(from, ...known.map(({ published }) => Date.parse(published ?? "") || from));
    const around = await library.reach(from, last + BEYOND_MS);
    return around.filter((one) => one.story?.id === story);
  }

  return {
    place: (articles) => lines.place(articles),
    async get(id) {
      const article = library.get(id);
      const [marked] = article ? await lines.marked([article]) : [];
      const story = marked?.story?.id ?? id;
      const ids = await lines.articlesOf(story);
      const known = await lines.marked(ids.flatMap((one) => library.get(one) ?? []));
      const articles = await withThoseBeyond(story, known);
      return articles.length > 0 ? { id: story, articles: [...articles].sort(oldestFirst) } : undefined;
    },
    async tell(articles, language) {
      const times = articles.map(({ published }) => Date.parse(published ?? "")).filter(Number.isFinite);
      const [first, last] = [Math.min(...times), Math.max(...times)];
      const around = times.length > 0 ? await library.reach(first - BEFORE_MS, last + 1) : articles;
      const key = `${first}-${last}`;
      return inTurns(toldOf(articles, rarityAmong(around), key, language)());
    },
    async within(span, { matching, language } = {}) {
      const isTold = ({ id, published }: Article) =>
        published !== null && Date.parse(published) >= span.from && (!matching || matching.has(id));
      const around = await lines.marked(await library.reach(span.from - BEFORE_MS, span.to));
      const groups = (await eventsOf(around)).filter((group) => group.some(isTold));
      if (groups.length === 0) return [];
      await turn();
      const rarity = rarityAmong(around);
      const key = `${span.from}-${span.to}`;
      const storyOf = (group: readonly Article[]): Story => {
        const articles = headlineFirst(group.filter(isTold), likenessOf, language);
        const steps = toldOf(articles, rarity, key, language);
        return {
          id: articles[0].story?.id ?? "",
          articles,
          earlier: group.filter(({ published }) => Date.parse(published ?? "") < span.from),
          weight: weightOf(articles, library, span, matching),
          tell: () => inTurns(steps()),
          told: () => atOnce(steps()),
        };
      };
      const byWeight = (one: Story, other: Story) =>
        other.weight - one.weight || (one.articles[0].id < other.articles[0].id ? -1 : 1);
      const stories: Story[] = [];
      await inSlices(groups, (group) => stories.push(storyOf(group)));
      return stories.sort(byWeight);
    },
  };
}

function oldestFirst(one: Article, other: Article): number {
  const [a, b] = [one.published ?? "", other.published ?? ""];
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
}

type Rarity = () => Steps<(term: string) => number>;

function* tell(
  articles: readonly Article[],
  read: ProfileReader,
  rarity: (term: string) => number,
  language?: Language,
): Steps<Told> {
  const some = articles.slice(0, LOOKED_AT);
  const looked = some.map((one) => ({ ...one, body: beginning(one.body, LOOKED_THROUGH / some.length) }));
  const shared = new Map<string, number>();
  for (const { title, body } of looked) {
    const terms = new Set<string>();
    for (const text of [title, ...sentences(body).map((mark) => body.slice(...mark).trim())]) {
      const { words, echoes } = read(text);
      for (const term of [...words, ...echoes]) terms.add(term);
      yield;
    }
    for (const term of terms) shared.set(term, (shared.get(term) ?? 0) + 1);
  }
  const telling = (term: string) => rarity(term) * Math.sqrt(shared.get(term) ?? 0);
  const wanted = articles.length > 3 ? 3 : articles.length > 1 ? 2 : 1;
  return {
    sentences: yield* keySentences(looked, read, telling, wanted, language),
    figures: yield* disagreements(looked, read, rarity),
  };
}

/** Sentences are read more than once: as what a story tells, for their figures, and on each of its days. */
function remembering(read: ProfileReader): ProfileReader {
  const known = new Map<string, ReturnType<ProfileReader>>();
  return (text) => {
    const reading = known.get(text) ?? read(text);
    if (known.size >= READ_KEPT) known.clear();
    known.set(text, reading);
    return reading;
  };
}

/** Whole sentences from the start of a text, at most so many characters. */
function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = sentences(text.slice(0, most)).at(-2);
  return text.slice(0, whole?.[1] ?? most);
}
