/** Whether an item of a feed is an article that came before, with its headline or text edited, or another one. */
import type { Article } from "../article.ts";
import { bare, shingles } from "./near.ts";

/** From this share of common letter pairs on, two headlines say nearly the same. */
const SIMILAR_TITLE = 0.5;
/** From this share of the shorter text on, it is found again in the longer one. */
const CONTAINED = 0.5;
/** Texts of fewer runs of words prove nothing. */
const ENOUGH = 12;

export interface Item {
  readonly title: string;
  readonly text: string;
  /** UTC instant as the feed states it, or null. */
  readonly published: string | null;
}

/** What else speaks for an item being an earlier article. */
export interface Ties {
  /** They have the same address, and it is one that names an article. */
  readonly link: boolean;
  /** They have the same id, which no other item of the feed has. */
  readonly id: boolean;
}

type Likeness = "same" | "unknown" | "different";

/**
 * Judges by headline, text, date and ties together. An edited headline, an edited text or a bumped date is the same
 * article; where both headline and text are others, only the same instant and a tie make it so. In doubt they are
 * two: a doubled article is a lesser evil than a headline over another's text.
 */
export function isSameItem(before: Article, now: Item, ties: Ties): boolean {
  const text = likenessOfTexts(before.body, now.text);
  const date = likenessOfDates(before.published, now.published);
  const titles = [before.title, ...(before.formerTitles ?? [])];
  if (titles.some((title) => bare(title) === bare(now.title))) {
    if (text === "same" || date === "same") return true;
    if (text === "different") return ties.link && isWithinADay(before.published, now.published);
    return ties.link || ties.id || date === "unknown";
  }
  if (titles.some((title) => isSimilarTitle(title, now.title))) {
    if (text === "same" || date === "same") return true;
    return text === "unknown" ? ties.link || date === "unknown" : ties.link && date === "unknown";
  }
  if (text === "same") return date === "same" || ties.link || ties.id;
  if (text === "unknown") return date === "same" ? ties.link || ties.id : date === "unknown" && ties.link;
  return date === "same" && (ties.link || ties.id);
}

/** Whether two items that stand in one feed at the same time are one that is listed twice. */
export function isListedTwice(before: Article, now: Item): boolean {
  if (bare(before.title) !== bare(now.title)) return false;
  const text = likenessOfTexts(before.body, now.text);
  return (
    text === "same" ||
    (text === "unknown" && likenessOfDates(before.published, now.published) !== "different")
  );
}

/** Whether two headlines are nearly one; another number in it is another headline ("day 2", "29 September"). */
export function isSimilarTitle(a: string, b: string): boolean {
  const numbers = (title: string) => (title.normalize("NFKC").match(/\d+/g) ?? []).sort().join(" ");
  if (numbers(a) !== numbers(b)) return false;
  const [pairsA, pairsB] = [pairs(bare(a)), pairs(bare(b))];
  const shared = [...pairsA].filter((pair) => pairsB.has(pair)).length;
  return shared > 0 && (2 * shared) / (pairsA.size + pairsB.size) >= SIMILAR_TITLE;
}

/** Whether one text holds most of the other; unknown where one of them is too short to tell. */
export function likenessOfTexts(a: string, b: string): Likeness {
  if (a === b) return "same";
  const [small, large] = [new Set(shingles(a)), new Set(shingles(b))].sort((x, y) => x.size - y.size);
  if (!small || !large || small.size < ENOUGH) return "unknown";
  const shared = [...small].filter((shingle) => large.has(shingle)).length;
  return shared / small.size >= CONTAINED ? "same" : "different";
}

function likenessOfDates(a: string | null, b: string | null): Likeness {
  if (a === null || b === null) return "unknown";
  return a === b ? "same" : "different";
}

/** A page that is replaced each day keeps its headline ("Today's briefing") and has a day's distance. */
function isWithinADay(a: string | null, b: string | null): boolean {
  return a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) < 20 * 3_600_000;
}

/** Pairs of neighbouring letters (Dice 1945). */
function pairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
