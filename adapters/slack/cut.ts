/** Cutting text that is too long: at a word, with an ellipsis, never inside a character. */
import { clean } from "./escape.ts";

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * The longest beginning whose `size` is at most `max`, ended at a word where one ends near, with "…"; text directions
 * that the cut would leave open are closed.
 * @param size what counts, for example the length after escaping; it must grow with the text
 */
export function cut(text: string, max: number, size: (text: string) => number = (t) => t.length): string {
  if (size(text) <= max) return text;
  const room = max - 1;
  let low = 0;
  let high = Math.min(text.length, max);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (size(clean(text.slice(0, middle))) <= room) low = middle;
    else high = middle - 1;
  }
  const end = boundary(text, low);
  return room < 0 ? "" : `${clean(text.slice(0, end).trimEnd())}…`;
}

/** The last place at or before `end` where text may be parted: after a word if one ends in the last fifth. */
export function boundary(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const whole = GRAPHEMES.segment(text).containing(end)?.index ?? end;
  const head = text.slice(0, whole);
  if (!/[\p{L}\p{N}]/u.test(text.charAt(whole)) || /\p{Script=Han}/u.test(text.charAt(whole))) return whole;
  const space = head.search(/\s\S*$/u);
  return space > whole * 0.8 ? space : whole;
}
