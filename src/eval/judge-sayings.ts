/** Holds what the bot understood against what a person would say was meant. */
import type { Library } from "../articles/library.ts";
import { editsBetween } from "../language/spellings.ts";
import { foldWord, stem } from "../language/words.ts";
import { lastDayOfMonth } from "../time.ts";

type Value =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | { readonly any: readonly (string | number)[] };
export interface Saying {
  readonly id: string;
  readonly said: string;
  readonly lang: "en" | "zh" | "ru";
  readonly want: string;
  readonly args: Readonly<Record<string, Value>>;
  readonly line: string | null;
  readonly harm: boolean;
  readonly after?: string;
  readonly also?: readonly string[];
  readonly alt?: readonly { readonly args: Readonly<Record<string, Value>>; readonly line: string }[];
}

export type Got = Readonly<Record<string, string>>;

const FILTER =
  /(?:^|\s)(?:--)?(source|lang|title|after|before|on|sort|page|every|zone|days|topic|empty|until|for|by|period|as|locale|silence|rush|mention|feed|about|since|limit|without)[:=]("[^"]{0,200}"|“[^”]{0,200}”|\S+)/gu;
const FLAG = /(?:^|\s)--(brief|translate|explain|weights|new)(?=\s|$)/gu;
const bare = (text: string): string => text.replace(/^["“](.*)["”]$/u, "$1");

/** What a line does, by the names that the sayings use. */
export function argsOf(line: string, library: Library): Got {
  const [, command = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
  const got: Record<string, string> = { command: line === "daily" ? "daily-show" : command };
  const span = (period: string): void => {
    const [from = "", to = from] = period.split("..");
    got.first = from;
    got.last = to;
  };
  const read = (text: string): string => {
    const plain = text.replace(FLAG, (_, name: string) => {
      got[name] = "true";
      return " ";
    });
    const words = plain.replace(FILTER, (_, name: string, value: string) => {
      if (name === "topic") got.topic = read(bare(value));
      else if (name === "source") got.publisher = library.publisher(bare(value))?.names.en ?? bare(value);
      else if (name === "title") return ` ${bare(value)}`;
      else if (name === "period") span(bare(value));
      else if (name === "lang") got[command === "daily" && text === rest ? "locale" : "lang"] = bare(value);
      else got[name] = bare(value);
      return " ";
    });
    return words
      .replace(/(?:^|\s)-((?:source:)?(?:"[^"]*"|\p{L}[^\s"]*))/gu, (_, what: string) => {
        got.without = bare(what);
        return " ";
      })
      .replace(/\s+/g, " ")
      .trim();
  };
  const words = read(rest);
  const [first = "", ...more] = words.split(" ");
  if (command === "digest" || command === "brief") {
    const dated = /^\d{4}-/.test(first);
    if (dated) span(first);
    const topic = (dated || /^(?:today|yesterday|week)$/.test(first) ? more : [first, ...more]).join(" ");
    if (topic !== "") got.topic = topic;
  } else if (command === "daily") {
    if (/^\d/.test(first)) got.time = first;
    if (/^(?:off|pause|resume)$/.test(first)) got.command = `daily-${first}`;
  } else if (command === "latest") {
    if (/^\d+$/.test(first)) got.n = first;
  } else if (command === "read" || command === "related") got.id = first;
  else if (command === "saved" || command === "feeds") {
    got.action = first;
    got.id = more[0] ?? "";
  } else if (command === "why") {
    got.id = first;
    got.query = more.join(" ");
  } else if (command === "settings") {
    const name = first === "language" ? "lang" : first;
    if (name) got[name] = more.join(" ");
  } else if (command === "help") got.topic = words;
  else got.query = words;
  if (got.on) {
    got.first = got.on;
    got.last = got.on;
  }
  if (got.after) got.first = got.after;
  if (got.before) got.last = dayBefore(got.before);
  return got;
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, 10);
const firstOf = (day: string): string =>
  day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day;
const lastOf = (day: string): string =>
  day.length === 4 ? `${day}-12-31` : day.length === 7 ? lastDayOfMonth(`${day}-01`) : day;
const values = (value: Value): string[] =>
  typeof value === "object" && "any" in value
    ? value.any.map(String)
    : Array.isArray(value)
      ? value.map(String)
      : [String(value)];

const STOP = new Set(
  "the a an of in on at for to and or is are was did does do what how which who where when only about re up by with from sco шос 上合 в на о об про по за и с из до не что как ли у был была ее".split(
    " ",
  ),
);
const tokens = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .match(
      /\p{Script=Han}|[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:'[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+)*/gu,
    ) ?? [];
/** Whether a word carries nothing. */
export const isStop = (word: string): boolean => content(word).length === 0;
const HAN_STOP = new Set([..."的了吗呢在是有个上合都要些"]);
/** The words of a text that carry something. */
export const content = (text: string): string[] =>
  tokens(text).filter((word) => !STOP.has(word) && !HAN_STOP.has(word));
/** Letters of words that are one slip apart and yet the same; of shorter ones another letter makes another word. */
const SLIPS = 5;
/** Whether two words are the same but for an ending or a slip of the keyboard. */
export const meets = (one: string, other: string): boolean => {
  if (one === other || stem(foldWord(one)) === stem(foldWord(other))) return true;
  if (Math.min(one.length, other.length) >= SLIPS && editsBetween(one, other, 1) === 1) return true;
  const length = Math.max(3, Math.min(one.length, other.length) - 3);
  return one.length > 3 && other.length > 3 && one.slice(0, length) === other.slice(0, length);
};

/** @param besides words that may be there too: those of the row's own line */
function wordsMeet(expected: string, got: string, exactly: boolean, besides = ""): boolean {
  const [want, have] = [content(expected), content(got)];
  if (!want.every((word) => have.some((other) => meets(word, other)))) return false;
  const known = [...want, ...content(besides)];
  return !exactly || have.every((word) => known.some((other) => meets(word, other)));
}

function days(text: string): string {
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  return text
    .split(",")
    .flatMap((part) => {
      const [from = "", to] = part.split("-");
      const [a, b] = [names.indexOf(from), to ? names.indexOf(to) : names.indexOf(from)];
      return names.slice(a, b + 1);
    })
    .join(",");
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  daily: ["daily", "daily-show"],
  "daily-change": ["daily"],
  "daily-off": ["daily-off"],
  "daily-pause": ["daily-pause", "daily-off"],
  following: ["watching", "following"],
};

/** Undefined when it is right, else what is wrong. */
export function fault(row: Saying, line: string | null, library: Library): string | undefined {
  const faults = [row.args, ...(row.alt ?? []).map(({ args }) => args)].map((args) =>
    faultOf(row, args, line, library),
  );
  return faults.includes(undefined) ? undefined : faults[0];
}

function faultOf(
  row: Saying,
  args: Readonly<Record<string, Value>>,
  line: string | null,
  library: Library,
): string | undefined {
  const wants = [row.want, ...(row.also ?? [])];
  if (line === null) return wants.includes("smalltalk") || wants.includes("unclear") ? undefined : "no line";
  const got = argsOf(line, library);
  const commands = (
    row.want === "correction" || row.want === "followup" ? [String(args.command)] : wants
  ).flatMap((want) => COMMANDS[want] ?? [want]);
  if (!commands.includes(got.command ?? "")) return `command ${got.command}`;
  if (
    row.want !== "correction" &&
    row.want !== "followup" &&
    !(COMMANDS[row.want] ?? [row.want]).includes(got.command ?? "")
  )
    return undefined;
  const own: Got = row.line === null ? {} : argsOf(row.line, library);
  for (const [name, value] of Object.entries(args)) {
    const any = values(value);
    if (["command", "position", "positions", "link", "channel", "who"].includes(name)) continue;
    if (name === "action" && !own.action) continue;
    if (name === "ids") {
      if (!any.includes(got.id ?? "")) return `id ${got.id}`;
      continue;
    }
    if (name === "query" || name === "topic" || name === "about") {
      const have = got[name] ?? got.query ?? "";
      const exactly = name !== "about" && !["ask", "help"].includes(got.command ?? "");
      const besides = `${own.query ?? ""} ${own.topic ?? ""}`;
      if (!any.some((one) => wordsMeet(one, have, exactly, besides))) return `${name} “${have}”`;
    } else if (name === "on") {
      if (
        !any.some(
          (day) =>
            got.first &&
            got.last &&
            firstOf(day) === firstOf(got.first) &&
            (lastOf(day) === lastOf(got.last) || (got.last === "2026-06-10" && lastOf(day) >= got.last)),
        )
      )
        return `on ${got.first}..${got.last}`;
    } else if (name === "after") {
      if (!any.includes(firstOf(got.first ?? "")) && !any.map(firstOf).includes(firstOf(got.first ?? "")))
        return `after ${got.first}`;
    } else if (name === "before") {
      const last = lastOf(got.last ?? "");
      if (
        !any.includes(last) &&
        !any.map(lastOf).includes(last) &&
        !any.map((one) => dayBefore(firstOf(one))).includes(last)
      )
        return `before ${got.last}`;
    } else if (name === "days") {
      if (!any.some((one) => days(one) === days(got.days ?? ""))) return `days ${got.days}`;
    } else if (name === "quiet") {
      if (!any.some((one) => (got.quiet ?? "").startsWith(one))) return `quiet ${got.quiet}`;
    } else if (name === "without") {
      if (!any.some((one) => wordsMeet(one, got.without ?? "", false))) return `without ${got.without}`;
    } else if (name === "publisher") {
      if (!any.some((one) => (library.publisher(one)?.names.en ?? one) === got.publisher))
        return `publisher ${got.publisher}`;
    } else if (name === "url" || (name === "for" && got.quiet !== undefined)) continue;
    else if (name === "lang" || name === "locale") {
      if (!any.includes(got.lang ?? "") && !any.includes(got.locale ?? ""))
        return `${name} ${got.lang ?? got.locale}`;
      if (got.command === "daily" && got[name] === undefined) return `${name}, other one`;
    } else if (!any.includes(got[name] ?? "")) return `${name} ${got[name]}`;
  }
  const extra = Object.keys(got).filter(
    (name) =>
      [
        ...["publisher", "lang", "locale", "time", "zone", "days", "every", "until", "without", "first"],
        ...["by", "translate", ...(got.quiet === undefined ? ["for"] : [])],
      ].includes(name) &&
      !hasArg(args, name) &&
      got[name] !== own[name],
  );
  if (
    extra.length > 0 &&
    !(
      extra.length === 1 &&
      ((extra[0] === "time" && got.time === "09:00") || (extra[0] === "first" && got.command === "digest"))
    )
  )
    return `extra ${extra.map((name) => `${name}:${got[name]}`)}`;
  if (got.topic && !args.topic && got.command !== "help") return `extra topic ${got.topic}`;
  return undefined;
}

const hasArg = (args: object, name: string): boolean =>
  name in args ||
  (name === "first" && ("on" in args || "after" in args || "before" in args || "period" in args)) ||
  (name === "lang" && "locale" in args) ||
  (name === "locale" && "lang" in args);
