/** What does not work as it should: noted once in the log, and shown by `status` until it is well again. */
import type { Words } from "../i18n/words.ts";

export interface Trouble {
  /** The part that is degraded: "state", "dictionary", "feed:tass". */
  readonly part: string;
  readonly words: Words;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface Health {
  /** Notes that a part is degraded and what still works; said in the log when it is new. */
  worse(part: string, words: Words): void;
  /** Notes that it is well again. */
  well(part: string): void;
  readonly troubles: readonly Trouble[];
}

export function createHealth(
  now: () => number,
  log: { warn(o: object, m: string): void; info(o: object, m: string): void },
): Health {
  const troubles = new Map<string, Trouble>();
  return {
    worse(part, words) {
      const known = troubles.get(part);
      if (known?.words.en === words.en) return;
      troubles.set(part, { part, words, since: known?.since ?? now() });
      log.warn({ part }, words.en);
    },
    well(part) {
      if (troubles.delete(part)) log.info({ part }, "works again");
    },
    get troubles() {
      return [...troubles.values()].sort((a, b) => (a.part < b.part ? -1 : 1));
    },
  };
}
