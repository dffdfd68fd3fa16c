/** What tells whether a word belongs to what a sentence is about. */
import { entitiesOf } from "../language/open.ts";
import type { Found } from "../language/when/pattern.ts";
import { MARKS } from "./marks.ts";
import type { Sentence } from "./sentence.ts";

/** A word, a Chinese character, or a sign between them; half-open range in the text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:['/-][\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+)*|\p{Script=Han}|[^\s]/gu;

export const isWord = ({ word }: Token): boolean => /[\p{L}\p{N}]/u.test(word);

/** Words and signs of a text in lower case. */
export function tokensOf(low: string): Token[] {
  return [...low.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

const stemOf = (word: string): string => word.slice(0, 5);

/**
 * Features of each token. They say nothing of the token before it being kept; `topicIn` adds that.
 * @param taken what was read as something else. @param ruled the ranges that the rules keep. @param purpose what the topic is for
 */
export function topicFeatures(
  sentence: Sentence,
  tokens: readonly Token[],
  taken: readonly Found<unknown>[],
  ruled: readonly (readonly [number, number])[],
  purpose: string,
): string[][] {
  const { low, text } = sentence;
  const within = (spans: readonly { start: number; end: number }[], token: Token): boolean =>
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
  return tokens.map((token, at) => {
    const sign = (by: number): string => signs[at + by] ?? (at + by < 0 ? "^" : "$");
    const w = sign(0);
    const found = [
      `w ${w}`,
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
