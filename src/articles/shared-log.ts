/** The article log that several processes share: each reads what the others append; what is unwanted is taken out in place. */
import type { TextLog } from "../state/redis-log.ts";
import { type ArticleLog, isEntry, type LogEntry } from "./log.ts";

/** A removal is kept so long, for processes that have not read it yet. */
const REMOVAL_MS = 86_400_000;

interface Place {
  readonly id: string;
  readonly at: number;
  readonly puts: boolean;
}

export function sharedLog(log: TextLog): ArticleLog {
  /** By stream id, the article that an entry speaks of; and the last entry of each. */
  const names = new Map<string, string>();
  const last = new Map<string, Place>();
  /** Ids of what was appended here and not come across yet. */
  const own = new Set<string>();
  const unreadable = new Set<string>();
  let seen: string | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  function note(id: string, entry: LogEntry): void {
    const puts = "put" in entry;
    const name = puts ? entry.put.id : entry.remove;
    names.set(id, name);
    last.set(name, { id, at: entry.at, puts });
  }

  async function append(entries: readonly LogEntry[]): Promise<void> {
    const ids = await log.append(entries.map((entry) => JSON.stringify(entry)));
    entries.forEach((entry, n) => {
      const id = ids[n];
      if (id === undefined) return;
      own.add(id);
      note(id, entry);
    });
  }

  async function read(take: (entries: readonly LogEntry[]) => void): Promise<void> {
    for await (const page of log.read(seen)) {
      const entries: LogEntry[] = [];
      for (const [id, text] of page) {
        seen = id;
        if (own.delete(id)) continue;
        const entry = parsed(text);
        if (!entry) unreadable.add(id);
        else {
          note(id, entry);
          entries.push(entry);
        }
      }
      if (entries.length > 0) take(entries);
    }
  }

  async function compact(keep: readonly LogEntry[]): Promise<void> {
    const puts = new Map(keep.flatMap((entry) => ("put" in entry ? [[entry.put.id, entry] as const] : [])));
    // What came while the log could not be written is still missing in it.
    await append([...puts.values()].filter(({ put }) => !last.get(put.id)?.puts));
    let newest = 0;
    for (const { at } of last.values()) newest = Math.max(newest, at);
    const unwanted = [...names].filter(([id, name]) => {
      const place = last.get(name);
      if (place?.id !== id) return true;
      return place.puts ? !puts.has(name) : place.at < newest - REMOVAL_MS;
    });
    const ids = [...unreadable, ...unwanted.map(([id]) => id)];
    await log.remove(ids);
    unreadable.clear();
    for (const [id, name] of unwanted) {
      names.delete(id);
      if (last.get(name)?.id === id) last.delete(name);
    }
  }

  return {
    append: (entries) => inTurn(() => append(entries)),
    read: (take) => inTurn(() => read(take)),
    compact: (keep) => inTurn(() => compact(keep)),
    get length() {
      return names.size;
    },
    faults: [],
  };
}

function parsed(text: string): LogEntry | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}
