/** The forms of `daily` and `watch`: their options as fields, each with what is wrong in it. */
import type { Caller, Context } from "../command.ts";
import { BotError } from "../errors.ts";
import type { Form, FormField } from "../form.ts";
import { forms as say } from "../i18n/settings.ts";
import { LOCALES, type Locale } from "../i18n/words.ts";
import { printLine, type Values } from "../inbox/parse.ts";
import { timeOf } from "../language/when/clock-times.ts";
import { channelSettingsKey, readSettings } from "../state/settings.ts";
import type { Daily } from "./daily.ts";
import { dayNames, mustReadTime, readDays, readZone } from "./read-times.ts";
import { mustManage, schedulesOf } from "./subscribe.ts";

/** A summary's form. One that is set up here already keeps its topic and its channel: these are what it is known by. */
export async function dailyForm(asked: Daily, ctx: Context): Promise<Form> {
  const { caller } = ctx;
  mustManage(caller);
  const words = say(caller.locale);
  const [there, settings] = await Promise.all([
    schedulesOf(ctx),
    readSettings(ctx.store, channelSettingsKey(caller), ctx.clock.now()),
  ]);
  const before = there.find(({ topic }) => topic === (asked.topic || undefined));
  const time = asked.time ?? before?.time ?? "09:00";
  const days = asked.days ?? before?.days.join(",") ?? "all";
  const zone = asked.zone ?? before?.zone ?? settings.zone ?? caller.zone;
  const lang = asked.lang ?? before?.lang ?? caller.locale;
  const empty = asked.empty ?? before?.empty ?? "skip";
  const topic = asked.topic ?? "";
  const chosen = faultOf(() => readDays(days), caller.locale);
  const fields: readonly FormField[] = [
    {
      ...{ name: "time", kind: "time", label: words.time, hint: words.timeHint, required: true },
      ...{ value: timeOf(time) ?? time, ...faultOf(() => mustReadTime(time), caller.locale) },
    },
    {
      ...{
        name: "days",
        kind: "several",
        label: words.days,
        required: true,
        choices: dayNames(caller.locale),
      },
      ...{ value: chosen.fault === undefined ? readDays(days).map(String).join(",") : "", ...chosen },
    },
    {
      ...{ name: "zone", kind: "text", label: words.zone, hint: words.zoneHint, required: true, value: zone },
      ...faultOf(() => readZone(zone), caller.locale),
    },
    ...(before === undefined
      ? ([
          { name: "topic", kind: "text", label: words.topic, hint: words.topicHint, value: topic },
          channelField(caller),
        ] as const)
      : []),
    {
      ...{ name: "lang", kind: "one", label: words.lang, required: true, value: lang },
      choices: LOCALES.map((value) => ({ value, shown: words.languages[value] })),
    },
    {
      ...{ name: "empty", kind: "one", label: words.empty, required: true, value: empty },
      choices: (["skip", "say"] as const).map((value) => ({ value, shown: words.empties[value] })),
    },
  ];
  const values = { time, days, zone, lang, empty, ...(topic && { topic }) };
  return formOf("daily", fields, values, ctx);
}

/** Minutes that a watch may keep silent, as offered. */
const PAUSES = [15, 30, 60, 180, 720, 1440];

/** A watch's form. */
export async function watchForm(
  asked: { readonly query?: string | undefined; readonly every?: number | undefined },
  ctx: Context,
): Promise<Form> {
  const { caller } = ctx;
  mustManage(caller);
  const words = say(caller.locale);
  const { query = "" } = asked;
  const every = Number(asked.every ?? 30);
  const pauses = [...new Set([...PAUSES, every])].filter((n) => n >= 1).sort((a, b) => a - b);
  const fields: readonly FormField[] = [
    {
      ...{ name: "query", kind: "text", label: words.query, hint: words.queryHint, required: true },
      ...{ value: query, ...(query.trim() === "" && { fault: words.nothing }) },
    },
    {
      ...{ name: "every", kind: "one", label: words.every, required: true, value: String(every) },
      choices: pauses.map((n) => ({ value: String(n), shown: words.minutes(n) })),
    },
    channelField(caller),
  ];
  return formOf("watch", fields, { query, every }, ctx);
}

const channelField = ({ channel, locale }: Caller): FormField => ({
  ...{ name: "channel", kind: "channel", label: say(locale).channel, required: true, value: channel },
});

function formOf(name: "daily" | "watch", fields: readonly FormField[], values: Values, ctx: Context): Form {
  const words = say(ctx.caller.locale);
  const command = ctx.commands.find((one) => one.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const { submit, cancel } = words;
  return { title: words[name], submit, cancel, fields, line: printLine(command, values) };
}

/** What a reader of a value has against it. */
function faultOf(read: () => unknown, locale: Locale): { readonly fault?: string } {
  try {
    read();
    return {};
  } catch (thrown) {
    if (thrown instanceof BotError) return { fault: thrown.say(locale) };
    throw thrown;
  }
}
