/** A press brief: the stories of some days in their own sentences, every sentence with its numbered source. */
import type { Article } from "../article.ts";
import { linkTo } from "../articles/links.ts";
import { publisherName } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { headlineOf, headlineText } from "../translate/headline.ts";
import { type Rooms, storiesOf } from "./choose.ts";
import type { Period } from "./period.ts";
import type { Story } from "./stories.ts";

/** A sentence as its article has it, with the number of its source. */
export interface Quoted {
  readonly text: string;
  readonly source: number;
}

export interface BriefStory {
  readonly id: string;
  readonly headline: string;
  /** The headline, or what a reader of another language can read in its place. */
  readonly shown: string;
  /** The title where what is shown is another text; null where it stands there. */
  readonly original: string | null;
  readonly sentences: readonly Quoted[];
  /** Pairs of statements that give different figures for what seems one thing. */
  readonly figures: readonly (readonly [Quoted, Quoted])[];
  /** Numbers of all of its sources. */
  readonly sources: readonly number[];
}

export interface BriefSource {
  readonly n: number;
  readonly article: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly language: Article["language"];
  /** The best link there is; null where none is known. */
  readonly url: string | null;
}

export interface Brief {
  readonly period: Period;
  readonly zone: string;
  readonly topic: string | null;
  /** UTC instant at which it was made. */
  readonly asOf: string;
  readonly total: number;
  readonly stories: readonly BriefStory[];
  readonly sources: readonly BriefSource[];
}

/** What a brief needs of a story. */
export type Told = Pick<Story, "id" | "articles" | "tell">;

/** Stories of a brief; what is beyond is no brief any more. */
const MOST = 12;

export async function makeBrief(
  period: Period,
  topic: string | undefined,
  rooms: Rooms & Pick<Context, "limit">,
): Promise<Brief> {
  return briefOf(await storiesOf(period, topic, rooms), { period, topic }, rooms);
}

/** A brief of stories that are chosen already, the weightiest first. */
export async function briefOf(
  chosen: readonly Told[],
  { period, topic }: { readonly period: Period; readonly topic: string | undefined },
  rooms: Rooms & Pick<Context, "limit">,
): Promise<Brief> {
  const { library, caller, clock, limit } = rooms;
  const stories = chosen.slice(0, limit ?? MOST);
  const sources = new Map<string, BriefSource>();
  const numberOf = (article: Article): number => {
    const known = sources.get(article.id);
    if (known) return known.n;
    const source = {
      n: sources.size + 1,
      article: article.id,
      title: article.title,
      publisher: publisherName(article.source, library, caller.locale),
      published: article.published,
      language: article.language,
      url: linkTo(article, library.publisher(article.source)).url,
    };
    sources.set(article.id, source);
    return source.n;
  };
  const told: BriefStory[] = [];
  for (const story of stories) told.push(await tellStory(story, numberOf, rooms));
  return {
    period,
    zone: caller.zone,
    topic: topic ?? null,
    asOf: new Date(clock.now()).toISOString(),
    total: stories.reduce((sum, { articles }) => sum + articles.length, 0),
    stories: told,
    sources: [...sources.values()],
  };
}

async function tellStory(
  story: Told,
  numberOf: (article: Article) => number,
  { library, caller, translate }: Rooms,
): Promise<BriefStory> {
  const { sentences, figures } = await story.tell();
  const headline = await headlineOf(story.articles, caller.locale, translate, sentences);
  const quoted = ({ text, article }: { readonly text: string; readonly article: string }): Quoted[] => {
    const source = library.get(article);
    return source ? [{ text, source: numberOf(source) }] : [];
  };
  return {
    id: story.id,
    headline: story.articles[0].title,
    shown:
      headline.by === "terms"
        ? `${headline.article.title} (${headline.text})`
        : headlineText(headline, caller.locale),
    original: headline.by === "title" || headline.by === "terms" ? null : story.articles[0].title,
    sentences: sentences.flatMap(quoted),
    figures: figures.flatMap(({ sides: [one, other] }) => {
      const [first, second] = [...quoted(one), ...quoted(other)];
      return first && second ? [[first, second] as const] : [];
    }),
    sources: story.articles.map(numberOf).sort((a, b) => a - b),
  };
}
