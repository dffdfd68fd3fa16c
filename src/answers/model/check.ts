/** Checks what a model said against the sentences it cites: nothing that they do not say is ever shown. */
import type { Language } from "../../article.ts";
import { type Analyzer, createAnalyzer } from "../../search/analyze.ts";
import type { QueryTerm } from "../../search/expand/terms.ts";
import type { AnswerSentence } from "../sentence.ts";
import { isCountry, strangeWords, turnedRound } from "./claims.ts";
import { namesIn } from "./names.ts";
import { numbersIn, numbersOf } from "./numbers.ts";
import type { Phrased } from "./phrased.ts";

/** A paragraph, or why it is not shown: the kind of fault, never its words, which may be what somebody asked. */
export type Checked = Phrased | { readonly refused: string };

/** A short paragraph is at most this long, in UTF-16 units. */
const LONGEST = 900;
/** Share of a sentence's words that the cited ones must have, in the same and in another language. */
const SUPPORTED = { same: 0.65, other: 0.35 };

let analyzer: Analyzer | undefined;

/** Holds every sentence of the text against the sentences that it cites. */
export async function checked(
  said: string,
  language: Language,
  sentences: readonly AnswerSentence[],
): Promise<Checked> {
  analyzer ??= createAnalyzer();
  const refused = formOf(said);
  if (refused) return { refused };
  const parts = partsOf(said);
  if (!parts) return { refused: "a sentence without a citation" };
  for (const { text, cites } of parts) {
    const cited = cites.map((cite) => sentences[cite - 1]?.text);
    if (cited.some((one) => one === undefined)) return { refused: "a citation that does not exist" };
    if (analyzer.languageOf(text) !== language) return { refused: "another language than the question's" };
    const fault = await faultOf(text, cited.join("\n"), analyzer);
    if (fault) return { refused: fault };
  }
  return { parts };
}

/** What no paragraph has: links, markup, mentions, control characters, too much. */
function formOf(said: string): string | undefined {
  if (said.length > LONGEST) return "too long";
  if (
    /https?:|www\.|\bdot (?:com|org|net|ru|cn)\b|\b[\w-]+\.(?:com|org|net|ru|cn|io|info|example)\b/i.test(
      said,
    )
  )
    return "a link";
  if (/[<>`*_#|{}\\]|@\w|\]\(/.test(said.replace(/\[\d+\]/g, ""))) return "markup";
  return /[\p{Cc}\p{Cf}]/u.test(said.replace(/\n/g, "")) ? "control characters" : undefined;
}

/** Cuts the text after each group of citations; undefined when any part has none. */
function partsOf(said: string): Phrased["parts"] | undefined {
  const parts: { text: string; cites: number[] }[] = [];
  let rest = said.replace(/\s+/g, " ").trim();
  while (rest !== "") {
    const found = /^(.*?)(?<!\s)((?:\s*\[\d{1,2}\])+)\s*([.。!！?？;；,，]*)\s*/u.exec(rest);
    if (!found) return undefined;
    const text = `${(found[1] ?? "").trim()}${found[3] ?? ""}`;
    if (!/\p{L}/u.test(text)) return undefined;
    if (/[.。!?！？]\s*\p{L}.*[.。!?！？]?$/u.test(text.replace(/\b(?:\p{Lu}|\d+|Mr|Dr|St)\.|\d\.\d/gu, "")))
      return undefined;
    parts.push({ text, cites: [...(found[2] ?? "").matchAll(/\d+/g)].map(Number) });
    rest = rest.slice(found[0].length);
  }
  return parts.length > 0 ? parts : undefined;
}

/** What the cited sentences do not say; undefined when they say it all. */
async function faultOf(
  text: string,
  cited: string,
  { analyze, expand, languageOf, fold }: Analyzer,
): Promise<string | undefined> {
  const have = new Set(analyze(cited).map(({ term }) => term));
  const known = numbersOf(cited, analyze);
  const number = numbersIn(text, analyze).find((values) => !values.some((value) => known.has(value)));
  if (number) return "a number that is not in the sentence cited";
  const vocabulary = {
    counts: async (all: readonly string[]) =>
      new Map(all.filter((one) => have.has(one)).map((one) => [one, 1])),
    soundingLike: async () => [],
    near: async () => [],
  };
  const turned = turnedRound(text, cited);
  if (turned) return turned;
  const same = languageOf(text) === languageOf(cited);
  const terms = await expand(text, vocabulary);
  const isMet = ({ variants, corrected }: QueryTerm) =>
    corrected === undefined && variants.some((one) => one.terms.every((term) => have.has(term)));
  const met = terms.filter(isMet);
  const folded = fold(cited).text;
  const name = namesIn(text).find(
    ({ start, end }) =>
      !isCountry(text.slice(start, end)) &&
      !folded.includes(fold(text.slice(start, end)).text) &&
      !covers(met, start, end),
  );
  if (name) return "a name that is not in the sentence cited";
  const words = same && languageOf(text) === "zh" ? strangeWords(text, cited) : undefined;
  if (words) return "words that are not in the sentence cited";
  const enough = same ? SUPPORTED.same : SUPPORTED.other;
  return share(met, terms) < enough ? "more than the sentence cited says" : undefined;
}

/** Whether terms that were met cover a range together. */
function covers(met: readonly QueryTerm[], start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!met.some((term) => term.start <= at && term.end > at)) return false;
  return true;
}

/** The share of the characters of all terms that the met ones cover. */
function share(met: readonly QueryTerm[], all: readonly QueryTerm[]): number {
  const places = (terms: readonly QueryTerm[]) => {
    const covered = new Set<number>();
    for (const { start, end } of terms) for (let at = start; at < end; at++) covered.add(at);
    return covered.size;
  };
  const total = places(all);
  return total === 0 ? 0 : places(met) / total;
}
