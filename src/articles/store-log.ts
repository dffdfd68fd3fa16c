/** The article log in the shared store, in numbered segments, so that every replica has the same articles. */
import { setImmediate as breathe } from "node:timers/promises";
import { BotError } from "../errors.ts";
import type { StateStore } from "../state/store.ts";
import { type ArticleLog, isEntry, type LogEntry } from "./log.ts";

/** The newest segment's number, and the oldest that is still there. */
const HEAD = "articles:head";
const TAIL = "articles:tail";
const COMPACTING_MS = 3_600_000;
/** Entries a segment; about 200 KB of JSON. */
const SEGMENT = 100;
const TRIES = 50;
/** Segments fetched at once. */
const AT_ONCE = 8;

const segmentKey = (number: number) => `articles:segment:${String(number).padStart(12, "0")}`;

/** Segments are written by one commit with the head, so a reader never sees a gap and a writer never overwrites. */
export function storeLog(store: StateStore): ArticleLog {
  let seen = 0;
  let length = 0;

  async function numberAt(key: string): Promise<number> {
    const value = await store.get(key);
    return typeof value === "number" ? value : 0;
  }

  async function appendSegment(entries: readonly LogEntry[]): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const value = await store.get(HEAD);
      const next = (typeof value === "number" ? value : 0) + 1;
      const change = { when: { [HEAD]: value }, set: { [HEAD]: next, [segmentKey(next)]: entries } };
      if (!(await store.commit(change))) continue;
      if (seen === next - 1) [seen, length] = [next, length + entries.length];
      return;
    }
    throw new BotError("unavailable", {
      en: "Too many replicas write articles at once; they are tried again at the next poll.",
      zh: "同时写入文章的副本过多，下次轮询时重试。",
      ru: "Слишком много реплик пишут статьи сразу; следующая попытка — при следующем опросе.",
    });
  }

  async function append(entries: readonly LogEntry[]): Promise<void> {
    for (let at = 0; at < entries.length; at += SEGMENT) await appendSegment(entries.slice(at, at + SEGMENT));
  }

  return {
    append,
    async read(take) {
      const last = await numberAt(HEAD);
      if (seen === last) return;
      const first = Math.max(seen + 1, await numberAt(TAIL));
      const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
      for (let at = 0; at < numbers.length; at += AT_ONCE) {
        const some = await Promise.all(
          numbers.slice(at, at + AT_ONCE).map((number) => store.get(segmentKey(number))),
        );
        for (const segment of some) {
          const entries = Array.isArray(segment) ? segment.filter(isEntry) : [];
          length += entries.length;
          if (entries.length > 0) take(entries);
        }
        seen = numbers[Math.min(at + AT_ONCE, numbers.length) - 1] ?? seen;
        await breathe();
      }
    },
    async compact(keep) {
      if (!(await store.claim("articles:compacting", COMPACTING_MS))) return;
      const [tail, head] = [await numberAt(TAIL), await numberAt(HEAD)];
      await append(keep);
      await store.set(TAIL, head + 1);
      for (let number = Math.max(1, tail); number <= head; number++) await store.delete(segmentKey(number));
      length = keep.length;
    },
    get length() {
      return length;
    },
    faults: [],
  };
}
