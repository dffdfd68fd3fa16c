/** The daily summary: which days and stories are meant, and the reply that shows them. */
import { setImmediate as turn } from "node:timers/promises";
import { newestDate } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { ageInWords, feedsInWords, freshnessOf, isCutOff } from "../feeds/freshness.ts";
import { summary as say } from "../i18n/stories.ts";
import { type Action, type Block, type Reply, sentence } from "../reply.ts";
import { dateInWords, dayOf } from "../time.ts";
import { nearestDay, type Rooms, storiesOf } from "./choose.ts";
import { readInstant } from "./instant.ts";
import { nearestPeriod, type Period, readPeriod, splitPeriod } from "./period.ts";
import { countsInWords, isNew, isNews, periodInWords, storyCard, storyData } from "./present.ts";
import { screensOf } from "./screens.ts";
import type { Story } from "./stories.ts";

/** What is asked, as typed. */
export interface Summarise {
  readonly day?: string | undefined;
  readonly topic?: string | undefined;
  /** An ISO instant; what came in after it is marked as new. */
  readonly since?: string | undefined;
  /** Leaves out stories without anything new since then. */
  readonly onlyNew?: boolean;
  /** Gives sentences in another language a translation too, where there is a translator. */
  readonly translated?: boolean;
  readonly page: number;
}

/**
 * Tells the stories of some days; on a quiet day says so and tells those of the nearest day that has any.
 * @throws BotError("bad-input") for a day or an instant that cannot be read
 */
export async function summarise(typed: Summarise, rooms: Rooms): Promise<Reply> {
  const split = typed.day === undefined && typed.topic ? splitPeriod(typed.topic) : undefined;
  const asked = split?.day ? { ...typed, day: split.day, topic: split.rest || undefined } : typed;
  const { caller, clock } = rooms;
  const period = readPeriod(asked.day ?? "today", clock.now(), caller.zone);
  const since = asked.since === undefined ? undefined : readInstant(asked.since);
  const all = await storiesOf(period, asked.topic, rooms);
  const stories = asked.onlyNew && since !== undefined ? all.filter((story) => isNew(story, since)) : all;
  const base = {
    day: period.last,
    ...(period.first !== period.last && { from: period.first }),
    zone: caller.zone,
    ...(asked.topic && { topic: asked.topic }),
  };
  if (stories.length === 0 && all.length > 0 && since !== undefined) return nothingNew(since, base, rooms);
  if (stories.length === 0) return quiet(period, asked, base, rooms);
  return told(stories, period, asked, since, base, rooms);
}

async function told(
  stories: readonly Story[],
  period: Period,
  asked: Summarise,
  since: number | undefined,
  base: object,
  rooms: Rooms,
): Promise<Reply> {
  const { caller, library, limit } = rooms;
  const words = say(caller.locale);
  const days = periodInWords(period, caller.locale);
  const counts = countsInWords(stories, library, caller.locale);
  const shown = limit === undefined ? stories : stories.slice(0, limit);
  const total = stories.reduce((sum, { articles }) => sum + articles.length, 0);
  const fresh =
    since === undefined ? [] : [" · ", words.fresh(countNew(stories, since), instantInWords(since, caller))];
  return {
    summary: words.summary(days, counts, stories[0]?.articles[0].title ?? ""),
    blocks: [
      { kind: "heading", text: words.heading(days, asked.topic ?? "") },
      { kind: "prose", spans: [counts, ...fresh] },
      ...(await page(stories, asked, since, rooms)),
    ],
    audience: "caller",
    outcome: "answered",
    data: { ...base, total, stories: shown.map((story) => storyData(story, library, since)) },
  };
}

/** The cards of one screen, and the buttons to the next and the one before. */
async function page(
  stories: readonly Story[],
  asked: Summarise,
  since: number | undefined,
  rooms: Rooms,
): Promise<Block[]> {
  const { caller, limit, translate } = rooms;
  const words = say(caller.locale);
  const screens = screensOf(stories, limit);
  const at = Math.min(asked.page, screens.length);
  const cards: Block[] = [];
  for (const [place, story] of screens[at - 1]?.entries() ?? []) {
    const full = at === 1 && place === 0;
    cards.push(await storyCard(story, rooms, { since, full, translated: asked.translated === true }));
    await turn();
  }
  const to = (label: string, run: string): Action => ({ label, run, place: "here" });
  const turns = [
    ...(at > 1 ? [to(words.back, lineOf(asked, rooms, at - 1))] : []),
    ...(at < screens.length ? [to(words.more, lineOf(asked, rooms, at + 1))] : []),
    ...(translate.on && !asked.translated
      ? [to(words.translate, lineOf({ ...asked, translated: true }, rooms, at))]
      : []),
  ];
  return turns.length > 0 ? [...cards, { kind: "actions", actions: turns }] : cards;
}

/** The command that shows another page of the same digest; days are written out, as "today" moves on. */
function lineOf(
  { day, topic, since, onlyNew, translated }: Summarise,
  { caller, clock, limit }: Rooms,
  page: number,
): string {
  const { first, last } = readPeriod(day ?? "today", clock.now(), caller.zone);
  const days = first === last ? last : `${first}..${last}`;
  return [
    `digest ${days}`,
    ...(since ? [`--since=${since}`] : []),
    ...(onlyNew ? ["--new"] : []),
    ...(translated ? ["--translate"] : []),
    ...(limit ? [`--limit=${limit}`] : []),
    ...(page > 1 ? [`--page=${page}`] : []),
    ...(topic ? [topic] : []),
  ].join(" ");
}

function nothingNew(since: number, base: object, { caller }: Rooms): Reply {
  const text = say(caller.locale).fresh(0, instantInWords(since, caller));
  const summary = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return sentence(summary, "nothing", { ...base, total: 0, stories: [] });
}

async function quiet(period: Period, asked: Summarise, base: object, rooms: Rooms): Promise<Reply> {
  const { caller, library } = rooms;
  const words = say(caller.locale);
  const sentence = words.quiet(periodInWords(period, caller.locale), asked.topic ?? "");
  const near = await nearestDay(period, asked.topic, rooms);
  const stories = near ? await storiesOf({ first: near, last: near }, asked.topic, rooms) : [];
  const cut = await cutOff(period, rooms);
  const after = near ? words.nearest(periodInWords({ first: near, last: near }, caller.locale)) : words.never;
  return {
    summary: [sentence, ...cut].join(" ") + after,
    blocks: [
      { kind: "prose", spans: [{ strong: sentence }, ...(cut.length > 0 ? [] : [after])] },
      ...cut.map((text): Block => ({ kind: "prose", spans: [text] })),
      ...(cut.length > 0 ? [{ kind: "prose", spans: [after.trim()] } as const] : []),
      ...guessAt(asked, words.meant),
      ...(await page(stories, { ...asked, day: near, page: 1 }, undefined, rooms)),
    ],
    audience: "caller",
    outcome: "nothing",
    data: {
      ...base,
      total: 0,
      stories: [],
      nearest: near ? { day: near, stories: stories.map((story) => storyData(story, library)) } : null,
    },
  };
}

/** Why there may be news all the same: nothing could be fetched on those days. */
async function cutOff(
  { last }: Period,
  { caller, clock, feeds, library }: Rooms,
): Promise<readonly string[]> {
  const freshness = freshnessOf(await feeds.list().catch(() => []));
  const until = freshness.read ?? newestDate(library) ?? null;
  const readThen = until !== null && dayOf(until, caller.zone) > last;
  if (readThen || !isCutOff(freshness)) return [];
  const [first = "", ...others] = feedsInWords(freshness, caller);
  const age = ageInWords(newestDate(library), clock.now(), caller.locale);
  return [[say(caller.locale).cut + first, ...others, ...age].join(caller.locale === "zh" ? "" : " ")];
}

/** A topic that begins with a mistyped day: `yesterdya media`. */
function guessAt({ day, topic = "" }: Summarise, meant: string): Block[] {
  const [first = ""] = topic.split(" ");
  const named = day === undefined ? nearestPeriod(first) : undefined;
  if (named === undefined) return [];
  const run = `digest ${named}${topic.slice(first.length)}`;
  return [
    { kind: "prose", spans: [meant, { code: run }] },
    { kind: "actions", actions: [{ label: run.slice(0, 70), run, place: "new" }] },
  ];
}

function countNew(stories: readonly Story[], since: number): number {
  return stories
    .filter((story) => isNew(story, since))
    .flatMap(({ articles }) => articles)
    .filter((article) => isNews(article, since)).length;
}

function instantInWords(instant: number, { zone, locale }: Context["caller"]): string {
  return dateInWords(instant, "minute", zone, locale);
}
