/** Days reckoned from today, a way of naming them a row: yesterday, 前天, last Monday, в четверг. */
import { addDays } from "../../time.ts";
import { anywhere, words } from "./pattern.ts";
import {
  ago,
  type DayRow,
  daysIn,
  HAN_WEEKDAY,
  lastWeekday,
  nextWeekday,
  oneDay,
  WEEKDAY,
  weekdayOfWeek,
} from "./reckon.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "./small-numbers.ts";
import { dayOf } from "./weekdays.ts";

export const NEAR_ROWS: readonly DayRow[] = [
  // Near days
  {
    example: "today",
    is: words(
      "today(?:'?s)?|tonight|this (?:morning|afternoon|evening)|(?:за )?сегодня(?:шн*)?|сегодняшний день|(?:за|на) сегодня",
    ),
    read: ago(0),
  },
  { example: "今天", is: anywhere("今天|今日|今早|今晚|当天(?=的|摘)"), read: ago(0) },
  {
    example: "the day before yesterday",
    is: words("(?:the )?day before yesterday(?:'s)?|(?:за )?позавчера(?:шн*)?"),
    read: ago(2),
  },
  { example: "前天", is: anywhere("前天|前日"), read: ago(2) },
  {
    example: "yesterday",
    is: words(
      "yesterday(?:'?s)?(?: (?:morning|afternoon|evening))?|last night(?:'s)?|(?:за )?вчера(?:шн*)?(?: (?:вечер*|утр*|день|днем|дня))?",
    ),
    read: ago(1),
  },
  { example: "昨天", is: anywhere("昨天|昨日|昨晚|昨儿"), read: ago(1) },
  {
    example: "tomorrow",
    is: words("tomorrow(?:'s)?(?: (?:morning|evening))?|(?:за |на )?завтра(?:шн*)?"),
    read: ago(-1),
  },
  { example: "明天", is: anywhere("明天|明日|明早|明儿"), read: ago(-1) },
  { example: "the day after tomorrow", is: words("(?:the )?day after tomorrow|послезавтра"), read: ago(-2) },
  { example: "后天", is: anywhere("后天"), read: ago(-2) },
  {
    example: "3 days ago",
    is: words(`(${NUMBER}) (days?|weeks?|дн(?:я|ей)|день|недел[июья]|недель) (?:ago|назад)`),
    read: ([, n, unit], today) => oneDay(addDays(today, -smallNumber(n ?? "") * daysIn(unit ?? ""))),
  },
  {
    example: "三天前",
    is: anywhere(`(${HAN_NUMBER})天(?:前|以前|之前)`),
    read: ([, n], today) => oneDay(addDays(today, -smallNumber(n ?? ""))),
  },
  // Days of the week
  {
    example: "last Monday",
    is: words(`(?:last|past|this past|прошл(?:ый|ую|ое|ого|ой)|в прошл(?:ый|ую|ое)) (${WEEKDAY})`),
    read: ([, day], today) => lastWeekday(dayOf(day), today),
  },
  {
    example: "next Monday",
    is: words(`(?:next|following|coming|следующ(?:ий|ую|его|ей|ее)|ближайш(?:ий|ую|его|ей|ее)) (${WEEKDAY})`),
    read: ([, day], today) => nextWeekday(dayOf(day), today),
  },
  {
    example: "上周三",
    is: anywhere(`上个?${HAN_WEEKDAY}`),
    read: ([, day], today) => weekdayOfWeek(dayOf(day), 1, today),
  },
  {
    example: "下周一",
    is: anywhere(`下个?${HAN_WEEKDAY}`),
    read: ([, day], today) => weekdayOfWeek(dayOf(day), -1, today),
  },
  {
    example: "本周五",
    is: anywhere(`[本这這]个?${HAN_WEEKDAY}`),
    read: ([, day], today) => weekdayOfWeek(dayOf(day), 0, today),
  },
  {
    example: "on Thursday",
    is: words(
      `(?:on |в |во |since )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник[ау]?|вторник[ау]?|сред[ыу]|четверг[ау]?|пятниц[ыу]|суббот[ыу]|воскресень[ея])`,
    ),
    read: ([, day], today) => lastWeekday(dayOf(day), today),
  },
  {
    example: "周三",
    is: anywhere(`(?<![上下本这這每个])${HAN_WEEKDAY}(?![、至到和])`),
    read: ([, day], today) => lastWeekday(dayOf(day), today),
  },
];
