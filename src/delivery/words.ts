/** How schedules and watches are written as command lines, and what a schedule asks for. */
import { addDays, dayOf } from "../time.ts";
import { DAY_MS, type Delivery, type Schedule, type Watch } from "./model.ts";
import { daysAsTyped } from "./read-times.ts";

/** A digest covers at most a month. */
const LONGEST_DAYS = 31;

const quoted = (text: string): string => `"${text.replaceAll('"', "”")}"`;

/** The line that sets a schedule up again: `daily 09:00 --zone=Asia/Shanghai --days=mon,tue --topic="…"`. */
export function titleOf({ time, zone, days, topic, lang, empty }: Schedule): string {
  return [
    `daily ${time}`,
    `--zone=${zone}`,
    ...(days.length < 7 ? [`--days=${daysAsTyped(days)}`] : []),
    ...(topic ? [`--topic=${quoted(topic)}`] : []),
    ...(lang ? [`--lang=${lang}`] : []),
    ...(empty === "say" ? ["--empty=say"] : []),
  ].join(" ");
}

/** The line that sets a watch up again. */
export function watchLine({
  query,
  every,
  silence,
  rush,
  mention,
}: Pick<Watch, "query" | "every" | "silence" | "rush" | "mention">): string {
  return [
    `watch --every=${every}`,
    ...(silence ? [`--silence=${silence}`] : []),
    ...(rush ? [`--rush=${rush}`] : []),
    ...(mention ? [`--mention=${mention}`] : []),
    query,
  ].join(" ");
}

/** What a summary asks for: the days since an instant, and only the stories that have something new. */
export function askedSince(
  { zone }: Pick<Schedule, "zone">,
  now: number,
  since: number,
): { readonly day: string; readonly since: string; readonly onlyNew: true } {
  const today = dayOf(now, zone);
  let days = 1;
  for (let day = dayOf(since, zone); day < today && days < LONGEST_DAYS; day = addDays(day, 1)) days += 1;
  return { day: days === 1 ? "today" : `${days}d`, since: new Date(since).toISOString(), onlyNew: true };
}

/** The same as a command line. */
export function digestLine(schedule: Pick<Schedule, "zone" | "topic">, now: number, since: number): string {
  const { day, since: instant } = askedSince(schedule, now, since);
  return [`digest ${day} --since=${instant} --new`, ...(schedule.topic ? [schedule.topic] : [])].join(" ");
}

/** What a summary is about; versions up to 0.2.0 wrote it into its line alone. */
export function topicOf({ topic, line }: Pick<Delivery, "topic" | "line">): string | undefined {
  return topic ?? (line?.replace(/^digest \S+ --since=\S+ --new ?/, "") || undefined);
}

/** When a summary's schedule runs; rows of versions before said it in their title alone. */
export function timeOf({ time, title }: Pick<Delivery, "time" | "title">): string {
  return time ?? /^daily (\S+)/.exec(title)?.[1] ?? "";
}

/** Since when the first summary tells: since the run before it, as its line was planned. */
export function plannedSince({ line, due }: Pick<Delivery, "line" | "due">): number {
  const since = Date.parse(/ --since=(\S+)/.exec(line ?? "")?.[1] ?? "");
  return Number.isNaN(since) ? due - DAY_MS : since;
}

/** What a watch looks for; versions up to 0.2.0 wrote it into the title of its messages alone. */
export function queryOf({ query, title }: Pick<Delivery, "query" | "title">): string {
  return query ?? title.replace(/^watch (--every=\d+ )?/, "");
}

/** Two articles with the same words in the title tell a reader the same. */
export function titleMark(title: string): string {
  return `=${title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 120)}`;
}
