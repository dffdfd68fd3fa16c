/** How schedules and watches are written as command lines, and the bot's words around what it posts. */
import { phrases } from "../i18n/words.ts";
import { addDays, dayOf } from "../time.ts";
import { DAY_MS, type Delivery, type Schedule, type Watch, type Why } from "./model.ts";
import { daysAsTyped } from "./read-times.ts";

/** A digest covers at most a month. */
const LONGEST_DAYS = 31;

const quoted = (text: string): string => `"${text.replaceAll('"', "”")}"`;

/** The line that sets a schedule up again: `daily 09:00 --zone=Asia/Shanghai --days=mon,tue --topic="…"`. */
export function titleOf({ time, zone, days, topic, lang, empty }: Schedule): string {
  return [
    `daily ${time}`,
    `--zone=${zone}`,
    ...(days.length < 7 ? [`--days=${daysAsTyped(days)}`] : []),
    ...(topic ? [`--topic=${quoted(topic)}`] : []),
    ...(lang ? [`--lang=${lang}`] : []),
    ...(empty === "say" ? ["--empty=say"] : []),
  ].join(" ");
}

/** The line that sets a watch up again. */
export function watchLine({
  query,
  every,
  silence,
  rush,
  mention,
}: Pick<Watch, "query" | "every" | "silence" | "rush" | "mention">): string {
  return [
    `watch --every=${every}`,
    ...(silence ? [`--silence=${silence}`] : []),
    ...(rush ? [`--rush=${rush}`] : []),
    ...(mention ? [`--mention=${mention}`] : []),
    query,
  ].join(" ");
}

/** What a summary asks for: the days since an instant, and only the stories that have something new. */
export function askedSince(
  { zone }: Pick<Schedule, "zone">,
  now: number,
  since: number,
): { readonly day: string; readonly since: string; readonly onlyNew: true } {
  const today = dayOf(now, zone);
  let days = 1;
  for (let day = dayOf(since, zone); day < today && days < LONGEST_DAYS; day = addDays(day, 1)) days += 1;
  return { day: days === 1 ? "today" : `${days}d`, since: new Date(since).toISOString(), onlyNew: true };
}

/** The same as a command line. */
export function digestLine(schedule: Pick<Schedule, "zone" | "topic">, now: number, since: number): string {
  const { day, since: instant } = askedSince(schedule, now, since);
  return [`digest ${day} --since=${instant} --new`, ...(schedule.topic ? [schedule.topic] : [])].join(" ");
}

/** What a summary is about; versions up to 0.2.0 wrote it into its line alone. */
export function topicOf({ topic, line }: Pick<Delivery, "topic" | "line">): string | undefined {
  return topic ?? (line?.replace(/^digest \S+ --since=\S+ --new ?/, "") || undefined);
}

/** Since when the first summary tells: since the run before it, as its line was planned. */
export function plannedSince({ line, due }: Pick<Delivery, "line" | "due">): number {
  const since = Date.parse(/ --since=(\S+)/.exec(line ?? "")?.[1] ?? "");
  return Number.isNaN(since) ? due - DAY_MS : since;
}

/** What a watch looks for; versions up to 0.2.0 wrote it into the title of its messages alone. */
export function queryOf({ query, title }: Pick<Delivery, "query" | "title">): string {
  return query ?? title.replace(/^watch (--every=\d+ )?/, "");
}

/** Two articles with the same words in the title tell a reader the same. */
export function titleMark(title: string): string {
  return `=${title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 120)}`;
}

export const say = phrases({
  en: {
    late: (when: string) => `This summary was due at ${when}; I was away then.`,
    watched: (query: string, n: number) => (n === 1 ? `New on “${query}”` : `${n} new on “${query}”`),
    matched: "matched",
    more: (n: number) => `and ${n} more`,
    goesOn: (title: string) => `The story goes on: ${title}`,
    added: "new",
    same: (n: number) =>
      n === 1 ? "One more article said nothing new." : `${n} more articles said nothing new.`,
    retitled: (now: string, before: string) =>
      `The publisher has changed a title to “${now}” (was “${before}”).`,
    refigured: (title: string, now: string, before: string) =>
      `The publisher has changed figures of “${title}”: now ${now}; before ${before}.`,
    read: "Read",
    footer: (daily: string, since: string) =>
      `For everybody here, ${daily}${since === "" ? "" : `, since ${since}`}.`,
    change: "Change",
    end: "Stop",
    stop: "Stop this watch",
    parked: (query: string) =>
      `The watch “${query}” can no longer be looked for, so I have stopped it. Set it up again in fewer words.`,
    refused: (title: string, reason: string) =>
      `I can no longer post where you set up “${title}”: ${reason}. I have paused everything there; write daily resume in that channel once I may post again.`,
    webhookRefused: (reason: string) =>
      `The webhook that you set up for a channel takes nothing any more (${reason}), so I have ended it. The channel itself goes on; following --webhook=https://… there sets up another.`,
  },
  zh: {
    late: (when: string) => `这份摘要本应在 ${when} 发送，当时我不在线。`,
    watched: (query: string, n: number) => (n === 1 ? `“${query}”有新文章` : `“${query}”有 ${n} 篇新文章`),
    matched: "匹配",
    more: (n: number) => `另有 ${n} 篇`,
    goesOn: (title: string) => `后续报道：${title}`,
    added: "新增",
    same: (n: number) => `另有 ${n} 篇没有新内容。`,
    retitled: (now: string, before: string) => `媒体已将标题改为“${now}”（原为“${before}”）。`,
    refigured: (title: string, now: string, before: string) =>
      `媒体已更改“${title}”中的数字：现为 ${now}，原为 ${before}。`,
    read: "阅读",
    footer: (daily: string, since: string) =>
      `面向这里的所有人，${daily}${since === "" ? "" : `，自${since}起`}。`,
    change: "更改",
    end: "停止",
    stop: "停止关注",
    parked: (query: string) => `关注“${query}”已无法继续搜索，现已停止。请用更少的词重新设置。`,
    refused: (title: string, reason: string) =>
      `您设置的“${title}”所在频道已无法发送：${reason}。那里的定时内容都已暂停；恢复权限后请在该频道输入 daily resume。`,
    webhookRefused: (reason: string) =>
      `您为频道设置的 Webhook 已不再接收（${reason}），因此已停用。频道本身照常；可在那里输入 following --webhook=https://… 重新设置。`,
  },
  ru: {
    late: (when: string) => `Эта сводка была назначена на ${when}; я был недоступен.`,
    watched: (query: string, n: number) =>
      n === 1 ? `Новое по запросу «${query}»` : `Новое по запросу «${query}»: ${n}`,
    matched: "совпало",
    more: (n: number) => `и ещё ${n}`,
    goesOn: (title: string) => `Продолжение: ${title}`,
    added: "новое",
    same: (n: number) => `Ещё статей без нового: ${n}.`,
    retitled: (now: string, before: string) => `Издание изменило заголовок: «${now}» (было «${before}»).`,
    refigured: (title: string, now: string, before: string) =>
      `Издание изменило числа в статье «${title}»: теперь ${now}, было ${before}.`,
    read: "Читать",
    footer: (daily: string, since: string) =>
      `Для всех здесь, ${daily}${since === "" ? "" : `, с ${since}`}.`,
    change: "Изменить",
    end: "Остановить",
    stop: "Остановить",
    parked: (query: string) =>
      `Отслеживать «${query}» больше нельзя: отслеживание остановлено. Настройте его заново, с меньшим числом слов.`,
    refused: (title: string, reason: string) =>
      `Я больше не могу писать туда, где вы настроили «${title}»: ${reason}. Там всё приостановлено; когда доступ вернётся, напишите в том канале daily resume.`,
    webhookRefused: (reason: string) =>
      `Вебхук, который вы настроили для канала, больше ничего не принимает (${reason}), и я его отключил. В самом канале ничего не изменилось; новый вебхук задаётся там командой following --webhook=https://…`,
  },
});

type Reasons = Readonly<Record<Why, string>>;

/** Why something was not sent, or not yet, in the reader's words. */
export const why = phrases<Reasons>({
  en: {
    empty: "nothing new",
    "quiet hours": "quiet hours",
    "duplicate story": "the same story was posted already",
    "nothing new in it": "it says nothing new on a story that was told",
    paused: "paused, as posting there was refused",
    held: "paused until the day that was set",
    "rate-limited": "the platform asked to wait",
    permission: "posting was refused",
    "too late": "missed by more than six hours",
    "no answer": "no answer from the platform",
    "switched off": "the platform is switched off",
    failed: "it could not be made",
  },
  zh: {
    empty: "没有新内容",
    "quiet hours": "免打扰时段",
    "duplicate story": "同一事件已发送过",
    "nothing new in it": "对已报道的事件没有新内容",
    paused: "已暂停（此前无法在该处发送）",
    held: "已按设定暂停",
    "rate-limited": "平台要求稍候",
    permission: "平台拒绝发送",
    "too late": "错过超过六小时",
    "no answer": "平台没有响应",
    "switched off": "该平台已停用",
    failed: "未能生成",
  },
  ru: {
    empty: "ничего нового",
    "quiet hours": "тихие часы",
    "duplicate story": "этот сюжет уже был",
    "nothing new in it": "в уже известном сюжете ничего нового",
    paused: "приостановлено: писать туда запретили",
    held: "приостановлено до заданного дня",
    "rate-limited": "платформа просит подождать",
    permission: "платформа не разрешила",
    "too late": "опоздание больше шести часов",
    "no answer": "платформа не отвечает",
    "switched off": "платформа отключена",
    failed: "не удалось составить",
  },
});
