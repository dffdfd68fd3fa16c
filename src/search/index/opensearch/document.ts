/** An article as the engine keeps it, and as it comes back. */
import { type Article, momentOf } from "../../../article.ts";
import { soundKeys } from "../../../language/names/distance.ts";
import { partsOf } from "../../../language/sentences.ts";
import type { Token } from "../../../language/text.ts";
import { stem } from "../../../language/words.ts";
import { ClusterError } from "../../../net/cluster.ts";
import type { Steps } from "../../../slices.ts";
import { eachWord } from "../memory/surfaces.ts";

/** One time in the title counts as often as these in the body; as in `rank/score.ts`. */
const TITLE = 4;
/** The engine splits terms that are longer. */
const LONGEST = 200;
const HAN = /\p{Script=Han}/u;
const SPACE = /\s/u;
/** Words have ids of their own beside the articles'. */
const WORD = "word:";

/** An article that came back, and its terms in order, each field's with spaces between. */
export interface Stored {
  readonly article: Article;
  readonly title: string;
  readonly body: string;
}

/** What is read of a document. */
export interface Source {
  readonly doc: { readonly article: Article };
  readonly terms?: string;
  readonly title_terms?: string;
}

/** @throws ClusterError for a document of an older layout: its index is being made anew */
export function storedOf({ doc: { article }, terms, title_terms: title }: Source): Stored {
  if (terms === undefined || title === undefined)
    throw new ClusterError(404, "index_not_found_exception", "an index of an older layout");
  return { article, title, body: terms.slice(TITLE * (title.length + 1)) };
}

export interface WordDocument {
  readonly id: string;
  readonly source: {
    readonly word: string;
    readonly sounds: readonly string[];
    /** Its term, where that is not what the word gives by itself. */
    readonly stem?: string;
  };
}

/** The term of a word as articles write it, for nearly all words. */
export const termOf = (word: string): string => (HAN.test(word) ? word : stem(word));

/** A term as it stands there: whitespace ends one, and so does great length. */
export const written = (term: string): string =>
  term.length <= LONGEST && !SPACE.test(term) ? term : term.replace(/\s+/gu, "_").slice(0, LONGEST);

/**
 * @param isKnown words that are there already, by id: how a word sounds takes long to tell
 * @returns the document, and those of its other words
 */
export function* documentsOf(
  article: Article,
  analyze: (text: string) => readonly Token[],
  keyOf: (source: string) => string,
  isKnown: (id: string) => boolean,
): Steps<{ readonly source: object; readonly words: readonly WordDocument[] }> {
  const words: WordDocument[] = [];
  const seen = new Set<string>();
  const take = (text: string): string[] => {
    const tokens = analyze(text);
    eachWord(text, tokens, seen, (word, term) => {
      const id = WORD + word;
      if (isKnown(id)) return;
      const own = term !== termOf(word) && { stem: term };
      words.push({ id, source: { word, sounds: soundKeys(word), ...own } });
    });
    return tokens.map(({ term }) => written(term));
  };
  const title = take(article.title);
  const body: string[] = [];
  for (const part of partsOf(article.body)) {
    body.push(...take(article.body.slice(...part)));
    yield;
  }
  const sources = [article.source, ...(article.copies ?? []).map((copy) => copy.source)];
  const links = [article.url, ...(article.copies ?? []).map((copy) => copy.url)];
  const titles = title.join(" ");
  return {
    source: {
      id: article.id,
      terms: [...Array.from({ length: TITLE }, () => titles), body.join(" ")].join(" "),
      title_terms: titles,
      characters: hidden(title, body).join(" "),
      length: body.length,
      published: article.published,
      moment: momentOf(article),
      language: article.language,
      source: article.source,
      publishers: [...new Set(sources.map(keyOf))],
      links: links.filter((link) => link !== null),
      doc: { article },
    },
    words,
  };
}

/** Han characters that stand in terms and begin none: all others are found by the terms that they begin. */
function hidden(...fields: readonly (readonly string[])[]): string[] {
  const begin = new Set<string>();
  const within = new Set<string>();
  for (const terms of fields)
    for (const term of terms) {
      let into = begin;
      for (const character of term) {
        into.add(character);
        into = within;
      }
    }
  return [...within].filter((character) => !begin.has(character) && HAN.test(character));
}
