/** The one to three sentences that tell a story, each copied from an article. */
import type { Article, Language } from "../article.ts";
import { sentences } from "../language/sentences.ts";
import { datelineOf } from "./dateline.ts";
import type { Reading } from "./profile.ts";

/** A sentence as its article has it, letter for letter. */
export interface KeySentence {
  readonly text: string;
  /** Id of the article. */
  readonly article: string;
}

/** What a sentence says, for comparing it with the story and with other sentences. */
export type Reader = (text: string) => Reading;

/** Labels that a summary's lines open with, and names of the author: what follows is the sentence. */
const LABEL =
  /^(?:(?:Core (?:Viewpoint|Points?|View)|Group \d+(?::[^\n]*?)?)\s+[-–—]\s+|[-–—•*·]\s+|【[^】]{0,60}】\s*|[^。，,]{0,20}记者\s\S{2,4}\s+|(?:问|答)[:：]\s*)/u;
const HEADING = /^(?:Core (?:Viewpoint|Points?|View)|Group \d+\b[^.!?]*)$/u;
/** Bylines, page marks, credits: nothing that is told. */
const CREDIT =
  /(?:责编|责任编辑|编辑)[:：]|^[《(（][^。]{0,40}版\s*[)）]?$|^《\s*人民日报\s*》|记者[^。]{0,12}$|^(?:Reporting|Writing|Editing) by\b/u;
/** Marks of paragraphs that nobody here has; a sentence is cut before them. */
const MARKS = /\s*(?:\[\d+\])+[.。]?/gu;
/** Openings that lean on the sentence before. */
const LEANING =
  /^(?:其次|此外|另外|同时|但是?|因此|所以|不过|他|她|它|这|该|对此|It |They |He |She |This |These |Also|However|But |Then |Он |Она |Они |Это|Эт[оаи] |Также|Кроме того|Однако|Но )/u;
const SHORTEST = { zh: 12, en: 40, ru: 40 };
const LONGEST = { zh: 130, en: 320, ru: 320 };

/** The sentences of a body that can stand alone; offsets are gone, but each is a substring of it. */
export function tellable(body: string, language: Language): { text: string; place: number }[] {
  const found: { text: string; place: number }[] = [];
  for (const [start, end] of sentences(body, datelineOf(body).length)) {
    for (const piece of withoutMarks(body.slice(start, end))) {
      const text = piece.replace(LABEL, "").trim();
      const size = text.length;
      if (size < SHORTEST[language] || HEADING.test(text) || CREDIT.test(text)) continue;
      if (/[?？]["”»]?$/.test(text) || /(?:\.\.\.|…)$/.test(text)) continue;
      if (size > 2.5 * LONGEST[language]) continue;
      found.push({ text, place: found.length });
    }
  }
  return found;
}

/** `…background [3]. - More than` → the parts beside the marks, so that each stays letter for letter. */
function withoutMarks(sentence: string): string[] {
  const parts = sentence.split(MARKS).map((part) => part.trim());
  const whole = parts.filter((part) => part !== "");
  return whole.length > 1 && !/^[-–—•]/.test(whole[1] ?? "") ? whole.slice(0, 1) : whole;
}

/**
 * Chooses by what the story's articles have in common, the opening, figures, and a length that reads well;
 * a further one must add something. Sentences in the reader's language go first among equals.
 */
export function keySentences(
  articles: readonly Article[],
  read: Reader,
  weightOf: (term: string) => number,
  wanted: number,
  preferred?: Language,
): KeySentence[] {
  const pool = articles.flatMap((article, order) =>
    tellable(article.body, article.language).map(({ text, place }) => {
      const { words, echoes } = read(text);
      let sum = 0;
      for (const term of words) sum += weightOf(term);
      const longest = LONGEST[article.language];
      const size = text.length > longest ? longest / text.length : 1;
      const opening = 1 + 0.6 / (1 + place);
      const figures = /\d/.test(text) ? 1.15 : 1;
      const own = article.language === preferred ? 2.5 : 1;
      const first = order === 0 ? 1.1 : 1;
      const leans = LEANING.test(text) ? 0.6 : 1;
      const score = (sum / Math.sqrt(8 + words.size)) * size * size * opening * figures * own * first * leans;
      return { article: article.id, text, words, echoes, score };
    }),
  );
  const chosen: typeof pool = [];
  while (chosen.length < wanted) {
    let best: { one: (typeof pool)[number]; score: number } | undefined;
    for (const one of pool) {
      const told = Math.max(0, ...chosen.map((other) => overlap(one, other)));
      const again = chosen.some((other) => other.article === one.article) ? 0.35 : 1;
      const score = one.score * (1 - told) ** 2 * again;
      if (told < 0.45 && score > 0 && (!best || score > best.score)) best = { one, score };
    }
    if (!best || best.score < 0.25 * (chosen[0]?.score ?? 0)) break;
    chosen.push(best.one);
    pool.splice(pool.indexOf(best.one), 1);
  }
  return chosen.map(({ text, article }) => ({ text, article }));
}

/** The share of the smaller sentence's words that the other has too, as they are or translated. */
function overlap(a: Reading, b: Reading): number {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (small.words.size === 0) return 0;
  let shared = 0;
  for (const term of small.words) if (large.words.has(term) || large.echoes.has(term)) shared++;
  return shared / small.words.size;
}
