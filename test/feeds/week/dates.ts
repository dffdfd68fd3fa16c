/** The ways in which outlets write when something was published. */
import { Temporal } from "temporal-polyfill";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const two = (n: number) => String(n).padStart(2, "0");

export const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** `Tue, 25 Nov 2025 10:05:00 +0800`. @param offset what is written instead of the true one */
export function rfc822(at: number, zone: string, offset?: string): string {
  const { year, month, day, hour, minute, dayOfWeek, offset: own } = zoned(at, zone);
  const written = offset ?? own.replace(":", "");
  return `${DAYS[dayOfWeek - 1]}, ${two(day)} ${MONTHS[month - 1]?.slice(0, 3)} ${year} ${two(hour)}:${two(minute)}:00 ${written}`.trim();
}

/** `2025-11-25T10:05:00+08:00`. */
export function iso(at: number, zone: string, offset?: string): string {
  const time = zoned(at, zone);
  return `${time.toPlainDateTime().toString({ smallestUnit: "second" })}${offset ?? time.offset}`;
}

/** `2025-11-25 10:05:00`, without a zone. */
export const bare = (at: number, zone: string): string => iso(at, zone, "").replace("T", " ");
export const day = (at: number, zone: string): string => zoned(at, zone).toPlainDate().toString();
/** `25.11.2025 10:05`. */
export function dotted(at: number, zone: string): string {
  const { year, month, day: d, hour, minute } = zoned(at, zone);
  return `${two(d)}.${two(month)}.${year} ${two(hour)}:${two(minute)}`;
}
/** `November 25, 2025`. */
export function inWords(at: number, zone: string): string {
  const { year, month, day: d } = zoned(at, zone);
  return `${MONTHS[month - 1]} ${d}, ${year}`;
}
/** `25 November 2025, 10:05`. */
export function longWithTime(at: number, zone: string): string {
  const { year, month, day: d, hour, minute } = zoned(at, zone);
  return `${d} ${MONTHS[month - 1]} ${year}, ${two(hour)}:${two(minute)}`;
}
