/** The backend without a server: a table in memory, and optionally a journal that every write reaches first. */
import type { Clock } from "../clock.ts";
import { slicer } from "../slices.ts";
import { claimName, countName, namesOf, valueName } from "./names.ts";
import { mustBeOnePartition, partitionOf, partitionsOf, roomOf } from "./partition.ts";
import {
  allOf,
  type Change,
  type Rows,
  type StateStore,
  type Step,
  type StoreHealth,
  stepOf,
} from "./store.ts";
import { createTable, expectedJson, fromJson, type Table, type Write, writesOf } from "./table.ts";

/** Where writes go before they are true. */
export interface WriteAheadLog {
  /** Brings the table up to date; called before anything is read. Undefined when it is: that needs no promise. */
  open(table: Table): Promise<void> | undefined;
  /** Resolves when every group is safe; each group is safe as a whole or lost as a whole. */
  append(groups: readonly (readonly Write[])[], table: Table): Promise<void>;
  /** Called after what was appended is in the table. */
  applied(table: Table): void;
  readonly fault: string | null;
  /** Whether the last write failed as another process has the folder. */
  readonly locked: boolean;
  close(): Promise<void>;
}

/** A write that waits for its turn: decides on what is there by then, and learns how it went. */
interface Turn {
  decide(read: (name: string) => string | undefined, now: number): readonly Write[] | null;
  done(happened: boolean): void;
  failed(reason: unknown): void;
}

/** State in memory alone, gone with the process; the journal backend hands its log in. */
export function memoryStore(clock: Clock, log?: WriteAheadLog): StateStore {
  const table = createTable();
  const turns: Turn[] = [];
  let working: Promise<void> | undefined;

  /** Takes all waiting turns as one batch: decide in order, write together, only then let it be seen. */
  async function batch(): Promise<void> {
    const taken = turns.splice(0);
    try {
      await log?.open(table);
      const staged = new Map<string, string | null>();
      const now = clock.now();
      const read = (name: string): string | undefined =>
        staged.has(name) ? (staged.get(name) ?? undefined) : table.get(name, now);
      const decided = taken.map((turn) => {
        try {
          const writes = turn.decide(read, now);
          for (const [name, json] of writes ?? []) staged.set(name, json);
          return writes;
        } catch (reason) {
          // What is wrong with one is not the others'.
          turn.failed(reason);
          return null;
        }
      });
      const groups = decided.filter((writes) => writes !== null && writes.length > 0) as (readonly Write[])[];
      if (groups.length > 0) await log?.append(groups, table);
      for (const group of groups) table.apply(group);
      table.sweep(now);
      log?.applied(table);
      taken.forEach((turn, i) => {
        turn.done(decided[i] !== null);
      });
    } catch (reason) {
      for (const turn of taken) turn.failed(reason);
    }
  }

  async function work(): Promise<void> {
    while (turns.length > 0) await batch();
    working = undefined;
  }

  function write(decide: Turn["decide"]): Promise<boolean> {
    return new Promise((done, failed) => {
      turns.push({ decide, done, failed });
      working ??= work();
    });
  }

  async function live(): Promise<number> {
    await log?.open(table);
    return clock.now();
  }

  const parse = (json: string | undefined): unknown => (json === undefined ? undefined : fromJson(json));

  const rowsOf = (keys: readonly string[], now: number): Rows =>
    keys.flatMap((key) => {
      const json = table.get(valueName(key), now);
      return json === undefined ? [] : [[key, parse(json)] as const];
    });

  /** Keys of live rows, page by page, with turns of others between. */
  async function* names(partition: string, prefix: string): AsyncIterable<readonly string[]> {
    const rest = slicer();
    for (let after = ""; ; ) {
      const page = table.names(partition, prefix, after, PAGE);
      const now = clock.now();
      const live = page.filter((key) => table.get(valueName(key), now) !== undefined);
      if (live.length > 0) yield live;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? "";
      await rest();
    }
  }

  async function* pages(prefix: string): AsyncIterable<Rows> {
    await live();
    for (const partition of partitionsOf(prefix))
      for await (const page of names(partition, prefix)) yield rowsOf(page, clock.now());
  }

  const take = (step: Step): Promise<boolean> =>
    write((read, now) => {
      mustBeOnePartition(step);
      for (const [key, value] of step.when) if (read(valueName(key)) !== expectedJson(value)) return null;
      return writesOf(step, now);
    });
  const commit = (change: Change): Promise<boolean> => take(stepOf(change));

  return {
    commit,
    // Asked by the thousand.
    get: async (key) => {
      const opening = log?.open(table);
      if (opening) await opening;
      return parse(table.get(valueName(key), clock.now()));
    },
    getAll: async (keys) => {
      const now = await live();
      return keys.map((key) => parse(table.get(valueName(key), now)));
    },
    commitAll: (steps) => Promise.all(steps.map(take)),
    set: async (key, value, ttlMs) => {
      await commit({ set: { [key]: value }, ...(ttlMs !== undefined && { ttl: { [key]: ttlMs } }) });
    },
    claim: (key, ttlMs) =>
      write((read, now) =>
        read(claimName(key)) === undefined ? [[claimName(key), "1", now + ttlMs]] : null,
      ),
    count: async (key, windowMs) => {
      let counted = 0;
      await write((read, now) => {
        const [before, ends] = countIn(read(countName(key))) ?? [0, now + windowMs];
        counted = before + 1;
        return [[countName(key), JSON.stringify([counted, ends]), ends]];
      });
      return counted;
    },
    delete: async (key) => {
      await write((read) =>
        namesOf(key)
          .filter((name) => read(name) !== undefined)
          .map((name): Write => [name, null, null]),
      );
    },
    pages,
    list: async (prefix) => {
      const rows = await allOf(pages(prefix));
      return partitionsOf(prefix).length > 1 ? [...rows].sort(([a], [b]) => (a < b ? -1 : 1)) : rows;
    },
    last: async (prefix, n) => {
      const now = await live();
      const [partition = ""] = partitionsOf(prefix);
      return rowsOf(table.lastNames(partition, prefix, n), now);
    },
    async *ofScope(scope) {
      await live();
      const partition = partitionOf(`:${scope}`);
      const first = (after: string) => table.names(partition, "", after, 1)[0];
      for (let name = first(""); name !== undefined; name = first(`${roomOf(name)};`)) {
        const own = `${roomOf(name)}:${scope}`;
        if (scope.endsWith("/")) yield* names(partition, own);
        else {
          if (table.get(valueName(own), clock.now()) !== undefined) yield [own];
          yield* names(partition, `${own}:`);
        }
      }
    },
    async *ofRoom(room) {
      await live();
      yield* pagesOf([...table.index(room).names()]);
    },
    due: async (rooms, now, n, since = Number.NEGATIVE_INFINITY) => {
      await live();
      return table.due(rooms, now, n, since);
    },
    // Not worth a line in a journal: an entry that stands too early is looked at once more.
    move: async ({ key, at }, to) => {
      await live();
      if (table.at(key) !== at) return false;
      if (to !== undefined) table.place(key, to);
      return true;
    },
    // A row and its entry are written as one here.
    sweep: async () => "",
    size: async (room) => {
      await live();
      return table.index(room).size;
    },
    get health(): StoreHealth {
      return {
        backend: log ? "journal" : "memory",
        fault: log?.fault ?? null,
        ...(log?.locked && { locked: true }),
      };
    },
    close: async () => {
      await working;
      await log?.close();
    },
  };
}

/** A counter's row; undefined where it says no count, which begins it anew. */
function countIn(json: string | undefined): readonly [before: number, ends: number] | undefined {
  const row = json === undefined ? undefined : fromJson(json);
  return Array.isArray(row) && row.length === 2 && row.every(Number.isFinite)
    ? (row as [number, number])
    : undefined;
}

const PAGE = 500;

function* pagesOf(keys: readonly string[]): Iterable<readonly string[]> {
  for (let from = 0; from < keys.length; from += PAGE) yield keys.slice(from, from + PAGE);
}
