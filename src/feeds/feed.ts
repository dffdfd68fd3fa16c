/** A feed as the rest of the room uses it: bytes in, judged items out, and a word on whatever was wrong. */
import { articleId } from "../articles/identity.ts";
import { languageOf } from "../language/detect.ts";
import { minutesAhead, readDate, USUAL_ZONES } from "./dates.ts";
import { decode } from "./decode.ts";
import { announcedFeeds, looksLikeHtml, readIndexPage } from "./feed-html.ts";
import { looksLikeJson, readJsonFeed } from "./feed-json.ts";
import { readMappedJson, withoutCallback } from "./feed-mapped.ts";
import { looksLikeTelegram, previewOf, readTelegram } from "./feed-telegram.ts";
import { looksLikeXmlFeed, readXmlFeed } from "./feed-xml.ts";
import { lineOfHtml, textOfHtml } from "./plain.ts";
import { type Problem, problem } from "./problem.ts";
import type { FeedFormat, RawFeed, RawItem } from "./raw.ts";
import type { Mapping } from "./spec.ts";

export interface FeedItem {
  /** What the feed calls it; its link, or a hash of it, where the feed gives it no name. */
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** UTC instants, or null; never in the future. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly text: string;
}

export interface Feed {
  readonly title: string;
  readonly format: FeedFormat;
  readonly encoding: string;
  readonly language: string | null;
  /** Minutes that the publisher asks to wait, or null. */
  readonly ttl: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  readonly items: readonly FeedItem[];
  readonly problems: readonly Problem[];
}

export interface Source {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where the bytes came from; what relative links are relative to. */
  readonly url: string;
  /** The publisher's zone; guessed from the feed's language when it is not known. */
  readonly zone?: string | undefined;
  readonly now: number;
  /** For index pages: what an article's address looks like. */
  readonly links?: string | undefined;
  /** For JSON that is no JSON Feed: where its items and their parts are. */
  readonly mapping?: Mapping | undefined;
  /** The publisher writes its own hour and a wrong offset: the hour is believed. */
  readonly localClock?: boolean | undefined;
}

/** Either a feed, or a page that points to feeds elsewhere (none: the page has nothing for us). */
export type FeedReading =
  | { readonly feed: Feed }
  | { readonly feed: null; readonly announced: readonly string[] };

/** Reads whatever a server answered. Never throws on content. */
export function readFeed(source: Source): FeedReading {
  const { text, encoding, misdeclared } = decode(source.bytes, source.contentType);
  const some = withinMarks(text);
  const dense = some.length < text.length;
  const raw = readRaw(some, source, dense);
  if (!Array.isArray(raw)) {
    const first = misdeclared === null ? [] : [problem("encoding", null, misdeclared)];
    if (dense) first.push(problem("tooDense"));
    return { feed: judged({ ...raw, problems: [...first, ...raw.problems] }, encoding, source) };
  }
  return { feed: null, announced: raw };
}

/** A feed of 20,000 items has fewer of each kind than this; a tag or bracket costs a parser some hundred bytes. */
const MOST_MARKS = 500_000;

/** The text up to where it has more marks of one kind than any feed: what follows is made to exhaust a parser. */
function withinMarks(text: string): string {
  const marks = looksLikeJson(text) ? ["[", "{", ","] : ["<", "=", "&"];
  return text.slice(0, Math.min(...marks.map((mark) => placeOf(mark, text))));
}

/** Where the first mark stands that is too many, or the text's end. */
function placeOf(mark: string, text: string): number {
  let at = text.indexOf(mark);
  for (let count = 0; at >= 0; count++) {
    if (count === MOST_MARKS) return at;
    at = text.indexOf(mark, at + 1);
  }
  return text.length;
}

function readRaw(text: string, source: Source, dense: boolean): RawFeed | string[] {
  if (source.mapping !== undefined) return readMappedJson(text, source.mapping, source.url) ?? [];
  if (looksLikeTelegram(text)) return readTelegram(text) ?? [];
  const preview = previewOf(text, source.url);
  if (preview !== null) return [preview];
  if (source.links !== undefined) return readIndexPage(text, source.url, source.links) ?? [];
  if (looksLikeJson(text)) return readJsonFeed(withoutCallback(text), dense) ?? [];
  if (looksLikeXmlFeed(text)) return readXmlFeed(text, dense);
  if (!looksLikeHtml(text)) return [];
  const announced = announcedFeeds(text, source.url).filter((url) => url !== source.url);
  return announced.length > 0 ? announced : (readIndexPage(text, source.url) ?? []);
}

function judged(raw: RawFeed, encoding: string, source: Source): Feed {
  const problems = [...raw.problems];
  const zone = source.zone ?? usualZone(raw);
  const items: FeedItem[] = [];
  const seen = new Map<string, FeedItem>();
  for (const rawItem of raw.items) {
    const { item, faults } = judgedItem(rawItem, source, zone);
    const twin = seen.get(item.id);
    if (twin) faults.push(problem(sameArticle(twin, item) ? "duplicate" : "sharedId", item.id));
    else seen.set(item.id, item);
    items.push(item);
    problems.push(...faults);
  }
  const ahead = Math.max(
    0,
    ...raw.items
      .slice(0, SOME)
      .map(({ published, updated }) =>
        minutesAhead(published ?? updated, zone, source.now, { localClock: source.localClock }),
      ),
  );
  if (ahead >= AHEAD_MINUTES) problems.push(problem("ahead", null, String(ahead)));
  if (raw.items.length === 0 && !problems.some(({ kind }) => kind === "unreadable"))
    problems.push(problem("empty"));
  return {
    title: lineOfHtml(raw.title),
    format: raw.format,
    encoding,
    language: raw.language?.trim().toLowerCase().slice(0, 20) || null,
    ttl: raw.ttl ?? null,
    skipHours: raw.skipHours ?? [],
    skipDays: raw.skipDays ?? [],
    items,
    problems,
  };
}

/** Items whose clock is looked at, and by how much it may be fast. */
const SOME = 500;
const AHEAD_MINUTES = 20;

/** The zone that most publishers of a feed's language are in. */
function usualZone(raw: RawFeed): string {
  const stated = raw.language?.trim().toLowerCase().slice(0, 2);
  if (stated === "zh" || stated === "ru" || stated === "en") return USUAL_ZONES[stated];
  return USUAL_ZONES[
    languageOf([raw.title, ...raw.items.slice(0, 5).map(({ title = "" }) => title)].join(" "))
  ];
}

function sameArticle(a: FeedItem, b: FeedItem): boolean {
  return a.url === b.url || a.title === b.title;
}

function judgedItem(raw: RawItem, source: Source, zone: string): { item: FeedItem; faults: Problem[] } {
  const title = lineOfHtml(raw.title ?? "");
  const text = raw.texts.map((html) => textOfHtml(html)).reduce((a, b) => (b.length > a.length ? b : a), "");
  const url = linkOf(raw, source);
  const zoneFor = (date = "") => (source.zone === undefined && /年/.test(date) ? "Asia/Shanghai" : zone);
  const clock = { localClock: source.localClock };
  const stated = readDate(raw.published, zoneFor(raw.published), source.now, clock);
  const updated = readDate(raw.updated, zoneFor(raw.updated), source.now, clock);
  const published = stated.instant ?? updated.instant;
  const hash = () => articleId({ url: null, source: source.url, published, title, body: text });
  const id = lineOfHtml(raw.id ?? "") || url || hash();
  const faults: Problem[] = [];
  const fault = (kind: Problem["kind"], what = "") => void faults.push(problem(kind, id, what));
  if (raw.mended) fault("mended");
  if (title === "" && text === "") fault("nothing");
  if (url === null) raw.links[0] === undefined ? fault("noLink") : fault("badLink", raw.links[0]);
  const written = raw.published ?? raw.updated;
  if (published === null && written === undefined) fault("noDate");
  for (const [date, words] of [
    [stated, raw.published],
    [updated, raw.updated],
  ] as const) {
    if (date.fault) fault(date.fault === "future" ? "future" : "badDate", words);
  }
  return { item: { id, title, url, published, updated: updated.instant, text }, faults };
}

/** The first link that is a web address without credentials, made absolute. */
function linkOf(raw: RawItem, source: Source): string | null {
  const base = (raw.bases ?? []).reduce(
    (outer, next) => (URL.canParse(next, outer) ? new URL(next, outer).href : outer),
    source.url,
  );
  for (const link of raw.links) {
    const written = link
      .replace(/[\u0000-\u0020\u007f-\u00a0]+/g, (space) => (/^\s+$/.test(space) ? " " : ""))
      .trim();
    if (written === "" || !URL.canParse(written, base)) continue;
    const url = new URL(written, base);
    if (/^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return url.href;
  }
  return null;
}
