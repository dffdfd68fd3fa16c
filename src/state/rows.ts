/** Rows at the door of the store: a value is what its schema says, or it is put aside with the reason, and all others go on. */
import type * as z from "zod";
import { BotError, reasonOf } from "../errors.ts";
import { slicer } from "../slices.ts";
import { roomOf, scopeOfKey } from "./partition.ts";
import type { Indexed, StateStore } from "./store.ts";

/** What a row that could not be used becomes; it waits for somebody to look at it. */
export interface DeadLetter {
  /** Where the row was, and what it said. */
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How long a dead letter is kept. */
const KEPT_MS = 30 * 86_400_000;

/** The row under a key, or undefined; one of another shape becomes a dead letter. @throws BotError "unavailable" */
export async function readRow<T>(
  store: StateStore,
  key: string,
  schema: z.ZodType<T>,
  now: number,
): Promise<T | undefined> {
  const value = await store.get(key);
  // Rows are read by the thousand: what is as it should be needs no promise of its own.
  if (value === undefined || schema.safeParse(value).success) return value as T | undefined;
  return asRow(store, key, value, schema, now);
}

/** Rows of a part of a workspace (see `list`); those of another shape become dead letters. @throws BotError "unavailable" */
export async function readRows<T>(
  store: StateStore,
  prefix: string,
  schema: z.ZodType<T>,
  now: number,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of readPages(store, prefix, schema, now)) all.push(...page);
  return all;
}

/** The same page by page, with turns of others between. @throws BotError "unavailable" */
export async function* readPages<T>(
  store: StateStore,
  prefix: string,
  schema: z.ZodType<T>,
  now: number,
): AsyncIterable<readonly T[]> {
  const rest = slicer();
  for await (const rows of store.pages(prefix)) {
    const read = await Promise.all(rows.map(([key, value]) => asRow(store, key, value, schema, now)));
    yield read.filter((one) => one !== undefined);
    await rest();
  }
}

/** The rows with the last keys of a room in a channel, see `last`. @throws BotError "unavailable" */
export async function lastRows<T>(
  store: StateStore,
  prefix: string,
  n: number,
  schema: z.ZodType<T>,
  now: number,
): Promise<readonly T[]> {
  const rows = await store.last(prefix, n);
  const read = await Promise.all(rows.map(([key, value]) => asRow(store, key, value, schema, now)));
  return read.filter((one) => one !== undefined);
}

/** Every row of an indexed room, unchecked, page by page. @throws BotError "unavailable" */
export async function* rowsOf(
  store: StateStore,
  room: Indexed,
): AsyncIterable<readonly (readonly [key: string, value: unknown])[]> {
  for await (const keys of store.ofRoom(room)) {
    const values = await store.getAll(keys);
    yield keys.flatMap((key, at) => (values[at] === undefined ? [] : [[key, values[at]] as const]));
  }
}

/**
 * A value that was read, or undefined as `readRow` does. It is the value itself, not a copy: it is compared with what is
 * stored when it is changed. @throws BotError "unavailable"
 */
export async function asRow<T>(
  store: StateStore,
  key: string,
  value: unknown,
  schema: z.ZodType<T>,
  now: number,
): Promise<T | undefined> {
  if (value === undefined) return undefined;
  const { error } = schema.safeParse(value);
  if (!error) return value as T;
  const [issue] = error.issues;
  await bury(store, {
    key,
    value,
    reason: `${issue?.path.join(".") || "row"}: ${issue?.message ?? ""}`,
    at: now,
  });
  return undefined;
}

/**
 * Puts a row aside, if it is still as it was read.
 * @param rest what stays of it in its place
 * @throws BotError "unavailable"
 */
export async function bury(store: StateStore, letter: DeadLetter, rest?: unknown): Promise<boolean> {
  const { key, value } = letter;
  const aside = deadLetterKey(key);
  const change = {
    set: { [key]: rest, [aside]: letter },
    ttl: { [aside]: KEPT_MS },
    at: { [aside]: letter.at },
  };
  if (await store.commit({ ...change, when: { [key]: value } })) return true;
  // What was written by hand says the same in other characters.
  if (JSON.stringify(await store.get(key)) !== JSON.stringify(value)) return false;
  return store.commit(change);
}

/** Works on what stands under a key; what is wrong with it is its own, and it is put aside. @throws BotError "unavailable" */
export async function orAside(
  store: StateStore,
  key: string,
  now: number,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (isAway(thrown)) throw thrown;
    const value = await store.get(key);
    if (value !== undefined) await bury(store, { key, value, reason: reasonOf(thrown), at: now });
  }
}

/** Puts every dead letter back where it was, for a version or a machine that can use it. Answers how many. */
export async function revive(store: StateStore): Promise<number> {
  let revived = 0;
  for await (const rows of rowsOf(store, "dead-letter"))
    for (const [aside, letter] of rows) {
      const { key, value } = letter as DeadLetter;
      const back = { [aside]: undefined, [key]: value };
      if (await store.commit({ when: { [aside]: letter, [key]: undefined }, set: back })) revived += 1;
    }
  return revived;
}

/** `schedule:slack/T1/C1:abc` → `dead-letter:slack/T1/C1:schedule.abc` */
function deadLetterKey(key: string): string {
  const [, , ...name] = key.split(":");
  return `dead-letter:${scopeOfKey(key)}:${[roomOf(key), ...name].join(".")}`;
}

/** Whether an error says that the state is away, which is nobody's fault and ends. */
export function isAway(thrown: unknown): boolean {
  return thrown instanceof BotError && thrown.code === "unavailable";
}
