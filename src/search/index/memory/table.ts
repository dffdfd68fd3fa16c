/** A map of very many strings that grows in small steps: one Map copies all of itself whenever it doubles, in one go. */

export interface Table<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  keys(): Iterable<string>;
  entries(): Iterable<readonly [key: string, value: V]>;
}

/** With so many parts, one of them doubles in about a millisecond when the table has millions of keys. */
const PARTS = 256;

export function createTable<V>(): Table<V> {
  const parts = Array.from({ length: PARTS }, () => new Map<string, V>());
  const partOf = (key: string): Map<string, V> => parts[numberOf(key)] ?? new Map();
  return {
    get: (key) => partOf(key).get(key),
    set: (key, value) => void partOf(key).set(key, value),
    delete: (key) => void partOf(key).delete(key),
    *keys() {
      for (const part of parts) yield* part.keys();
    },
    *entries() {
      for (const part of parts) yield* part.entries();
    },
  };
}

/** Spreads keys evenly enough, from their first, middle and last characters. */
function numberOf(key: string): number {
  const { length } = key;
  const mixed =
    Math.imul(key.charCodeAt(0), 0x9e35) ^
    Math.imul(key.charCodeAt(length >> 1), 0x85eb) ^
    Math.imul(key.charCodeAt(length - 1), 0x27d5) ^
    length;
  return ((mixed >>> 8) ^ mixed) & (PARTS - 1);
}
