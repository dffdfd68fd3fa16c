/** Where a reader finds an article, and what kind of link that is. Only known forms; never a guess. */
import type { Article, Publisher } from "../article.ts";
import { links as say } from "../i18n/articles.ts";
import type { Locale } from "../i18n/words.ts";
import type { Span } from "../reply.ts";
import { dayOf } from "../time.ts";

/** article: the article itself. page: the paper's page of that day. search, home: at the publisher. */
export type LinkKind = "article" | "page" | "search" | "home";

export interface ArticleLink {
  readonly url: string | null;
  readonly urlKind: LinkKind | null;
}

/** `《人民日报》(2025年05月26日 10版)` at the foot of a text names the paper's page. */
const PAPER_PAGE = /[（(]\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*(?:第\s*)?0?(\d{1,2})\s*版\s*[）)]/;

/** The best link there is: the article's own address, else its page of the day, a search by title, the home page. */
export function linkTo(article: Article, publisher: Publisher | undefined): ArticleLink {
  if (article.url) return { url: article.url, urlKind: "article" };
  const page = publisher?.links?.page && pageOfDay(article, publisher, publisher.links.page);
  if (page) return { url: page, urlKind: "page" };
  if (publisher?.links?.search) {
    return {
      url: fill(publisher.links.search, { query: encodeURIComponent(article.title) }),
      urlKind: "search",
    };
  }
  return publisher ? { url: publisher.home, urlKind: "home" } : { url: null, urlKind: null };
}

function pageOfDay(article: Article, publisher: Publisher, template: string): string | null {
  const printed = PAPER_PAGE.exec(article.body);
  const two = (digits: string | undefined) => (digits ?? "").padStart(2, "0");
  if (printed)
    return fill(template, {
      year: printed[1] ?? "",
      month: two(printed[2]),
      day: two(printed[3]),
      page: two(printed[4]),
    });
  if (!article.published) return null;
  const [year = "", month = "", day = ""] = dayOf(article.published, publisher.zone).split("-");
  return fill(template, { year, month, day, page: "01" });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What a link that does not lead to the article itself is called: `find it at www.huanqiu.com`. */
export function whereabouts(url: string, kind: LinkKind, locale: Locale): string {
  const words = say(locale);
  const { host } = new URL(url);
  return kind === "page" ? words.page(host) : words.at(host);
}

/**
 * A publisher's name as the link to its article: plain where it leads to the article itself, else with what it leads
 * to in brackets. Only the name where no link is known.
 */
export function publisherLink(
  article: Article,
  publisher: Publisher | undefined,
  name: string,
  locale: Locale,
): Span {
  const { url, urlKind } = linkTo(article, publisher);
  if (url === null || urlKind === null) return name;
  const called = name === "" ? new URL(url).host : name;
  if (urlKind === "article") return { link: called, url };
  const kind = say(locale).kinds[urlKind];
  return { link: locale === "zh" ? `${called}（${kind}）` : `${called} (${kind})`, url };
}

/** The way to the article for whoever has read it here; undefined where none is known. */
export function originalLink(
  article: Article,
  publisher: Publisher | undefined,
  locale: Locale,
): Span | undefined {
  const { url, urlKind } = linkTo(article, publisher);
  if (url === null || urlKind === null) return undefined;
  return { link: urlKind === "article" ? say(locale).original : whereabouts(url, urlKind, locale), url };
}
