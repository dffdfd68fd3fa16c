/** What an article and a publisher are; every other room speaks of these. */

/** Languages that the bot analyses and speaks. */
export type Language = "zh" | "en" | "ru";

/** What the body is: the whole text, its beginning cut off, or somebody's summary of it. */
export type ArticleKind = "article" | "excerpt" | "summary";

/** What may be put right of an article. */
export type ArticleField = "title" | "body" | "url" | "source" | "published";

export interface Article {
  /** Short, stable and unique in a library; people type it in chat. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** The publisher as the article names it, in any script ("Ren Min Ri Bao"); "" when unknown. */
  readonly source: string;
  /** UTC instant (`2025-05-25T22:13:00Z`), or null when unknown. */
  readonly published: string | null;
  /** UTC instant at which a feed first brought it; what the corpus has, has none. */
  readonly arrived?: string;
  readonly language: Language;
  readonly kind: ArticleKind;
  /** Address of the article itself, never a guess; null when unknown. */
  readonly url: string | null;
  /** The same text at other publishers, and addresses that the article had before. */
  readonly copies?: readonly { readonly source: string; readonly url: string }[];
  /** The story that it belongs to, and how like it is to other articles (id → above 0), as found when it was kept. */
  readonly story?: { readonly id: string; readonly like: Readonly<Record<string, number>> };
  /** Titles that this article had before, oldest first. */
  readonly formerTitles?: readonly string[];
  /** What somebody who runs the bot put right by hand; feeds do not change it any more. */
  readonly corrected?: readonly ArticleField[];
}

/** When it was published or, where nobody says so, when a feed first brought it; null when neither is known. */
export function momentOf({ published, arrived }: Pick<Article, "published" | "arrived">): string | null {
  return published ?? arrived ?? null;
}

export interface Publisher {
  readonly id: string;
  /** Names by script; all of them work in `source:` and are shown by the reader's locale. */
  readonly names: { readonly zh: string; readonly en: string; readonly ru: string; readonly pinyin?: string };
  readonly aliases?: readonly string[];
  readonly home: string;
  /** ISO 3166 code of the country it is published in. */
  readonly country: string;
  /** IANA zone that its dates and paper days are in. */
  readonly zone: string;
  /** Accent colour, `#rrggbb`. */
  readonly colour: string;
  /** Templates with {query}, {year}, {month}, {day}, {page}; only forms that are known to work. */
  readonly links?: { readonly search?: string; readonly page?: string };
}
