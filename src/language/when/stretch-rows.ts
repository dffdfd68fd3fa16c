/** Weeks, months and years, a way of naming them a row: last 7 days, 上周, за прошлый месяц, May 2025. */
import { addDays, weekdayOf } from "../../time.ts";
import { anywhere, words } from "./pattern.ts";
import {
  type DayRow,
  daysIn,
  HAN_UNIT,
  HAN_YEAR,
  lately,
  MONTH,
  monthOf,
  monthsAgo,
  UNIT,
  week,
  wholeMonth,
  wholeYear,
  YEAR,
} from "./reckon.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "./small-numbers.ts";

export const STRETCH_ROWS: readonly DayRow[] = [
  // Weeks, months, years
  {
    example: "last week",
    is: words(
      "(?:(?:for|of|from|during) )?(?:the )?(?:last|previous) (?:calendar )?week(?:'s)?|(?:за |на )?прошл(?:ая|ую|ой) недел[яюеи]|прошлой недели|прошлонедельн*",
    ),
    read: (_, today) => week(1, today),
  },
  {
    example: "上周",
    is: anywhere("(?:上周|上週|上星期|上个星期|上个?礼拜|上一周)(?![一二三四五六日天])"),
    read: (_, today) => week(1, today),
  },
  {
    example: "this week",
    is: words(
      "(?:(?:for|of|from|during) )?(?:the |this )week(?:'s)?(?: so far)?|(?:на |за )?(?:эт(?:а|у|ой)|текущ(?:ую|ей)) недел[яюеи]|week(?:ly)?(?= (?:press|media|brief|digest|summary|recap|roundup|review|briefing|in review))|за неделю|(?:ежене|не)дельн*(?= (?:сводк|дайджест|обзор|итог|отчет))",
    ),
    read: (_, today) => lately(7, today),
  },
  {
    example: "本周",
    is: anywhere("(?:本周|这周|這周|本週|这星期|这个星期|这一周|一周|一週)(?![一二三四五六日天])"),
    read: (_, today) => lately(7, today),
  },
  {
    example: "next week",
    is: words("next week|следующ(?:ая|ую|ей) недел[яюеи]"),
    read: (_, today) => week(-1, today),
  },
  {
    example: "下周",
    is: anywhere("(?:下周|下星期|下个星期|下礼拜)(?![一二三四五六日天])"),
    read: (_, today) => week(-1, today),
  },
  {
    example: "last weekend",
    is: words(
      "(?:(?:over|during|on|at) )?(?:the |this |last )weekend|(?:за |на |в )(?:прошлы[ех] |эти |этих )?выходны[ех]",
    ),
    read: (_, today) => {
      const sunday = addDays(today, -(weekdayOf(today) % 7));
      return { first: addDays(sunday, -1), last: sunday };
    },
  },
  {
    example: "上周末",
    is: anywhere("(?:上个?周末|这个?周末|周末)(?![早上下晚\\d])"),
    read: (_, today) => {
      const sunday = addDays(today, -(weekdayOf(today) % 7));
      return { first: addDays(sunday, -1), last: sunday };
    },
  },
  {
    example: "the last 7 days",
    is: words(
      `(?:(?:for|of|from|over|during|in|within) )?(?:the |these )?(?:last|past|recent|previous) (${NUMBER}|few|several)? ?(${UNIT})|(?:за |в )?(?:эти |все )?последн(?:ие|юю|ий|их|ей) (${NUMBER})? ?(${UNIT})|за (${NUMBER}) (${UNIT})`,
    ),
    read: ([whole, a, u, b, v, c, x], today) =>
      // "Last month" is the one of the calendar.
      !a && /(?:last|previous) (?:week|month|year)$/.test(whole)
        ? undefined
        : lately(
            (/few|several/.test(a ?? "") ? 3 : smallNumber(a ?? b ?? c ?? "1")) * daysIn(u ?? v ?? x ?? "d"),
            today,
          ),
  },
  {
    example: "7d",
    is: words("(\\d{1,3})(d|w)(?:ays?)?"),
    read: ([, n, u], today) => lately(Number(n) * daysIn(u ?? "d"), today),
  },
  {
    example: "最近七天",
    is: anywhere(`(?:最近|过去|近|这|前)(?:的)?(${HAN_NUMBER}|几)(${HAN_UNIT})(?:里|内|以来|来|间)?`),
    read: ([, n, u], today) => lately((n === "几" ? 3 : smallNumber(n ?? "")) * daysIn(u ?? "天"), today),
  },
  {
    example: "last month",
    is: words(
      "(?:(?:for|of|from|over|during|in) )?(?:the )?(?:last|previous) month(?:'s)?|(?:за |в )?прошл(?:ый|ого|ом) месяц[ае]?",
    ),
    read: (_, today) => monthsAgo(1, today),
  },
  { example: "上个月", is: anywhere("上个?月|上個月"), read: (_, today) => monthsAgo(1, today) },
  {
    example: "this month",
    is: words(
      "(?:the |this )month(?:'s)?(?: so far)?|(?:в |за )?(?:этот|этом|текущий) месяц[ае]?|с начала месяца|since the (?:start|beginning) of the month|month(?:ly)?(?= (?:digest|summary|recap|review))",
    ),
    read: (_, today) => monthsAgo(0, today),
  },
  { example: "本月", is: anywhere("本月|这个月|這個月|当月"), read: (_, today) => monthsAgo(0, today) },
  { example: "за месяц", is: words("за месяц|a month's"), read: (_, today) => lately(30, today) },
  {
    example: "in May 2025",
    is: words(
      `(?:in |of |for |during |from |за |в |на )?(?:early |late |начале |конце )?(${MONTH})(?: of)?,? (?:(${YEAR})(?: ?г(?:ода?|\\.)?)?|(этого|прошлого|last|this) (?:года|year))`,
    ),
    read: ([, m, y, r], today) => wholeMonth(monthOf(m), y ?? r, today),
  },
  {
    example: "last May",
    is: words(
      `(?:in|of|for|during|from|since|until|till|before|after|through|last|this|to|and|digest|summary|за|в|с|по|до|на|от|после|сводка|сводку|итоги|дайджест|обзор) (?:last |past |этот |прошлый )?(${MONTH})(?! \\d{1,2}(?![\\d:]))`,
    ),
    read: ([, m], today) => wholeMonth(monthOf(m), undefined, today),
  },
  {
    example: "2025年5月",
    is: anywhere(
      `${HAN_YEAR}(\\d{1,2}|[一二三四五六七八九]|十[一二]?)月(?:份)?(?![\\d一二三四五六七八九十])`,
    ),
    read: ([, y, m], today) => wholeMonth(smallNumber(m ?? ""), y, today),
  },
  {
    example: "May summary",
    is: words(`(${MONTH})(?= (?:summary|digest|recap|roundup|review|highlights|сводк*|дайджест*|итог*))`),
    read: ([, m], today) => wholeMonth(monthOf(m), undefined, today),
  },
  {
    example: "一个月内",
    is: anywhere(`(${HAN_NUMBER}|几)(${HAN_UNIT})(?:以|之)?内`),
    read: ([, n, u], today) => lately((n === "几" ? 3 : smallNumber(n ?? "")) * daysIn(u ?? "天"), today),
  },
  {
    example: "2025年的",
    is: anywhere("(?<!\\d)((?:19|20)\\d{2})年(?:度|间|里|内)?(?!\\d{1,2}月|[一二三四五六七八九十]{1,2}月)"),
    read: ([, y]) => wholeYear(Number(y)),
  },
  {
    example: "в 2025 году",
    is: words(
      "(?:в |за |in |during |from )(20\\d{2})(?: (?:году|год))?(?![-./]?\\d)|(20\\d{2}) (?:год|года|году)",
    ),
    read: ([, y, z]) => wholeYear(Number(y ?? z)),
  },
  {
    example: "2025-05",
    is: words(`(${YEAR})[-/](\\d{1,2})(?![-/.\\d])`),
    read: ([, y, m], today) => wholeMonth(Number(m), y, today),
  },
  {
    example: "this year",
    is: words(
      "this year(?:'s)?|(?:в |за )?(?:этот|этом|текущий|нынешний) год[уа]?|с начала года|since the (?:start|beginning) of the year",
    ),
    read: (_, today) => wholeYear(Number(today.slice(0, 4))),
  },
  {
    example: "今年",
    is: anywhere("今年(?![1-9一二三四五六七八九十]{1,2}月)|年初以来"),
    read: (_, today) => wholeYear(Number(today.slice(0, 4))),
  },
  {
    example: "last year",
    is: words("last year(?:'s)?|(?:в |за )?прошл(?:ый|ом|ого) год[уа]?"),
    read: (_, today) => wholeYear(Number(today.slice(0, 4)) - 1),
  },
  {
    example: "去年",
    is: anywhere("去年(?![1-9一二三四五六七八九十]{1,2}月)"),
    read: (_, today) => wholeYear(Number(today.slice(0, 4)) - 1),
  },
];
