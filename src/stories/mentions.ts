/** What articles mention, read generously: only what is there in no form at all can be said to be told by others alone. */
import type { Article } from "../article.ts";
import { NUMBER, plainNumber, SCALE, scaled } from "../language/numbers.ts";
import { allNamesOf, entitiesOf } from "../language/open.ts";
import { type Quantity, quantitiesIn } from "../language/quantities.ts";
import { partsOf } from "../language/sentences.ts";
import type { Steps } from "../slices.ts";
import type { NameMention } from "./named.ts";

export interface Mentions {
  /** In steps: an article may be as long as feeds bring one. */
  add(article: Article): Steps<void>;
  /** Whether something is mentioned by any of its names, declined or not; a state and its capital stand for each other. */
  name(name: Pick<NameMention, "id" | "seat">): boolean;
  /** Whether a number is there, as a figure, within a date, as a share or in words. @param value as `figuresIn` gives it */
  figure(value: string): boolean;
  /** Whether it measures as much anywhere, in whatever unit: 1.2 GW and 120万千瓦, hectares and 亩. */
  measure(measured: Measured): boolean;
}

/** A quantity of something that has units. */
export type Measured = Pick<Quantity, "value" | "unit">;

/** So much is read in one step; who is named in full and by a surname soon after is one. */
const READ_AT_ONCE = 4_000;
/** Converted figures are rounded. */
const ROUNDED = 0.01;

const NUMBERS = new RegExp(`(?<![\\p{Nd}.,])(?<digits>${NUMBER})(?:\\s?-?(?<scale>${SCALE}))?`, "giu");
/** Of a range only the second number has its scale: from 28 to 48 million. */
const FROM_TO = new RegExp(
  `(?<![\\p{Nd}.,])(?<digits>\\p{Nd}{1,6}(?:[.,]\\p{Nd}{1,4})?)\\s?(?:to|до|至|到|and|и|[-–—])\\s?\\p{Nd}{1,6}(?:[.,]\\p{Nd}{1,4})?\\s?(?<scale>${SCALE})`,
  "giu",
);
const HALF = /\bhalf\b|(?<!\p{L})половин|一半|半数/iu;
/** What a name of a place may be without. */
const SORT =
  /(?<!\p{L})(?:lake|river|region|province|city|sea|mount(?:ains?)?|pipeline|plant|озер\p{L}*|рек\p{L}*|област\p{L}*|город\p{L}*|гор[аы])(?!\p{L})|(?<=\p{Script=Han}{2})(?:[湖河江海山州省市县区]|山脉|盆地|水电站|核电站)$/giu;

export function createMentions(): Mentions {
  const ids = new Set<string>();
  const values = new Set<string>();
  const words = new Set<string>();
  const measures: Measured[] = [];
  let whole = "";

  function read(text: string): void {
    for (const { id, seat } of entitiesOf(text)) {
      ids.add(id);
      if (seat !== undefined) ids.add(seat);
    }
    for (const { groups: { digits = "", scale = "" } = {} } of text.matchAll(NUMBERS)) {
      const plain = plainNumber(digits);
      if (plain === undefined) continue;
      values.add(plain);
      values.add(scaled(plain, scale));
    }
    for (const { groups: { digits = "", scale = "" } = {} } of text.matchAll(FROM_TO))
      values.add(scaled(plainNumber(digits) ?? "0", scale));
    for (const { value, unit } of quantitiesIn(text)) {
      values.add(String(value));
      if (unit !== "count") measures.push({ value, unit });
    }
    if (HALF.test(text)) values.add("50");
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.add(word);
    whole += text.toLowerCase();
  }

  return {
    *add({ title, body }) {
      const text = `\n${title}\n${body}`;
      for (const [start, end] of partsOf(text, READ_AT_ONCE)) {
        read(text.slice(start, end));
        yield;
      }
    },
    name: ({ id, seat }) =>
      ids.has(id) ||
      (seat !== undefined && ids.has(seat)) ||
      allNamesOf(id).some((name) => isWritten(name, whole, words)),
    figure: (value) => values.has(value.replace("%", "")),
    measure: ({ value, unit }) =>
      measures.some((one) => one.unit === unit && Math.abs(one.value - value) <= ROUNDED * value),
  };
}

/** Every word of the name, without its ending; an abbreviation only as a word. */
function isWritten(name: string, whole: string, words: ReadonlySet<string>): boolean {
  if (/^\p{Lu}{2,5}$/u.test(name)) return words.has(name);
  const core = name.replace(SORT, "").trim().toLowerCase();
  const parts = core.match(/[\p{L}\p{N}]+/gu) ?? [];
  return core.length > 1 && parts.length > 0 && parts.every((part) => whole.includes(stemOf(part)));
}

function stemOf(word: string): string {
  return /^\p{Script=Cyrillic}{5,}$/u.test(word) ? word.slice(0, -2) : word;
}
