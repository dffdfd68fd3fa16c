/** What a poll of one feed that brought nothing is told as. */
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { FeedResult } from "./feeds.ts";
import type { Ingested } from "./ingest.ts";
import { type FeedSpec, shownUrl } from "./spec.ts";
import type { FeedState } from "./state.ts";

export function nothing({ items }: FeedState): Ingested {
  return { put: [], worthReading: [], fresh: 0, updated: 0, duplicate: 0, offTopic: 0, unseen: 0, items };
}

export function skipped(spec: FeedSpec, reason: Words | null): FeedResult {
  const { source } = spec;
  return {
    url: shownUrl(spec),
    source,
    outcome: "skipped",
    fresh: 0,
    updated: 0,
    duplicate: 0,
    offTopic: 0,
    reason,
  };
}

export const BUSY: Words = errors.busy;
export const WAITING: Words = errors.waiting;
