/** Days that a text names, singly, from one to another, since one or until one, as calendar days. */
import { addDays, type Day } from "../../time.ts";
import { CALENDAR_ROWS } from "./calendar-rows.ts";
import { NEAR_ROWS } from "./near-rows.ts";
import { PART_ROWS } from "./part-rows.ts";
import { findAll, longest, type TextMatch } from "./pattern.ts";
import type { Stretch } from "./reckon.ts";
import { SEASON_ROWS } from "./season-rows.ts";
import { SPOKEN_ROWS } from "./spoken-rows.ts";
import { STRETCH_ROWS } from "./stretch-rows.ts";

export const DAY_ROWS = [
  ...CALENDAR_ROWS,
  ...PART_ROWS,
  ...SEASON_ROWS,
  ...NEAR_ROWS,
  ...STRETCH_ROWS,
  ...SPOKEN_ROWS,
];

export interface Days {
  /** First and last day; the first is left out for "until", the last for "since". */
  readonly first?: Day;
  readonly last?: Day;
  /** The day that was named, or the first of those: "until Monday" names Monday. */
  readonly named: Day;
  /** A single day of the week that nothing places before or after today. */
  readonly weekday?: number;
  readonly impossible?: true;
  /** Reckoned up to today, as "the last 7 days" is. */
  readonly lately?: true;
}

const BETWEEN =
  /^\s*(?:\.\.|-|~|—|to|and|through|thru|till|until|по|до|и|и до|and (?:to|until)|至|到|和|与|跟|、)\s*$/u;
const RANGE_START = /(?:(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:from|between|с|со|от)|从|自)\s*$/u;
const SINCE_BEFORE =
  /(?:(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:(?:starting|beginning) (?:from|with|on)|since|after|from|newer than|начиная с|после|с|со|от)|从|自)\s*$/u;
const SINCE_AFTER =
  /^\s*(?:(?:and )?on(?:wards?|(?=\s*(?:$|[,.;!?])))|or (?:later|newer)|и (?:позже|далее|дальше)|到现在|至今|到今天|以来|以后|之后|起|后|开始)/u;
const UNTIL_BEFORE =
  /(?:(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:before|until|till|up to|through|by|(?:earlier|older) than|до|раньше|по)|直到|截至|截止|到|至)\s*$/u;
const UNTIL_AFTER = /^\s*(?:以前|之前|前|为止|or earlier)/u;
/** "Nothing older than 2 weeks" and "within a week": a length of time, reckoned back. */
const OLDER =
  /(?:(?:nothing|not|no) older than|newer than|within|не старше|не позднее|最近|近)\s*(?:the )?(?:last )?(\d{1,3}|a|one|two|three|четырех|двух|трех|одной|одного)?\s*(days?|weeks?|months?|дн(?:я|ей)|недел[иьюя]|недель|месяц(?:а|ев)?)/u;

/** All days in a text in lower case, as a reader in that day's calendar means them. */
export function daysIn(low: string, today: Day): TextMatch<Days>[] {
  const older = olderThan(low, today);
  const atoms = longest(
    DAY_ROWS.flatMap(({ is, read }) => findAll(is, low, (match) => read(match, today))),
  ).filter(({ start, end }) => !older || end <= older.start || start >= older.end);
  const found: TextMatch<Days>[] = older ? [older] : [];
  for (let at = 0; at < atoms.length; at += 1) {
    const one = atoms[at];
    const next = atoms[at + 1];
    if (!one) break;
    if (next && (BETWEEN.test(low.slice(one.end, next.start)) || follows(one, next))) {
      found.push(ranged(low, one, next));
      at += 1;
    } else found.push(placed(low, one));
  }
  return found;
}

/** 昨天今天: two days in a row, one behind the other. */
function follows(one: TextMatch<Stretch>, next: TextMatch<Stretch>): boolean {
  return (
    one.end === next.start &&
    one.value.first === one.value.last &&
    next.value.first === addDays(one.value.first, 1)
  );
}

function olderThan(low: string, today: Day): TextMatch<Days> | undefined {
  const match = OLDER.exec(low);
  if (!match) return undefined;
  const counts: Readonly<Record<string, number>> = { two: 2, three: 3, двух: 2, трех: 3, четырех: 4 };
  const count = counts[match[1] ?? ""] ?? (Number(match[1]) || 1);
  const unit = /^(?:w|нед)/.test(match[2] ?? "") ? 7 : /^(?:m|мес)/.test(match[2] ?? "") ? 30 : 1;
  return {
    value: { first: addDays(today, -count * unit), named: addDays(today, -count * unit) },
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** From one to the other; a day of the week that ends a stretch is the first such after its beginning. */
function ranged(low: string, one: TextMatch<Stretch>, next: TextMatch<Stretch>): TextMatch<Days> {
  const start = one.start - (RANGE_START.exec(low.slice(0, one.start))?.[0].length ?? 0);
  const impossible = one.value.impossible ?? next.value.impossible;
  let { first } = one.value;
  let { last } = next.value;
  if (next.value.weekday !== undefined && last < first) last = addDays(last, 7);
  if (next.value.weekday !== undefined && one.value.weekday !== undefined && last < first)
    first = addDays(first, -7);
  const value = first <= last ? { first, last } : { first: next.value.first, last: one.value.last };
  return { value: { ...value, named: value.first, ...(impossible && { impossible }) }, start, end: next.end };
}

/** A single day or stretch, with "since" or "until" around it. */
function placed(low: string, { value, start, end }: TextMatch<Stretch>): TextMatch<Days> {
  const { first, last, weekday, impossible, lately } = value;
  if (value.ranged) return { value: { first, last, named: first }, start, end };
  const extra = {
    named: first,
    ...(weekday !== undefined && { weekday }),
    ...(impossible && { impossible }),
  };
  const [before, after] = [low.slice(Math.max(0, start - 30), start), low.slice(end, end + 16)];
  const written = low.slice(start, end);
  const own = /^(since|after|until|till|before|from|through|с|по|до|после) /u.exec(written)?.[1] ?? "";
  const sinceBefore = SINCE_BEFORE.exec(before)?.[0] ?? "";
  const sinceAfter = SINCE_AFTER.exec(after)?.[0] ?? "";
  const untilBefore = UNTIL_BEFORE.exec(before)?.[0] ?? "";
  const untilAfter = UNTIL_AFTER.exec(after)?.[0] ?? "";
  const opening = sinceBefore.trim();
  const since =
    sinceAfter !== "" ||
    /since|after|^с$|после/u.test(own) ||
    (opening !== "" && !(/^from$/.test(opening) && lately));
  const until =
    untilAfter !== "" ||
    /until|till|before|through|до|^по$/u.test(own) ||
    (untilBefore.trim() !== "" && !lately);
  if (until && !(since && sinceAfter !== "") && last !== undefined && !/^с$/u.test(own)) {
    const ends = /before|than|до|раньше|以前|之前|前/u.test(untilBefore + untilAfter + own)
      ? addDays(first, -1)
      : last;
    return {
      value: { last: ends, ...extra },
      start: start - untilBefore.length,
      end: end + untilAfter.length,
    };
  }
  if (since) {
    return { value: { first, ...extra }, start: start - sinceBefore.length, end: end + sinceAfter.length };
  }
  return { value: { first, last, ...extra, ...(lately && { lately }) }, start, end };
}
