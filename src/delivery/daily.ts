/** `daily`: showing, setting, changing, stopping and resuming a channel's schedules, each with its next time. */
import type { Caller, Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { daily as say } from "../i18n/subscriptions.ts";
import { inEveryLocale, type Locale } from "../i18n/words.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { channelSettingsKey, readSettings } from "../state/settings.ts";
import { dateInWords } from "../time.ts";
import { heldInWords, holdDaily, resumeDaily } from "./hold.ts";
import { meaningOf } from "./meaning.ts";
import { idOf, type Schedule } from "./model.ts";
import { pausedBlocks } from "./paused.ts";
import { daysInWords, mustReadTime, readDays, readZone } from "./read-times.ts";
import { bySameWords } from "./same-words.ts";
import {
  endSchedule,
  mustFit,
  mustManage,
  mustReach,
  pauseOf,
  saveSchedule,
  schedulesOf,
} from "./subscribe.ts";
import { latestRun, nextRun, quietUntil } from "./times.ts";
import { askedSince, titleOf } from "./words.ts";

/** The options of the command as typed. */
export interface Daily {
  readonly time?: string | undefined;
  readonly zone?: string | undefined;
  readonly days?: string | undefined;
  readonly topic?: string | undefined;
  readonly lang?: Locale | undefined;
  readonly empty?: "skip" | "say" | undefined;
  /** Of `pause`: the first day on which it runs again. */
  readonly until?: string | undefined;
}

const OFF = /^(off|stop|none|关|关闭|停止|выкл|выключить|стоп)$/i;
const HOLD = /^(pause|暂停|пауза|приостановить)$/i;
const ON = /^(resume|on|恢复|возобновить|продолжить)$/i;

/** Does what the options ask. @throws BotError with what was wrong */
export async function daily(asked: Daily, ctx: Context): Promise<Reply> {
  const { time } = asked;
  if (time !== undefined && OFF.test(time)) return stop(asked, ctx);
  if (time !== undefined && ON.test(time)) return resumeDaily(ctx);
  if ((time !== undefined && HOLD.test(time)) || asked.until !== undefined) return holdDaily(asked, ctx);
  if (Object.values(asked).every((value) => value === undefined)) return show(ctx);
  return set(asked, ctx);
}

async function show(ctx: Context): Promise<Reply> {
  const { caller, clock } = ctx;
  const words = say(caller.locale);
  const [schedules, paused] = await Promise.all([schedulesOf(ctx), pauseOf(ctx)]);
  const data = schedules.map((one) => ({
    ...dataOf(one),
    next: new Date(nextRun(one, clock.now())).toISOString(),
  }));
  if (schedules.length === 0) return sentence(words.none, "nothing", { schedules: [] });
  return {
    summary: `${words.title}: ${schedules.map(titleOf).join("; ")}`,
    blocks: [
      { kind: "heading", text: words.title },
      ...pausedBlocks(paused, caller.locale),
      ...schedules.map((one) => cardOf(one, ctx)),
      { kind: "prose", spans: [{ dim: words.change }] },
    ],
    audience: "caller",
    outcome: "answered",
    data: { schedules: data, ...(paused && { paused: paused.reason }) },
  };
}

function cardOf(one: Schedule, { caller, clock }: Context): Block {
  const words = say(caller.locale);
  const facts: Span[] = [`${daysInWords(one.days, caller.locale)} · ${one.zone}`];
  if (one.topic) facts.push(` · ${words.about} `, { strong: one.topic });
  if (one.lang) facts.push(` · ${one.lang}`);
  const held = heldInWords(one, clock.now(), caller.locale);
  const next: Span[] = held
    ? [{ strong: held }]
    : [{ dim: `${words.next}: ` }, nextInWords(one, clock.now(), caller)];
  const off = ["daily off", ...(one.topic ? [`--topic="${one.topic.replaceAll('"', "”")}"`] : [])].join(" ");
  return {
    kind: "card",
    title: { strong: one.time },
    lines: [facts, next],
    actions: [
      { label: words.edit, run: "help daily", place: "here", form: titleOf(one) },
      { label: words.sent, run: "deliveries", place: "new" },
      { label: words.stop, run: off, place: "new", style: "danger" },
    ],
  };
}

/** The next time on the channel's own clocks, with the zone. */
function nextInWords(one: Schedule, now: number, { locale }: Caller): string {
  return `${dateInWords(nextRun(one, now), "minute", one.zone, locale)} (${one.zone})`;
}

async function set(asked: Daily, ctx: Context): Promise<Reply> {
  const { caller, store, clock } = ctx;
  const words = say(caller.locale);
  mustManage(caller);
  const there = await schedulesOf(ctx);
  const before = chosen(asked, there);
  if (!before) mustFit(there.length);
  const settings = await readSettings(store, channelSettingsKey(caller), clock.now());
  const time = asked.time === undefined ? before?.time : mustReadTime(asked.time);
  if (time === undefined) return sentence(words.none, "bad-input");
  const topic = asked.topic ?? before?.topic;
  const lang = asked.lang ?? before?.lang;
  const schedule: Schedule = {
    id: before?.id ?? idOf("schedule", caller, topic ?? ""),
    platform: caller.platform,
    workspace: caller.workspace,
    channel: caller.channel,
    time,
    days: asked.days === undefined ? (before?.days ?? [1, 2, 3, 4, 5, 6, 7]) : readDays(asked.days),
    zone: asked.zone === undefined ? (before?.zone ?? settings.zone ?? caller.zone) : readZone(asked.zone),
    ...(topic && { topic }),
    ...(lang && { lang }),
    empty: asked.empty ?? before?.empty ?? "skip",
    ...(before === undefined
      ? { setUp: clock.now() }
      : before.setUp !== undefined && { setUp: before.setUp }),
    by: caller.user,
    locale: caller.locale,
  };
  const now = clock.now();
  const next = nextRun(schedule, now);
  if (quietUntil(settings.quiet, next, settings.zone ?? schedule.zone) !== undefined)
    return sentence(words.hours, "bad-input");
  const unread = asked.topic ? await meaningOf(asked.topic, ctx) : [];
  await mustReach(ctx);
  const preview = await previewOf(schedule, next, ctx);
  await saveSchedule(ctx, schedule, before);
  const saved = words.saved(nextInWords(schedule, now, caller));
  return {
    summary: saved,
    blocks: [
      { kind: "prose", spans: [{ strong: saved }] },
      ...unread,
      ...(caller.platform === "terminal"
        ? [{ kind: "prose" as const, spans: [{ dim: words.terminal }] }]
        : []),
      cardOf(schedule, ctx),
      ...preview,
    ],
    audience: "caller",
    outcome: "answered",
    data: { schedule: dataOf(schedule), next: new Date(next).toISOString() },
  };
}

/** Which schedule the options speak of: the one of that topic; without a topic the only one, or the one without. */
function chosen(asked: Daily, there: readonly Schedule[]): Schedule | undefined {
  if (asked.topic !== undefined) return there.find(({ topic }) => topic === asked.topic);
  const plain = there.find(({ topic }) => topic === undefined);
  if (plain || asked.time !== undefined) return plain;
  if (there.length !== 1)
    throw new BotError(
      "bad-input",
      inEveryLocale(say, ({ which, none }) => (there.length > 1 ? which : none)),
    );
  return there[0];
}

/** What the next one would say, had it to be written now. */
async function previewOf(schedule: Schedule, next: number, ctx: Context): Promise<readonly Block[]> {
  const words = say(ctx.caller.locale);
  const at = Math.min(next, ctx.clock.now());
  const { summarise } = await import("../stories/summary.ts");
  const caller: Caller = { ...ctx.caller, locale: schedule.lang ?? ctx.caller.locale, zone: schedule.zone };
  const rooms = Object.assign(Object.create(ctx) as Context, { caller, limit: undefined });
  const asked = { ...(schedule.topic && { topic: schedule.topic }), page: 1 };
  const span = next - latestRun(schedule, next - 1);
  const reply = await summarise({ ...asked, ...askedSince(schedule, at, at - span) }, rooms);
  if (reply.outcome === "answered")
    return [{ kind: "prose", spans: [{ dim: words.preview }] }, ...reply.blocks];
  const { day } = askedSince(schedule, at, at - span);
  const quiet = await summarise({ ...asked, day }, rooms);
  const heading = schedule.empty === "say" ? words.sayPreview : words.quietPreview;
  return [{ kind: "prose", spans: [{ dim: heading }] }, ...quiet.blocks];
}

async function stop(asked: Daily, ctx: Context): Promise<Reply> {
  const { caller } = ctx;
  const words = say(caller.locale);
  mustManage(caller);
  const there = await schedulesOf(ctx);
  const ended = asked.topic === undefined ? there : ofTopic(asked.topic, there);
  if (ended.length === 0) return sentence(words.nothing, "nothing", { stopped: [] });
  for (const schedule of ended) await endSchedule(ctx, schedule);
  const heading = words.stopped(ended.length);
  return {
    summary: `${heading} ${ended.map(titleOf).join("; ")}`,
    blocks: [
      { kind: "prose", spans: [{ strong: heading }] },
      ...ended.map(
        (one): Block => ({
          kind: "card",
          title: { code: titleOf(one) },
          lines: [],
          actions: [{ label: words.again, run: titleOf(one), place: "new" }],
        }),
      ),
    ],
    audience: "caller",
    outcome: "answered",
    data: { stopped: ended.map(dataOf) },
  };
}

/** The schedule on a topic, by its words. */
function ofTopic(topic: string, there: readonly Schedule[]): readonly Schedule[] {
  const found = bySameWords(topic, there, (one) => one.topic ?? "");
  return found ? [found] : [];
}

function dataOf({ id, time, zone, days, topic, lang, empty, until }: Schedule): object {
  return {
    id,
    time,
    zone,
    days,
    ...(topic && { topic }),
    ...(lang && { lang }),
    empty,
    ...(until && { until }),
  };
}
