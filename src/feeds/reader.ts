/** Reads feeds and pages in a thread of its own, within limits of time and memory. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Clock } from "../clock.ts";
import { Refusal } from "../net/refusal.ts";
import { root } from "../root.ts";
import type { FeedReading, Source } from "./feed.ts";
import type { ExtractedPage, PageSource } from "./page.ts";

export type Job =
  | { readonly kind: "feed"; readonly source: Source }
  | { readonly kind: "page"; readonly source: PageSource };

export interface FeedReader {
  /** Takes the bytes over. @throws Refusal("content") when the content cannot be read within the limits */
  feed(source: Source): Promise<FeedReading>;
  /** @param pasted for somebody who pasted its address: it waits behind all else, and only a few do at once */
  page(source: PageSource, pasted?: "pasted"): Promise<ExtractedPage>;
  close(): Promise<void>;
}

/** Milliseconds; a feed of 10,000 items takes well under one second, linkedom 12 ms for a usual page. */
const LIMITS = { feed: 10_000, page: 2_000 } as const;
/** Pasted pages that wait at once; more are refused. */
const MOST_PASTED = 3;
const MEMORY_MB = 96;
/** New objects; with more, garbage of a large feed stays lying about. */
const YOUNG_MB = 8;
/** The built file: a thread cannot load TypeScript on Node 20. */
const SCRIPT = join(root, "dist", "src", "feeds", "reader.worker.js");

/** One thread, one job at a time; a job that takes too long loses its thread and the next one gets a new one. */
export function createReader(clock: Clock): FeedReader {
  let worker: Worker | undefined;
  const waiting: (() => Promise<void>)[] = [];
  const pasted: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;

  async function run(job: Job): Promise<unknown> {
    worker ??= new Worker(SCRIPT, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const current = worker;
    const done = new AbortController();
    const { promise, resolve, reject } = settled();
    const lost = () => reject(new Refusal("content", `${MEMORY_MB} MB`));
    try {
      current.ref();
      current.on("message", resolve).on("error", lost).on("exit", lost);
      clock.sleep(LIMITS[job.kind], done.signal).then(
        () => reject(new Refusal("content", `${LIMITS[job.kind] / 1_000} s`)),
        () => undefined,
      );
      current.postMessage(job, own(job.source.bytes));
      return await promise;
    } catch (thrown) {
      worker = undefined;
      current.on("error", () => undefined);
      await current.terminate();
      throw thrown;
    } finally {
      done.abort();
      current.off("message", resolve).off("error", lost).off("exit", lost);
      current.unref();
    }
  }

  const first = () => waiting.shift() ?? pasted.shift();
  async function work(): Promise<void> {
    for (let next = first(); next; next = first()) await next();
    working = undefined;
  }

  function queued(job: Job, line = waiting): Promise<unknown> {
    return new Promise((resolve, reject) => {
      line.push(() => run(job).then(resolve, reject));
      working ??= work();
    });
  }

  return {
    feed: async (source) => unwrapped<FeedReading>(await queued({ kind: "feed", source })),
    async page(source, how) {
      if (how && pasted.length >= MOST_PASTED) throw new Refusal("content", "");
      return unwrapped<ExtractedPage>(await queued({ kind: "page", source }, how ? pasted : waiting));
    },
    async close() {
      await working;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** The memory of bytes that share it with no others is handed over instead of copied. */
function own({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

function unwrapped<T>(answer: unknown): T {
  const { read, failed } = answer as { read?: T; failed?: string };
  if (read === undefined) throw new Refusal("content", failed ?? "");
  return read;
}

/** A promise with its handles outside (Promise.withResolvers needs Node 22). */
function settled() {
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
