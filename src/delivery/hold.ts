/** `daily pause` and `daily resume`: holding a channel's summaries back until a day, or until somebody says. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors, hold as say } from "../i18n/delivery.ts";
import type { Locale } from "../i18n/words.ts";
import { daysIn } from "../language/when/days.ts";
import { lowered } from "../language/when/pattern.ts";
import { type Reply, sentence } from "../reply.ts";
import { type Day, dayInWords, dayOf } from "../time.ts";
import type { Schedule } from "./model.ts";
import { bySameWords } from "./same-words.ts";
import { mustManage, mustReach, resume, saveSchedule, schedulesOf } from "./subscribe.ts";

/** Stands for "until somebody says". */
const FOREVER = "9999-12-31";

/** Holds back the summary on a topic, or all of the channel. @throws BotError with what was wrong */
export async function holdDaily(
  { until, topic }: { readonly until?: string | undefined; readonly topic?: string | undefined },
  ctx: Context,
): Promise<Reply> {
  const { caller, clock } = ctx;
  const words = say(caller.locale);
  mustManage(caller);
  const all = await schedulesOf(ctx);
  const one = topic === undefined ? undefined : bySameWords(topic, all, (each) => each.topic ?? "");
  const held = topic === undefined ? all : one ? [one] : [];
  if (held.length === 0) return sentence(words.none, "nothing");
  const day = until === undefined ? FOREVER : mustReadUntil(until, dayOf(clock.now(), caller.zone));
  for (const before of held) await saveSchedule(ctx, { ...before, until: day }, before);
  const text = day === FOREVER ? words.paused : words.until(dayInWords(day, caller.locale));
  return {
    ...sentence(text, "answered", { paused: held.map(({ id }) => id), until: day === FOREVER ? null : day }),
    blocks: [
      { kind: "prose", spans: [{ strong: text }] },
      { kind: "actions", actions: [{ label: words.resume, run: "daily resume", place: "new" }] },
    ],
  };
}

/** Ends every pause of the channel, asked for or not. @throws BotError */
export async function resumeDaily(ctx: Context): Promise<Reply> {
  mustManage(ctx.caller);
  await mustReach(ctx);
  await resume(ctx.store, ctx.caller);
  for (const before of await schedulesOf(ctx)) {
    const { until, ...running } = before;
    if (until !== undefined) await saveSchedule(ctx, running, before);
  }
  return sentence(say(ctx.caller.locale).resumed);
}

/** Whether a schedule is held back at an instant (epoch ms), on its own clocks. */
export function isHeld({ until, zone }: Pick<Schedule, "until" | "zone">, at: number): boolean {
  return until !== undefined && dayOf(at, zone) < until;
}

/** Until when a schedule is held back, in the reader's words; nothing when it is not. */
export function heldInWords(schedule: Schedule, now: number, locale: Locale): string | undefined {
  if (!isHeld(schedule, now) || schedule.until === undefined) return undefined;
  const words = say(locale);
  return schedule.until === FOREVER ? words.heldOn : words.held(dayInWords(schedule.until, locale));
}

function mustReadUntil(written: string, today: Day): Day {
  const [found] = daysIn(lowered(written.normalize("NFKC")), today);
  const day = found?.value.named;
  if (day !== undefined && !found?.value.impossible && day > today) return day;
  const text = written.slice(0, 40);
  throw new BotError("bad-input", errors.noDayToWait(text));
}
