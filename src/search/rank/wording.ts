/** Exact wording: whether a phrase stands in a text, and where. */

import type { Article } from "../../article.ts";
import { foldText } from "../../language/fold.ts";
import { literal, readable } from "../../language/literal.ts";
import type { Folded, Mark } from "../../language/text.ts";

const EDGE = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** A test of an article's text for a phrase. */
export type WordingTest = (article: Article, field: "title" | "body") => boolean;

/** Makes tests; what was made searchable of an article is kept as long as the article is. */
export function createWording(): (phrase: string) => WordingTest {
  const known = new WeakMap<Article, Pick<Article, "title" | "body">>();
  const readableOf = (article: Article) => {
    const before = known.get(article);
    if (before) return before;
    const title = readable(article.title);
    const body = readable(article.body);
    const texts = title === article.title && body === article.body ? article : { title, body };
    known.set(article, texts);
    return texts;
  };
  return (phrase) => {
    const wanted = foldText(phrase).text;
    const pattern = literal(wanted);
    return (article, field) => {
      if (isWritten(article[field], pattern, wanted)) return true;
      const texts = readableOf(article);
      return texts !== article && isWritten(texts[field], pattern, wanted);
    };
  };
}

/** Every place of a phrase in a text, as offsets of the original. */
export function occurrences(text: Folded, phrase: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = next(text.text, phrase, 0); at >= 0; at = next(text.text, phrase, at + phrase.length))
    marks.push([text.at(at), text.at(at + phrase.length - 1) + 1]);
  return marks;
}

/** Where the phrase stands next, as whole words: SCO is not in Moscow, but it is in 在SCO框架下. */
function next(text: string, phrase: string, from: number): number {
  if (phrase === "") return -1;
  const open = joins(phrase.charAt(0));
  const close = joins(phrase.charAt(phrase.length - 1));
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = at > 0 && open && joins(text.charAt(at - 1));
    const after = close && joins(text.charAt(at + phrase.length));
    if (!before && !after) return at;
  }
  return -1;
}

/** Whether the phrase stands in a text as it is written, as whole words. */
function isWritten(text: string, pattern: RegExp, phrase: string): boolean {
  const open = joins(phrase.charAt(0));
  const close = joins(phrase.charAt(phrase.length - 1));
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const before = open && match.index > 0 && joins(text.charAt(match.index - 1));
    if (!before && !(close && joins(text.charAt(pattern.lastIndex)))) return true;
    pattern.lastIndex = match.index + 1;
  }
  return false;
}

const joins = (character: string): boolean => EDGE.test(character) && !HAN.test(character);
