/** How a comparison looks: a card a side, and a sentence for each that is silent. */
import type { Article } from "../article.ts";
import { articleData, placeOf, sourceSpans, titleSpan } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { countryName } from "../i18n/countries.ts";
import { comparison as say } from "../i18n/stories.ts";
import { LOCALES, type Locale } from "../i18n/words.ts";
import type { Block, Reply, Span } from "../reply.ts";
import { figureFor } from "./added.ts";
import type { SideTold } from "./compare.ts";
import { nameFor } from "./named.ts";

export type By = "language" | "country" | "article";

/**
 * @param story the story compared; null for two articles
 * @param called the story's headline for this reader; its first article's title when left out
 */
export function compareReply(
  told: readonly SideTold[],
  by: By,
  story: { readonly id: string; readonly headline: string } | null,
  { library, caller }: Pick<Context, "library" | "caller">,
  called = story?.headline ?? told[0]?.articles[0].title ?? "",
): Reply {
  const { locale } = caller;
  const words = say(locale);
  const silent = by === "language" ? LOCALES.filter((one) => told.every(({ side }) => side !== one)) : [];
  const title = words.title(called);
  const quiet = [...silent.map((one) => words.silent[one]), ...(told.length < 2 ? [words.alone] : [])];
  return {
    summary: title,
    blocks: [
      { kind: "heading", text: title },
      ...told.map((side) => sideCard(side, by, { library, caller })),
      ...quiet.map((text): Block => ({ kind: "prose", spans: [{ dim: text }] })),
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      story,
      by,
      sides: told.map(({ side, articles, sentences, only }) => ({
        side,
        headline: { title: articles[0].title, article: articles[0].id },
        articles: articles.map((article) => articleData(article, library)),
        sentences,
        only: {
          names: only.names.map(({ name, text, article }) => ({ name, text, article })),
          figures: only.figures.map(({ figure, text, article }) => ({ figure, text, article })),
        },
      })),
      silent,
    },
  };
}

function nameOf({ side, articles }: SideTold, by: By, locale: Locale): string {
  const words = say(locale);
  if (by === "language") return words.languages[articles[0].language];
  if (by === "country") return side === "" ? words.unknown : countryName(side, locale);
  return articles[0].title;
}

function sideCard(told: SideTold, by: By, { library, caller }: Pick<Context, "library" | "caller">): Block {
  const { locale } = caller;
  const words = say(locale);
  const [lead] = told.articles;
  const languageOf = (id: string) => library.get(id)?.language ?? locale;
  const quote = (text: string, article: string): readonly Span[] => [
    text,
    ...sourceSpans(library.get(article), library, locale),
  ];
  return {
    kind: "card",
    title: { strong: nameOf(told, by, locale) },
    lines: [
      headlineLine(lead, { library, caller }),
      ...told.sentences.map(({ text, article }) => quote(text, article)),
      ...listed(
        words.onlyNames,
        told.only.names.map((one) => nameFor(one, locale)),
      ),
      ...listed(
        words.onlyFigures,
        told.only.figures.map((one) => figureFor(one, languageOf(one.article), locale)),
      ),
    ],
    actions: [],
  };
}

function headlineLine(
  article: Article,
  { library, caller }: Pick<Context, "library" | "caller">,
): readonly Span[] {
  const place = placeOf(article, library, caller.locale);
  return [
    titleSpan(article, library),
    { dim: " — " },
    ...place.flatMap((span, at) => (at ? [" · ", span] : [span])),
  ];
}

function listed(label: string, parts: readonly string[]): readonly (readonly Span[])[] {
  return parts.length === 0 ? [] : [[{ strong: label }, ` ${[...new Set(parts)].join(" · ")}`]];
}
