/** A headline in the reader's language: a title, a translation, a sentence, or at least the telling terms. */
import type { Article, Language } from "../article.ts";
import { translation as say } from "../i18n/translate.ts";
import type { Locale } from "../i18n/words.ts";
import { languageOf } from "../language/detect.ts";
import type { Span } from "../reply.ts";
import { tellable } from "../stories/key-sentences.ts";
import { leans } from "../stories/leaning.ts";
import type { Translate } from "./translate.ts";

export interface Headline {
  readonly text: string;
  /** title: an article's own. Of the others the original has to stand beside it. */
  readonly by: "title" | "translation" | "sentence" | "terms";
  /** Whose title or sentence it is, or whose title it renders. */
  readonly article: Article;
}

/** A sentence longer than this is no headline. */
const LONGEST = { zh: 80, en: 200, ru: 200 };

/** A sentence, as the article of that id has it. */
interface Said {
  readonly text: string;
  readonly article: string;
}

/**
 * A headline for articles that tell of one thing; the first one's title is what they are called otherwise.
 * @param said the sentences that tell it, best first; those of the articles themselves when left out
 */
export async function headlineOf(
  articles: readonly [Article, ...Article[]],
  language: Language,
  translate: Translate,
  said: readonly Said[] = [],
): Promise<Headline> {
  const [lead] = articles;
  const own = articles.find(({ title }) => languageOf(title) === language);
  if (own) return { text: own.title, by: "title", article: own };
  const from = languageOf(lead.title);
  const [translated] = await translate.texts([lead.title], lead.id, from, language);
  if (translated !== undefined) return { text: translated, by: "translation", article: lead };
  const of = (id: string) => articles.find((article) => article.id === id);
  const candidates = [
    ...said,
    ...articles.flatMap(({ id, body, language: own }) =>
      tellable(body, own)
        .filter(({ text, place }) => !leans(text, own, place === 0))
        .map(({ text }) => ({ text, article: id })),
    ),
  ];
  const sentence = candidates.find(
    ({ text, article }) => of(article)?.language === language && text.length <= LONGEST[language],
  );
  const source = sentence && of(sentence.article);
  if (sentence && source) return { text: sentence.text, by: "sentence", article: source };
  const terms = translate.terms(lead.title, language, said[0]?.text);
  if (terms.length > 1) return { text: `≈ ${terms.join(" · ")}`, by: "terms", article: lead };
  return { text: lead.title, by: "title", article: lead };
}

/** What stands beside an original title, marked as what it is; nothing where the title itself can be read. */
export function headlineSpans({ text, by }: Headline, locale: Locale): readonly Span[] {
  if (by === "title") return [];
  return by === "translation" ? translatedSpans(text, locale) : [by === "terms" ? { dim: text } : text];
}

/** A translation, marked. */
export function translatedSpans(text: string, locale: Locale): readonly Span[] {
  return [text, { dim: ` (${say(locale).translated})` }];
}

/** A headline as one text, marked. */
export function headlineText({ text, by }: Headline, locale: Locale): string {
  return by === "translation" ? `${text} (${say(locale).translated})` : text;
}
