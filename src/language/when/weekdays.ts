/** Days of the week in a text, single, listed or from one to another, and whether they come back every week. */
import { anywhere, findAll, longest, type TextMatch, words } from "./pattern.ts";

export interface Weekdays {
  /** 1 Monday to 7 Sunday, rising. */
  readonly days: readonly number[];
  /** Said so that they come back: every Monday, on Fridays, по будням, 每周一. */
  readonly again: boolean;
}

const ENGLISH = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const SHORT = ["mon", "tues?", "wed", "thu(?:rs?)?", "fri", "sat", "sun"];
const RUSSIAN = [
  "понедельник(?:а|у|и|ам)?|пн",
  "вторник(?:а|у|и|ам)?|вт",
  "сред(?:а|у|ы|ам|е)|ср",
  "четверг(?:а|у|и|ам)?|чт",
  "пятниц(?:а|у|ы|ам|е)|пт",
  "суббот(?:а|у|ы|ам|е)|сб",
  "воскресень(?:е|я|ю|ям)|вс",
];
const HAN = ["一", "二", "三", "四", "五", "六", "日天"];

const LONG = [...ENGLISH.map((name) => `${name}s?`), ...RUSSIAN].join("|");
const ANY = `${LONG}|${SHORT.join("|")}`;
const TO = "(?: ?- ?| to | through | thru | till | по | до )";
const AND = "(?: |,? ?(?:and|и) | ?, ?(?:and |и )?| ?\\+ ?| ?& ?| ?/ ?| and | и )";
const EVERY = "every|each|кажд(?:ый|ую|ое|ые)|on|по";
const HAN_WEEK = "(?:周|星期|礼拜|週)";
const HAN_DAY = "[一二三四五六日天]";
const NOT_A_DATE = "(?<![上下本这個个])";

interface Row {
  readonly example: string;
  readonly is: RegExp;
  readonly read: (match: RegExpExecArray) => Weekdays | undefined;
}

const ALL = [1, 2, 3, 4, 5, 6, 7];
const always = (days: readonly number[]) => (): Weekdays => ({ days, again: true });

/** Each row finds one way of naming days; `example` is a text in which it does. */
export const WEEKDAY_ROWS: readonly Row[] = [
  {
    example: "every morning",
    is: words(
      "(?:every|each)(?: single)? (?:day|morning|evening|night|afternoon)|everyday|daily at|7 days a week|кажд(?:ый|ое|ого|ые) (?:божий )?(?:день|утро|вечер|дня)|ежедневно|по (?:утрам|вечерам)|nightly",
    ),
    read: always(ALL),
  },
  {
    example: "每天早上",
    is: anywhere(
      "(?:每天|每日|天天|每早|每晚)(?!的?(?:摘要|简报|综述|汇总|要闻|速览|新闻))(?:的)?(?:早上|早晨|上午|中午|下午|晚上|傍晚|清晨)?",
    ),
    read: always(ALL),
  },
  {
    example: "every week",
    is: words("(?:every|each|once a|once per) week|(?:каждую|раз в) неделю"),
    read: always([1]),
  },
  { example: "每周发一次", is: anywhere("每(?:周|星期|个星期)(?![一二三四五六日天末])"), read: always([1]) },
  {
    example: "every weekday",
    is: words(
      "(?:(?:every|each|on) )?(?:weekdays?|workdays?|(?:working|business|week) (?:days?|mornings?))|по (?:будням|рабочим дням|будним дням)|(?:кажд(?:ый|ое) )?рабоч(?:ий день|ее утро)|пятидневк[аеу]|по пятидневке|(?:в|каждый) (?:будни|будние дни|будний день|рабочие дни|рабочий день)|будни",
    ),
    read: always([1, 2, 3, 4, 5]),
  },
  { example: "每个工作日", is: anywhere("每?个?(?:工作日|平日|上班日)"), read: always([1, 2, 3, 4, 5]) },
  {
    example: "every weekend",
    is: words(
      "(?:every|each|on|at) weekends?|weekends|on the weekends?|(?<=кроме |исключая |исключением |не считая |только не )(?:в |по )?выходн(?:ых|ым|ые)|weekend(?= (?:digest|summary|brief*|recap))|по выходным|каждые выходные",
    ),
    read: always([6, 7]),
  },
  {
    example: "一三五 早九点半",
    is: anywhere(
      "(?<![\\u4e00-\\u9fff\\d])(?:逢|每?周)?(一三五|二四六|一三|二四|一二三四五)(?=[\\s,早晚上中下])",
    ),
    read: ([, days]) => ({
      days: rising([...(days ?? "")].flatMap((one) => hanDay(one) ?? [])),
      again: true,
    }),
  },
  {
    example: "每个周末",
    is: anywhere(
      "每个?周末|逢周末|(?<=除了?|除去|避开|跳过|撇开)周末|周末(?=\\d|[早上下晚]|[就都]?[不别停歇免]|除外|以外|之外|休息|跳过)",
    ),
    read: always([6, 7]),
  },
  {
    example: "mon-fri",
    is: words(`(?:(?:${EVERY}|from|с) )?(${ANY})${TO}(${ANY})`),
    read: ([whole, first, last]) => range(dayOf(first), dayOf(last), repeats(whole)),
  },
  {
    example: "mon, wed and fri",
    is: words(`(?:(?:${EVERY}|в|во) )?(?:${ANY})(?:${AND}(?:(?:в|во|on|every) )?(?:${ANY})){1,6}`),
    read: ([whole]) => listed(whole),
  },
  {
    example: "every Tuesday",
    is: words(
      `(?:every|each|кажд(?:ый|ую|ое)|days:) ?(${ANY})|по (${RUSSIAN.join("|")})|(?:on )?((?:${ENGLISH.join("|")})s)`,
    ),
    read: ([, one, other, third]) => single(one ?? other ?? third, true),
  },
  { example: "on Friday", is: words(`(?:(?:on|в|во) )?(${LONG})`), read: ([, day]) => single(day, false) },
  {
    example: "пятничный дайджест",
    is: words(
      "(понедельн|вторн|сред|четверг|пятн|субб|воскр)ичн*|(четверг|сред|субб|воскр)(?:ов|н)*(?= (?:сводк|дайджест|выпуск))",
    ),
    read: ([, one, other]) => single(one ?? other, false),
  },
  {
    example: "周一到周五",
    is: anywhere(`(每个?|逢|${NOT_A_DATE})${HAN_WEEK}(${HAN_DAY})(?:至|到|-|~)${HAN_WEEK}?(${HAN_DAY})`),
    read: ([, every, first, last]) => range(hanDay(first), hanDay(last), every !== ""),
  },
  {
    example: "周一、周三和周五",
    is: anywhere(
      `(每个?|逢|${NOT_A_DATE})${HAN_WEEK}(${HAN_DAY}(?:[、,和及]? ?${HAN_WEEK}?${HAN_DAY}){0,6})(?![个次]|[两三四五六七八九][个次天])`,
    ),
    read: ([, every, days]) => ({
      days: rising([...(days ?? "")].flatMap((one) => hanDay(one) ?? [])),
      again: every !== "",
    }),
  },
];

/** Every mention of days of the week in a text in lower case. */
export function weekdaysIn(low: string): TextMatch<Weekdays>[] {
  return longest(
    WEEKDAY_ROWS.flatMap(({ is, read }) =>
      findAll(is, low, (match) => {
        const value = read(match);
        return value && value.days.length > 0 ? value : undefined;
      }),
    ),
  );
}

/** The number of a day by its name, 1 Monday to 7 Sunday. */
export function dayOf(name: string | undefined): number | undefined {
  const text = (name ?? "").toLowerCase();
  if (text === "") return undefined;
  const at = ENGLISH.findIndex((_, day) =>
    new RegExp(`^(?:${ENGLISH[day]}s?|${SHORT[day]}|${RUSSIAN[day]})$`, "u").test(text),
  );
  if (at >= 0) return at + 1;
  const begins = ["понед", "вторн", "сред", "четв", "пятн", "субб", "воскр"].findIndex((start) =>
    text.startsWith(start),
  );
  return begins >= 0 ? begins + 1 : hanDay(text);
}

function hanDay(name: string | undefined): number | undefined {
  const at = name ? HAN.findIndex((names) => names.includes(name)) : -1;
  return at < 0 ? undefined : at + 1;
}

function repeats(text: string): boolean {
  return /every|each|кажд|days:|^по |(?:mon|tues|wednes|thurs|fri|satur|sun)days/u.test(text);
}

function single(name: string | undefined, again: boolean): Weekdays | undefined {
  const day = dayOf(name);
  return day === undefined ? undefined : { days: [day], again };
}

function listed(text: string): Weekdays {
  const names = text.match(/\p{L}+/gu) ?? [];
  return { days: rising(names.flatMap((name) => dayOf(name) ?? [])), again: repeats(text) };
}

function range(first: number | undefined, last: number | undefined, again: boolean): Weekdays | undefined {
  if (first === undefined || last === undefined) return undefined;
  const days: number[] = [];
  for (let day = first; days.length < 7; day = (day % 7) + 1) {
    days.push(day);
    if (day === last) break;
  }
  return { days: rising(days), again };
}

function rising(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
