/** What a sentence says besides what it is about: days, times, languages, publishers, how many, how often, where. */
import type { Publisher } from "../article.ts";
import { exclusionsIn } from "../language/exclusions.ts";
import { timesIn } from "../language/when/clock-times.ts";
import { type Days, daysIn } from "../language/when/days.ts";
import { findAll, type TextMatch } from "../language/when/pattern.ts";
import { type Weekdays, weekdaysIn } from "../language/when/weekdays.ts";
import { type NamedZone, zonesIn } from "../language/when/zones.ts";
import { EMPTY } from "./empty-rows.ts";
import { leftOutIn } from "./left-out.ts";
import { languagesIn, type NamedLanguage } from "./named-languages.ts";
import { publishersIn } from "./named-publishers.ts";
import { rowsIn } from "./rows.ts";
import { CHANNEL, COUNTS, EVERY, NEWEST, PAGES, TITLES, WITHOUT } from "./slot-rows.ts";

export interface Slots {
  readonly times: readonly TextMatch<string>[];
  readonly days: readonly TextMatch<Days>[];
  readonly weekdays: readonly TextMatch<Weekdays>[];
  readonly zones: readonly TextMatch<NamedZone>[];
  readonly languages: readonly TextMatch<NamedLanguage>[];
  readonly publishers: readonly TextMatch<Publisher>[];
  /** Publishers that nothing is wanted of; they are not among the others. */
  readonly leftOut: readonly TextMatch<Publisher>[];
  /** How many articles. */
  readonly counts: readonly TextMatch<number>[];
  /** At most one message in so many minutes. */
  readonly every: readonly TextMatch<number>[];
  readonly channels: readonly TextMatch<string>[];
  readonly empty: readonly TextMatch<"skip" | "say">[];
  readonly newest: readonly TextMatch<true>[];
  readonly without: readonly TextMatch<string>[];
  readonly titles: readonly TextMatch<string>[];
  readonly pages: readonly TextMatch<number>[];
}

/** What somebody wants none of, though no article is of it: "no summary, just the list", 不要拆开. */
const NOTHING_LEFT_OUT =
  /^(?:(?:the |a |an |any |your |более |больше )?(?:summar\p{L}*|digests?|lists?|links?|articles?|latest|newest|newsletters?|alerts?|them|it|me|us|dates?|questions?|сводк\p{L}*|дайджест\p{L}*|спис\p{L}*|ссыл\p{L}*|статьи|статей|пересказ\p{L}*|расписани\p{L}*)(?![\p{L}])|摘要|多|太|简报|清单|列表|链接|文章|最新|旧的|拆开|提醒|打开|关注|发|推|每天|天天|啰嗦|废话|解释|答案)/u;

/** @param low the text as `lowered` gives it. @param text the same text as written */
export function slotsIn(
  text: string,
  low: string,
  { today, publishers }: { today: string; publishers: readonly Publisher[] },
): Slots {
  const every = rowsIn(EVERY, low);
  const inEvery = ({ start, end }: TextMatch<string>) =>
    every.some((one) => one.start < end && start < one.end);
  const named = publishersIn(text, low, publishers);
  const leftOut = named.length === 0 ? [] : leftOutIn(low, named);
  const isLeftOut = ({ start, end }: TextMatch<unknown>) =>
    leftOut.some((one) => one.start < end && start < one.end);
  const weekdays = weekdaysIn(low);
  // "Every day except weekends" leaves out days, not what articles are about.
  const onDays = ({ start, end }: TextMatch<unknown>) =>
    weekdays.some((one) => one.start < end && start < one.end);
  const said = leftOutOf(low);
  return {
    leftOut,
    times: timesIn(low),
    days: daysIn(low, today),
    weekdays,
    zones: zonesIn(low),
    languages: languagesIn(low),
    publishers: named.filter((one) => !isLeftOut(one)),
    counts: rowsIn(COUNTS, low),
    every,
    channels: findAll(CHANNEL, low, ([, id, name]) => id ?? name),
    empty: rowsIn(EMPTY, low),
    newest: rowsIn(NEWEST, low),
    // "But no more than once an hour" leaves nothing out.
    without: [
      ...said,
      ...rowsIn(WITHOUT, low).filter(
        (one) => !said.some((two) => one.start < two.end && two.start < one.end),
      ),
    ].filter((one) => !inEvery(one) && !isLeftOut(one) && !onDays(one) && !NOTHING_LEFT_OUT.test(one.value)),
    titles: rowsIn(TITLES, low),
    pages: rowsIn(PAGES, low),
  };
}

/** What a search would leave out, each by itself. */
function leftOutOf(low: string): TextMatch<string>[] {
  return exclusionsIn(low).flatMap(({ start, end, without }) =>
    without.map((one, i) => {
      const value = low.slice(one.start, one.end);
      // Together they take the whole stretch.
      const from = i === 0 ? start : (without[i - 1]?.end ?? start);
      return { value, start: from, end: i === without.length - 1 ? end : one.end };
    }),
  );
}
