/** One thread a story: what goes on is told below the first message, quietly, and only when it says something new. */
import type { Library } from "../../articles/library.ts";
import type { Posted } from "../../bot.ts";
import { languages, delivery as say } from "../../i18n/delivery.ts";
import type { Locale } from "../../i18n/words.ts";
import { readRow } from "../../state/rows.ts";
import type { Settings } from "../../state/settings.ts";
import type { Change, StateStore } from "../../state/store.ts";
import { nameFor } from "../../stories/named.ts";
import {
  DAY_MS,
  type Delivery,
  type FoundArticle,
  idOf,
  outboxKey,
  placeOf,
  type Thread,
  threadKey,
  type Watch,
} from "../model.ts";
import { threadRow } from "../schema.ts";
import { quietUntil } from "../times.ts";
import { titleMark, watchLine } from "../words.ts";
import { factsOf, type StoryFacts } from "./facts.ts";

/** A story goes on while a week lies between two of its articles at most; a thread is known for twice as long. */
const KEPT_MS = 14 * DAY_MS;
/** Articles and names of a thread that are remembered. */
const MOST_TOLD = 30;
const MOST_NAMES = 200;
/** New figures and names that a message names. */
const SHOWN = 6;

export interface FollowUp {
  /** What begins a message of its own. */
  readonly first: readonly FoundArticle[];
  /** What says nothing new of a story that was told. */
  readonly counted: readonly FoundArticle[];
  readonly change: Required<Change>;
}

/**
 * Plans what goes below earlier messages of a watch.
 * @param told articles that it has not told of yet
 * @param again articles that it has; a title or figures that are others now get one line
 */
export async function followUp(
  rooms: { readonly store: StateStore; readonly library: Pick<Library, "get"> },
  watch: Watch,
  { told, again }: { readonly told: readonly FoundArticle[]; readonly again: readonly FoundArticle[] },
  around: { readonly settings: Settings; readonly now: number },
): Promise<FollowUp> {
  const first = new Set(told.filter(({ story }) => story === undefined));
  const counted: FoundArticle[] = [];
  const change: {
    when: Record<string, unknown>;
    set: Record<string, unknown>;
    ttl: Record<string, number>;
    at: Record<string, number>;
  } = { when: {}, set: {}, ttl: {}, at: {} };
  const stories = new Set([...told, ...again].flatMap(({ story }) => story ?? []));
  for (const story of stories) {
    const key = threadKey(watch, watch.id, story);
    const row = await readRow(rooms.store, key, threadRow, around.now);
    const mine = told.filter((one) => one.story === story);
    if (!row) {
      for (const one of mine) first.add(one);
      continue;
    }
    const below = tellBelow(row, mine, rooms.library, around.settings.language ?? watch.locale);
    const corrected = correctedIn(below.row, again, rooms.library);
    counted.push(...below.counted);
    if (below.news.length === 0 && below.counted.length === 0 && corrected.length === 0) continue;
    const items: Delivery[] = [];
    const plan = (id: string, more: Partial<Delivery>) =>
      items.push(messageBelow(row.thread, id, more, watch, around));
    if (below.news.length > 0)
      plan(`${watch.id}~${below.news[0]?.id}`, {
        kind: "watch",
        found: below.news,
        total: below.news.length,
        more: row.more + below.counted.length,
      });
    let after: Thread = below.news.length > 0 ? { ...below.row, more: 0 } : below.row;
    for (const { id, was, now } of corrected) {
      const mark = idOf("watch", watch, `${now.title} ${[...now.figures.keys()].join()}`);
      plan(`${watch.id}~${id}.${mark}`, {
        kind: "notice",
        text: correctionOf(was, now, around.settings.language ?? watch.locale),
      });
      after = { ...after, told: { ...after.told, [id]: asTold(now) } };
    }
    change.when[key] = row;
    change.set[key] = after;
    change.ttl[key] = KEPT_MS;
    for (const item of items) {
      change.set[outboxKey(item)] = item;
      change.at[outboxKey(item)] = item.after;
    }
  }
  return { first: told.filter((one) => first.has(one)), counted, change };
}

/** What of these is news in a thread, and the thread with them. */
function tellBelow(
  row: Thread,
  mine: readonly FoundArticle[],
  library: Pick<Library, "get">,
  locale: Locale,
): {
  readonly news: readonly FoundArticle[];
  readonly counted: readonly FoundArticle[];
  readonly row: Thread;
} {
  const news: FoundArticle[] = [];
  const counted: FoundArticle[] = [];
  let known = row;
  for (const one of mine) {
    const article = library.get(one.id);
    const facts = article && factsOf(article);
    const added = facts ? newIn(facts, known, locale) : [];
    if (added.length === 0) counted.push(one);
    else news.push({ ...one, added: added.slice(0, SHOWN), snippet: "" });
    if (facts) known = withFacts(known, one.id, facts);
  }
  return { news, counted, row: { ...known, more: row.more + counted.length } };
}

function newIn(
  facts: StoryFacts,
  { told, names, languages: spoken }: Thread,
  locale: Locale,
): readonly string[] {
  const figures = new Set(Object.values(told).flatMap((one) => one.figures));
  return [
    ...(spoken.includes(facts.language) ? [] : [languages(locale)[facts.language]]),
    ...[...facts.figures].flatMap(([value, written]) => (figures.has(value) ? [] : [written])),
    ...[...facts.names].flatMap(([id, written]) =>
      names.includes(id) ? [] : [nameFor({ id, name: written }, locale)],
    ),
  ];
}

function withFacts(row: Thread, id: string, facts: StoryFacts): Thread {
  const told = Object.entries({ ...row.told, [id]: asTold(facts) }).slice(-MOST_TOLD);
  return {
    ...row,
    told: Object.fromEntries(told),
    names: [...new Set([...row.names, ...facts.names.keys()])].slice(-MOST_NAMES),
    languages: [...new Set([...row.languages, facts.language])],
  };
}

const asTold = ({ title, figures }: StoryFacts): Thread["told"][string] => ({
  title,
  figures: [...figures.keys()],
});

interface Corrected {
  readonly id: string;
  readonly was: Thread["told"][string];
  readonly now: StoryFacts;
}

/** Articles whose title is another now, or in which other figures stand; what was only added is no correction. */
function correctedIn(
  row: Thread,
  again: readonly FoundArticle[],
  library: Pick<Library, "get">,
): readonly Corrected[] {
  return again.flatMap(({ id }) => {
    const was = row.told[id];
    const article = library.get(id);
    if (!was || !article) return [];
    const now = factsOf(article);
    const gone = was.figures.some((value) => !now.figures.has(value));
    const come = [...now.figures.keys()].some((value) => !was.figures.includes(value));
    return titleMark(was.title) !== titleMark(now.title) || (gone && come) ? [{ id, was, now }] : [];
  });
}

function correctionOf(was: Corrected["was"], now: StoryFacts, locale: Locale): string {
  const words = say(locale);
  const gone = was.figures.filter((value) => !now.figures.has(value));
  const come = [...now.figures].flatMap(([value, written]) => (was.figures.includes(value) ? [] : [written]));
  return [
    ...(titleMark(was.title) === titleMark(now.title) ? [] : [words.retitled(now.title, was.title)]),
    ...(gone.length > 0 && come.length > 0
      ? [words.refigured(now.title, come.slice(0, SHOWN).join(", "), gone.slice(0, SHOWN).join(", "))]
      : []),
  ].join(" ");
}

function messageBelow(
  thread: string,
  id: string,
  more: Partial<Delivery>,
  watch: Watch,
  { settings, now }: { readonly settings: Settings; readonly now: number },
): Delivery {
  const { platform, workspace, channel, by, zone, query } = watch;
  const quiet = quietUntil(settings.quiet, now, settings.zone ?? zone);
  const due = quiet ?? now;
  return {
    ...{ id, kind: "watch", source: watch.id, platform, target: { workspace, channel, thread } },
    ...{ title: watchLine(watch), due, by, locale: settings.language ?? watch.locale, zone },
    ...{ state: "pending", attempt: 0, after: due, query },
    ...(quiet !== undefined && { why: "quiet hours" as const }),
    ...more,
  };
}

/** What a message that was posted begins: a thread for each story that it tells of and that has none yet. */
export async function threadsBegun(
  item: Delivery,
  posted: Extract<Posted, { readonly state: "sent" }>,
  {
    store,
    library,
    now,
  }: { readonly store: StateStore; readonly library: Pick<Library, "get">; readonly now: number },
): Promise<Required<Pick<Change, "set" | "ttl">>> {
  const begun: { set: Record<string, unknown>; ttl: Record<string, number> } = { set: {}, ttl: {} };
  const { thread } = posted;
  const isBelow = "channel" in item.target && item.target.thread !== undefined;
  if (item.kind !== "watch" || item.to !== undefined || isBelow || thread === undefined) return begun;
  const told = [...(item.found ?? []), ...(item.news ?? [])];
  for (const story of new Set(told.flatMap((one) => one.story ?? []))) {
    const key = threadKey(placeOf(item), item.source, story);
    if (await readRow(store, key, threadRow, now)) continue;
    let row: Thread = { thread, told: {}, names: [], languages: [], more: 0 };
    for (const { id, story: own } of told) {
      const article = own === story ? library.get(id) : undefined;
      if (article) row = withFacts(row, id, factsOf(article));
    }
    begun.set[key] = row;
    begun.ttl[key] = KEPT_MS;
  }
  return begun;
}

/** A message whose thread is gone goes into the channel itself, and begins new ones. */
export function intoChannel(item: Delivery): { readonly item: Delivery; readonly set: Change["set"] } {
  const { workspace, channel } = { channel: "", ...item.target };
  const stories = new Set((item.found ?? []).flatMap((one) => one.story ?? []));
  const gone = [...stories].map((story) => [threadKey(placeOf(item), item.source, story), undefined]);
  return {
    item: { ...item, state: "pending", attempt: 0, target: { workspace, channel } },
    set: Object.fromEntries(gone),
  };
}
