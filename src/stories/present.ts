/** How a digest looks: a heading, one card a story, and the buttons below; and its form for machines. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { linkTo } from "../articles/links.ts";
import { articleData, publisherName } from "../articles/present.ts";
import type { Caller } from "../command.ts";
import { type Locale, phrases, russianCount } from "../i18n/words.ts";
import type { Block, Span } from "../reply.ts";
import { dayInWords, dayOf, spanInWords } from "../time.ts";
import type { Period } from "./period.ts";
import type { Story } from "./stories.ts";

const say = phrases({
  en: {
    articles: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
    stories: (n: number) => (n === 1 ? "1 story" : `${n} stories`),
    sources: (n: number) => (n === 1 ? "1 publisher" : `${n} publishers`),
    fresh: "new",
    since: (day: string, n: number) => `since ${day}, ${n} earlier`,
    differ: "Figures differ:",
    more: (n: number) => `and ${n} more`,
    read: "Read",
  },
  zh: {
    articles: (n: number) => `${n} 篇文章`,
    stories: (n: number) => `${n} 个事件`,
    sources: (n: number) => `${n} 家媒体`,
    fresh: "新",
    since: (day: string, n: number) => `自${day}起，此前还有 ${n} 篇`,
    differ: "数字不一致：",
    more: (n: number) => `另有 ${n} 篇`,
    read: "阅读",
  },
  ru: {
    articles: (n: number) => russianCount(n, "статья", "статьи", "статей"),
    stories: (n: number) => russianCount(n, "сюжет", "сюжета", "сюжетов"),
    sources: (n: number) => russianCount(n, "издание", "издания", "изданий"),
    fresh: "новое",
    since: (day: string, n: number) => `с ${day}, ранее ещё ${n}`,
    differ: "Цифры расходятся:",
    more: (n: number) => `и ещё ${n}`,
    read: "Читать",
  },
});

type Reader = Pick<Caller, "locale" | "zone">;

/** Articles of a story that a card names one by one. */
const NAMED = 5;
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

/** The card of a story. `full`: as many sentences as it has; else one. */
export function storyCard(
  story: Story,
  library: Library,
  { locale, zone }: Reader,
  { since, full = false }: { since?: number | undefined; full?: boolean } = {},
): Block {
  const words = say(locale);
  const [lead] = story.articles;
  const publisher = library.publisher(lead.source);
  const { url } = linkTo(lead, publisher);
  const { sentences, figures } = story.told();
  const shown = full ? sentences : sentences.slice(0, 1);
  return {
    kind: "card",
    title: url ? { link: lead.title, url } : { strong: lead.title },
    lines: [
      factsOf(story, library, { locale, zone }, since),
      ...shown.map(({ text, article }): readonly Span[] => [
        cutAtWord(text, SHOWN),
        { dim: ` — ${publisherName(library.get(article)?.source ?? "", library, locale)}` },
      ]),
      ...figures
        .slice(0, 2)
        .map(({ sides }): readonly Span[] => [
          { strong: words.differ },
          ...sides.flatMap(({ text, article }, at): Span[] => [
            at === 0 ? " " : " / ",
            cutAtWord(text, SHOWN_CLAUSE),
            { dim: ` — ${publisherName(library.get(article)?.source ?? "", library, locale)}` },
          ]),
        ]),
    ],
    actions: [{ label: words.read, run: `read ${lead.id}`, place: "new" }],
    ...(publisher && { colour: publisher.colour }),
  };
}

/** `new · 3 articles · People's Daily 7f2mk 62hrk · Global Times t2zc2 · since 24 May 2025, 2 earlier`. */
function factsOf(story: Story, library: Library, { locale, zone }: Reader, since?: number): Span[] {
  const words = say(locale);
  const named = story.articles.slice(0, NAMED);
  const publishers = [...new Set(named.map(({ source }) => publisherName(source, library, locale)))];
  const byPublisher = publishers.flatMap((name): Span[] => {
    const own = named.filter(({ source }) => publisherName(source, library, locale) === name);
    const url = own[0] && linkTo(own[0], library.publisher(own[0].source)).url;
    const ids = own.flatMap(({ id }, at): Span[] => [at === 0 && name === "" ? "" : " ", { code: id }]);
    return [" · ", ...(name === "" ? [] : [url ? { link: name, url } : name]), ...ids];
  });
  const rest = story.articles.length - NAMED;
  const oldest = story.earlier.at(-1)?.published;
  return [
    ...(since !== undefined && isNew(story, since) ? [" · ", { strong: words.fresh }] : []),
    ...(story.articles.length > 1 ? [" · ", words.articles(story.articles.length)] : []),
    ...byPublisher,
    ...(rest > 0 ? [` ${words.more(rest)}`] : []),
    ...(oldest
      ? [" · ", { dim: words.since(dayInWords(dayOf(oldest, zone), locale), story.earlier.length) }]
      : []),
  ].slice(1);
}

/** The machine's form of a story; see docs/json.md. What is told is worked out only when someone reads it. */
export function storyData(story: Story, library: Library, since?: number): unknown {
  return {
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
  };
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
