/** A chart as Slack's own block: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
import { type Chart, together } from "../../src/reply.ts";
import { cut } from "./cut.ts";
import { clean } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** Not in Slack's own types yet. */
export interface ChartBlock {
  readonly type: "data_visualization";
  readonly block_id?: string;
  readonly title: string;
  readonly chart: {
    readonly type: "bar";
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

/** Undefined for a chart that this block cannot show. */
export function chartBlock({ title, bars, ...made }: Chart): ChartBlock | undefined {
  const { parts = [{ name: title, values: bars.map(({ value }) => value) }] } = made;
  if (parts.length === 0 || parts.length > LIMITS.chartSeries.max) return undefined;
  const label = LIMITS.chartLabel.max;
  const shown = together({ bars, parts }, LIMITS.chartCategories.max);
  const names = shown.bars.map((bar) => cut(clean(bar.label), label));
  if (new Set(names).size < names.length || names.length === 0) return undefined;
  return {
    type: "data_visualization",
    title: cut(clean(title), LIMITS.chartTitle.max),
    chart: {
      type: "bar",
      series: shown.parts.map(({ name, values }) => ({
        name: cut(clean(name), label),
        data: names.map((day, at) => ({ label: day, value: values[at] ?? 0 })),
      })),
      axis_config: { categories: names },
    },
  };
}
