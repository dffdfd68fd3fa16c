/** Where a reader finds an article, and what kind of link that is. Only known forms; never a guess. */
import type { Article, Publisher } from "../article.ts";
import type { Locale } from "../i18n/words.ts";
import { phrases } from "../i18n/words.ts";
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

const say = phrases<Readonly<Record<LinkKind | "none", string>>>({
  en: {
    article: "article",
    page: "page of that day",
    search: "search at the publisher",
    home: "publisher's home page",
    none: "no link known",
  },
  zh: { article: "原文", page: "当日版面", search: "在该媒体搜索", home: "媒体首页", none: "暂无链接" },
  ru: {
    article: "статья",
    page: "полоса того дня",
    search: "поиск на сайте издания",
    home: "главная страница издания",
    none: "ссылка неизвестна",
  },
});

/** What kind of link it is, in the reader's words. */
export function linkKindInWords(kind: LinkKind | null, locale: Locale): string {
  return say(locale)[kind ?? "none"];
}
