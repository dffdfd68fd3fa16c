/** What tells whether a word belongs to what a sentence is about. */
import { entitiesOf } from "../language/open.ts";
import type { TextMatch } from "../language/when/pattern.ts";
import { conceptsOf } from "./concepts.ts";
import { MARKS } from "./marks.ts";
import type { Sentence } from "./sentence.ts";

/** A word, a Chinese character, or a sign between them; half-open range in the text. */
export interface TopicToken {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:['/-][\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+)*|\p{Script=Han}|[^\s]/gu;

export const isWord = ({ word }: TopicToken): boolean => /[\p{L}\p{N}]/u.test(word);

/** Words and signs of a text in lower case. */
export function tokensOf(low: string): TopicToken[] {
  return [...low.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

const stemOf = (word: string): string => word.slice(0, 5);

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Chinese words of a text: half-open ranges, in order. */
function hanWords(low: string): { readonly start: number; readonly end: number }[] {
  return [...segmenter.segment(low)]
    .filter(({ segment }) => /^\p{Script=Han}+$/u.test(segment))
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

/**
 * Features of each token. They say nothing of the token before it being kept; `topicIn` adds that.
 * @param taken what was read as something else. @param ruled the ranges that the rules keep. @param purpose what the topic is for
 */
export function topicFeatures(
  sentence: Sentence,
  tokens: readonly TopicToken[],
  taken: readonly TextMatch<unknown>[],
  ruled: readonly (readonly [number, number])[],
  purpose: string,
): string[][] {
  const { low, text } = sentence;
  const within = (spans: readonly { start: number; end: number }[], token: TopicToken): boolean =>
    spans.some(({ start, end }) => start < token.end && token.start < end);
  const marks = MARKS.map((mark) => ({ mark, spans: sentence.spans(mark) })).filter(
    ({ spans }) => spans.length > 0,
  );
  const names = entitiesOf(text);
  const signs = tokens.map((token) =>
    within(taken, token) ? "<taken>" : /\p{N}/u.test(token.word) ? "<n>" : stemOf(token.word),
  );
  const rules = tokens.map(({ start, end }) => ruled.some(([from, to]) => from <= start && end <= to));
  const last = tokens.length - 1;
  const words = wordsOf(low, tokens, signs);
  // Where the rules find nothing to take off, all of it is mostly a query.
  const bare = tokens.every((token, at) => rules[at] || signs[at] === "<taken>" || !isWord(token));
  const size = tokens.length <= 4 ? "4" : tokens.length <= 8 ? "8" : tokens.length <= 16 ? "16" : "17";
  return tokens.map((token, at) => {
    const sign = (by: number): string => signs[at + by] ?? (at + by < 0 ? "^" : "$");
    const w = sign(0);
    const word = words[at] as Word;
    const found = [
      `w ${word.sign}`,
      `P ${word.before}`,
      `N ${word.after}`,
      `c ${w}`,
      `p ${sign(-1)}`,
      `n ${sign(1)}`,
      `pw ${sign(-1)} ${w}`,
      `wn ${w} ${sign(1)}`,
      `pn ${sign(-1)} ${sign(1)}`,
      `p2 ${sign(-2)} ${sign(-1)}`,
      `n2 ${sign(1)} ${sign(2)}`,
      `pp ${sign(-2)}`,
      `nn ${sign(2)}`,
      `for ${purpose} ${w}`,
      `r ${rules[at]}`,
      `r ${rules[at - 1] ?? "^"} ${rules[at]} ${rules[at + 1] ?? "$"}`,
      `script ${/\p{Script=Han}/u.test(token.word) ? "han" : /\p{Script=Cyrillic}/u.test(token.word) ? "cyr" : isWord(token) ? "lat" : token.word}`,
      `at ${at === 0 ? "first" : at === last ? "last" : at < last / 3 ? "begin" : at > (2 * last) / 3 ? "end" : "middle"}`,
    ];
    found.push(`r ${rules[at]} ${bare} ${size}`);
    if (word.part)
      found.push(`part ${word.part}`, `PW ${word.before} ${word.sign}`, `WN ${word.sign} ${word.after}`);
    if (isWord(token) && !word.sign.startsWith("<"))
      for (const concept of conceptsOf(word.part ? word.sign : token.word))
        found.push(`k ${concept}`, `k ${concept} ${rules[at]}`);
    for (const { mark, spans } of marks)
      if (within(spans, token)) found.push(`m ${mark}`, `m ${mark} ${rules[at]}`);
    if (within(names, token)) found.push("name", `name ${rules[at]}`);
    if (within(sentence.quotes, token)) found.push("quoted");
    if (at > 0 && text[token.start] !== low[token.start]) found.push("capital", `capital ${rules[at]}`);
    if (/^[а-я]{4,}$/u.test(token.word))
      found.push(`e ${token.word.slice(-2)}`, `e3 ${token.word.slice(-3)}`);
    if (/^[a-z]{4,}$/u.test(token.word)) found.push(`e ${token.word.slice(-3)}`);
    return found;
  });
}

/** The word in which a token stands, the one before and the one after, and for Chinese which part of it the token is. */
interface Word {
  readonly sign: string;
  readonly before: string;
  readonly after: string;
  readonly part?: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly part?: string;
}

function wordsOf(low: string, tokens: readonly TopicToken[], signs: readonly string[]): Word[] {
  const han = hanWords(low);
  let next = 0;
  const spans = tokens.map(({ start, end }, at): Span => {
    while (next < han.length && (han[next]?.end ?? 0) <= start) next += 1;
    const word = han[next];
    const sign = signs[at] ?? "";
    if (!word || word.start > start || sign.startsWith("<")) return { start, end, sign };
    const part = `${start === word.start ? "B" : ""}${end === word.end ? "E" : ""}${word.end - word.start}`;
    return { ...word, sign: low.slice(word.start, word.end), part };
  });
  return spans.map(({ start, end, sign, part }, at) => {
    let [before, after] = [at - 1, at + 1];
    while ((spans[before]?.start ?? -1) === start) before -= 1;
    while (spans[after]?.end === end) after += 1;
    return {
      sign,
      before: spans[before]?.sign ?? "^",
      after: spans[after]?.sign ?? "$",
      ...(part && { part }),
    };
  });
}
