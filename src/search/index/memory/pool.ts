/**
 * The memory of an index's posting lists: large arrays that the lists share. A million small arrays would be
 * looked at one by one whenever garbage is collected, while everything else waits.
 */
import { erase, insert, MAX_SLOTS, type PostingList } from "./postings.ts";

export interface Pool {
  /** Keeps a copy of ascending postings, two or more; answers the list's number. */
  keep(postings: Uint32Array): number;
  /** A list's postings where they lie: to be read before the next change. */
  list(number: number): PostingList;
  length(number: number): number;
  /** Inserts a posting of an article that the list does not have. */
  insert(number: number, posting: number): void;
  /** Takes an article out; true when it was there. */
  erase(number: number, slot: number): boolean;
  /** Gives a list's place and number to others. */
  drop(number: number): void;
}

/** Postings in one shared array; longer lists have one of their own. */
const PAGE = 1 << 18;
/** A place is the number of its array times this, plus where in it. */
const SPAN = MAX_SLOTS;

/** Lists have room for 2, 3, 4, 6, 8, 12, 16… postings; what one leaves behind fits the next of its class. */
const roomOf = (size: number): number => (2 + (size & 1)) << (size >> 1);

export function createPool(): Pool {
  const pages: Uint32Array[] = [];
  /** Of the page that is being filled. */
  let used = PAGE;
  let filling = -1;
  const left: number[][] = [];
  const numbers: number[] = [];
  const places: number[] = [];
  const sizes: number[] = [];
  const lengths: number[] = [];

  const placeFor = (size: number): number => {
    const again = left[size]?.pop();
    if (again !== undefined) return again;
    const room = roomOf(size);
    if (room > PAGE / 4) return (pages.push(new Uint32Array(room)) - 1) * SPAN;
    if (used + room > PAGE) {
      filling = pages.push(new Uint32Array(PAGE)) - 1;
      used = 0;
    }
    used += room;
    return filling * SPAN + used - room;
  };
  const leave = (place: number, size: number): void => {
    const others = left[size];
    if (others) others.push(place);
    else left[size] = [place];
  };
  const itemsOf = (place: number, length: number): Uint32Array => {
    const from = place % SPAN;
    return (pages[(place - from) / SPAN] ?? new Uint32Array(0)).subarray(from, from + length);
  };
  /** The list with all of its room, to be changed. */
  const open = (number: number): PostingList => ({
    items: itemsOf(places[number] ?? 0, roomOf(sizes[number] ?? 0)),
    length: lengths[number] ?? 0,
  });

  return {
    keep(postings) {
      let size = 0;
      while (roomOf(size) < postings.length) size++;
      const place = placeFor(size);
      itemsOf(place, postings.length).set(postings);
      const number = numbers.pop() ?? places.length;
      places[number] = place;
      sizes[number] = size;
      lengths[number] = postings.length;
      return number;
    },
    list: (number) => {
      const length = lengths[number] ?? 0;
      return { items: itemsOf(places[number] ?? 0, length), length };
    },
    length: (number) => lengths[number] ?? 0,
    insert(number, posting) {
      const size = sizes[number] ?? 0;
      const old = places[number] ?? 0;
      const length = lengths[number] ?? 0;
      if (length === roomOf(size)) {
        const place = placeFor(size + 1);
        itemsOf(place, length).set(itemsOf(old, length));
        leave(old, size);
        places[number] = place;
        sizes[number] = size + 1;
      }
      const list = open(number);
      insert(list, posting);
      lengths[number] = list.length;
    },
    erase(number, slot) {
      const list = open(number);
      const found = erase(list, slot);
      lengths[number] = list.length;
      return found;
    },
    drop(number) {
      leave(places[number] ?? 0, sizes[number] ?? 0);
      numbers.push(number);
    },
  };
}
