/** The line before, changed: another day, subject, language or hour in it. */
import { QUESTIONS } from "../i18n/understand.ts";
import { entitiesOf } from "../language/open.ts";
import { type Days, daysIn } from "../language/when/days.ts";
import { lowered } from "../language/when/pattern.ts";
import { zonesIn } from "../language/when/zones.ts";
import { addDays, type Day } from "../time.ts";
import type { Scene } from "./scene.ts";
import { shifted as shiftedTime, shiftIn } from "./time-shift.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";
import { daysAsFilters, daysAsTyped, period, quoted, withFilters } from "./write.ts";

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)(?! ?(?:年?\d|-\d))/gu;
export function yearSpans(low: string) {
  return [...low.matchAll(YEAR)].map(({ 0: value, index }) => ({
    value,
    start: index,
    end: index + 4 + (low[index + 4] === "年" ? 1 : 0),
  }));
}
export const yearOf = (low: string): string | undefined => low.match(YEAR)?.[0];
export function yearIn(low: string): Days | undefined {
  const year = yearOf(low);
  return year ? { first: `${year}-01-01`, last: `${year}-12-31`, named: `${year}-01-01` } : undefined;
}

export interface LineChange {
  readonly days: Days | undefined;
  readonly subject: string;
  readonly language: string | undefined;
  readonly publisher: string | undefined;
  readonly newest?: boolean;
  /** The language is that of the answer, not of the articles. */
  readonly own?: boolean;
  readonly without?: string | undefined;
  readonly leftOut?: Scene["sentence"]["slots"]["leftOut"];
}

const FILTER = (names: string): RegExp =>
  new RegExp(`(?:^|\\s)(?:--)?(?:${names})[:=](?:"[^"]*"|\\S+)`, "gu");

export function searchChanged(
  line: string,
  { days, subject, language, publisher, newest, without, leftOut = [] }: LineChange,
): Understood {
  let [, name = "search", query = ""] = /^(\S+)\s*(.*)$/u.exec(line) ?? [];
  query = query.replace(FILTER("page"), "");
  if (subject) {
    const swapped = name === "latest" ? undefined : swap(query, subject);
    query = swapped ?? subject;
    name = "search";
  }
  const set = (names: string, ...values: readonly string[]): void => {
    query = [query.replace(FILTER(names), ""), ...values].join(" ");
  };
  if (days) set("on|after|before", ...daysAsFilters(days));
  if (language) set("lang", `lang:${language}`);
  if (publisher) set("source", `source:${quoted(publisher)}`);
  if (newest && name === "search") set("sort", "sort:new");
  if (leftOut.length > 0) query += ` ${withFilters("", { leftOut: leftOut.map(({ value }) => value) })}`;
  if (without && query !== "") query += withFilters("", { without: [without] }).replace(/^/, " ");
  return does(`${name} ${query}`.replace(/\s+/g, " ").trim());
}

export function digestChanged(
  line: string,
  { days, subject, language, publisher, own }: LineChange,
  today: Day,
): Understood {
  const [, when = today, topic = ""] = /^digest(?:\s+(\S+))?\s*(.*)$/u.exec(line) ?? [];
  if (days?.impossible) return puts(QUESTIONS.day);
  const about = (subject ? (swap(topic, subject) ?? subject) : topic).replace(FILTER("page"), "");
  const kept = language ? about.replace(FILTER("lang"), "") : about;
  return does(
    [
      "digest",
      (days && period(days, today)) ?? absolute(when, today),
      kept,
      language && `${own ? "locale" : "lang"}:${language}`,
      publisher && `source:${quoted(publisher)}`,
    ]
      .filter(Boolean)
      .join(" ")
      .replace(/\s+/g, " "),
  );
}

/** A span in words by its days, so that it says the same tomorrow. */
export function absolute(when: string, today: Day): string {
  if (when === "week") return period({ first: addDays(today, -6), last: today, named: today }, today);
  const days = daysIn(lowered(when), today)[0]?.value;
  return days ? period(days, today) : when;
}

/** The schedule of the line before with what the sentence changes. */
export function dailyChanged(
  scene: Scene,
  line: string,
  later: <T extends { start: number }>(found: readonly T[]) => readonly T[],
): Understood | undefined {
  const { slots } = scene.sentence;
  const time = later(slots.times).at(-1)?.value ?? laterHour(scene.sentence.low, line);
  const weekdays = later(slots.weekdays)[0]?.value.days;
  const zone = later(slots.zones)[0]?.value.zone;
  const language = later(slots.languages)[0]?.value.language;
  if (!time && !weekdays && !zone && !language) return undefined;
  const set = (text: string, name: string, value: string | undefined): string =>
    value === undefined ? text : `${text.replace(FILTER(name), "")} ${name}:${value}`;
  let changed = time ? line.replace(/^daily(?:\s+\d{1,2}[:.]\d{2})?/u, `daily ${time}`) : line;
  changed = set(changed, "days", weekdays && daysAsTyped(weekdays));
  changed = set(changed, "zone", zone);
  changed = set(changed, "lang", language);
  return confirms(changed.replace(/\s+/g, " "));
}

/** The hour of the line before, so much later or earlier, or in another part of the day. */
function laterHour(low: string, line: string): string | undefined {
  const time = /^daily\s+(\d{1,2}[:.]\d{2})/u.exec(line)?.[1];
  const by = shiftIn(low);
  return time !== undefined && by !== undefined ? shiftedTime(time, by) : bareHour(low, line);
}

/** "No, in the evening": the hour of the line before in another part of the day. */
function bareHour(low: string, line: string): string | undefined {
  const [, hour = "", minute = ""] = /^daily\s+(\d{1,2})[:.](\d{2})/u.exec(line) ?? [];
  if (hour === "") return undefined;
  const evening = /evening|night|pm|вечер|ноч|晚|下午/u.test(
    low.replace(/not [^,]{0,80},|не [^,]{0,80},|不是[^,]{0,80},/u, ""),
  );
  if (evening && Number(hour) < 12) return `${Number(hour) + 12}:${minute}`;
  return !evening && /morning|am|утр|早|上午/u.test(low) && Number(hour) >= 12
    ? `${String(Number(hour) - 12).padStart(2, "0")}:${minute}`
    : undefined;
}

/** The words before with the one place or country in them changed for another; undefined when they have none. */
function swap(words: string, subject: string): string | undefined {
  const low = lowered(words);
  const [city, another] = zonesIn(low);
  const [newCity] = zonesIn(lowered(subject));
  if (city && !another && newCity)
    return `${words.slice(0, placeStart(low, city))}${subject}${words.slice(city.end)}`;
  const [name, other] = entitiesOf(words);
  const [instead] = entitiesOf(subject);
  if (!name || other || instead?.kind !== name.kind) return undefined;
  return `${words.slice(0, name.start)}${subject}${words.slice(name.end)}`.trim();
}

/** Where a city's name begins, behind the preposition that was read with it. */
function placeStart(low: string, { start, end }: { start: number; end: number }): number {
  return start + (/^(?:in|to|from|for|в|на|из|под) /u.exec(low.slice(start, end))?.[0].length ?? 0);
}

/** The last question with another year or place, or with the new words besides. */
export function asked(question: string, addition: string): string {
  const year = yearOf(addition);
  if (year && yearOf(question)) return question.replace(yearOf(question) ?? "", year);
  return (
    swap(question, addition) ??
    `${question.replace(/(?<![?？])[?？]+$/u, "")} ${addition.replace(/(?<![?？])[?？]+$/u, "")}?`
  );
}
