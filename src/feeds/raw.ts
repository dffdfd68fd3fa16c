/** What a parser gives, format by format, before links, dates and texts are judged. */
import type { Problem } from "./problem.ts";

/** The names printed as `format`; RSS 0.90 and 1.0 are "rdf", RSS 0.91 to 2.0 "rss". */
export type FeedFormat = "rss" | "atom" | "rdf" | "json" | "html" | "telegram";

/** More items than this are not a feed but an archive. */
export const MOST_ITEMS = 20_000;

export interface RawItem {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** Best first. */
  readonly links: readonly string[];
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  /** HTML or text, any of summary, description, content; the longest is taken. */
  readonly texts: readonly string[];
  /** What its links are relative to (`xml:base`), outermost first. */
  readonly bases?: readonly string[] | undefined;
  readonly mended?: boolean;
}

export interface RawFeed {
  readonly format: FeedFormat;
  readonly title: string;
  readonly language?: string | undefined;
  /** Minutes that the publisher asks to wait between polls. */
  readonly ttl?: number | undefined;
  /** Hours of the day, UTC, and names of days in which polling is pointless. */
  readonly skipHours?: readonly number[] | undefined;
  readonly skipDays?: readonly string[] | undefined;
  readonly items: readonly RawItem[];
  readonly problems: readonly Problem[];
}
