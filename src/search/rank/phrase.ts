/** Exact phrases: which articles can have one, which do, and where. */

import type { Article } from "../../article.ts";
import { literal, readable } from "../../language/literal.ts";
import type { Folded, Mark } from "../../language/text.ts";
import type { Inverted } from "../index/inverted.ts";
import { bodyOf, intersect, type PostingList, pack, slotOf, titleOf } from "../index/postings.ts";
import type { Analyzer } from "../types.ts";

/** What has postings of its own, so that no article need be read. */
const HAN_INDEXED = /^\p{Script=Han}{1,2}$/u;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
const HAN_ONE = /^\p{Script=Han}$/u;
const WORD = /^(?!\p{Script=Han})\p{L}+$/u;
const EDGE = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

export interface Phrases {
  /** Articles whose title or body has the phrase; `passes` spares reading articles that are out anyway. */
  having(phrase: string, titleOnly: boolean, index: Inverted, passes: (slot: number) => boolean): PostingList;
  /** A test of an article's text for a phrase. */
  inside(phrase: string): (article: Article, field: "title" | "body") => boolean;
}

export function createPhrases(analyzer: Analyzer): Phrases {
  /** Articles looked through before, in a form that can be. */
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
  const inside: Phrases["inside"] = (phrase) => {
    const wanted = analyzer.fold(phrase).text;
    const pattern = literal(wanted);
    return (article, field) => {
      if (isWritten(article[field], pattern, wanted)) return true;
      const texts = readableOf(article);
      return texts !== article && isWritten(texts[field], pattern, wanted);
    };
  };

  return {
    inside,
    having(phrase, titleOnly, index, passes) {
      const wanted = analyzer.fold(phrase).text;
      const candidates = candidatesFor(phrase, wanted, analyzer, index);
      if (HAN_INDEXED.test(wanted) && !titleOnly) return candidates;
      const has = inside(phrase);
      const items = new Uint32Array(candidates.length);
      let length = 0;
      for (let i = 0; i < candidates.length; i++) {
        const posting = candidates.items[i] ?? 0;
        const article = passes(slotOf(posting)) ? index.article(slotOf(posting)) : undefined;
        if (!article) continue;
        const title = has(article, "title") ? Math.max(1, titleOf(posting)) : 0;
        const body = !titleOnly && has(article, "body") ? Math.max(1, bodyOf(posting)) : 0;
        if (title + body > 0) items[length++] = pack(slotOf(posting), title, body);
      }
      return { items, length };
    },
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

/** Articles with every term that the phrase is sure to leave in the index whatever stands around it. */
function candidatesFor(phrase: string, folded: string, analyzer: Analyzer, index: Inverted): PostingList {
  const terms = [...new Set(analyzer.analyze(phrase).map(({ term }) => term))];
  const sure = terms.filter((term) => HAN_PAIR.test(term) || (WORD.test(term) && term.length > 3));
  const anchors = sure.length > 0 ? sure : terms.filter((term) => index.count(term) > 0).slice(0, 1);
  if (HAN_ONE.test(folded)) return union(index, folded);
  const lists = anchors.map((term) => index.postings(term));
  return lists.some((list) => !list)
    ? { items: new Uint32Array(0), length: 0 }
    : intersect(lists.filter((list) => list !== undefined));
}

/** Articles with a single character, which every run of several has in its pairs. */
function union(index: Inverted, character: string): PostingList {
  const bySlot = new Uint32Array(index.slots);
  for (const term of index.terms()) {
    const list =
      term.length <= 2 * character.length && term.includes(character) ? index.postings(term) : undefined;
    for (let i = 0; i < (list?.length ?? 0); i++) {
      const posting = list?.items[i] ?? 0;
      // The more times, in the title above all, the greater the number.
      bySlot[slotOf(posting)] = Math.max(bySlot[slotOf(posting)] ?? 0, posting);
    }
  }
  const items = bySlot.filter((posting) => posting !== 0);
  return { items, length: items.length };
}
