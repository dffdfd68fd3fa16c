/** How a story looks over its days, and its form for machines. */
import type { Article } from "../article.ts";
import { articleData, articleLine, publisherName, sourceSpans } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { countryName } from "../i18n/countries.ts";
import { story as say } from "../i18n/story.ts";
import type { Locale } from "../i18n/words.ts";
import type { Action, Block, Reply, Span } from "../reply.ts";
import { inTurns } from "../slices.ts";
import { dayInWords, dayOf, spanInWords } from "../time.ts";
import { headlineOf, headlineText } from "../translate/headline.ts";
import { figureFor } from "./added.ts";
import { barChart } from "./chart.ts";
import { likenessOf } from "./living/lines.ts";
import { nameFor } from "./named.ts";
import type { WholeStory } from "./stories.ts";
import { daysOf, type SourceRow, type StoryDay, sourcesOf } from "./timeline.ts";
import { headlineFirst } from "./weigh.ts";

/** Articles of a day that are named, and lines of a screen with 80 columns. */
const NAMED = 3;
const LINES = 30;
/** A page of the reading room is read on, not turned. */
const LINES_OF_A_PAGE = 150;
const CHART = 8;
/** Days that make a chart. */
const CHARTED = 3;
const FIGURES = 4;
const NAMES = 4;

/** `6 articles · Chinese, English, Russian · 24–29 May 2025`. */
export function storyFacts({ articles }: WholeStory, zone: string, locale: Locale): readonly string[] {
  const words = say(locale);
  const languages = [...new Set(articles.map(({ language }) => language))];
  const days = articles.flatMap(({ published }) => (published === null ? [] : [dayOf(published, zone)]));
  const [first, last] = [days[0], days.at(-1)];
  return [
    words.articles(articles.length),
    languages.map((language) => words.languages[language]).join(locale === "zh" ? "、" : ", "),
    ...(first && last ? [spanInWords(first, last, locale)] : []),
  ];
}

/** What a story over its days is called for a reader: of the titles in their language the one that is most like the others. */
export async function titleOfStory(
  { articles }: WholeStory,
  { caller, stories, translate }: Pick<Context, "caller" | "stories" | "translate">,
): Promise<string> {
  const ordered = headlineFirst(articles, likenessOf, caller.locale);
  const { sentences } = await stories.tell(ordered, caller.locale);
  return headlineText(await headlineOf(ordered, caller.locale, translate, sentences), caller.locale);
}

/** The days screen by screen, none of them parted; what stands below the last one needs its room too. */
function screensOfDays(
  days: readonly StoryDay[],
  above: number,
  below: number,
  most: number,
): readonly (readonly StoryDay[])[] {
  const screens: StoryDay[][] = [[]];
  let used = above;
  for (const day of days) {
    const lines = linesOf(day);
    if (used > 0 && used + lines > most && (screens.at(-1)?.length ?? 0) > 0) {
      screens.push([]);
      used = 0;
    }
    screens.at(-1)?.push(day);
    used += lines;
  }
  if (used + below > most && (screens.at(-1)?.length ?? 0) > 0) screens.push([]);
  return screens;
}

/** Date, sentence, what is new, and a line or two an article. */
function linesOf({ articles, figures, names, joined }: StoryDay): number {
  const added = [figures, names, joined].filter(({ length }) => length > 0).length;
  return 4 + 1.3 * added + 1.5 * Math.min(NAMED, articles.length) + (articles.length > NAMED ? 1 : 0);
}

/** The reply of `story`: oldest day first, one screen a page. */
export async function storyReply(
  story: WholeStory,
  page: number,
  ctx: Pick<Context, "library" | "caller" | "stories" | "translate">,
): Promise<Reply> {
  const { library, caller, stories } = ctx;
  const { locale, zone } = caller;
  const words = say(locale);
  const [lead, ...others] = story.articles;
  if (!lead) throw new RangeError("a story has at least one article");
  const days = await inTurns(daysOf(story, library, zone));
  const told = await stories.tell([lead, ...others], locale);
  const sources = sourcesOf(story.articles, library);
  const chart = chartOf(days, { title: words.chart, alt: "" }).length > 0 ? CHART : 0;
  const tail = sources.length + 3 * told.figures.length;
  const screens = screensOfDays(days, chart, tail, caller.platform === "web" ? LINES_OF_A_PAGE : LINES);
  const pages = screens.length;
  const at = Math.min(page, pages);
  const title = await titleOfStory(story, ctx);
  const cards: Block[] = [];
  for (const day of screens[at - 1] ?? []) cards.push(await dayCard(day, day === days[0], ctx));
  const facts = storyFacts(story, zone, locale);
  const turn = (label: string, to: number): Action => ({
    label,
    run: `story --page=${to} ${story.id}`,
    place: "here",
  });
  const last = at === pages;
  return {
    summary: `${title}: ${facts.join(" · ")}`,
    blocks: [
      { kind: "heading", text: title },
      { kind: "prose", spans: [{ dim: facts.join(" · ") }] },
      ...(at === 1 ? chartOf(days, { title: words.chart, alt: facts.join(" · ") }) : []),
      ...cards,
      ...(last ? differing(told.figures, ctx) : []),
      ...(last ? sourceTable(sources, ctx) : []),
      {
        kind: "actions",
        actions: [
          ...(at > 1 ? [turn(words.back, at - 1)] : []),
          ...(at < pages ? [turn(words.more, at + 1)] : []),
          { label: words.compare, run: `compare ${story.id}`, place: "new" },
        ],
      },
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      story: storyHead(story, zone),
      days: days.map(({ day, articles, figures, names, joined: fresh }) => ({
        day,
        articles: articles.map((article) => articleData(article, library)),
        added: {
          figures: figures.map(({ figure, text, article }) => ({ figure, text, article })),
          ...{ names: names.map(({ name }) => name), publishers: fresh },
        },
      })),
      sources: sources.map(({ source, language, country, articles }) => ({
        ...{ publisher: source, language, country },
        articles: articles.map(({ id }) => id),
      })),
      figures: told.figures.map(({ sides }) => sides),
      ...{ page: at, pages },
    },
  };
}

/** Articles by day, where there are enough days for a picture. */
function chartOf(
  days: readonly StoryDay[],
  about: { readonly title: string; readonly alt: string },
): readonly Block[] {
  const dated = days.flatMap(({ day, articles }) => (day === null ? [] : [{ day, total: articles.length }]));
  return dated.length < CHARTED ? [] : [barChart(dated, about)];
}

/** A story in a line of `--json` output. */
export function storyHead({ id, articles }: WholeStory, zone: string) {
  const days = articles.flatMap(({ published }) => (published === null ? [] : [dayOf(published, zone)]));
  return {
    id,
    headline: articles[0]?.title ?? "",
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    total: articles.length,
    languages: [...new Set(articles.map(({ language }) => language))],
  };
}

async function dayCard(
  day: StoryDay,
  isFirst: boolean,
  { library, caller, stories, translate }: Pick<Context, "library" | "caller" | "stories" | "translate">,
): Promise<Block> {
  const { locale } = caller;
  const words = say(locale);
  const { sentences } = await stories.tell(day.articles, locale);
  const [news] = sentences;
  const help = news ? translate.terms(news.text, locale) : [];
  const line = (label: string, parts: readonly string[], most: number): readonly (readonly Span[])[] =>
    parts.length === 0
      ? []
      : [[{ strong: label }, ` ${parts.slice(0, most).join(" · ")}${parts.length > most ? " …" : ""}`]];
  const publishers = day.joined.map((source) => publisherName(source, library, locale));
  const rest = day.articles.length - NAMED;
  const languageOf = (id: string) => library.get(id)?.language ?? locale;
  return {
    kind: "card",
    title: { strong: day.day === null ? words.undated : dayInWords(day.day, locale) },
    lines: [
      ...(news ? [[news.text, ...sourceSpans(library.get(news.article), library, locale)]] : []),
      ...(help.length > 1 ? [[{ dim: `≈ ${help.join(" · ")}` }]] : []),
      ...line(
        words.figures,
        day.figures.map((one) => figureFor(one, languageOf(one.article), locale)),
        FIGURES,
      ),
      ...line(
        words.names,
        day.names.map((one) => nameFor(one, locale)),
        NAMES,
      ),
      // Who told of it first stands beside its articles.
      ...(isFirst ? [] : line(words.joined, [...new Set(publishers)], NAMES)),
      ...day.articles.slice(0, NAMED).map((article: Article) => articleLine(article, library, locale)),
      ...(rest > 0 ? [[{ dim: words.and(rest) }]] : []),
    ],
  };
}

function differing(
  figures: readonly { readonly sides: readonly { readonly text: string; readonly article: string }[] }[],
  { library, caller }: Pick<Context, "library" | "caller">,
): Block[] {
  if (figures.length === 0) return [];
  return [
    { kind: "heading", text: say(caller.locale).differ },
    ...figures.map(
      ({ sides }): Block => ({
        kind: "prose",
        spans: sides.flatMap(({ text, article }, at): Span[] => [
          at === 0 ? "" : " / ",
          text,
          ...sourceSpans(library.get(article), library, caller.locale),
        ]),
      }),
    ),
  ];
}

function sourceTable(
  rows: readonly SourceRow[],
  { library, caller }: Pick<Context, "library" | "caller">,
): Block[] {
  const { locale } = caller;
  const words = say(locale);
  return [
    { kind: "heading", text: words.sources },
    {
      kind: "table",
      rows: rows
        .slice(0, 12)
        .map(({ source, language, country, articles }) => [
          publisherName(source, library, locale),
          words.languages[language],
          country === null ? "" : countryName(country, locale),
          words.articles(articles.length),
        ]),
    },
  ];
}
