/** How a story looks over its days, and its form for machines. */
import type { Article } from "../article.ts";
import { articleData, articleLine, publisherName, sourceSpans } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { countryName } from "../i18n/countries.ts";
import { story as say } from "../i18n/story.ts";
import type { Locale } from "../i18n/words.ts";
import type { Action, Block, Reply, Span } from "../reply.ts";
import { dayInWords, dayOf, spanInWords } from "../time.ts";
import { headlineOf, headlineText } from "../translate/headline.ts";
import { figureFor } from "./added.ts";
import { barChart } from "./chart.ts";
import { nameFor } from "./named.ts";
import type { WholeStory } from "./stories.ts";
import { daysOf, type SourceRow, type StoryDay, sourcesOf } from "./timeline.ts";

/** Days on one screen, and articles of a day that are named. */
const DAYS = 4;
const NAMED = 4;
/** Days that make a chart. */
const CHARTED = 3;
const FIGURES = 5;
const NAMES = 6;

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

/** The reply of `story`: oldest day first, one screen a page. */
export async function storyReply(
  story: WholeStory,
  page: number,
  ctx: Pick<Context, "library" | "caller" | "stories" | "translate">,
): Promise<Reply> {
  const { library, caller, stories, translate } = ctx;
  const { locale, zone } = caller;
  const words = say(locale);
  const [lead, ...others] = story.articles;
  if (!lead) throw new RangeError("a story has at least one article");
  const days = daysOf(story, library, zone);
  const pages = Math.max(1, Math.ceil(days.length / DAYS));
  const at = Math.min(page, pages);
  const told = await stories.tell([lead, ...others], locale);
  const headline = await headlineOf([lead, ...others], locale, translate, told.sentences);
  const title = headlineText(headline, locale);
  const cards: Block[] = [];
  for (const day of days.slice((at - 1) * DAYS, at * DAYS))
    cards.push(await dayCard(day, day === days[0], ctx));
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
      ...(last ? sourceTable(sourcesOf(story.articles, library), ctx) : []),
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
      sources: sourcesOf(story.articles, library).map(({ source, language, country, articles }) => ({
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
  { library, caller, stories }: Pick<Context, "library" | "caller" | "stories">,
): Promise<Block> {
  const { locale } = caller;
  const words = say(locale);
  const { sentences } = await stories.tell(day.articles, locale);
  const [news] = sentences;
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
