/** Counts by day as bars: of text for every surface, as numbers and as a picture for those that can draw or show one. */
import type { Block, Chart } from "../reply.ts";

/** Columns of the longest bar. */
const WIDTH = 24;
const BLOCKS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** What the bars are made of: a name for people, and how much of it a day has. */
export interface BarPart<Day> {
  readonly name: string;
  readonly of: (day: Day) => number;
}

/**
 * A row for each day: the day, a bar, the count. Empty days at both ends are left out.
 * @param about the chart's title, and what the bars show in a sentence
 */
export function barChart<Day extends { readonly day: string; readonly total: number }>(
  days: readonly Day[],
  about: Pick<Chart, "title" | "alt">,
  parts: readonly BarPart<Day>[] = [],
): Block {
  const most = Math.max(1, ...days.map(({ total }) => total));
  const first = days.findIndex(({ total }) => total > 0);
  const last = days.findLastIndex(({ total }) => total > 0);
  const shown = days.slice(Math.max(0, first), last + 1);
  const numbers = {
    bars: shown.map(({ day, total }) => ({ label: day, value: total })),
    parts: parts.map(({ name, of }) => ({ name, values: shown.map(of) })),
  };
  const chart: Chart = {
    ...about,
    bars: numbers.bars,
    ...(parts.length > 0 && {
      parts: numbers.parts,
      draw: async () => (await import("./picture/draw.ts")).drawChart(numbers),
    }),
  };
  return {
    kind: "table",
    rows: shown.map(({ day, total }) => [day, bar((total / most) * WIDTH), total === 0 ? "" : String(total)]),
    chart,
  };
}

function bar(columns: number): string {
  const whole = Math.floor(columns);
  return "█".repeat(whole) + (BLOCKS[Math.round((columns - whole) * 8) % 8] ?? "");
}
