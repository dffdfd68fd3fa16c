/** Which articles have a term and how often: one sorted list of numbers a term, packed so that scoring is a plain loop. */

/** Bits of a posting: slot of the article, times in its title, times in its body. */
const TITLE_BITS = 3;
const BODY_BITS = 7;
const SLOT_SHIFT = TITLE_BITS + BODY_BITS;
const MAX_TITLE = (1 << TITLE_BITS) - 1;
const MAX_BODY = (1 << BODY_BITS) - 1;
/** 22 bits are left for the slot. */
export const MAX_SLOTS = 1 << (32 - SLOT_SHIFT);

export const pack = (slot: number, title: number, body: number): number =>
  ((slot << SLOT_SHIFT) | (Math.min(title, MAX_TITLE) << BODY_BITS) | Math.min(body, MAX_BODY)) >>> 0;
export const slotOf = (posting: number): number => posting >>> SLOT_SHIFT;
export const titleOf = (posting: number): number => (posting >>> BODY_BITS) & MAX_TITLE;
export const bodyOf = (posting: number): number => posting & MAX_BODY;

/** A list: `items[0..length)` are used, ascending by slot. */
export interface PostingList {
  readonly items: Uint32Array;
  length: number;
}

/** The first index whose slot is not below `slot`, looking in [from, length). */
function lowerBound(list: PostingList, slot: number, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotOf(list.items[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The posting of an article, or 0 (no real posting is 0: it would have the term no time). */
export function find(list: PostingList, slot: number): number {
  const at = lowerBound(list, slot);
  const posting = at < list.length ? (list.items[at] ?? 0) : 0;
  return posting !== 0 && slotOf(posting) === slot ? posting : 0;
}

/** Inserts a posting of an article that the list does not have, where there is room. Appending is the common case and cheap. */
export function insert(list: PostingList, posting: number): void {
  const slot = slotOf(posting);
  const last = list.length === 0 ? -1 : slotOf(list.items[list.length - 1] ?? 0);
  const at = last < slot ? list.length : lowerBound(list, slot);
  if (at < list.length) list.items.copyWithin(at + 1, at, list.length);
  list.items[at] = posting;
  list.length++;
}

/** Takes an article out; true when it was there. */
export function erase(list: PostingList, slot: number): boolean {
  const at = lowerBound(list, slot);
  if (at === list.length || slotOf(list.items[at] ?? 0) !== slot) return false;
  list.items.copyWithin(at, at + 1, list.length);
  list.length--;
  return true;
}

/** Articles that are in every list, with the smallest of their counts: the posting list of a phrase-like term. */
export function intersect(lists: readonly PostingList[]): PostingList {
  const [first, ...rest] = [...lists].sort((a, b) => a.length - b.length);
  if (!first) return { items: new Uint32Array(0), length: 0 };
  const items = new Uint32Array(first.length);
  const cursors = rest.map(() => 0);
  let length = 0;
  next: for (let i = 0; i < first.length; i++) {
    const posting = first.items[i] ?? 0;
    const slot = slotOf(posting);
    let title = titleOf(posting);
    let body = bodyOf(posting);
    for (const [r, list] of rest.entries()) {
      const at = lowerBound(list, slot, cursors[r]);
      cursors[r] = at;
      if (at === list.length) break next;
      const other = list.items[at] ?? 0;
      if (slotOf(other) !== slot) continue next;
      title = Math.min(title, titleOf(other));
      body = Math.min(body, bodyOf(other));
    }
    // Spread over title and body: it is there, but whole in neither.
    if (title + body === 0) body = 1;
    items[length++] = pack(slot, title, body);
  }
  return { items, length };
}
