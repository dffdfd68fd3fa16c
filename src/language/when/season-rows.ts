/** Seasons, feasts, years that bound, and lengths of time up to now: last summer, 春节以来, до 2025 года, the last 48 hours. */
import { addDays, type Day, weekdayOf } from "../../time.ts";
import { months } from "./part-rows.ts";
import { anywhere, words } from "./pattern.ts";
import { between, type DayRow, dayIn, HAN_YEAR, lately, type Stretch, YEAR } from "./reckon.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "./small-numbers.ts";

const SEASONS: readonly (readonly [string, number, number])[] = [
  ["spring|весн|春", 3, 5],
  ["summer|лет|夏", 6, 8],
  ["autumn|fall|осен|秋", 9, 11],
  ["winter|зим|冬", 12, 2],
];
function season(name: string, year: string | undefined, today: Day): Stretch | undefined {
  const [, from, to] = SEASONS.find(([names]) => new RegExp(`^(?:${names})`, "u").test(name)) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const begun = months(from, to, undefined, today);
  // "Last summer" is the latest that is over, whichever year it was of.
  if (year === "past" && begun && begun.last >= today)
    return months(from, to, String(Number(begun.first.slice(0, 4)) - 1), today);
  return year === "past" ? begun : months(from, to, year, today);
}

/** First days of the lunar year. */
const LUNAR = ["2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26"];
function feast(name: string, year: string | undefined, today: Day): Stretch | undefined {
  if (/春节|过年|lunar|chinese|spring|китайск/u.test(name)) {
    const day = LUNAR.filter((one) => one <= today).at(-1);
    return day ? { first: day, last: addDays(day, 7) } : undefined;
  }
  const [month, first, last] = /国庆/u.test(name)
    ? [10, 1, 7]
    : /五一|劳动/u.test(name)
      ? [5, 1, 5]
      : /n[ao]wruz|навруз|новруз|纳吾肉孜|诺鲁孜/u.test(name)
        ? [3, 21, 25]
        : [1, 1, 3];
  return between(dayIn(month, first, year, today), dayIn(month, last, year, today));
}

export const SEASON_ROWS: readonly DayRow[] = [
  {
    example: "last summer",
    is: words(
      `(?:in |since |over )?(?:the )?(last|past|previous|this) (spring|summer|autumn|fall|winter)|(?:in |since )?(?:the )?(spring|summer|autumn|winter) (?:of )?(${YEAR})`,
    ),
    read: ([, which, name, named, y], today) =>
      season(name ?? named ?? "", y ?? (which === "this" ? undefined : "past"), today),
  },
  {
    example: "прошлой осенью",
    is: words(
      `(прошл(?:ой|ым|ого|ую)|этой|этим|эту) (весн*|лет(?:о|а|ом)|осен*|зим*)|(весной|летом|осенью|зимой) (?:(${YEAR})(?: года?)?|(этого|прошлого) года)`,
    ),
    read: ([, which, name, named, y, r], today) =>
      season(name ?? named ?? "", y ?? r ?? (/^эт/u.test(which ?? "") ? undefined : "past"), today),
  },
  {
    example: "去年秋天",
    is: anywhere(`(?:(${YEAR}|今|去|前)年)(春|夏|秋|冬)(?:天|季|日)?`),
    read: ([, y, name], today) => season(name ?? "", y, today),
  },
  {
    example: "春节以来",
    is: anywhere(
      `${HAN_YEAR}(春节|过年|国庆|五一|元旦|纳吾肉孜节|诺鲁孜节)(?:节|假期|长假)?(?:期间|(?=以来|之?后|至今|前))`,
    ),
    read: ([, y, name], today) => feast(name ?? "", y, today),
  },
  {
    example: "since the lunar new year",
    is: words(
      "(?<=since |after |before |during |over |с |со |после |до )(?:the )?((?:lunar |chinese )?new year|spring festival|n[ao]wruz|(?:китайского )?нового года|н[ао]вруза)",
    ),
    read: ([, name], today) => feast(name ?? "", undefined, today),
  },
  {
    example: "before 2025",
    is: words(
      `(?<=before |since |than |until |till |after |from |all of |whole of |до |с |после |весь )(${YEAR})(?: года?)?(?![-./]?\\d)`,
    ),
    read: ([, y]) => ({ first: `${y}-01-01`, last: `${y}-12-31` }),
  },
  {
    example: "the last 48 hours",
    is: words(
      `(?:(?:for|in|of|over|from) )?(?:the )?(?:last|past) (${NUMBER}) ?(?:hours|h|hrs)|(?:за )?(?:последн|прошедш|минувш)(?:ие|их) (${NUMBER}) (?:час*|сут(?:ки|ок))`,
    ),
    read: ([whole, a, b], today) =>
      lately(
        (/сут/u.test(whole) ? smallNumber(b ?? "") : Math.ceil(smallNumber(a ?? b ?? "") / 24)) + 1,
        today,
      ),
  },
  {
    example: "过去48小时",
    is: anywhere(`(?:最近|过去|近|这)(?:的)?(${HAN_NUMBER})个?(?:小时|钟头)(?:里|内|以来)?`),
    read: ([, n], today) => lately(Math.ceil(smallNumber(n ?? "") / 24) + 1, today),
  },
  {
    example: "最近半个月",
    is: anywhere("(?:最近|过去|近|这)?的?(半个月|半年)(?:里|内|以来|来)?"),
    read: ([, n], today) => lately(n === "半年" ? 182 : 16, today),
  },
  {
    example: "за последние полгода",
    is: words(
      "(?:за )?(?:последние |эти )?(полгода|полмесяца)|(?:over |in |for )?the (?:last|past) half[- ]?(year|month)",
    ),
    read: ([, n, m], today) => lately(n === "полгода" || m === "year" ? 182 : 16, today),
  },
  {
    example: "the past weekend",
    is: words(
      "(?:(?:over|during|from|of|on) )?the (?:past|previous) weekend|(?:за |на )?(?:минувш|прошедш)(?:ие|их) выходн(?:ые|ых)",
    ),
    read: (_, today) => {
      const sunday = addDays(today, -(weekdayOf(today) % 7 || 7));
      return { first: addDays(sunday, -1), last: sunday };
    },
  },
  {
    example: "минувшую неделю",
    is: words("(?:за |на )?(?:минувш|прошедш)(?:ая|ую|ей) недел[яюеи]"),
    read: (_, today) => lately(7, today),
  },
  {
    example: "за прошедшие три дня",
    is: words(`(?:за )?(?:прошедш|минувш)(?:ие|их) (${NUMBER}) (?:дн(?:я|ей)|день)`),
    read: ([, n], today) => lately(smallNumber(n ?? ""), today),
  },
  {
    example: "24.05 to 30.05.2025",
    is: words(
      `(?:from |с |со )?(\\d{1,2})\\.(\\d{1,2})(?:\\.(${YEAR}))? ?(?:-|to|till|until|through|по|до) ?(\\d{1,2})\\.(\\d{1,2})(?:\\.(${YEAR}))?(?![.\\d])`,
    ),
    read: ([, a, m, y, b, n, z], today) =>
      between(dayIn(Number(m), Number(a), y ?? z, today), dayIn(Number(n), Number(b), z ?? y, today)),
  },
  {
    example: "за 05.06",
    is: words("(?:за|on|for|от) (\\d{1,2})\\.(0\\d|1[0-2])(?![.\\d:])"),
    read: ([, d, m], today) => dayIn(Number(m), Number(d), undefined, today),
  },
  {
    example: "六月五号到八号",
    is: anywhere(
      `${HAN_YEAR}([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?(?:至|到|-|~)([一二三四五六七八九十]{1,3})[日号]`,
    ),
    read: ([, y, m, a, b], today) =>
      between(
        dayIn(smallNumber(m ?? ""), smallNumber(a ?? ""), y, today),
        dayIn(smallNumber(m ?? ""), smallNumber(b ?? ""), y, today),
      ),
  },
];
