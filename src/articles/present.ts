/** How an article is shown: the line of facts below its title, and its form for machines. */
import { type Article, momentOf } from "../article.ts";
import { article as say } from "../i18n/articles.ts";
import type { Locale } from "../i18n/words.ts";
import type { Action, Block, Span } from "../reply.ts";
import type { Library } from "./library.ts";
import { type LinkKind, linkTo, publisherLink, whereabouts } from "./links.ts";

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

/** The title as a link where that leads to the article: its own address, else its page of the bot; else in strong letters. */
export function titleSpan(article: Article, library: Library, shown = article.title): Span {
  const { url, urlKind } = linkTo(article, library.publisher(article.source));
  if (url && urlKind === "article") return { link: shown, url };
  return library.site
    ? { link: shown, url: `${library.site}/a/${article.id}`, about: article.id }
    : { strong: shown, about: article.id };
}

/**
 * `People's Daily · 26 May 2025 · Chinese · find it at paper.people.com.cn`: the language where it is not the
 * reader's, the link where the title is none.
 */
export function factsLine(
  article: Article,
  library: Library,
  locale: Locale,
  show: "day" | "minute" = "day",
): readonly Span[] {
  const words = say(locale);
  const publisher = publisherName(article.source, library, locale);
  const at = momentOf(article);
  const when: Span = at ? { date: at, show } : words.undated;
  const line = joined([
    publisher,
    when,
    article.language === locale ? "" : words.language[article.language],
    ...findSpans(article, library, locale),
  ]);
  // Nobody said when it was published: the moment at which a feed first had it stands there, and says so.
  const isSeen = at !== null && at === article.arrived;
  return isSeen ? line.flatMap((span) => (span === when ? [words.seen, span] : [span])) : line;
}

/** An article of a list in one line: `Title — Chinese · People's Daily (that day's page)`, with its link. */
export function articleLine(article: Article, library: Library, locale: Locale): readonly Span[] {
  const title = titleSpan(article, library, shortened(article.title, 90));
  const plain =
    typeof title === "object" && "strong" in title ? { plain: title.strong, about: article.id } : title;
  return [plain, { dim: " — " }, ...joined(placeOf(article, library, locale))];
}

/** Language and publisher, which is the link where the title is none. */
export function placeOf(article: Article, library: Library, locale: Locale): readonly Span[] {
  const name = publisherName(article.source, library, locale);
  const linked = linkTo(article, library.publisher(article.source)).urlKind === "article";
  const parts: Span[] = [
    say(locale).language[article.language],
    linked ? name : publisherLink(article, library.publisher(article.source), name, locale),
  ];
  return parts.filter((part) => part !== "");
}

/** Where a sentence is from: ` — People's Daily`, which is the link to its article. */
export function sourceSpans(article: Article | undefined, library: Library, locale: Locale): readonly Span[] {
  if (!article) return [];
  const name = publisherName(article.source, library, locale);
  const link = publisherLink(article, library.publisher(article.source), name, locale);
  if (link === "") return [];
  return [{ dim: " — " }, typeof link === "string" ? { plain: link, about: article.id } : link];
}

/** The link of an article whose title is none. */
function findSpans(article: Article, library: Library, locale: Locale): readonly Span[] {
  const { url, urlKind } = linkTo(article, library.publisher(article.source));
  return url && urlKind && urlKind !== "article" ? [{ link: whereabouts(url, urlKind, locale), url }] : [];
}

/** Parts of a line of facts with dots between them; empty ones are left out. */
export function joined(parts: readonly Span[]): readonly Span[] {
  return parts.filter((part) => part !== "").flatMap((part, at) => (at === 0 ? [part] : [" · ", part]));
}

/** A text of at most so many columns, a Chinese character counting as two; cut at a word. */
function shortened(text: string, most: number): string {
  let columns = 0;
  for (const [at, character] of [...text].entries()) {
    columns += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1;
    if (columns <= most) continue;
    const cut = [...text].slice(0, at).join("");
    const space = cut.lastIndexOf(" ");
    return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,，、;；:：—–-])[\s,，、;；:：—–-]+$/u, "")}…`;
  }
  return text;
}

/** The publisher's name in the reader's language; the article's own wording when the publisher is not known. */
export function publisherName(source: string, library: Library, locale: Locale): string {
  return library.publisher(source)?.names[locale] ?? source;
}

/** The one thing to press: it reads the article, and what else can be done stands below that. @param query what found it */
export function readAction({ id }: Article, locale: Locale, query = ""): Action {
  return { label: say(locale).read, run: `read ${id}${query && ` ${query}`}`, place: "new" };
}

/** Shows one article to everybody: its title, facts and link. */
export function shareAction(id: string, locale: Locale): Action {
  return { label: say(locale).share, run: `read --brief ${id}`, place: "channel" };
}

/** To another channel, which a form asks for. */
export function shareElsewhere(id: string, locale: Locale): Action {
  return {
    ...{ label: say(locale).elsewhere, run: "help read", place: "channel" },
    form: `read ${id} --brief --public`,
  };
}

/** An article as a card: title, facts, and what can be done with it. */
export function articleCard(
  article: Article,
  library: Library,
  locale: Locale,
): Extract<Block, { readonly kind: "card" }> {
  return {
    kind: "card",
    title: titleSpan(article, library),
    facts: factsLine(article, library, locale),
    id: article.id,
    lines: [],
    actions: [readAction(article, locale)],
  };
}
