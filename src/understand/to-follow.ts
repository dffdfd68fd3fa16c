/** Wishes to be sent something → `daily`, `watch`, `unwatch`. */
import { NOTES, QUESTIONS } from "../i18n/understand.ts";
import { findAll, type TextMatch } from "../language/when/pattern.ts";
import { smallNumber } from "../language/when/small-numbers.ts";
import { addDays, type Day, lastDayOfMonth, weekdayOf } from "../time.ts";
import { extrasIn } from "./form-rows.ts";
import type { Opener } from "./peel.ts";
import { filtersOf, impossible, isThis, type Scene, topicBefore } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { again } from "./signs.ts";
import { hoursIn, shiftIn } from "./time-shift.ts";
import { topicIn } from "./topic.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";
import { daysAsTyped, quoted, withFilters } from "./write.ts";

const SENDING: readonly Opener[] = ["polite", "find", "send", "summary", "news", "stop"];
const WATCHING: readonly Opener[] = ["polite", "find", "send", "watch", "when", "news"];
const STOPPING: readonly Opener[] = ["polite", "stop", "send", "watch", "when", "news", "summary"];

/** The hour that it no longer has: "at 7 instead of 9", в 7, а не в 9. */
const INSTEAD =
  /(?:,? ?(?:instead of|rather than|not|а не|вместо)(?: (?:at|в|на))? |[,，]?(?:而)?不是)\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m|点半?)?/gu;

/** The options of a schedule that a sentence names; `times` is how many. */
function scheduleOf(scene: Scene) {
  const { sentence } = scene;
  const { slots } = sentence;
  const days = daysOf(sentence);
  const denied = findAll(INSTEAD, sentence.low, ([whole]) => whole);
  const times = slots.times.filter(
    ({ start, end }) => !denied.some((one) => one.start < end && start < one.end),
  );
  const hours = times.length === 0 && sentence.has("summary") ? hoursIn(sentence.low) : [];
  const time = times[0] ?? hours[0];
  const zone = slots.zones.find(
    ({ value, start }) => value.plain || (time && start >= time.end && start - time.end <= 2),
  );
  const articles = slots.languages.find(({ value }) => value.of);
  const own = slots.languages.find(({ value }) => !value.of);
  const taken: TextMatch<unknown>[] = [
    ...slots.times,
    ...denied,
    ...hours,
    ...slots.weekdays,
    ...slots.days,
    ...(zone ? [zone] : []),
    ...slots.languages,
    ...slots.publishers,
    ...slots.every,
    ...slots.channels,
    ...slots.empty,
    ...slots.without,
    ...lengthsIn(sentence.low),
    ...findAll(DAY_OF_MONTH, sentence.low, ([whole]) => whole),
  ];
  const named =
    !sentence.has("change") ||
    /topic|about|only|limit|restrict|narrow|огранич|сузь|主题|话题|只要|只看|тем[ауы]|только|про /u.test(
      sentence.low,
    );
  const said =
    named || sentence.opens("stop") || again(sentence)
      ? topicIn(sentence, taken, SENDING, false, "daily").replace(/^(?:内容|话题|主题)?限于?/u, "")
      : "";
  const topic = withFilters(
    said,
    {
      languages: articles ? [articles.value.language] : [],
      publishers: slots.publishers.map(({ value }) => value),
      leftOut: slots.leftOut.map(({ value }) => value),
      without: said === "" ? [] : slots.without.map(({ value }) => value),
    },
    ["“", "”"],
  );
  const options = [
    ...(zone ? [`zone:${zone.value.zone}`] : []),
    ...(days.length > 0 && days.length < 7 ? [`days:${daysAsTyped(days)}`] : []),
    ...(topic ? [`topic:${quoted(topic)}`] : []),
    ...(own ? [`lang:${own.value.language}`] : []),
    ...(slots.empty[0] ? [`empty:${slots.empty[0].value}`] : []),
  ];
  return { time: time?.value, times: new Set(times.map(({ value }) => value)).size, topic, options };
}

/** Each week, on a day that is not said. */
const WEEKLY = /^(?:(?:every|each|once a|once per) week|(?:каждую|раз в) неделю|每(?:周|星期|个星期))$/u;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
/** "Except weekends", "not on Sundays", 周末就不要发了, кроме выходных: before or behind the days. */
const NOT_BEFORE =
  /(?:except|excluding|apart from|aside from|other than|minus|skip(?:ping)?|(?:every ?day|all days|daily|days) but|but not|not|no \p{L}+|never|without|кроме|исключая|за исключением|не считая|пропускай|пропуская|не|без|除了?|除去|避开|跳过|撇开)(?: (?:on|for|at|по|в))?(?: the)?\s*$/u;
const NOT_BEHIND =
  /^(?: (?:сводк\p{L}|дайджест\p{L}*|рассылк\p{L}))? ?(?:не (?:надо|нужно|присыл|шли|отправ|публик)|исключ|пропуск|(?:are |is )?(?:excluded|excepted|skipped|off)(?!\p{L}))|^(?:的?(?:摘要|日报|简报)?)(?:就|都|也)?(?:除外|以外|之外|休息|跳过|免了|歇|不要|别|不用|不必|不)(?:再)?(?:发|推|来|要)?/u;

/** The days of the week on which it shall come: those named, or all but those that are left out. */
function daysOf({ slots, low, opens }: Sentence): number[] {
  const named = new Set<number>();
  const left = new Set<number>();
  // "Every day, Monday to Friday": the narrower is meant.
  const narrow = slots.weekdays.some(({ value }) => value.days.length < 7);
  for (const { value, start, end } of slots.weekdays) {
    if (narrow && value.days.length === 7) continue;
    // "Once a week, on Sundays": of the two the day is meant.
    if (slots.weekdays.length > 1 && WEEKLY.test(low.slice(start, end))) continue;
    const without =
      NOT_BEFORE.test(low.slice(Math.max(0, start - 24), start)) || NOT_BEHIND.test(low.slice(end, end + 24));
    for (const day of value.days) (without ? left : named).add(day);
  }
  // "Stop the summary on weekends": they are what is left out.
  if (
    left.size === 0 &&
    named.size < 6 &&
    slots.weekdays.some(({ value }) => value.days.length > 1) &&
    opens("stop")
  )
    return ALL_DAYS.filter((day) => !named.has(day));
  const from = named.size > 0 ? [...named] : left.size > 0 ? ALL_DAYS : [];
  return from.filter((day) => !left.has(day)).sort((a, b) => a - b);
}

export function daily(scene: Scene): Understood {
  const { time, times, options } = scheduleOf(scene);
  if (times > 1) return puts(QUESTIONS.times);
  const { sentence } = scene;
  // "The summary only on weekdays" changes the one that there is.
  const only = /(?<!\p{L})(?:only|только|лишь)(?!\p{L})|只/u.test(sentence.low) && sentence.has("summary");
  if (time === undefined && only && options.length === 1 && options[0]?.startsWith("days:"))
    return confirms(`daily ${options[0]}`);
  const evening = /(?<!\p{L})(?:evening|night|nightly)|вечер|晚/u.test(sentence.low);
  const usual = evening ? NOTES.evening : NOTES.time;
  const note = sentence.slots.channels.length > 0 ? NOTES.channel : time === undefined ? usual : undefined;
  return confirms(
    ["daily", time ?? (evening ? "18:00" : "09:00"), ...options].join(" "),
    time !== undefined,
    note,
  );
}

export function dailyChange(scene: Scene): Understood {
  // An hour earlier than what? The time is asked for.
  if (scene.sentence.slots.times.length === 0 && shiftIn(scene.sentence.low) !== undefined)
    return puts(QUESTIONS.change);
  const { time, times, options } = scheduleOf(scene);
  if (times > 1) return puts(QUESTIONS.times);
  const changed = [...(time ? [time] : []), ...options];
  if (changed.length === 0) return puts(QUESTIONS.change);
  return confirms(["daily", ...changed].join(" "));
}

export function dailyOff(scene: Scene): Understood {
  const { topic } = scheduleOf(scene);
  return confirms(topic ? `daily off topic:${quoted(topic)}` : "daily off");
}

export function pause(scene: Scene): Understood {
  const { sentence, today } = scene;
  if (impossible(sentence)) return puts(QUESTIONS.day);
  const until = untilDay(scene);
  const { topic } = scheduleOf(scene);
  const about = topic && sentence.has("summary") ? ` topic:${quoted(topic)}` : "";
  if (until === undefined) return confirms(`daily pause${about}`);
  return until <= today ? puts(QUESTIONS.future) : confirms(`daily pause until:${until}${about}`);
}

/** The same day of the year, from tomorrow on. */
function toCome(day: Day, today: Day): Day {
  if (day > today) return day;
  const year = Number(today.slice(0, 4));
  const here = `${year}${day.slice(4)}`;
  return here > today ? here : `${year + 1}${day.slice(4)}`;
}

/** Lengths of time for which something is paused. */
function lengthsIn(low: string): TextMatch<string>[] {
  const length =
    /(?:for|на) (?:(?:a|an|the|one|next) )?(?:two|three|\d{1,2}|пару|две|три)? ?(?:days?|weeks?|month|дн(?:я|ей)|день|недел[юи]|месяц)(?!\p{L})|[一二两三四五六七八九十\d]{1,2}个?(?:天|周|星期|月)(?!\d)/gu;
  return [...low.matchAll(length)].map(({ 0: value, index }) => ({
    ...{ value, start: index, end: index + value.length },
  }));
}

/** "Till the 20th", до 20-го, 到20号. */
const DAY_OF_MONTH =
  /(?:till|until|to|до|到)(?: the)? ?(\d{1,2})(?:st|nd|rd|th|-?го(?: числа)?|号|日)(?![\p{L}\d:])/gu;

/** The next day with that number in its month. */
function dayOfMonth(low: string, today: Day): Day | undefined {
  const [, written] = [...low.matchAll(DAY_OF_MONTH)][0] ?? [];
  return nextNumbered(Number(written), today);
}

/** The next day of that number. */
function nextNumbered(number: number, today: Day): Day | undefined {
  if (!(number >= 1 && number <= 31)) return undefined;
  let day = addDays(today, 1);
  for (let turn = 0; turn < 62 && Number(day.slice(8)) !== number; turn += 1) day = addDays(day, 1);
  return day;
}

/** The first day on which it runs again. */
function untilDay({ sentence, today }: Scene): Day | undefined {
  const { slots, low } = sentence;
  const found = slots.days.find(({ value }) => !value.lately);
  if (found) {
    const { named, weekday, first, last } = found.value;
    const ahead =
      weekday !== undefined && named <= today
        ? addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
        : named;
    // "Skip tomorrow" runs again after it, "until tomorrow" from it on.
    const onlyThen = first !== undefined && first === last && !/until|till|до|到|至/u.test(low);
    if (first !== undefined && last !== undefined && first !== last) return addDays(last, 1);
    return onlyThen ? addDays(ahead, 1) : toCome(ahead, today);
  }
  if (/(?:the )?end of (?:the |this )?month|month'?s end|(?:本|这个)?月底|до конца месяца/u.test(low))
    return lastDayOfMonth(today);
  const from = /(\d{1,2})[号日]起?(?:再|就)?(?:恢复|继续|重新|再发)/u.exec(low)?.[1];
  if (from) return nextNumbered(Number(from), today);
  if (/this week|эт(?:ой|у) недел|[这本]周(?![一二三四五六日天])/u.test(low))
    return addDays(today, 8 - weekdayOf(today));
  const numbered = dayOfMonth(low, today);
  if (numbered) return numbered;
  const day = slots.weekdays[0]?.value.days[0];
  if (day !== undefined) return addDays(today, ((day - weekdayOf(today) + 6) % 7) + 1);
  const length =
    /(?:for|на) (?:(?:a|an|the|one|next) )?(two|three|four|five|six|seven|ten|\d{1,2}|пару|две|три|четыре|пять|десять)? ?(days?|weeks?|month|дн(?:я|ей)|день|недел[юи]|месяц)|([一二两三四五六七八九十\d]{1,2})个?(天|周|星期|月)/u.exec(
      low,
    );
  if (!length) return undefined;
  const written = length[1] ?? length[3] ?? "1";
  const unit = length[2] ?? length[4] ?? "";
  const each = /week|недел|周|星期/.test(unit) ? 7 : /month|месяц|月/.test(unit) ? 30 : 1;
  return addDays(today, (smallNumber(written) || 1) * each);
}

/** "India says anything about the bank": who speaks of what is both that is watched. */
const SPOKEN =
  /\s(?:says?|announces?|mentions?|reports?|publishes|decides?|agrees?|скаж\p{L}+|сообщ\p{L}+|напиш\p{L}+|заяв\p{L}+|упомя\p{L}+)(?: anything| something| что-нибудь| что-то| что)?(?: (?:about|on|о|об|про))?\s|一(?:提到?|说到?|谈到?|写到?)|(?:要是|如果|一旦|只要)(?:对|在)?/giu;

/** "Nothing on cotton comes": the verb is no part of what is watched. */
const HAPPENS = / (?:comes?|appears?|arrives?|goes|gets)(?: (?:in|up|out|on|for))?$/iu;

export function watch(scene: Scene): Understood {
  const { sentence, before } = scene;
  const { slots } = sentence;
  const extras = extrasIn(sentence.low);
  const taken = [
    ...slots.every,
    ...slots.channels,
    ...slots.languages,
    ...slots.publishers,
    ...slots.empty,
    ...slots.newest,
    ...slots.without,
    ...extras.spans,
  ];
  const said = topicIn(sentence, taken, WATCHING, false, "watch");
  const topic = isThis(said)
    ? (topicBefore(before) ?? "")
    : said.replace(SPOKEN, " ").replace(HAPPENS, "").trim();
  const without = topic === "" ? [] : slots.without.map(({ value }) => value);
  const query = withFilters(topic, { ...filtersOf(sentence, { days: false }), without });
  if (query === "") return puts(QUESTIONS.watch);
  const every = slots.every[0] ? ` every:${slots.every[0].value}` : "";
  const note = slots.channels.length > 0 ? NOTES.channel : undefined;
  return confirms(`watch${every}${extras.options} ${query}`, true, note);
}

/** What is followed here or everywhere, and whether others may read it as a feed. */
export function following({ sentence }: Scene): Understood {
  const { low } = sentence;
  const feed = /(?<!\p{L})(?:rss|feed|фид|лент)\p{L}*|订阅(?:源|地址)/u.test(low);
  if (feed && sentence.has("stop")) return confirms("following feed:off");
  if (feed) return confirms("following feed:on");
  return does(sentence.has("everywhere") ? "following" : "watching");
}

/** "The Tianjin summit is over, drop this watch." */
const ENDED = /^(.{2,40}?)(?:结束了?|(?:'s| is| are) over| (?:завершен|закончил|прошел|прошёл)\p{L}*)/iu;

export function unwatch(scene: Scene): Understood {
  const { sentence, before } = scene;
  const { slots } = sentence;
  const taken = [...slots.languages, ...slots.publishers, ...slots.channels, ...slots.every];
  const said = topicIn(sentence, taken, STOPPING, false, "unwatch");
  const topic = isThis(said) ? (topicBefore(before) ?? ENDED.exec(sentence.text)?.[1]) : said;
  if (topic === undefined || /^(?:all|everything|все|всё|全部|所有)?$/iu.test(topic))
    return does("watching", false);
  return confirms(`unwatch ${withFilters(topic, filtersOf(sentence, { days: false }))}`);
}
