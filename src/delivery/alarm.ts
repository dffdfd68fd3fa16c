/** Tells whoever runs the bot, in a channel of their choice, of what lasts: each cause once, and once when it is over. */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Clock } from "../clock.ts";
import type { FeedHealth } from "../feeds/feeds.ts";
import { alarm as say } from "../i18n/delivery.ts";
import type { Locale, Words } from "../i18n/words.ts";
import type { Health } from "../ops/health.ts";
import { isAway, readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";
import { dateInWords } from "../time.ts";
import { type Delivery, type DeliveryPlace, newId, outboxKey } from "./model.ts";

export interface Alarm {
  /** Looks once. @throws BotError "unavailable" */
  look(): Promise<void>;
}

/** Told after it lasted so long, and as over after it was gone so long: what comes and goes is no news. */
const LASTS_MS = 5 * 60_000;
const GONE_MS = 15 * 60_000;
/** One process looks, and not more often. */
const EVERY_MS = 50_000;
/** A feed that failed less often in a row may only have had a bad minute. */
const FAILURES = 3;
const NAMED = 5;
const LINES = 10;
/** Of the parts that `status` shows, those that all processes share. */
const PARTS: ReadonlySet<string> = new Set(["state", "dead-letters"]);

const words = z.looseObject({ en: z.string(), zh: z.string(), ru: z.string() });
const causesRow = z.looseObject({
  causes: z.record(
    z.string(),
    z.looseObject({
      words,
      since: z.number(),
      told: z.exactOptional(z.boolean()),
      gone: z.exactOptional(z.number()),
    }),
  ),
  /** Until when the state was away, the last time that this was told. */
  lapse: z.exactOptional(z.number()),
});
interface Cause {
  readonly words: Words;
  readonly since: number;
  readonly told?: boolean;
  readonly gone?: number;
}
type Known = Record<string, Cause>;

/** @param place the channel; @param feeds how the followed feeds are now */
export function createAlarm(rooms: {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly health: Health;
  readonly feeds: () => Promise<readonly FeedHealth[]>;
  readonly place: DeliveryPlace;
  readonly locale: Locale;
  readonly zone: string;
}): Alarm {
  const { store, clock, health, place, locale, zone } = rooms;
  const key = `alarm:${channelScope(place)}:causes`;
  let away: number | undefined;

  async function look(): Promise<void> {
    if (!(await store.claim(`alarm:${channelScope(place)}:turn`, EVERY_MS))) return;
    const now = clock.now();
    const seen = new Map([
      ...health.troubles.filter(({ part }) => PARTS.has(part)).map((one) => [one.part, one.words] as const),
      ...causesOf(await rooms.feeds()),
    ]);
    const before = await readRow(store, key, causesRow, now);
    const known = step(before?.causes ?? {}, seen, now);
    const lapsed = away !== undefined && now - away >= LASTS_MS && (before?.lapse ?? 0) < now - GONE_MS;
    const lapse = lapsed ? now : before?.lapse;
    const after = { causes: known.causes, ...(lapse !== undefined && { lapse }) };
    const text = [
      ...(lapsed ? [say(locale).lapse(when(away ?? now), when(now))] : []),
      ...part(say(locale).begun, known.begun),
      ...part(say(locale).over, known.over),
    ].join("\n");
    const row = before ?? undefined;
    if (text === "" && JSON.stringify(after) === JSON.stringify(before ?? { causes: {} })) return;
    const notice = text === "" ? undefined : noticeOf(text, now);
    // What was told and the message are one change: of many processes one makes it.
    await store.commit({
      when: { [key]: row },
      set: { [key]: after, ...(notice && { [outboxKey(notice)]: notice }) },
      at: notice ? { [outboxKey(notice)]: now } : {},
    });
  }

  const when = (instant: number): string => dateInWords(instant, "minute", zone, locale);

  function part(heading: string, told: readonly Words[]): readonly string[] {
    const lines = told.slice(0, LINES).map((one) => `• ${one[locale]}`);
    const more = told.length > LINES ? [say(locale).more(told.length - LINES)] : [];
    return told.length > 0 ? [heading, ...lines, ...more] : [];
  }

  function noticeOf(text: string, now: number): Delivery {
    const { platform, workspace, channel } = place;
    return {
      ...{ id: `${newId()}!`, kind: "notice", source: "alarm", title: "alarm", by: "", text },
      ...{ platform, target: { workspace, channel }, locale, zone, due: now, after: now },
      ...{ state: "pending", attempt: 0 },
    };
  }

  return {
    async look() {
      try {
        await look();
        away = undefined;
      } catch (thrown) {
        if (isAway(thrown)) away ??= clock.now();
        throw thrown;
      }
    },
  };
}

/** The channel that SCO_OPERATOR_CHANNEL names. */
export function placeIn(channel: string): DeliveryPlace {
  const [, platform = "", workspace = "", place = ""] = /^(\w+):([^/]*)\/(.+)$/.exec(channel) ?? [];
  return { platform, workspace, channel: place };
}

/** What is known after a look, and what is told of it. */
function step(
  before: Known,
  seen: ReadonlyMap<string, Words>,
  now: number,
): { readonly causes: Known; readonly begun: readonly Words[]; readonly over: readonly Words[] } {
  const causes: Known = {};
  const begun: Words[] = [];
  const over: Words[] = [];
  for (const [name, told] of seen) {
    const { gone: _, ...cause }: Cause = before[name] ?? { words: told, since: now };
    // A clock may have been ahead.
    const known = { ...cause, since: Math.min(cause.since, now) };
    const tells = !known.told && now - known.since >= LASTS_MS;
    // What it is about is said as it is when it is told.
    causes[name] = tells ? { ...known, words: told, told: true } : known;
    if (tells) begun.push(told);
  }
  for (const [name, known] of Object.entries(before)) {
    if (seen.has(name) || !known.told) continue;
    const gone = Math.min(known.gone ?? now, now);
    if (now - gone >= GONE_MS) over.push(known.words);
    else causes[name] = { ...known, gone };
  }
  return { causes, begun, over };
}

/** What is wrong with feeds, each cause once, whatever host or number it names, with the publishers that have it. */
function causesOf(all: readonly FeedHealth[]): Map<string, Words> {
  const groups = new Map<string, { reason: Words; sources: string[] }>();
  for (const { spec, condition, reason, failures } of all) {
    if (!reason || (condition === "failing" && failures < FAILURES)) continue;
    const host = URL.canParse(spec.url) ? new URL(spec.url).host : spec.url;
    const cause = `${condition} ${reason.en.replaceAll(host, "*").replace(/\d+/g, "#")}`;
    const name = `feeds-${createHash("sha256").update(cause).digest("base64url").slice(0, 12)}`;
    const group = groups.get(name) ?? { reason, sources: [] };
    group.sources.push(spec.source);
    groups.set(name, group);
  }
  return new Map(
    [...groups].map(([name, { reason, sources }]) => {
      const told = (locale: Locale): string => {
        const names = sources.slice(0, NAMED).join(locale === "zh" ? "、" : ", ");
        const rest = locale === "zh" ? sources.length : sources.length - NAMED;
        const who = sources.length > NAMED ? say(locale).and(names, rest) : names;
        return `${who}${locale === "zh" ? "：" : ": "}${reason[locale]}`;
      };
      return [name, { en: told("en"), zh: told("zh"), ru: told("ru") }];
    }),
  );
}
