/** The passage of an article that answers: whole sentences where they fit, copied verbatim. */

import { isHeading, sentences, withoutBullet } from "../../language/sentences.ts";
import type { Mark } from "../../language/text.ts";
import { joinMarks, marksWithin } from "./highlights.ts";

/** A place in the text that a query term met. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  /** What tells terms apart: a passage with two of them beats one with the same twice. */
  readonly key: string;
  readonly weight: number;
}

export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Whether it begins or ends within a sentence. */
  readonly cut: { readonly start: boolean; readonly end: boolean };
}

/** Width of a snippet in columns; a Han character takes two. */
const WIDTH = 256;
/** A second place of the same term adds this share of the first. */
const AGAIN = 0.1;
/** What a place in a heading is worth beside one in a sentence. */
const HEADING = 0.5;
/** Places that are weighed against each other; a book that repeats a word has better ones early on. */
const MOST_PLACES = 400;
/** How far from the best place sentences are looked for, in characters. */
const AROUND = 900;

/** Chooses the passage. @param met in order of `start` */
export function snippetOf(text: string, met: readonly TermPlace[]): Snippet {
  const places = met.slice(0, MOST_PLACES);
  const whole = passage(text, places);
  const [from, to] = width(text, whole) <= WIDTH ? whole : cut(text, whole, places);
  const marks = joinMarks(places.map(({ start, end }): Mark => [start, end]));
  return {
    text: text.slice(from, to),
    marks: marksWithin(marks, from, to),
    cut: { start: from > whole[0], end: to < whole[1] },
  };
}

/** The sentences that say most; one that is wider than a snippet stands alone. */
function passage(text: string, places: readonly TermPlace[]): Mark {
  const centre = densest(places);
  const all = sentences(text, Math.max(0, centre - AROUND), Math.min(text.length, centre + AROUND));
  // A sentence cut by the edge of the part that was read is not whole.
  if (centre - AROUND > 0 && all.length > 2) all.shift();
  if (centre + AROUND < text.length && all.length > 2) all.pop();
  let best: Mark = [0, 0];
  let value = -1;
  for (const { block, share } of blocksOf(text, all)) {
    for (const [i, [from]] of block.entries()) {
      const worthUpTo = worthFrom(places, from);
      let columns = 0;
      for (let at = i, before = from; at < block.length; at++) {
        const to = block[at]?.[1] ?? before;
        columns += width(text, [before, to]);
        if (at > i && columns > WIDTH) break;
        before = to;
        const run: Mark = [from, to];
        const worth = worthUpTo(to) * share;
        // Of equal passages the first and shortest wins, unless it leaves room for the next sentence.
        if (worth > value || (worth === value && run[0] === best[0])) [best, value] = [run, worth];
      }
    }
  }
  return best;
}

/** Sentences that read on from one to the next: headings and points of a list stand for themselves, headings last. */
function blocksOf(text: string, all: readonly Mark[]): readonly { block: readonly Mark[]; share: number }[] {
  const headings: { block: Mark[]; share: number }[] = [];
  const blocks: { block: Mark[]; share: number }[] = [];
  let end: number | undefined;
  for (const whole of all) {
    const sentence = withoutBullet(text, whole);
    const heading = isHeading(text, sentence);
    const last = blocks.at(-1);
    if (heading) headings.push({ block: [sentence], share: HEADING });
    else if (last && end !== undefined && text.slice(end, sentence[0]).trim() === "")
      last.block.push(sentence);
    else blocks.push({ block: [sentence], share: 1 });
    end = heading ? undefined : sentence[1];
  }
  return [...blocks, ...headings];
}

/** The start of the place with the most worth in the characters after it. */
function densest(places: readonly TermPlace[]): number {
  let centre = 0;
  let value = 0;
  for (const { start } of places) {
    const worth = worthFrom(places, start)(start + WIDTH / 2);
    if (worth > value) [centre, value] = [start, worth];
  }
  return centre;
}

/** What the places from an offset on are worth, up to an end that only grows: each is looked at once. */
function worthFrom(places: readonly TermPlace[], from: number): (to: number) => number {
  const first = firstFrom(places, from);
  const seen = new Set<string>();
  let worth = 0;
  let at = first;
  let reachesBeyond = false;
  return (to) => {
    if (reachesBeyond) {
      // What was left out comes before some that was counted.
      [worth, at, reachesBeyond] = [0, first, false];
      seen.clear();
    }
    for (let place = places[at]; place && place.start <= to; place = places[++at]) {
      const { end, key, weight } = place;
      if (end > to) {
        reachesBeyond = true;
        continue;
      }
      worth += seen.has(key) ? weight * AGAIN : weight;
      seen.add(key);
    }
    return worth;
  };
}

/** The index of the first place that starts at an offset or behind it. */
function firstFrom(places: readonly TermPlace[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts a sentence that is too long around its densest part, between words where the script has spaces. */
function cut(text: string, [from, to]: Mark, places: readonly TermPlace[]): Mark {
  const inside = places.filter(({ start, end }) => start >= from && end <= to);
  const centre = inside.length > 0 ? densest(inside) : from;
  let start = Math.max(from, centre - WIDTH / 8);
  if (start > from) start = afterBreak(text, start, centre);
  let end = start;
  for (let columns = 0; end < to; end++) {
    columns += isWide(text.charCodeAt(end)) ? 2 : 1;
    if (columns > WIDTH) break;
  }
  if (end < to) end = beforeBreak(text, end, Math.max(start + WIDTH / 4, centre));
  return [start, end];
}

/** The first start of a word or clause at or after `at`; `at` itself (or its neighbour) in unbroken text. */
function afterBreak(text: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++)
    if (/[\s,，、；：:]/.test(text.charAt(i - 1)) && /\S/.test(text.charAt(i))) return i;
  return isTail(text, at) ? at + 1 : at;
}

function beforeBreak(text: string, at: number, limit: number): number {
  for (let i = at; i > limit; i--)
    if (/[\s,，、；：:]/.test(text.charAt(i)) && /\S/.test(text.charAt(i - 1))) return i;
  return isTail(text, at) ? at - 1 : at;
}

/** Whether an offset is in the middle of a surrogate pair. */
function isTail(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function width(text: string, [from, to]: Mark): number {
  let columns = 0;
  for (let i = from; i < to; i++) columns += isWide(text.charCodeAt(i)) ? 2 : 1;
  return columns;
}

/** Han, kana and full-width forms take two columns. */
function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}
