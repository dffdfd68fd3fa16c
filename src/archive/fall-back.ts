/** Search over the engine, and over what is in memory while the engine does not answer: asked once, with a deadline. */
import { type Clock, within } from "../clock.ts";
import type { Search } from "../search/search.ts";

/** An engine that failed is left alone for so long. */
const OPEN_MS = 30_000;
/** A whole answer, of several questions to the engine, takes no longer. */
const ANSWER_MS = 2_500;

/** An answer that nobody breaks off. */
const NEVER = new AbortController().signal;

type Reading = Pick<Search, "search" | "passages" | "related" | "scores" | "get">;

export interface Circuit {
  /** Told when the engine fails, and when it answers again. */
  readonly failed: (thrown: unknown) => void;
  readonly well: () => void;
}

/**
 * @param near over the newest articles, in memory
 * @param far over all of them, in the engine
 */
export function fallingBack(
  near: Search,
  far: Search,
  {
    clock,
    circuit,
    size,
  }: {
    readonly clock: Clock;
    readonly circuit: Circuit;
    /** Articles that the engine has, as far as is known. */
    readonly size: () => number;
  },
): Search {
  let closedAt = Number.NEGATIVE_INFINITY;
  let fallbacks = 0;

  async function either<T>(ask: (search: Reading) => Promise<T>): Promise<{ found: T; isWhole: boolean }> {
    if (clock.monotonic() >= closedAt) {
      try {
        const found = await within(clock, ANSWER_MS, NEVER, (signal) => before(signal, ask(far)));
        if (closedAt !== Number.NEGATIVE_INFINITY) circuit.well();
        closedAt = Number.NEGATIVE_INFINITY;
        return { found, isWhole: true };
      } catch (thrown) {
        closedAt = clock.monotonic() + OPEN_MS;
        circuit.failed(thrown);
      }
    }
    fallbacks++;
    return { found: await ask(near), isWhole: false };
  }

  const reading: Reading = {
    async search(...asked) {
      const { found, isWhole } = await either((search) => search.search(...asked));
      if (isWhole) return found;
      return { ...found, remarks: [...found.remarks, { kind: "recent", articles: near.size }] };
    },
    passages: async (...asked) => (await either((search) => search.passages(...asked))).found,
    related: async (...asked) => (await either((search) => search.related(...asked))).found,
    scores: async (...asked) => (await either((search) => search.scores(...asked))).found,
    get: async (...asked) => (await either((search) => search.get(...asked))).found,
  };
  const isUp = () => closedAt === Number.NEGATIVE_INFINITY;
  const over: Partial<Search> = {
    ...reading,
    get size() {
      return isUp() ? Math.max(near.size, size()) : near.size;
    },
    // What is in memory is only needed when the engine is away.
    ready: async () => (isUp() ? null : near.ready()),
    engine: {
      get isUp() {
        return isUp();
      },
      get fallbacks() {
        return fallbacks;
      },
      get articles() {
        return size();
      },
    },
  };
  return Object.create(near, Object.getOwnPropertyDescriptors(over)) as Search;
}

/** The work's outcome, or a rejection when the signal aborts before. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
