/** The door to closeness in meaning: vectors of articles and queries, where the team has a server that makes them. */
import type { Article } from "../article.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { once } from "../once.ts";
import type { Health } from "../ops/health.ts";
import type { Nearness } from "../search/search.ts";

/** How far the vectors of the archive are: articles that there are, those whose turn has not come, and texts that were made. */
export interface Progress {
  readonly articles: number;
  readonly waiting: number;
  readonly made: number;
}

/** How requests to the server went. */
export type RequestOutcome = "answered" | "failed" | "skipped";

export interface Meaning {
  /** Whether there is a server; without one no connection is ever made and nothing is loaded. */
  readonly on: boolean;
  /** How close articles are to a query; see `Nearness`. Never rejects, never waits longer than 300 ms. */
  readonly near: Nearness;
  /** Articles that came or changed; their vectors are made beside everything else, the newest first. */
  add(articles: readonly Article[]): void;
  remove(ids: readonly string[]): void;
  /** The same over other articles than the library's, once all of their vectors are made: for measuring. */
  over(articles: readonly Article[]): Promise<Nearness | undefined>;
  /** Undefined until the first vector is asked for. */
  progress(): Progress | undefined;
  readonly requests: ReadonlyMap<RequestOutcome, number>;
  /** Tries the server, for `doctor`. @throws Error saying what is wrong */
  trial(): Promise<{ readonly dimension: number; readonly ms: number }>;
}

/**
 * @param fills makes vectors that are missing; else only those on disk are used
 * @param health told when the server does not answer, and when it does again
 */
export function openMeaning(
  config: Pick<
    Config,
    "SCO_EMBED_URL" | "SCO_EMBED_MODEL" | "SCO_EMBED_KEY" | "SCO_EMBED_FORM" | "SCO_DATA_DIR"
  >,
  { clock, health, fills }: { readonly clock: Clock; readonly health: Health; readonly fills: boolean },
): Meaning {
  const { SCO_EMBED_URL: url, SCO_EMBED_MODEL: model, SCO_EMBED_KEY: key, SCO_EMBED_FORM: form } = config;
  const requests = new Map<RequestOutcome, number>();
  if (url === undefined || model === undefined) return { ...OFF, requests };
  let made: { progress(): Progress } | undefined;
  const open = once(async () => {
    const { createMeaning } = await import("./create.ts");
    const opened = createMeaning({
      ...{ server: { url, model, key, form }, folder: config.SCO_DATA_DIR },
      ...{
        clock,
        health,
        fills,
        count: (outcome) => requests.set(outcome, (requests.get(outcome) ?? 0) + 1),
      },
    });
    made = opened;
    return opened;
  });
  return {
    on: true,
    near: async (text) => (await open()).near(text),
    add: (articles) => void open().then((opened) => opened.add(articles)),
    remove: (ids) => void open().then((opened) => opened.remove(ids)),
    over: async (articles) => (await open()).over(articles),
    progress: () => made?.progress(),
    requests,
    trial: async () => (await open()).trial(),
  };
}

const OFF: Omit<Meaning, "requests"> = {
  on: false,
  near: async () => undefined,
  add: () => undefined,
  remove: () => undefined,
  over: async () => undefined,
  progress: () => undefined,
  trial: () => Promise.reject(new Error("no server is set")),
};
