/** How fresh the news is, in sentences that anybody understands: what could not be read, since when, and why. */
import { freshness as say } from "../i18n/freshness.ts";
import type { Locale, Words } from "../i18n/words.ts";
import { dateInWords } from "../time.ts";
import type { FeedHealth } from "./feeds.ts";

/** What is wrong with the feeds, all together. */
export interface Freshness {
  readonly feeds: number;
  readonly failing: number;
  /** When any of them was last read; null when none ever was. */
  readonly read: string | null;
  /** Each cause once, with the publishers whose feeds have it; the commonest first. */
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly reason: Words;
  readonly sources: readonly string[];
}

const DAY_MS = 86_400_000;
/** An archive whose newest article is older than this lives no more. */
const OLD_DAYS = 3;

export function freshnessOf(all: readonly FeedHealth[]): Freshness {
  const failing = all.filter(({ condition }) => condition === "failing");
  const causes = new Map<string, { reason: Words; sources: string[] }>();
  for (const { spec, reason } of failing) {
    if (!reason) continue;
    const host = URL.canParse(spec.url) ? new URL(spec.url).host : spec.url;
    const cause = reason.en.replaceAll(host, "*");
    const known = causes.get(cause);
    if (known) known.sources.push(spec.source);
    else causes.set(cause, { reason, sources: [spec.source] });
  }
  const read = all.flatMap((feed) => feed.read ?? []).sort();
  return {
    feeds: all.length,
    failing: failing.length,
    read: read.at(-1) ?? null,
    causes: [...causes.values()].sort((one, other) => other.sources.length - one.sources.length),
  };
}

/** Whether nothing new can have come: no feed is read, or none ever was. */
export function isCutOff({ feeds, failing, read }: Freshness): boolean {
  return feeds > 0 && (failing === feeds || read === null);
}

/** What keeps news from coming, a sentence each; none when all is well. */
export function feedsInWords(
  freshness: Freshness,
  { locale, zone }: { readonly locale: Locale; readonly zone: string },
): readonly string[] {
  const words = say(locale);
  const { feeds, failing, read, causes } = freshness;
  if (feeds === 0) return [];
  if (failing === 0) return read === null ? [words.never] : [];
  const offline = failing > 1 && failing === feeds && causes.length === 1 && isUnknownName(causes[0]?.reason);
  const why = offline
    ? words.offline
    : causes
        .slice(0, 3)
        .map(({ reason, sources }) => reason[locale].replace(/[.。]$/u, "") + words.times(sources.length))
        .join(locale === "zh" ? "；" : "; ");
  const what =
    failing < feeds
      ? words.some(failing, feeds)
      : read === null
        ? words.never.replace(/[.。]$/u, "")
        : words.none(dateInWords(read, "minute", zone, locale));
  return [locale === "zh" ? `${what}：${why}。` : `${what}: ${why}.`];
}

/** A sentence on an archive that has grown old; none where it has not. */
export function ageInWords(
  newest: string | null | undefined,
  now: number,
  locale: Locale,
): readonly string[] {
  const days = newest ? Math.floor((now - Date.parse(newest)) / DAY_MS) : 0;
  return days >= OLD_DAYS ? [say(locale).old(days)] : [];
}

function isUnknownName(reason: Words | undefined): boolean {
  return reason?.en.startsWith("No server is known by the name") ?? false;
}
