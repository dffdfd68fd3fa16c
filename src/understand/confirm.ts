/** What was understood of a wish that changes something, in one line, with buttons; nothing is changed before the press. */
import type { Caller, Context } from "../command.ts";
import { daysInWords, readDays } from "../delivery/read-times.ts";
import { type Locale, phrases } from "../i18n/words.ts";
import { type Parsed, parseLine, printLine } from "../inbox/parse.ts";
import type { Block, Reply } from "../reply.ts";
import { dayInWords } from "../time.ts";
import type { Understood } from "./understood.ts";

const LANGUAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { en: "English", zh: "Chinese", ru: "Russian" },
  zh: { en: "英文", zh: "中文", ru: "俄文" },
  ru: { en: "английский", zh: "китайский", ru: "русский" },
};

const say = phrases({
  en: {
    summary: (days: string, time: string, zone: string) => `Summary ${days} at ${time} (${zone})`,
    changed: "Change the summary of this channel",
    time: "time",
    days: "days",
    zone: "time zone",
    topic: (topic: string) => `only “${topic}”`,
    language: (language: string) => `written in ${language}`,
    say: "says so when nothing is new",
    off: "Stop the daily summary here",
    pauseUntil: (day: string) => `No summary here until ${day}`,
    pause: "No summary here until you say: daily resume",
    resume: "Send the daily summary here again",
    watch: (query: string) => `Watch “${query}” here`,
    every: (n: number) => `at most one message in ${n} minutes`,
    found: (n: number) => `articles on it so far: ${n}`,
    none: "no article so far is on it",
    unwatch: (query: string) => `Stop watching “${query}” here`,
    forget: "Remove what I keep about you; what you set up in channels stays, without your name",
    settings: (name: string, value: string, whom: string) => `Set ${name} to ${value} ${whom}`,
    sources: (value: string) => `Leave out here (-) or show again (+): ${value}`,
    names: { language: "language", zone: "time zone", quiet: "quiet hours", audience: "who sees answers" },
    whom: { me: "for you", channel: "for this channel" },
    seen: { me: "you alone", channel: "everybody" },
    offValue: "none",
    set: "Set it up",
    change: "Change",
    stop: "Stop it",
    save: "Save it",
    remove: "Remove it",
    feeds: { add: "Read this feed:", remove: "No longer read this feed:" },
    feedOn: "A feed of what this channel follows, under a secret address",
    feedOff: "End the feed of what this channel follows",
    asLine: "As a command:",
  },
  zh: {
    summary: (days: string, time: string, zone: string) => `${days} ${time}（${zone}）发送摘要`,
    changed: "修改本频道的摘要",
    time: "时间",
    days: "日期",
    zone: "时区",
    topic: (topic: string) => `仅限“${topic}”`,
    language: (language: string) => `用${language}撰写`,
    say: "没有新内容时也会说明",
    off: "停止本频道的每日摘要",
    pauseUntil: (day: string) => `本频道的摘要暂停到${day}`,
    pause: "暂停本频道的摘要，直到输入 daily resume",
    resume: "恢复本频道的每日摘要",
    watch: (query: string) => `在本频道关注“${query}”`,
    every: (n: number) => `每 ${n} 分钟最多一条消息`,
    found: (n: number) => `目前相关文章：${n} 篇`,
    none: "目前还没有相关文章",
    unwatch: (query: string) => `停止关注“${query}”`,
    forget: "删除与您有关的数据；您在频道里建立的内容会保留，但不再带有您的名字",
    settings: (name: string, value: string, whom: string) => `将${whom}的${name}设为${value}`,
    sources: (value: string) => `在这里不看（-）或恢复（+）：${value}`,
    names: { language: "语言", zone: "时区", quiet: "免打扰时段", audience: "回答可见范围" },
    whom: { me: "您", channel: "本频道" },
    seen: { me: "仅自己", channel: "所有人" },
    offValue: "无",
    set: "确认设置",
    change: "修改",
    stop: "确认停止",
    save: "保存",
    remove: "确认删除",
    feeds: { add: "添加订阅源：", remove: "不再读取订阅源：" },
    feedOn: "为本频道关注的内容生成订阅源（保密地址）",
    feedOff: "关闭本频道关注内容的订阅源",
    asLine: "对应命令：",
  },
  ru: {
    summary: (days: string, time: string, zone: string) => `Сводка ${days} в ${time} (${zone})`,
    changed: "Изменить сводку этого канала",
    time: "время",
    days: "дни",
    zone: "часовой пояс",
    topic: (topic: string) => `только по теме «${topic}»`,
    language: (language: string) => `язык — ${language}`,
    say: "если нового нет, так и сообщит",
    off: "Остановить ежедневную сводку в этом канале",
    pauseUntil: (day: string) => `Сводки здесь не будет до ${day}`,
    pause: "Приостановить сводку, пока вы не напишете: daily resume",
    resume: "Снова присылать сюда ежедневную сводку",
    watch: (query: string) => `Следить здесь по запросу «${query}»`,
    every: (n: number) => `не чаще одного сообщения в ${n} мин`,
    found: (n: number) => `статей по запросу сейчас: ${n}`,
    none: "статей по запросу пока нет",
    unwatch: (query: string) => `Больше не следить по запросу «${query}»`,
    forget: "Удалить данные о вас; настроенное вами в каналах останется без вашего имени",
    settings: (name: string, value: string, whom: string) => `Задать ${whom}: ${name} — ${value}`,
    sources: (value: string) => `Не показывать здесь (-) или вернуть (+): ${value}`,
    names: { language: "язык", zone: "часовой пояс", quiet: "тихие часы", audience: "кто видит ответы" },
    whom: { me: "для вас", channel: "для канала" },
    seen: { me: "только вы", channel: "все" },
    offValue: "нет",
    set: "Настроить",
    change: "Изменить",
    stop: "Остановить",
    save: "Сохранить",
    remove: "Удалить",
    feeds: { add: "Читать ленту:", remove: "Больше не читать ленту:" },
    feedOn: "Лента того, за чем следит этот канал, по секретному адресу",
    feedOff: "Закрыть ленту того, за чем следит этот канал",
    asLine: "То же командой:",
  },
});

/** The reply that shows what was understood. @throws BotError when the line cannot be a command after all */
export async function confirmation(
  { line, note }: Understood & { readonly line: string },
  ctx: Pick<Context, "commands" | "search" | "clock" | "caller">,
): Promise<Reply> {
  const { caller } = ctx;
  const words = say(caller.locale);
  const parsed = parseLine(line, ctx.commands);
  const facts = await factsOf(parsed, ctx);
  const sentence = facts.join(" · ");
  const label = labelOf(parsed, words);
  const stops = label === words.stop || label === words.remove;
  const blocks: Block[] = [
    { kind: "prose", spans: [{ strong: sentence }] },
    ...(note ? [{ kind: "prose" as const, spans: [note[caller.locale]] }] : []),
    { kind: "prose", spans: [{ dim: `${words.asLine} ` }, { code: line }] },
    {
      kind: "actions",
      actions: [
        { label, run: sure(parsed), place: "here", style: stops ? "danger" : "primary" },
        ...(stops
          ? []
          : [
              {
                ...{ label: words.change, run: `help ${parsed.command.name}` },
                ...(label === words.set
                  ? { form: parsed.line, place: "here" as const }
                  : { place: "new" as const }),
              },
            ]),
      ],
    },
  ];
  return {
    summary: sentence,
    blocks,
    audience: "caller",
    outcome: "answered",
    data: { line, confirm: true },
  };
}

/** The line in a form that nobody takes for a wish again. */
function sure({ command, values }: Parsed): string {
  return printLine(command, command.name === "watch" ? { every: 30, ...values } : values);
}

type Say = ReturnType<typeof say>;

function labelOf({ command: { name }, values }: Parsed, words: Say): string {
  if (name === "forget") return words.remove;
  if (name === "unwatch" || values.time === "off" || values.feed === "off" || values.action === "remove")
    return words.stop;
  return name === "settings" || values.time === "pause" || values.time === "resume" ? words.save : words.set;
}

async function factsOf(
  { command: { name }, values }: Parsed,
  ctx: Pick<Context, "search" | "clock" | "caller">,
): Promise<string[]> {
  const { caller } = ctx;
  const words = say(caller.locale);
  const text = (option: string): string => String(values[option] ?? "");
  if (name === "daily") return dailyFacts(values, caller);
  if (name === "watch") {
    const { total } = await ctx.search.search(text("query"), {
      limit: 1,
      now: ctx.clock.now(),
      zone: caller.zone,
    });
    const every = typeof values.every === "number" ? [words.every(values.every)] : [];
    return [words.watch(text("query")), ...every, total > 0 ? words.found(total) : words.none];
  }
  if (name === "unwatch") return [words.unwatch(text("which"))];
  if (name === "forget") return [words.forget];
  if (values.what === "sources") return [words.sources(text("value"))];
  if (name === "feeds") return [`${words.feeds[text("action") === "add" ? "add" : "remove"]} ${text("url")}`];
  if (name === "following") return [text("feed") === "on" ? words.feedOn : words.feedOff];
  const what = text("what") as keyof Say["names"];
  const whom = values.for === "channel" || what === "quiet" ? "channel" : "me";
  const value = text("value");
  const shown =
    LANGUAGES[caller.locale][value] ??
    (what === "audience"
      ? words.seen[value === "channel" ? "channel" : "me"]
      : value === "off"
        ? words.offValue
        : value);
  return [words.settings(words.names[what] ?? what, shown, words.whom[whom])];
}

function dailyFacts(values: Parsed["values"], caller: Caller): string[] {
  const words = say(caller.locale);
  const { time, zone, days, topic, lang, empty, until } = values;
  const extra = [
    ...(topic ? [words.topic(String(topic))] : []),
    ...(lang ? [words.language(LANGUAGES[caller.locale][String(lang)] ?? String(lang))] : []),
    ...(empty === "say" ? [words.say] : []),
  ];
  if (time === "off") return [words.off, ...extra];
  if (time === "resume") return [words.resume, ...extra];
  if (time === "pause")
    return [until ? words.pauseUntil(dayInWords(String(until), caller.locale)) : words.pause, ...extra];
  if (time === undefined) {
    const on = days ? [`${words.days}: ${daysInWords(readDays(String(days)), caller.locale)}`] : [];
    return [words.changed, ...on, ...(zone ? [`${words.zone}: ${zone}`] : []), ...extra];
  }
  const on = daysInWords(readDays(String(days ?? "all")), caller.locale);
  return [words.summary(on, String(time), String(zone ?? caller.zone)), ...extra];
}
