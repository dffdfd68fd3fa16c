/** Cuts text to a limit that counts after escaping: at a word where one is near, never inside a character. */

const ELLIPSIS = "…";
/** How far back from the limit a space is looked for. */
const WORD_REACH = 24;
/** What belongs to the character before it: accents, joiners, the second half of a pair. */
const CONTINUES = /^(?:\p{M}|\u200d|\ufe0f|[\udc00-\udfff])/u;

/**
 * The longest beginning of `text` that, dressed, is at most `limit` UTF-16 units; with an ellipsis when cut,
 * "" when not even that fits.
 */
export function fit(text: string, limit: number, dress: (text: string) => string = (plain) => plain): string {
  const whole = dress(text);
  if (whole.length <= limit) return whole;
  let low = 0;
  let high = Math.min(text.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (dress(text.slice(0, middle) + ELLIPSIS).length <= limit) low = middle;
    else high = middle - 1;
  }
  for (let end = cleanEnd(text, low); end > 0; end = cleanEnd(text, end - 1)) {
    const cut = dress(text.slice(0, end).trimEnd() + ELLIPSIS);
    if (cut.length <= limit) return cut;
  }
  return limit >= ELLIPSIS.length ? ELLIPSIS : "";
}

/** The nearest place at or before `end` that splits neither a word (if a space is near) nor a character. */
function cleanEnd(text: string, end: number): number {
  const space = text.slice(Math.max(0, end - WORD_REACH), end + 1).search(/\s\S*$/);
  if (space > 0) return Math.max(0, end - WORD_REACH) + space;
  let at = end;
  while (at > 0 && end - at < 16 && CONTINUES.test(text.slice(at, at + 2))) at--;
  return at;
}
