/** An append-only log in Redis: a stream of its own, which no look at the state touches; every process reads the same. */
import { setImmediate as breathe } from "node:timers/promises";
import { type Client, redisConnection } from "./redis-client.ts";

export interface TextLog {
  /** Resolves when all are safe; answers their ids. @throws BotError "unavailable" */
  append(texts: readonly string[]): Promise<readonly string[]>;
  /** What was appended after an id (undefined: all of it), page by page, in order. @throws BotError "unavailable" */
  read(after: string | undefined): AsyncIterable<readonly (readonly [id: string, text: string])[]>;
  /** Takes entries out. @throws BotError "unavailable" */
  remove(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Entries may be long: a page of them takes longer than a row. */
const COMMAND_MS = 5_000;
/** Entries of one page, and of one call that writes. */
const PAGE = 200;
const FIELD = "e";

/** @param before brings what an earlier version kept elsewhere, once, when the log is not there yet */
export function redisLog(
  url: string,
  name: string,
  before: (to: Client) => AsyncIterable<readonly string[]> = async function* () {},
): TextLog {
  const key = `{sco:${name}}log`;
  const connection = redisConnection(url, { commandMs: COMMAND_MS, first: takeOver });
  const { ask } = connection;

  async function append(texts: readonly string[]): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < texts.length; at += PAGE)
      ids.push(...(await ask<string[]>((to) => add(to, key, texts.slice(at, at + PAGE)))));
    return ids;
  }

  /** Into a log beside it first, which then takes its name: a process that dies leaves no half of it. */
  async function takeOver(to: Client): Promise<void> {
    if ((await to.exists(key)) === 1) return;
    const fresh = `${key}:coming`;
    let some = false;
    for await (const texts of before(to)) {
      if (!some) await to.del(fresh);
      some = true;
      await add(to, fresh, texts);
    }
    if (some) await to.renamenx(fresh, key);
  }

  return {
    append,
    async *read(after) {
      for (let last = after; ; ) {
        const from = last === undefined ? "-" : `(${last}`;
        const page = await ask<[string, string[]][]>((to) => to.xrange(key, from, "+", "COUNT", PAGE));
        if (page.length > 0) yield page.map(([id, fields]) => [id, fields[1] ?? ""] as const);
        last = page.at(-1)?.[0] ?? last;
        if (page.length < PAGE) return;
        await breathe();
      }
    },
    async remove(ids) {
      for (let at = 0; at < ids.length; at += PAGE)
        await ask((to) => to.xdel(key, ...ids.slice(at, at + PAGE)));
    },
    close: connection.close,
  };
}

async function add(to: Client, key: string, texts: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(texts.map((text) => to.xadd(key, "*", FIELD, text)));
  return ids.map((id) => id ?? "");
}

/** Where 0.2.0 kept a log: numbered segments, each a list, and the numbers of the first and the last. */
export async function* segmentsOf020(to: Client, name: string): AsyncIterable<readonly string[]> {
  const numberAt = async (end: string) => Number((await to.get(`{sco}:v:${name}:${end}`)) ?? 0);
  const [tail, head] = [await numberAt("tail"), await numberAt("head")];
  for (let number = Math.max(1, tail); number <= head; number++) {
    const json = await to.get(`{sco}:v:${name}:segment:${String(number).padStart(12, "0")}`);
    const entries: unknown = JSON.parse(json ?? "[]");
    if (Array.isArray(entries)) yield entries.map((entry) => JSON.stringify(entry));
  }
}
