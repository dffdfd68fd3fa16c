/** The feeds' door: what the bot follows, how each feed is, and what one would give. */
import type { Keeper } from "../articles/keep.ts";
import type { Library } from "../articles/library.ts";
import type { Clock } from "../clock.ts";
import type { Words } from "../i18n/words.ts";
import type { DnsLookup } from "../net/connector.ts";
import type { Search } from "../search/search.ts";
import type { StateStore } from "../state/store.ts";
import type { FeedItem } from "./feed.ts";
import type { Pack } from "./packs.ts";
import type { Problem } from "./problem.ts";
import type { FeedFormat } from "./raw.ts";
import type { FeedSpec } from "./spec.ts";

/** `fresh`: fine. `quiet`: nothing for much longer than usual. `stale`: it answers, but its newest item is months old. `odd`: it changed suddenly and is not trusted. */
export type FeedCondition = "new" | "fresh" | "quiet" | "stale" | "odd" | "failing" | "retired";

export interface FeedHealth {
  readonly spec: FeedSpec;
  readonly title: string;
  readonly condition: FeedCondition;
  /** Why it is quiet, stale, odd, failing or retired; null otherwise. */
  readonly reason: Words | null;
  readonly newest: string | null;
  readonly polled: string | null;
  /** When it last answered. */
  readonly read: string | null;
  readonly next: string | null;
  /** Failures in a row. */
  readonly failures: number;
}

export interface Probe {
  readonly url: string;
  readonly title: string;
  readonly format: FeedFormat;
  readonly encoding: string;
  readonly items: readonly FeedItem[];
  /** How many of them pass the filter that the feed has, or would have when it is added. */
  readonly kept: number;
  readonly problems: readonly Problem[];
}

/** What trying one feed of the list gave. */
export interface Checked {
  readonly spec: FeedSpec;
  readonly followed: boolean;
  /** Null when nothing could be had; `reason` says why. */
  readonly probe: Probe | null;
  readonly newest: string | null;
  readonly kept: number;
  /** What is wrong with it and what to do; null when it is fine. */
  readonly reason: Words | null;
}

/** What one poll of one feed gave. */
export interface FeedResult {
  /** As it may be shown. */
  readonly url: string;
  readonly source: string;
  readonly outcome: "polled" | "unchanged" | "failed" | "skipped";
  readonly fresh: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly offTopic: number;
  /** Why it failed, was skipped or is not trusted. */
  readonly reason: Words | null;
}

export interface AddOptions {
  readonly filter?: string | undefined;
  readonly links?: string | undefined;
  readonly zone?: string | undefined;
  /** Also what is old comes in from a feed that no longer lives. */
  readonly archive?: boolean | undefined;
}

export interface GoingOptions {
  readonly poll: boolean;
  readonly tell?: (result: FeedResult) => void;
  readonly trouble: (words: Words | null) => void;
}

export interface Feeds {
  /** Reads a feed without following it. @throws Refusal when nothing could be had */
  test(url: string, options: AddOptions, signal: AbortSignal): Promise<Probe>;
  /** The title of a page as anybody may read it; null where it has none or may not be read. Never rejects. */
  titleOf(url: string, signal: AbortSignal, trusted: boolean): Promise<string | null>;
  list(): Promise<readonly FeedHealth[]>;
  /** Follows a feed after reading it once; a site's address finds its feed. @throws Refusal */
  add(url: string, options: AddOptions, signal: AbortSignal): Promise<FeedSpec>;
  /** Stops following; null when the feed is not followed. */
  remove(url: string): Promise<FeedSpec | null>;
  /** Polls every feed that is due (all of them with `all`), telling of each as it is done. */
  poll(
    options: { readonly all: boolean; readonly tell?: (result: FeedResult) => void },
    signal: AbortSignal,
  ): Promise<readonly FeedResult[]>;
  /**
   * Polls whatever is due and reads what other replicas brought, until the signal; without `poll` only the latter.
   * Never rejects: what goes wrong is told to `trouble`, null when all is well again.
   */
  keepGoing(options: GoingOptions, signal: AbortSignal): Promise<void>;
  /** The groups of the list, and which are followed. */
  packs(): Promise<readonly Pack[]>;
  /** Reads every feed of the list, followed or not, and tells what each would give. */
  check(tell: (checked: Checked) => void, signal: AbortSignal): Promise<readonly Checked[]>;
  /** What could not be read of the list of feeds, one sentence each. */
  readonly faults: readonly Words[];
  close(): Promise<void>;
}

export interface FeedsOptions {
  /** The list of feeds, YAML or OPML. */
  readonly file: string;
  /** Groups of the list that are followed; the core when nothing is said. */
  readonly packs?: readonly string[];
  /** Articles older than this are not kept. */
  readonly keepDays?: number;
  /** `host` or `host:port` that are trusted although private. */
  readonly allowHosts: readonly string[];
  /** Where whoever polls can be reached; told to every server. */
  readonly contact?: string | undefined;
  /** Whether robots.txt is heeded for pages; yes when nothing is said. */
  readonly robots?: boolean;
  readonly library: Library;
  /** Asked only for filters, so that a feed without one builds no index. */
  readonly search: () => Search;
  readonly store: () => StateStore;
  readonly clock: Clock;
  /** Puts articles into the library and its log. */
  readonly keeper: Keeper;
  /** Milliseconds between two requests to one host, instead of the usual. */
  readonly hostGapMs?: number;
  /** Resolves names, instead of the system. */
  readonly lookup?: DnsLookup;
}
