/** How the stories of a digest look, and their form for machines. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { articleData, articleLine, joined, placeOf, sourceSpans, titleSpan } from "../articles/present.ts";
import type { Caller, Context } from "../command.ts";
import { stories as say } from "../i18n/stories.ts";
import type { Locale } from "../i18n/words.ts";
import type { Block, Span } from "../reply.ts";
import { dayInWords, dayOf, spanInWords } from "../time.ts";
import { type Headline, headlineOf, headlineText, translatedSpans } from "../translate/headline.ts";
import type { Period } from "./period.ts";
import type { Story } from "./stories.ts";

type Reader = Pick<Caller, "locale" | "zone">;

/** A sentence longer than this is cut in a card, at a word; the machine's form has it whole. */
const SHOWN = 260;
const SHOWN_CLAUSE = 110;

/** `26 May 2025`, or `24 – 30 May 2025`. */
export function periodInWords({ first, last }: Period, locale: Locale): string {
  return spanInWords(first, last, locale);
}

/** `9 articles · 3 publishers · 5 stories` in the reader's words. */
export function countsInWords(stories: readonly Story[], library: Library, locale: Locale): string {
  const words = say(locale);
  const articles = stories.flatMap((story) => story.articles);
  const sources = new Set(articles.map(({ source }) => library.publisher(source)?.id ?? source));
  return [words.articles(articles.length), words.sources(sources.size), words.stories(stories.length)].join(
    " · ",
  );
}

/** Whether it came in after an instant; where that is not known, whether it was published after it. */
export function isNews({ arrived, published }: Article, since: number): boolean {
  return Date.parse(arrived ?? published ?? "") > since;
}

/** Whether any article of the story is news since an instant. */
export function isNew(story: Story, since: number): boolean {
  return story.articles.some((article) => isNews(article, since));
}

export interface StoryShown {
  /** What is news since this instant is marked. */
  readonly since?: number | undefined;
  /** As many sentences as it has; else one. */
  readonly full: boolean;
  /** Whether sentences in another language come with a translation. */
  readonly translated: boolean;
}

/**
 * The card of a story: a headline that the reader can read, what happened, and every article with its publisher,
 * language and link. Where the headline is not an article's own title, the original stands in the list.
 */
export async function storyCard(
  story: Story,
  { library, caller, translate }: Pick<Context, "library" | "caller" | "translate">,
  { since, full, translated }: StoryShown,
): Promise<Block> {
  const { locale } = caller;
  const { sentences, figures } = await story.tell();
  const headline = await headlineOf(story.articles, locale, translate, sentences);
  const own = headline.by === "title" ? headline.article : undefined;
  const said = sentences.slice(0, full ? sentences.length : 1);
  const lines: (readonly Span[])[] = [];
  for (const [at, { text, article: id }] of said.entries()) {
    const article = library.get(id);
    if (headline.by === "sentence" && headline.text === text) continue;
    lines.push([cutAtWord(text, SHOWN), ...sourceSpans(article, library, locale)]);
    const helped = at === 0 && headline.by === "terms" && !translated;
    if (article && !helped) lines.push(...(await helpWith(text, article, locale, translate, translated)));
  }
  const others = story.articles.filter((article) => article !== own);
  return {
    kind: "card",
    title: own ? titleSpan(own, library) : { strong: headlineText(headline, locale) },
    facts: joined([...placeOfHeadline(headline, library, locale), ...factsOf(story, caller, since)]),
    id: story.articles[0].id,
    lines: [...lines, ...figures.slice(0, 2).map(({ sides }) => differing(sides, library, locale))],
    notes: others.map((article) => articleLine(article, library, locale)),
    actions: [{ label: say(locale).read, run: `read ${story.articles[0].id}`, place: "new" }],
  };
}

/** Where a title or a sentence is from; of a rendering the original stands in the list. */
function placeOfHeadline({ by, article }: Headline, library: Library, locale: Locale): readonly Span[] {
  if (by === "title") return placeOf(article, library, locale);
  return by === "sentence" ? sourceSpans(article, library, locale).slice(1) : [];
}

/** What helps a reader of another language with a sentence: its translation where that is asked for, else its terms. */
async function helpWith(
  text: string,
  { id, language }: Article,
  locale: Locale,
  translate: Context["translate"],
  translated: boolean,
): Promise<readonly (readonly Span[])[]> {
  const [said] = translated ? await translate.texts([text], id, language, locale) : [];
  if (said !== undefined) return [translatedSpans(cutAtWord(said, SHOWN), locale)];
  const terms = translate.terms(text, locale);
  return terms.length > 1 ? [[{ dim: `≈ ${terms.join(" · ")}` }]] : [];
}

/** Figures that differ, each beside its source. */
function differing(
  sides: readonly { readonly text: string; readonly article: string }[],
  library: Library,
  locale: Locale,
): readonly Span[] {
  return [
    { strong: say(locale).differ },
    ...sides.flatMap(({ text, article }, at): Span[] => [
      at === 0 ? " " : " / ",
      cutAtWord(text, SHOWN_CLAUSE),
      ...sourceSpans(library.get(article), library, locale),
    ]),
  ];
}

/** `new`, `3 articles`, `2 earlier ones since 24 May 2025`. */
function factsOf(story: Story, { locale, zone }: Reader, since: number | undefined): Span[] {
  const words = say(locale);
  const count = story.articles.length;
  const oldest = story.earlier.at(-1)?.published;
  return [
    ...(since !== undefined && isNew(story, since) ? [{ strong: words.fresh }] : []),
    ...(count > 1 ? [words.articles(count)] : []),
    ...(oldest
      ? [{ dim: words.earlier(dayInWords(dayOf(oldest, zone), locale), story.earlier.length) }]
      : []),
  ];
}

/**
 * The machine's form of a story; see docs/json.md. What is told is worked out only when someone reads it, so it must not
 * be spread into another object: `more` goes into this one.
 */
export function storyData(story: Story, library: Library, since?: number, more: object = {}): unknown {
  return {
    id: story.id,
    headline: story.articles[0].title,
    articles: story.articles.map((article: Article) => articleData(article, library)),
    get sentences() {
      return story.told().sentences;
    },
    get figures() {
      return story.told().figures.map(({ sides }) => sides);
    },
    earlier: story.earlier.map((article) => articleData(article, library)),
    ...(since !== undefined && { new: isNew(story, since) }),
    ...more,
  };
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
