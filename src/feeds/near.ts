/** Near-duplicate texts: bottom-k sketches of shingles (Broder 1997; Cohen & Kaplan 2007), compared by Jaccard. */
import type { Article } from "../article.ts";

/** Hashes kept of a text; the error of the estimate is about 1/√k = 7 %. */
const K = 200;
/** The smallest hashes are looked up to find candidates; texts with Jaccard 0.7 share one of six with 99.9 %. */
const KEYS = 6;
/** From here on two texts are one, edited a little. */
const SAME = 0.7;
/** A text of fewer shingles can be alike by chance. */
const ENOUGH = 40;
/** Half of that alikeness will do where the headlines are equal too. */
const SAME_UNDER_ONE_TITLE = 0.35;

export interface Sketch {
  readonly id: string;
  readonly title: string;
  readonly at: number;
  /** The K smallest hashes, ascending. */
  readonly hashes: Uint32Array;
  readonly shingles: number;
}

export function sketchOf({ id, title, body, published }: Article): Sketch {
  const hashes = new Set(shingles(body));
  const smallest = Uint32Array.from(hashes).sort().slice(0, K);
  return {
    id,
    title: bare(title),
    at: published === null ? 0 : Date.parse(published),
    hashes: smallest,
    shingles: hashes.size,
  };
}

/** Hashes under which a text is found as a candidate, and its title as one more. */
export function keysOf(sketch: Sketch): number[] {
  return [...sketch.hashes.slice(0, KEYS), hash(`title:${sketch.title}`)];
}

/** Whether two texts are one article. */
export function isSame(a: Sketch, b: Sketch): boolean {
  const oneTitle = a.title === b.title && a.title.length >= 8;
  if (a.shingles === 0 || b.shingles === 0) return oneTitle;
  const alike = jaccard(a.hashes, b.hashes);
  if (oneTitle) return alike >= SAME_UNDER_ONE_TITLE;
  return Math.min(a.shingles, b.shingles) >= ENOUGH && alike >= SAME;
}

/** The share of the K smallest hashes of both texts together that both have. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, seen, shared] = [0, 0, 0, 0];
  while (seen < K && (i < a.length || j < b.length)) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
    seen += 1;
  }
  return seen === 0 ? 0 : shared / seen;
}

/** Runs of four Han characters or of three words, as hashes; of a text, no more than its first 20,000 characters. */
export function shingles(text: string): number[] {
  const plain = text.slice(0, 20_000).normalize("NFKC").toLowerCase();
  const units = plain.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const codes = units.map(hash);
  const han = units.filter((unit) => unit >= "\u2e80" && unit.length <= 2).length > units.length / 2;
  const width = han ? 4 : 3;
  const runs: number[] = [];
  for (let at = 0; at + width <= codes.length; at++) {
    let value = 0;
    for (let next = at; next < at + width; next++)
      value = Math.imul(value ^ (codes[next] ?? 0), 0x9e3779b1) ^ (value >>> 15);
    runs.push(value >>> 0);
  }
  return runs;
}

/** A title by its letters and digits alone. */
export function bare(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
