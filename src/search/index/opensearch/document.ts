/** An article as the engine keeps it, and as it comes back. */
import type { Article } from "../../../article.ts";
import { soundKeys } from "../../../language/names/distance.ts";
import { partsOf } from "../../../language/sentences.ts";
import type { Token } from "../../../language/text.ts";
import type { Steps } from "../../../slices.ts";
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
export function* documentsOf(
  article: Article,
  analyze: (text: string) => readonly Token[],
  keyOf: (source: string) => string,
): Steps<{ readonly source: object; readonly words: readonly WordDocument[] }> {
  const words: WordDocument[] = [];
  const seen = new Set<string>();
  const take = (text: string): string[] => {
    const tokens = analyze(text);
    eachWord(text, tokens, seen, (word, term) =>
      words.push({ id: WORD + word, source: { word, sounds: soundKeys(word), stem: term } }),
    );
    return tokens.map(({ term }) => written(term));
  };
  const title = take(article.title);
  const body: string[] = [];
  for (const part of partsOf(article.body)) {
    body.push(...take(article.body.slice(...part)));
    yield;
  }
  const stored: Stored = { article, title: title.join(" "), body: body.join(" ") };
  const sources = [article.source, ...(article.copies ?? []).map((copy) => copy.source)];
  const links = [article.url, ...(article.copies ?? []).map((copy) => copy.url)];
  const characters = new Set(`${stored.title} ${stored.body}`.match(HAN));
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
