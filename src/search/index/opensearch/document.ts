/** An article as the engine keeps it, and as it comes back. */
import type { Article } from "../../../article.ts";
import { soundKeys } from "../../../language/names/distance.ts";
import type { Token } from "../../../language/text.ts";
import { eachWord } from "../memory/surfaces.ts";

/** One time in the title counts as often as these in the body; as in `rank/score.ts`. */
const TITLE = 4;
/** The engine splits terms that are longer. */
const LONGEST = 200;
const HAN = /\p{Script=Han}/gu;
/** Words have ids of their own beside the articles'. */
const WORD = "word:";

/** What comes back of an article: itself, and its terms as `title` and `body`. */
export interface Stored {
  readonly article: Article;
  readonly title: string;
  readonly body: string;
}

export interface WordDocument {
  readonly id: string;
  readonly source: {
    readonly word: string;
    readonly sounds: readonly string[];
    readonly stem: string;
  };
}

/** A term as it stands there: whitespace ends one, and so does great length. */
export const written = (term: string): string => term.replace(/\s+/gu, "_").slice(0, LONGEST);

/** @returns the document, and those of its words */
export function documentsOf(
  article: Article,
  analyze: (text: string) => readonly Token[],
  keyOf: (source: string) => string,
): { readonly source: object; readonly words: readonly WordDocument[] } {
  const title = analyze(article.title);
  const body = analyze(article.body);
  const textOf = (tokens: readonly Token[]) => tokens.map(({ term }) => written(term)).join(" ");
  const stored: Stored = { article, title: textOf(title), body: textOf(body) };
  const sources = [article.source, ...(article.copies ?? []).map((copy) => copy.source)];
  const links = [article.url, ...(article.copies ?? []).map((copy) => copy.url)];
  const characters = new Set(`${stored.title} ${stored.body}`.match(HAN));
  const words: WordDocument[] = [];
  eachWord(
    [
      [article.title, title],
      [article.body, body],
    ],
    (word, term) => words.push({ id: WORD + word, source: { word, sounds: soundKeys(word), stem: term } }),
  );
  return {
    source: {
      id: article.id,
      terms: [...Array.from({ length: TITLE }, () => stored.title), stored.body].join(" "),
      title_terms: stored.title,
      characters: [...characters].join(" "),
      length: body.length,
      published: article.published,
      language: article.language,
      source: article.source,
      publishers: [...new Set(sources.map(keyOf))],
      links: links.filter((link) => link !== null),
      doc: stored,
    },
    words,
  };
}
