/** Articles as a table for a spreadsheet (RFC 4180): a byte order mark first, by which Excel knows that it is UTF-8. */
import type { Article } from "../article.ts";
import type { Locale } from "../i18n/words.ts";
import type { Library } from "./library.ts";
import { linkTo } from "./links.ts";
import { publisherName } from "./present.ts";

const COLUMNS = ["id", "title", "publisher", "published", "language", "url", "story"] as const;
const MARK = "\ufeff";
/** What a spreadsheet would run, in whatever width it is written; control characters before it are skipped there. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/** @param storyOf the id of an article's story */
export function csvOf(
  articles: readonly Article[],
  library: Library,
  locale: Locale,
  storyOf: (id: string) => string,
): string {
  const rows = articles.map((article) => {
    const { id, title, source, published, language } = article;
    const { url } = linkTo(article, library.publisher(source));
    return [
      id,
      title,
      publisherName(source, library, locale),
      published ?? "",
      language,
      url ?? "",
      storyOf(id),
    ];
  });
  return MARK + [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell as text: an apostrophe before what would be a formula, one line, quoted where it has to be. */
function cell(text: string): string {
  const plain = text.replace(/[\r\n]+/g, " ");
  // Where a semicolon or a tab parts columns, what follows one is a cell's beginning, too.
  const inner = plain.replace(/[;\t](?:(?!\t)[\s\p{Cc}])*(?=[=+\-@＝＋－＠])/gu, "$&'");
  const safe = FORMULA.test(plain) ? `'${inner}` : inner;
  return /[",;\s']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
