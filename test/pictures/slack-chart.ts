/** Slack's chart block as an SVG: bars of each series side by side. */
import type { CheckedBlock } from "../slack/schema.ts";
import { escapeHtml } from "./mrkdwn.ts";

type Chart = Extract<CheckedBlock, { type: "data_visualization" }>["chart"];

const COLOURS = ["#1264a3", "#e8912d", "#2eb67d", "#e01e5a", "#9b59b6", "#6b6f76"];
const [WIDTH, HEIGHT, GROUND, MARGIN] = [600, 190, 160, 24];

export function slackChart(title: string, { series, axis_config: { categories } }: Chart): string {
  const most = Math.max(1, ...series.flatMap(({ data }) => data.map(({ value }) => value)));
  const step = (WIDTH - MARGIN) / categories.length;
  const width = (step * 0.7) / series.length;
  const bars = series.flatMap(({ data }, nth) =>
    data.map(({ value }, at) => {
      const height = ((GROUND - 10) * value) / most;
      const x = MARGIN + at * step + step * 0.15 + nth * width;
      return `<rect x="${x}" y="${GROUND - height}" width="${width - 1}" height="${height}" fill="${COLOURS[nth]}"/>`;
    }),
  );
  const every = Math.ceil(categories.length / 8);
  const days = categories.map((name, at) =>
    at % every === 0
      ? `<text x="${MARGIN + (at + 0.5) * step}" y="${GROUND + 18}" text-anchor="middle">${escapeHtml(name)}</text>`
      : "",
  );
  const scale = [0, most].map((value) => `<text x="0" y="${value === 0 ? GROUND : 14}">${value}</text>`);
  const line = `<line x1="${MARGIN}" x2="${WIDTH}" y1="${GROUND}" y2="${GROUND}" stroke="#ddd"/>`;
  const legend = series
    .map(({ name }, nth) => `<i style="background:${COLOURS[nth]}"></i>${escapeHtml(name)}`)
    .join(" ");
  return `<div class="chart"><b>${escapeHtml(title)}</b>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}">${line}${bars.join("")}${days.join("")}${scale.join("")}</svg><p>${legend}</p></div>`;
}
