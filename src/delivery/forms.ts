/** The forms of `daily` and `watch`: their options as fields, each with what is wrong in it. */
import type { Caller, Context } from "../command.ts";
import { BotError } from "../errors.ts";
import type { Field, Form } from "../form.ts";
import { LOCALES, type Locale, phrases } from "../i18n/words.ts";
import { printLine, type Values } from "../inbox/parse.ts";
import { timeOf } from "../language/when/clock-times.ts";
import { channelSettingsKey, readSettings } from "../state/settings.ts";
import type { Daily } from "./daily.ts";
import { dayNames, mustReadTime, readDays, readZone } from "./read-times.ts";
import { mustManage, schedulesOf } from "./subscribe.ts";

const say = phrases({
  en: {
    daily: "Daily summary",
    watch: "Watch",
    submit: "Set it up",
    cancel: "Cancel",
    time: "Time",
    timeHint: "On the clocks of the time zone, such as 09:00",
    days: "Days",
    zone: "Time zone",
    zoneHint: "A city or a zone, such as Moscow or Asia/Shanghai",
    topic: "Topic",
    topicHint: "Only what matches this search; empty for everything",
    lang: "Language of the summary",
    languages: { en: "English", zh: "Chinese", ru: "Russian" },
    empty: "When nothing is new",
    empties: { skip: "Send nothing", say: "Say so" },
    channel: "Channel",
    query: "What to watch",
    queryHint: "Written as in a search",
    nothing: "Write what to watch, for example: Central Asia energy",
    every: "At most one message in",
    minutes: (n: number) => (n % 60 === 0 ? (n === 60 ? "1 hour" : `${n / 60} hours`) : `${n} minutes`),
  },
  zh: {
    daily: "每日摘要",
    watch: "关注",
    submit: "确认设置",
    cancel: "取消",
    time: "时间",
    timeHint: "按所选时区，例如 09:00",
    days: "星期",
    zone: "时区",
    zoneHint: "城市或时区，例如：北京、Asia/Shanghai",
    topic: "主题",
    topicHint: "只包含符合此搜索的文章；留空则不限",
    lang: "摘要的语言",
    languages: { en: "英文", zh: "中文", ru: "俄文" },
    empty: "没有新内容时",
    empties: { skip: "不发送", say: "说明没有新内容" },
    channel: "频道",
    query: "关注什么",
    queryHint: "写法与搜索相同",
    nothing: "请填写要关注的内容，例如：中亚 能源",
    every: "最多多久发一条消息",
    minutes: (n: number) => (n % 60 === 0 ? `${n / 60} 小时` : `${n} 分钟`),
  },
  ru: {
    daily: "Ежедневная сводка",
    watch: "Отслеживание",
    submit: "Настроить",
    cancel: "Отмена",
    time: "Время",
    timeHint: "По часам выбранного пояса, например 09:00",
    days: "Дни",
    zone: "Часовой пояс",
    zoneHint: "Город или пояс, например Москва или Europe/Moscow",
    topic: "Тема",
    topicHint: "Только то, что подходит под запрос; пусто — обо всём",
    lang: "Язык сводки",
    languages: { en: "английский", zh: "китайский", ru: "русский" },
    empty: "Если нового нет",
    empties: { skip: "Ничего не присылать", say: "Сообщить об этом" },
    channel: "Канал",
    query: "За чем следить",
    queryHint: "Как в поиске",
    nothing: "Напишите, за чем следить, например: энергетика Центральной Азии",
    every: "Не чаще одного сообщения в",
    minutes: (n: number) => (n % 60 === 0 ? `${n / 60} ч` : `${n} мин`),
  },
});

/** A summary's form. One that is set up here already keeps its topic and its channel: these are what it is known by. */
export async function dailyForm(asked: Daily, ctx: Context): Promise<Form> {
  const { caller } = ctx;
  mustManage(caller);
  const words = say(caller.locale);
  const [there, settings] = await Promise.all([
    schedulesOf(ctx),
    readSettings(ctx.store, channelSettingsKey(caller)),
  ]);
  const before = there.find(({ topic }) => topic === (asked.topic || undefined));
  const time = asked.time ?? before?.time ?? "09:00";
  const days = asked.days ?? before?.days.join(",") ?? "all";
  const zone = asked.zone ?? before?.zone ?? settings.zone ?? caller.zone;
  const lang = asked.lang ?? before?.lang ?? caller.locale;
  const empty = asked.empty ?? before?.empty ?? "skip";
  const topic = asked.topic ?? "";
  const chosen = faultOf(() => readDays(days), caller.locale);
  const fields: readonly Field[] = [
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
  const fields: readonly Field[] = [
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

const channelField = ({ channel, locale }: Caller): Field => ({
  ...{ name: "channel", kind: "channel", label: say(locale).channel, required: true, value: channel },
});

function formOf(name: "daily" | "watch", fields: readonly Field[], values: Values, ctx: Context): Form {
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
