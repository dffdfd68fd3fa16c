/** How an article is shown: the line of facts below its title, and its form for machines. */
import type { Article } from "../article.ts";
import type { Locale } from "../i18n/words.ts";
import { phrases } from "../i18n/words.ts";
import type { Block, Span } from "../reply.ts";
import type { Library } from "./library.ts";
import { type LinkKind, linkKindInWords, linkTo } from "./links.ts";

/** An article in `--json` output; see docs/json.md. */
export interface ArticleData {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly urlKind: LinkKind | null;
  readonly source: string;
  readonly published: string | null;
  readonly language: Article["language"];
}

export function articleData(article: Article, library: Library): ArticleData {
  const { id, title, source, published, language } = article;
  return { id, title, ...linkTo(article, library.publisher(source)), source, published, language };
}

/** The title as a link, or in strong letters where no link is known. */
export function titleSpan(article: Article, library: Library): Span {
  const { url } = linkTo(article, library.publisher(article.source));
  return url ? { link: article.title, url } : { strong: article.title };
}

const say = phrases({
  en: {
    language: { zh: "Chinese", en: "English", ru: "Russian" },
    excerpt: "excerpt",
    summary: "summary",
    undated: "undated",
    read: "Read",
  },
  zh: {
    language: { zh: "中文", en: "英文", ru: "俄文" },
    excerpt: "节选",
    summary: "摘要",
    undated: "无日期",
    read: "阅读",
  },
  ru: {
    language: { zh: "китайский", en: "английский", ru: "русский" },
    excerpt: "отрывок",
    summary: "краткое изложение",
    undated: "без даты",
    read: "Читать",
  },
});

/** `People's Daily · 26 May 2025 · Chinese · page of that day · k7f2m` in the reader's words. */
export function factsLine(
  article: Article,
  library: Library,
  locale: Locale,
  show: "day" | "minute" = "day",
): readonly Span[] {
  const words = say(locale);
  const { urlKind } = linkTo(article, library.publisher(article.source));
  const kind = article.kind === "article" ? [] : [" · ", words[article.kind]];
  const when: Span = article.published ? { date: article.published, show } : words.undated;
  return [
    publisherName(article.source, library, locale),
    " · ",
    when,
    " · ",
    words.language[article.language],
    ...kind,
    " · ",
    { dim: linkKindInWords(urlKind, locale) },
    " · ",
    { code: article.id },
  ].filter((span, at) => !(at === 0 && span === "") && !(at === 1 && !article.source));
}

/** The publisher's name in the reader's language; the article's own wording when the publisher is not known. */
export function publisherName(source: string, library: Library, locale: Locale): string {
  return library.publisher(source)?.names[locale] ?? source;
}

/** An article as a card: title, facts, and a button that reads it. */
export function articleCard(article: Article, library: Library, locale: Locale): Block {
  const colour = library.publisher(article.source)?.colour;
  return {
    kind: "card",
    title: titleSpan(article, library),
    lines: [factsLine(article, library, locale)],
    actions: [{ label: say(locale).read, run: `read ${article.id}`, place: "new" }],
    ...(colour && { colour }),
  };
}
