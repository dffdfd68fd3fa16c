/** Days of the calendar as people write them, a way a row: 26 May, 5月26日, 26 мая, 30/05/2025. */
import { anywhere, words } from "./pattern.ts";
import {
  between,
  type DayRow,
  dayIn,
  HAN_TO,
  HAN_YEAR,
  MONTH,
  monthOf,
  nearestOf,
  ORDINAL,
  TO,
  WEEKDAY,
  YEAR,
  YEAR_AFTER,
} from "./reckon.ts";
import { smallNumber } from "./small-numbers.ts";

export const CALENDAR_ROWS: readonly DayRow[] = [
  // Ranges first: their parts would be days of their own.
  {
    example: "24-26 May",
    is: words(
      `(?:from |between |с |со )?(?:the )?(\\d{1,2})${ORDINAL}${TO}(?:the )?(\\d{1,2})${ORDINAL}(?: of)? (${MONTH})${YEAR_AFTER}`,
    ),
    read: ([, a, b, m, y, r, last], today) => {
      const year = y ?? r ?? last;
      return between(dayIn(monthOf(m), Number(a), year, today), dayIn(monthOf(m), Number(b), year, today));
    },
  },
  {
    example: "May 24 to 26",
    is: words(
      `(?:from |between )?(${MONTH})\\.? (\\d{1,2})${ORDINAL}${TO}(\\d{1,2})${ORDINAL}(?:,? (${YEAR}))?`,
    ),
    read: ([, m, a, b, y], today) =>
      between(dayIn(monthOf(m), Number(a), y, today), dayIn(monthOf(m), Number(b), y, today)),
  },
  {
    example: "5月24日至26日",
    is: anywhere(`${HAN_YEAR}(\\d{1,2})月(\\d{1,2})[日号]?${HAN_TO}(\\d{1,2})[日号]`),
    read: ([, y, m, a, b], today) =>
      between(dayIn(Number(m), Number(a), y, today), dayIn(Number(m), Number(b), y, today)),
  },
  {
    example: "6.1-6.3 摘要",
    is: words(`(\\d{1,2})[./](\\d{1,2})${HAN_TO}(\\d{1,2})[./](\\d{1,2})(?![.\\d])`),
    read: ([, m, a, n, b], today) =>
      Number(m) > 12 || Number(n) > 12
        ? between(
            dayIn(Number(a), Number(m), undefined, today),
            dayIn(Number(b), Number(n), undefined, today),
          )
        : between(
            dayIn(Number(m), Number(a), undefined, today),
            dayIn(Number(n), Number(b), undefined, today),
          ),
  },
  // Days of the calendar
  {
    example: "2025-05-26",
    is: words(`(${YEAR})[-/.](\\d{1,2})[-/.](\\d{1,2})`),
    read: ([, y, m, d], today) => dayIn(Number(m), Number(d), y, today),
  },
  {
    example: "30/05/2025",
    is: words(`(\\d{1,2})[./-](\\d{1,2})[./-](${YEAR}|\\d{2})(?: ?г\\.?)?`),
    read: ([, d, m, y], today) => {
      const year = y?.length === 2 ? `20${y}` : y;
      return Number(m) > 12
        ? dayIn(Number(d), Number(m), year, today)
        : dayIn(Number(m), Number(d), year, today);
    },
  },
  {
    example: "5月26日",
    is: anywhere(`${HAN_YEAR}(\\d{1,2})月(\\d{1,2})[日号]?`),
    read: ([, y, m, d], today) => dayIn(Number(m), Number(d), y, today),
  },
  {
    example: "五月二十六日",
    is: anywhere(`${HAN_YEAR}([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]`),
    read: ([, y, m, d], today) => dayIn(smallNumber(m ?? ""), smallNumber(d ?? ""), y, today),
  },
  {
    example: "26 May 2025",
    is: words(
      `(?:on |за |от |of )?(?:(?:${WEEKDAY}),? )?(?:the )?(\\d{1,2})${ORDINAL}(?: of)? (${MONTH})${YEAR_AFTER}`,
    ),
    read: ([, d, m, y, r, last], today) => dayIn(monthOf(m), Number(d), y ?? r ?? last, today),
  },
  {
    example: "May 26th",
    is: words(`(?:on )?(${MONTH})\\.? (?:the )?(\\d{1,2})${ORDINAL}(?:,? (${YEAR}))?(?![:.]?\\d)`),
    read: ([, m, d, y], today) => dayIn(monthOf(m), Number(d), y, today),
  },
  {
    example: "Wednesday the 17th",
    is: words(`(?:${WEEKDAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th|-го|го)`),
    read: ([, d], today) => nearestOf(Number(d), today),
  },
  {
    example: "26 числа",
    is: words(`(?:the )?(\\d{1,2})(?:-?го)? числа|on the (\\d{1,2})(?:st|nd|rd|th)`),
    read: ([, d, e], today) => nearestOf(Number(d ?? e), today),
  },
];
