/** Search over the engine, and over what is in memory while the engine does not answer: asked once, with a deadline. */
import { type Clock, within } from "../clock.ts";
import type { EngineIndex } from "../search/index/opensearch/opensearch.ts";
import type { Search } from "../search/search.ts";

/** An engine that failed is left alone for so long. */
const OPEN_MS = 30_000;
/** A whole answer, of several questions to the engine, takes no longer. */
const ANSWER_MS = 2_500;

/** An answer that nobody breaks off. */
const NEVER = new AbortController().signal;

type Reading = Pick<Search, "search" | "passages" | "related" | "scores" | "get">;

/** Asks the engine, and leaves it alone for a while when it fails. */
export interface Circuit {
  /** What it answers; undefined when it does not. @param ms how long it may take */
  whole<T>(ask: () => Promise<T>, ms?: number): Promise<{ readonly found: T } | undefined>;
  readonly isUp: boolean;
  /** Times that it was not asked, or did not answer. */
  readonly fallbacks: number;
}

export function createCircuit(
  clock: Clock,
  told: {
    /** Told when the engine fails, and when it answers again. */
    readonly failed: (thrown: unknown) => void;
    readonly well: () => void;
  },
): Circuit {
  let closedAt = Number.NEGATIVE_INFINITY;
  let fallbacks = 0;
  return {
    async whole(ask, ms = ANSWER_MS) {
      if (clock.monotonic() >= closedAt) {
        try {
          const found = await within(clock, ms, NEVER, (signal) => before(signal, ask()));
          if (closedAt !== Number.NEGATIVE_INFINITY) told.well();
          closedAt = Number.NEGATIVE_INFINITY;
          return { found };
        } catch (thrown) {
          closedAt = clock.monotonic() + OPEN_MS;
          told.failed(thrown);
        }
      }
      fallbacks++;
      return undefined;
    },
    get isUp() {
      return closedAt === Number.NEGATIVE_INFINITY;
    },
    get fallbacks() {
      return fallbacks;
    },
  };
}

/**
 * @param near over the newest articles, in memory
 * @param far over all of them, in the engine
 */
export function fallingBack(
  near: Search,
  far: Search,
  circuit: Circuit,
  index: Pick<EngineIndex, "size" | "daysBetween">,
): Search {
  async function either<T>(ask: (search: Reading) => Promise<T>): Promise<{ found: T; isWhole: boolean }> {
    const answered = await circuit.whole(() => ask(far));
    return answered ? { ...answered, isWhole: true } : { found: await ask(near), isWhole: false };
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
  const over: Partial<Search> = {
    ...reading,
    get size() {
      return circuit.isUp ? Math.max(near.size, index.size) : near.size;
    },
    // What is in memory is only needed when the engine is away.
    ready: async () => (circuit.isUp ? null : near.ready()),
    engine: {
      get isUp() {
        return circuit.isUp;
      },
      get fallbacks() {
        return circuit.fallbacks;
      },
      get articles() {
        return index.size;
      },
      days: async (...asked) => (await circuit.whole(() => index.daysBetween(...asked)))?.found,
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
