/** The article log's door: what feeds brought, append-only, safe once acknowledged, the same for every replica. */
import type { Article } from "../article.ts";

/** One thing that happened to an article. `at` is epoch milliseconds. */
export type LogEntry =
  | { readonly at: number; readonly put: Article }
  | { readonly at: number; readonly remove: string };

export interface ArticleLog {
  /**
   * Resolves when the entries are safe: on the disk, or acknowledged by Redis.
   * @throws BotError("unavailable") when they are not
   */
  append(entries: readonly LogEntry[]): Promise<void>;
  /** Hands over everything that was written since the last call (the first time: all of it), in slices. */
  read(take: (entries: readonly LogEntry[]) => void): Promise<void>;
  /** Rewrites the log with only what is still wanted. */
  compact(keep: readonly LogEntry[]): Promise<void>;
  /** Entries in the log, wanted or not, as far as it was read. */
  readonly length: number;
  /** Places of what could not be read: `articles.jsonl:12`. */
  readonly faults: readonly string[];
}

/** How much is kept: the newest so many articles, not older than so many days. */
export interface Caps {
  readonly articles: number;
  readonly days: number;
}

/** What a log amounts to: the last entry of each article that is not removed, within the caps, oldest first. */
export function wanted(entries: Iterable<LogEntry>, caps: Caps, now: number): LogEntry[] {
  const last = new Map<string, LogEntry>();
  for (const entry of entries) {
    const id = "put" in entry ? entry.put.id : entry.remove;
    last.delete(id);
    if ("put" in entry) last.set(id, entry);
  }
  const oldest = now - caps.days * 86_400_000;
  const young = [...last.values()].filter((entry) => ageOf(entry) >= oldest);
  return young.sort((a, b) => ageOf(a) - ageOf(b)).slice(-caps.articles);
}

function ageOf(entry: LogEntry): number {
  const published =
    "put" in entry && entry.put.published !== null ? Date.parse(entry.put.published) : entry.at;
  return Math.max(published, 0);
}

/** Whether something read from outside is an entry; a log may be edited by hand or half written. */
export function isEntry(value: unknown): value is LogEntry {
  if (typeof value !== "object" || value === null || !("at" in value) || typeof value.at !== "number")
    return false;
  if ("remove" in value) return typeof value.remove === "string";
  return "put" in value && isArticle(value.put);
}

const LANGUAGES: ReadonlySet<unknown> = new Set(["zh", "en", "ru"]);

function isArticle(value: unknown): value is Article {
  if (typeof value !== "object" || value === null) return false;
  const all = value as Record<string, unknown>;
  const { id, title, body, source, published, url, language, kind, copies, formerTitles } = all;
  const texts = [id, title, body, source, kind].every(isText) && LANGUAGES.has(language);
  const instant = published === null || (isText(published) && !Number.isNaN(Date.parse(published)));
  return (
    texts &&
    instant &&
    (url === null || isAddress(url)) &&
    every(copies, isCopy) &&
    every(formerTitles, isText)
  );
}

function every(list: unknown, is: (value: unknown) => boolean): boolean {
  return list === undefined || (Array.isArray(list) && list.every(is));
}

function isCopy(value: unknown): boolean {
  const { source, url } = (value ?? {}) as Record<string, unknown>;
  return isText(source) && isAddress(url);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isAddress(value: unknown): boolean {
  return isText(value) && /^https?:/i.test(value) && URL.canParse(value);
}
