/** What is remembered of each feed between polls, shared by all replicas through the store. */
import { createHash } from "node:crypto";
import type { Words } from "../i18n/words.ts";
import type { StateStore } from "../state/store.ts";
import { USUAL_MS, type Wishes } from "./pace.ts";
import type { FeedFormat } from "./raw.ts";

/** Of each item, by a hash of its identity: the article it became ("" when it was off topic) and a hash of its text. */
export type ItemMemory = Readonly<Record<string, readonly [id: string, hash: string]>>;

export interface FeedState {
  readonly title: string;
  readonly etag: string | null;
  readonly modified: string | null;
  /** Where a permanent redirect or a site's page says the feed is; null: at its own address. */
  readonly movedTo: string | null;
  /** What it was when it was last read there; absent in states of earlier versions. */
  readonly format?: FeedFormat | undefined;
  /** Epoch milliseconds. */
  readonly polled: number;
  /** When it last answered; absent in states of earlier versions. */
  readonly read?: number;
  readonly next: number;
  /** The server said not to come before (Retry-After); epoch milliseconds. */
  readonly notBefore: number;
  readonly intervalMs: number;
  /** What the feed last asked for, heeded also when it answers nothing new; absent in states of earlier versions. */
  readonly wishes?: Wishes;
  readonly failures: number;
  /** The date of the newest item, or null when it has none. */
  readonly newest: string | null;
  readonly language: string | null;
  /** Items in the feed when it was last trusted. */
  readonly size: number;
  readonly items: ItemMemory;
  readonly retired: boolean;
  /** Why it is not trusted or failed. */
  readonly odd: Words | null;
  readonly failed: Words | null;
  /** What was wrong with its clock when that last showed, epoch milliseconds. */
  readonly clock?: { readonly words: Words; readonly seen: number } | undefined;
  /** Items a day that it usually brings, kept or not, and when it last brought one; absent in earlier versions. */
  readonly rate?: number | undefined;
  readonly lastNew?: number | undefined;
}

export async function stateOf(store: StateStore, url: string): Promise<FeedState | undefined> {
  return (await store.get(keyOf(url))) as FeedState | undefined;
}

export async function allStates(store: StateStore): Promise<ReadonlyMap<string, FeedState>> {
  return new Map((await store.list("feeds:state:")) as readonly (readonly [string, FeedState])[]);
}

export async function saveState(store: StateStore, url: string, state: FeedState): Promise<void> {
  await store.set(keyOf(url), state);
}

export function keyOf(url: string): string {
  return `feeds:state:${feedKey(url)}`;
}

/** A short name of an address, for keys of the store. */
export function feedKey(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 16);
}

/** A feed that was never read. */
export function blank(now: number): FeedState {
  return {
    title: "",
    etag: null,
    modified: null,
    movedTo: null,
    polled: 0,
    next: now,
    notBefore: 0,
    intervalMs: USUAL_MS,
    failures: 0,
    newest: null,
    language: null,
    size: 0,
    items: {},
    retired: false,
    odd: null,
    failed: null,
  };
}
