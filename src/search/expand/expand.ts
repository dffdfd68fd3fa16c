/** What the words of a query look for: themselves, their translations, corrections, readings and quantities. */
import type { QueryTerm } from "../types.ts";
import { correct } from "./correct.ts";
import { type Asked, finish } from "./draft.ts";
import { translateHan } from "./han.ts";
import { carryNames } from "./names.ts";
import { readPinyin } from "./pinyin.ts";
import { translateWords } from "./words.ts";
import { writtenTerms } from "./written.ts";

/** Query terms for a run of plain words; every term keeps its own wording as its first way to be met. */
export function interpret(asked: Asked): QueryTerm[] {
  const drafts = writtenTerms(asked.text);
  const read = readPinyin(drafts, asked);
  correct(
    drafts.filter(({ start, end }) => !read.some((one) => one.start <= start && one.end >= end)),
    asked,
  );
  const phrases = translateWords(drafts, asked);
  carryNames(drafts, asked);
  const longer = translateHan(drafts, asked);
  return [...drafts, ...read, ...phrases, ...longer].map(finish);
}
