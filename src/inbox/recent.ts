/** A map of bounded size: what was set longest ago is forgotten first. */

export interface Recent<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): void;
  delete(key: string): boolean;
  readonly size: number;
  entries(): IterableIterator<[string, V]>;
}

/** @param most how many are remembered */
export function createRecent<V>(most: number): Recent<V> {
  const map = new Map<string, V>();
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      const oldest = map.size > most ? map.keys().next() : undefined;
      if (oldest?.done === false) map.delete(oldest.value);
    },
    delete: (key) => map.delete(key),
    get size() {
      return map.size;
    },
    entries: () => map.entries(),
  };
}
