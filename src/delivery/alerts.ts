/** Alerts of a watch: nothing comes for days, or far more than is usual; each is told once, with its reason. */
import type { Library } from "../articles/library.ts";
import { alerts as say } from "../i18n/delivery.ts";
import { inParallel } from "../slices.ts";
import { orAside, readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import { channelSettingsKey, readSettings, type Settings } from "../state/settings.ts";
import type { Change, DueEntry, StateStore } from "../state/store.ts";
import { addDays, type Day, dateInWords, dayOf } from "../time.ts";
import {
  type Alert,
  DAY_MS,
  type Delivery,
  DONE_MS,
  doneKey,
  doneOf,
  type FoundArticle,
  outboxKey,
  pauseKey,
  type Silence,
  silenceKey,
  type Tally,
  tallyKey,
  type Watch,
  watchKey,
} from "./model.ts";
import { pauseRow, silenceRow, tallyRow, watchRow } from "./schema.ts";
import { quietUntil } from "./times.ts";
import { alsoToWebhook } from "./webhook/also.ts";
import { watchLine } from "./words.ts";

/** What is usual is reckoned from so many days before. */
const BEFORE_DAYS = 14;
/** With fewer days behind it nobody knows what is usual. */
const LEAST_DAYS = 7;
/** Fewer articles in a day are no rush, however seldom they are. */
const LEAST_RUSH = 5;
/** Silences that one look plans. */
const LOOKED = 64;

/** What a watch that is saved begins with: it waits for a silence, and knows what the days before brought. */
export function beginAlerts(
  watch: Watch,
  known: readonly FoundArticle[],
  now: number,
): Required<Pick<Change, "set" | "ttl" | "at">> {
  const begun = waitFor(watch, { since: now }, now);
  const days = watch.rush ? counted({}, known, watch, now) : undefined;
  return {
    set: { ...begun.set, [tallyKey(watch)]: days && ({ days } satisfies Tally) },
    ttl: {},
    at: begun.at,
  };
}

function waitFor(watch: Watch, silence: Silence, now: number): Required<Pick<Change, "set" | "at">> {
  const key = silenceKey(watch);
  if (!watch.silence) return { set: { [key]: undefined }, at: {} };
  return { set: { [key]: silence }, at: { [key]: now + watch.silence * DAY_MS } };
}

interface Around {
  readonly settings: Settings;
  /** Nothing is posted in the channel. */
  readonly paused: boolean;
  readonly now: number;
}

/** What to write besides when articles came to a watch: the silence is over, the day is counted, a rush is told. */
export async function countForAlerts(
  store: StateStore,
  watch: Watch,
  came: readonly FoundArticle[],
  around: Around,
): Promise<Required<Change>> {
  if (!watch.rush && !watch.silence) return { when: {}, set: {}, ttl: {}, at: {} };
  const { now } = around;
  const title = came.at(-1)?.title;
  const heard = waitFor(watch, { since: now, ...(title && { title }) }, now);
  const none = { when: {}, ttl: {} };
  if (!watch.rush) return { ...none, set: heard.set, at: heard.at };
  const key = tallyKey(watch);
  const before = await readRow(store, key, tallyRow, now);
  const today = dayOf(now, watch.zone);
  const days = counted(before?.days ?? {}, came, watch, now);
  const usual = rushOver(days, today, watch.rush);
  const told = before?.told;
  const again = told === today || told === addDays(today, -1);
  const tally: Tally = { days, ...(usual !== undefined ? { told: today } : told && { told }) };
  const spoken =
    usual === undefined || again
      ? { set: {}, ttl: {}, at: {} }
      : await speak(store, watch, rushAlert(today, days[today] ?? 0, usual), around);
  return {
    when: { [key]: before },
    set: { ...(watch.silence && heard.set), ...spoken.set, [key]: tally },
    ttl: spoken.ttl,
    at: { ...heard.at, ...spoken.at },
  };
}

/** Articles by the day that they are of; days before those that matter are left out. */
function counted(
  days: Tally["days"],
  came: readonly Pick<FoundArticle, "published">[],
  { zone }: Watch,
  now: number,
): Tally["days"] {
  const today = dayOf(now, zone);
  const first = addDays(today, -BEFORE_DAYS);
  const sums = new Map(Object.entries(days));
  for (const { published } of came) {
    const day = published === null ? today : dayOf(Math.min(Date.parse(published), now), zone);
    sums.set(day, (sums.get(day) ?? 0) + 1);
  }
  return Object.fromEntries([...sums].filter(([day]) => day >= first).sort());
}

/** How many articles a day are usual, when today has so many times as many; undefined when it has not, or nobody knows. */
function rushOver(days: Tally["days"], today: Day, times: number): number | undefined {
  const before = Array.from({ length: BEFORE_DAYS }, (_, n) => days[addDays(today, -1 - n)] ?? 0);
  const known = before.findLastIndex((n) => n > 0) + 1;
  if (known < LEAST_DAYS) return undefined;
  const mean = (some: readonly number[]) => some.reduce((sum, n) => sum + n, 0) / some.length;
  const usual = Math.max(mean(before.slice(0, known)), mean([before[6] ?? 0, before[13] ?? 0]));
  return (days[today] ?? 0) >= Math.max(LEAST_RUSH, times * usual) ? usual : undefined;
}

/** Plans what is to be said of watches that have been silent for too long; looks at those alone. @throws BotError "unavailable" */
export async function planSilences(
  store: StateStore,
  library: Pick<Library, "between">,
  now: number,
): Promise<void> {
  const { entries } = await store.due(["alert"], now, LOOKED);
  await inParallel(entries, 1, (entry) =>
    orAside(store, entry.key, now, () => planSilence(store, library, entry, now)),
  );
}

async function planSilence(
  store: StateStore,
  library: Pick<Library, "between">,
  entry: DueEntry,
  now: number,
): Promise<void> {
  const [row, watch] = await Promise.all([
    readRow(store, entry.key, silenceRow, now),
    readRow(store, entry.key.replace("alert:", "watch:"), watchRow, now),
  ]);
  if (!row) return void (await store.move(entry, undefined));
  if (!watch?.silence)
    return void (await store.commit({ when: { [entry.key]: row }, set: { [entry.key]: undefined } }));
  const due = row.since + watch.silence * DAY_MS;
  if (due > now) return void (await store.move(entry, due));
  const [settings, paused] = await Promise.all([
    readSettings(store, channelSettingsKey(watch), now),
    readRow(store, pauseKey(channelScope(watch)), pauseRow, now),
  ]);
  const alone = library.between(row.since + 1, now).length === 0;
  const alert = silenceAlert(watch, row, alone);
  const spoken = await speak(store, watch, alert, { settings, paused: paused !== undefined, now });
  await store.commit({
    when: { [entry.key]: row, [watchKey(watch)]: watch },
    set: { ...spoken.set, [entry.key]: undefined },
    ttl: spoken.ttl,
    at: spoken.at,
  });
}

interface Spoken {
  readonly id: string;
  readonly alert: Alert;
  readonly text: (watch: Watch, locale: Watch["locale"]) => string;
}

function rushAlert(day: Day, articles: number, usual: number): Spoken {
  const rounded = Math.round(usual * 10) / 10;
  return {
    id: `r${day}`,
    alert: { kind: "rush", day, articles, usual: rounded },
    text: ({ query }, locale) => say(locale).rush(query, articles, String(rounded)),
  };
}

function silenceAlert({ silence = 1, zone }: Watch, { since, title }: Silence, alone: boolean): Spoken {
  return {
    id: `s${Math.round(since / 60_000).toString(36)}`,
    alert: { kind: "silence", since: new Date(since).toISOString(), days: silence },
    text: ({ query }, locale) => {
      const words = say(locale);
      const day = dateInWords(since, "day", zone, locale);
      const last = title === undefined ? words.none(day) : words.last(title, day);
      return [words.silence(query, silence), last, ...(alone ? [words.all] : [])].join(" ");
    },
  };
}

/** The message of an alert, after the channel's quiet hours; in a channel that takes nothing only the webhook hears it. */
async function speak(
  store: StateStore,
  watch: Watch,
  { id, alert, text }: Spoken,
  { settings, paused, now }: Around,
): Promise<Required<Pick<Change, "set" | "ttl" | "at">>> {
  const { platform, workspace, channel, by, zone, query, mention } = watch;
  const locale = settings.language ?? watch.locale;
  const quiet = quietUntil(settings.quiet, now, settings.zone ?? zone);
  const due = quiet ?? now;
  const item: Delivery = {
    ...{ id: `${watch.id}!${id}`, kind: "alert", source: watch.id, platform, target: { workspace, channel } },
    ...{ title: watchLine(watch), due, by, locale, zone, state: "pending", attempt: 0, after: due },
    ...{ query, text: text(watch, locale), alert },
    ...(mention && { mention }),
    ...(quiet !== undefined && { why: "quiet hours" as const }),
  };
  const also = await alsoToWebhook(store, item, now);
  if (!paused)
    return {
      set: { ...also.set, [outboxKey(item)]: item },
      ttl: {},
      at: { ...also.at, [outboxKey(item)]: due },
    };
  const done = doneOf(item, now, { state: "skipped", why: "paused" });
  const key = doneKey(channelScope(watch), done);
  return { set: { ...also.set, [key]: done }, ttl: { [key]: DONE_MS }, at: also.at };
}
