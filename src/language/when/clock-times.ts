/** Times of day in a text as people write them: 8:30, 9am, half past seven, полвосьмого вечера, 晚上九点半. */
import { anywhere, findAll, longest, lowered, type TextMatch, words } from "./pattern.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "./small-numbers.ts";

const PART = "a\\.?m\\.?|p\\.?m\\.?|in the (?:morning|afternoon|evening)|at night|утра|дня|вечера|ночи";
const AFTERNOON = /p\.?m|afternoon|дня|下午|傍晚|午后|午饭后/;
const EVENING = /evening|night|вечер|ночи|ноч|晚|半夜|深夜|夜里|夜间/;
const MORNING = /morning|a\.?m|утр|早|上午|凌晨/;
const RUSSIAN_HOURS = [
  "первого",
  "второго",
  "третьего",
  "четвертого",
  "пятого",
  "шестого",
  "седьмого",
  "восьмого",
  "девятого",
  "десятого",
  "одиннадцатого",
  "двенадцатого",
];
const HALVES = RUSSIAN_HOURS.join("|");

const RUSSIAN_NUMBERS =
  "шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать|двадцать|пять|четыре|три|два";

interface Row {
  readonly example: string;
  readonly is: RegExp;
  /** Hour, minute and part of the day; undefined when it is no time after all. */
  readonly read: (match: RegExpExecArray) => readonly [number, number, (string | undefined)?] | undefined;
}

/** Each row finds one way of writing a time; `example` is a text in which it does. */
export const TIME_ROWS: readonly Row[] = [
  {
    example: "at 7:45 in the morning",
    is: words(`(?:at |by |в |к |на |с )?(\\d{1,2})(?::|ч|h)(\\d{2})(?: ?(${PART}))?`),
    read: ([, hour, minute, part]) => [Number(hour), Number(minute), part],
  },
  {
    example: "move it to 8.30",
    is: words(`(?:at|to|by|в|на|к) (\\d{1,2})[.](\\d{2})(?: ?(${PART}))?(?![.]?\\d)`),
    read: ([, hour, minute, part]) => [Number(hour), Number(minute), part],
  },
  {
    example: "mon wed fri 18.00",
    is: words("(?<![\\d.])([01]?\\d|2[0-3])[.](00)(?![.]?\\d| ?(?:%|млн|млрд|тыс|million|billion))"),
    read: ([, hour, minute]) => [Number(hour), Number(minute)],
  },
  {
    example: "9 pm",
    is: words(`(?:at |by |в |к |на |с )?(${NUMBER})(?:[.](\\d{2}))? ?(?:часов |час[а]? )?(${PART})`),
    read: ([, hour, minute, part]) => [smallNumber(hour ?? ""), Number(minute ?? 0), part],
  },
  {
    example: "nine o'clock",
    is: words(`(?:at )?(${NUMBER}) ?(?:o'clock|oclock|hrs|hours sharp)`),
    read: ([, hour]) => [smallNumber(hour ?? ""), 0],
  },
  {
    example: "в 9 часов",
    is: words(`(?:в|к|на|с) (${NUMBER}) (?:часов|часа|час)(?! в сутки)`),
    read: ([, hour]) => [smallNumber(hour ?? ""), 0],
  },
  {
    example: "send it at 8",
    is: words(
      "(?:at|around|в|к) (\\d{1,2})(?![.:/%-]\\d| ?(?:%|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    ),
    read: ([, hour]) => [Number(hour), 0],
  },
  {
    example: "at nine every day",
    is: words(
      "(?:at|в) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|семь|восемь|девять|десять|одиннадцать|двенадцать|шесть|пять)",
    ),
    read: ([, hour]) => [smallNumber(hour ?? ""), 0],
  },
  {
    example: "half past seven",
    is: words(`(?:at )?(half past|half|quarter past|quarter to) (${NUMBER})(?: (${PART}))?`),
    read: ([, how, hour, part]) => {
      const at = smallNumber(hour ?? "");
      if (how === "quarter to") return [at - 1, 45, part];
      return [at, how === "quarter past" ? 15 : 30, part];
    },
  },
  {
    example: "в полвосьмого вечера",
    is: words(`(?:в |к )?(?:пол|половин[еау] )(${HALVES})(?: (${PART}))?`),
    read: ([, hour, part]) => [RUSSIAN_HOURS.indexOf(hour ?? "") || 12, 30, part],
  },
  {
    example: "без четверти девять",
    is: words(`(?:в |к )?(?:без четверти|без пятнадцати) (${NUMBER})(?: (${PART}))?`),
    read: ([, hour, part]) => [smallNumber(hour ?? "") - 1, 45, part],
  },
  {
    example: "ten to nine",
    is: words(
      `(?:(?:at|by) (\\d{1,2}|five|ten|twenty|twenty-five)|(five|ten|twenty|twenty-five)) (?:minutes )?(to|past) (${NUMBER})(?: (${PART}))?`,
    ),
    read: ([, one, other, how, hour, part]) => {
      const [at, minutes] = [
        smallNumber(hour ?? ""),
        one === "twenty-five" ? 25 : smallNumber(one ?? other ?? ""),
      ];
      if (minutes < 1 || minutes > 29) return undefined;
      return how === "to" ? [at - 1, 60 - minutes, part] : [at, minutes, part];
    },
  },
  {
    example: "без пяти девять",
    is: words(`(?:в |к )?без (пяти|десяти|двадцати) (${NUMBER})(?: (${PART}))?`),
    read: ([, minutes, hour, part]) => [smallNumber(hour ?? "") - 1, 60 - smallNumber(minutes ?? ""), part],
  },
  {
    example: "差五分九点",
    is: anywhere(`(早上|上午|中午|下午|晚上|早|晚)?差(?:(一刻)|(${HAN_NUMBER})分)钟?(${HAN_NUMBER})点`),
    read: ([, part, quarter, minutes, hour]) => [
      smallNumber(hour ?? "") - 1,
      60 - (quarter ? 15 : smallNumber(minutes ?? "")),
      part,
    ],
  },
  {
    example: "daily @ 6",
    is: words("@ ?([01]?\\d|2[0-3])(?::([0-5]\\d))?(?! ?\\p{L}{3})"),
    read: ([, hour, minute]) => [Number(hour), Number(minute ?? 0)],
  },
  {
    example: "at 1730",
    is: words(
      "(?:at|by) ([01]\\d|2[0-3])([0-5]\\d)(?: ?(?:hrs|hours|h))?|([01]\\d|2[0-3])([0-5]\\d) ?(?:hrs|hours|h)",
    ),
    read: ([, hour, minute, h, m]) => [Number(hour ?? h), Number(minute ?? m)],
  },
  { example: "14h", is: words("([01]?\\d|2[0-3])h"), read: ([, hour]) => [Number(hour), 0] },
  {
    example: "nine thirty am",
    is: words(
      `(?:at )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (thirty|fifteen|forty[- ]five)(?: ?(${PART}))?`,
    ),
    read: ([, hour, minute, part]) => [smallNumber(hour ?? ""), smallNumber(minute ?? ""), part],
  },
  {
    example: "eighteen hundred hours",
    is: words(`(?:at )?(${NUMBER}) hundred hours`),
    read: ([, hour]) => [smallNumber(hour ?? ""), 0],
  },
  {
    example: "в семь тридцать",
    is: words(
      `(?:в |к |на )?(${RUSSIAN_NUMBERS}) (?:часов |часа |час )?(ноль ноль|пятнадцать|двадцать|тридцать|сорок пять|сорок|пятьдесят)(?: минут)?(?: (${PART}))?`,
    ),
    read: ([, hour, minute, part]) => [
      smallNumber(hour ?? ""),
      minute === "ноль ноль" ? 0 : smallNumber(minute ?? ""),
      part,
    ],
  },
  { example: "в час дня", is: words("(?:в |к )?час (дня|ночи)"), read: ([, part]) => [1, 0, part] },
  { example: "at noon", is: words("(?:at |by |в |к )?(?:noon|midday|полдень|полудню)"), read: () => [12, 0] },
  { example: "at midnight", is: words("(?:at |в |к )?(?:midnight|полночь|полуночи)"), read: () => [0, 0] },
  { example: "正午发", is: anywhere(`正午|中午(?!的?(?:${HAN_NUMBER}))`), read: () => [12, 0] },
  { example: "半夜发", is: anywhere("半夜|午夜"), read: () => [0, 0] },
  {
    example: "晚上九点半",
    is: anywhere(
      `(?<![周期拜])(凌晨|清晨|早上|早晨|清早|上午|中午|下午|午后|午饭后|傍晚|晚上|今晚|每晚|每早|半夜|深夜|夜里|夜间|早|晚)?的?(${HAN_NUMBER})(?:点|點|时(?![代候报间事常])|时整|:)(?:(\\d{2}|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]|[一二三四五六七八九\\d](?=分))分?|(半)|([一三])刻|整|钟)?`,
    ),
    read: ([whole, part, hour, minute, half, quarter]) => {
      if (/^\d{1,2}:$/.test(whole)) return undefined;
      const rest = half ? 30 : quarter ? smallNumber(quarter) * 15 : minute ? smallNumber(minute) : 0;
      return [smallNumber(hour ?? ""), rest, part];
    },
  },
];

/** Every time of day in a text in lower case, as `HH:MM`. */
export function timesIn(low: string): TextMatch<string>[] {
  const found = TIME_ROWS.flatMap(({ is, read }) =>
    findAll(is, low, (match) => {
      const [hour, minute, part] = read(match) ?? [Number.NaN, 0];
      return clock(hour, minute, part ?? partNear(low, match[0], hour));
    }),
  );
  return longest(found);
}

/** "Every evening at 7": the part of the day that is said elsewhere, when it makes sense for the hour. */
function partNear(low: string, written: string, hour: number): string {
  if (hour > 11 || /0\d[:.]/.test(written)) return "";
  const part =
    /(?:every|each) (?:evening|night)|nightly|по вечерам|кажд\p{L}{2} вечер|вечерн\p{L}{2,3} (?:сводк|дайджест)|每天晚上|每晚|evening (?:digest|summary|briefing)/u.exec(
      low,
    );
  return part && hour > 3 ? part[0] : "";
}

/** An hour of a part of the day on the clock of 24 hours; at night twelve begins a day. */
function clock(hour: number, minute: number, part: string): string | undefined {
  let at = hour;
  if (/^[ap]\.?m/.test(part) && !(hour >= 1 && hour <= 12)) return undefined;
  if (part !== "" && hour <= 12) {
    if (AFTERNOON.test(part)) at = (hour % 12) + 12;
    else if (EVENING.test(part))
      at = hour === 12 ? 0 : hour < 5 && !/evening|вечер/.test(part) ? hour : hour + 12;
    else if (part === "中午") at = hour < 10 ? hour + 12 : hour;
    else if (MORNING.test(part)) at = hour % 12;
  }
  if (!(at >= 0 && at <= 23 && minute >= 0 && minute <= 59)) return undefined;
  return `${String(at).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The time of a text that is nothing but one: also a bare `9`, `0900` or `21h30`; null when it is none. */
export function timeOf(written: string): string | null {
  const low = lowered(written.normalize("NFKC").trim());
  const [, hour, minute = "0"] = /^(\d{1,2})[.:h]?(\d{2})?$/.exec(low) ?? [];
  if (hour !== undefined) return clock(Number(hour), Number(minute), "") ?? null;
  const [only] = timesIn(low);
  const rest = only ? low.slice(0, only.start) + low.slice(only.end) : low;
  return only && /^(?:at|в|@|\s)*$/u.test(rest) ? only.value : null;
}

/** A stretch of the day, "from 10pm to 7am", 晚上十点到早上七点, as `22:00-07:00`. */
export function hoursIn(low: string): TextMatch<string> | undefined {
  const range =
    /(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)? ?(?:-|to|and(?: before| until)?|until|till|и до|до|至|到) ?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m\.|p\.m\.|утра|вечера)?(?![.\d])/u.exec(
      low,
    );
  const times = timesIn(low);
  const [first, second] = times;
  if (
    first &&
    second &&
    /^\s*(?!\s)(?:-|to|and|until|till|до|по|至|到)?\s*$/u.test(low.slice(first.end, second.start))
  )
    return { value: `${first.value}-${second.value}`, start: first.start, end: second.end };
  if (!range) return undefined;
  const from = clock(Number(range[1]), Number(range[2] ?? 0), range[3] ?? "");
  const to = clock(Number(range[4]), Number(range[5] ?? 0), range[6] ?? "");
  if (!from || !to || from === to) return undefined;
  const before = /(?:from|between|after|с|после|从)\s*$/u.exec(low.slice(0, range.index))?.[0].length ?? 0;
  return { value: `${from}-${to}`, start: range.index - before, end: range.index + range[0].length };
}
