/** Counts by day as bars of text, which every surface can show. */
import type { DayRow } from "./coverage.ts";

/** Columns of the longest bar. */
const WIDTH = 24;
const BLOCKS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A row for each day: the day, a bar, the count. Empty days at both ends are left out. */
export function barChart(days: readonly DayRow[]): readonly (readonly [string, string, string])[] {
  const most = Math.max(1, ...days.map(({ total }) => total));
  const first = days.findIndex(({ total }) => total > 0);
  const last = days.findLastIndex(({ total }) => total > 0);
  return days
    .slice(Math.max(0, first), last + 1)
    .map(({ day, total }) => [day, bar((total / most) * WIDTH), total === 0 ? "" : String(total)]);
}

function bar(columns: number): string {
  const whole = Math.floor(columns);
  return "█".repeat(whole) + (BLOCKS[Math.round((columns - whole) * 8) % 8] ?? "");
}
