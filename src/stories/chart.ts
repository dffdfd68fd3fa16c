/** Counts by day as bars: of text for every surface, and as numbers for one that can draw. */
import type { Block } from "../reply.ts";

/** Columns of the longest bar. */
const WIDTH = 24;
const BLOCKS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/**
 * A row for each day: the day, a bar, the count. Empty days at both ends are left out.
 * @param alt what the bars show, in a sentence
 */
export function barChart(
  days: readonly { readonly day: string; readonly total: number }[],
  alt: string,
): Block {
  const most = Math.max(1, ...days.map(({ total }) => total));
  const first = days.findIndex(({ total }) => total > 0);
  const last = days.findLastIndex(({ total }) => total > 0);
  const shown = days.slice(Math.max(0, first), last + 1);
  return {
    kind: "table",
    rows: shown.map(({ day, total }) => [day, bar((total / most) * WIDTH), total === 0 ? "" : String(total)]),
    chart: { alt, bars: shown.map(({ day, total }) => ({ label: day, value: total })) },
  };
}

function bar(columns: number): string {
  const whole = Math.floor(columns);
  return "█".repeat(whole) + (BLOCKS[Math.round((columns - whole) * 8) % 8] ?? "");
}
