/** The one to three sentences that tell a story, each copied from an article. */
import type { Article, Language } from "../article.ts";
import { sentences } from "../language/sentences.ts";
import type { Steps } from "../slices.ts";
import { datelineOf } from "./dateline.ts";
import { isSpeech, leans } from "./leaning.ts";
import type { TermProfile } from "./profile.ts";

/** A sentence as its article has it, letter for letter. */
export interface KeySentence {
  readonly text: string;
  /** Id of the article. */
  readonly article: string;
}

/** What a sentence says, for comparing it with the story and with other sentences. */
export type ProfileReader = (text: string) => TermProfile;

/** Labels that a summary's lines open with, and names of the author: what follows is the sentence. */
const LABEL =
  /^(?:(?:Core (?:Viewpoint|Points?|View)|Group \d+(?::[^\n]*?)?)\s+[-–—]\s+|[-–—•*·]\s+|【[^】]{0,60}】\s*|[^。，,]{0,20}记者\s\S{2,4}\s+|(?:问|答)[:：]\s*)/u;
const HEADING = /^(?:Core (?:Viewpoint|Points?|View)|Group \d+\b[^.!?]*)$/u;
/** Bylines, page marks, credits: nothing that is told. */
const CREDIT =
  /(?:责编|责任编辑|编辑|作者)[:：]|^By \p{Lu}[\p{L}’'-]+ \p{Lu}|^(?:Our|Наш[аи]?) \p{Ll}+ \p{Lu}|^Автор\s*[—–:-]|^(?:Interview|Интервью|Беседа) (?:with|с) |дал[аи]? интервью|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3} — об? |^[《(（][^。]{0,40}版\s*[)）]?$|^《\s*人民日报\s*》|记者[^。]{0,12}$|^(?:Reporting|Writing|Editing) by\b/u;
/** Marks of paragraphs that nobody here has; a sentence is cut before them. */
const MARKS = /(?<!\s)\s*(?:\[\d+\])+[.。]?/gu;
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

/** How much more the first sentence of an article counts than a late one, and the second: the first tells the news. */
const OPENING = { first: 4, later: 0.6 };
/** An anniversary, what has been so for years, what the world is like: it leads to the news, and tells none. */
const BACKGROUND: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:大力弘扬|让我们|面向未来|展望未来|近年来|多年来|长期以来|当前|当今|如今|一直以来|古往今来|众所周知|在[^，,。]{0,24}(?:背景|之际|框架)下?[，,]|值[^，,。]{0,24}之际|[^，,。]{0,24}(?:以来|年来)[，,]|(?:今年|明年|\d{4}年)[^，,。]{0,4}是[^。]{0,40}周年|[^，,。]{0,30}(?:源远流长|历史悠久))/u,
  en: /^(?:in recent (?:years|decades|months)|over the (?:past|last|years)|for (?:years|decades|centuries)|since (?:its|the|their|\d{4})|this year marks|\d{4} marks|against the back(?:drop|ground)|amid |in (?:today['’]s|a|an increasingly) |(?:the )?world (?:today|is)|as is well known|historically)/iu,
  ru: /^(?:в последние (?:годы|месяцы|десятилетия)|за последние|на протяжении|с момента|со времени|на фоне|в этом году (?:исполняется|отмечается)|в 20\d\d году (?:исполняется|отмечается)|сегодня мир|в современном мире|как известно|издавна|веками)(?!\p{L})/iu,
};

/** What a sentence of somebody's speech, and one that leans on another, counts after the first. */
const SPEECH = 0.5;
const LEANS = 0.3;
const AROUND = 0.35;
/** How much more a sentence counts that says what its title says, and what the titles of the others say. */
const TITLED = { own: 0.5, others: 1 };

interface Candidate extends KeySentence, TermProfile {
  readonly score: number;
  readonly leaning: boolean;
}

/**
 * Chooses by what the story's articles have in common, the opening, figures, and a length that reads well;
 * a further one must add something. Sentences in the reader's language go first among equals; one that leans on
 * what is not shown never leads while another can.
 */
export function* keySentences(
  articles: readonly Article[],
  read: ProfileReader,
  weightOf: (term: string) => number,
  wanted: number,
  preferred?: Language,
): Steps<KeySentence[]> {
  const pool: Candidate[] = [];
  const titles = articles.map(({ title }) => read(title));
  for (const [order, article] of articles.entries()) {
    const all = tellable(article.body, article.language);
    const isAround = ({ text }: { readonly text: string }) => BACKGROUND[article.language].test(text);
    const opens = Math.max(
      0,
      all.findIndex((one) => !isAround(one)),
    );
    for (const [place, { text }] of all.entries()) {
      yield;
      const { words, echoes } = read(text);
      let sum = 0;
      for (const term of words) sum += weightOf(term);
      const longest = LONGEST[article.language];
      const size = text.length > longest ? longest / text.length : 1;
      const opening = place === opens ? OPENING.first : 1 + OPENING.later / (1 + place);
      const figures = /\d/.test(text) ? 1.15 : 1;
      const own = article.language === preferred ? 4 : 1;
      const first = order === 0 ? 1.1 : 1;
      const leaning = leans(text, article.language, place === 0);
      const alone = (leaning ? LEANS : 1) * (isSpeech(text) ? SPEECH : 1) * (isAround({ text }) ? AROUND : 1);
      const titled = titledBy({ words, echoes }, titles, order);
      const told = ((sum + 1e-6) / Math.sqrt(8 + words.size)) * size * size * titled;
      const score = told * opening * figures * own * first * alone;
      pool.push({ article: article.id, text, words, echoes, score, leaning });
    }
  }
  const chosen: Candidate[] = [];
  while (chosen.length < wanted) {
    let best: { one: Candidate; score: number } | undefined;
    const leaders = chosen.length === 0 ? pool.filter(({ leaning }) => !leaning) : pool;
    for (const one of leaders.length > 0 ? leaders : pool) {
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

/** Above 1 for what the titles say. @param at place of its own title */
function titledBy(sentence: TermProfile, titles: readonly TermProfile[], at: number): number {
  const shares = titles.map((title) => inSentence(title, sentence));
  const own = shares[at] ?? 0;
  const others =
    titles.length > 1 ? (shares.reduce((sum, one) => sum + one, 0) - own) / (titles.length - 1) : 0;
  return 1 + TITLED.own * own + TITLED.others * others;
}

/** The share of a title's words that a sentence has, as they are or translated. */
function inSentence(title: TermProfile, sentence: TermProfile): number {
  let shared = 0;
  for (const term of title.words) if (sentence.words.has(term) || sentence.echoes.has(term)) shared++;
  return shared / Math.max(1, title.words.size);
}

/** The share of the smaller sentence's words that the other has too, as they are or translated. */
function overlap(a: TermProfile, b: TermProfile): number {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (small.words.size === 0) return 0;
  let shared = 0;
  for (const term of small.words) if (large.words.has(term) || large.echoes.has(term)) shared++;
  return shared / small.words.size;
}
