/** Bars as SVG: stacked, on a light card of its own, so that they can be read on a dark page and on a light one. */
import { type Bars, together } from "../../reply.ts";

const WIDTH = 920;
const HEIGHT = 380;
const LEFT = 64;
const RIGHT = 24;
const TOP = 64;
const BOTTOM = 48;
/** Told apart by those who see no red and green, too; by Okabe and Ito. */
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const INK = "#1d1c1d";
const FAINT = "#616061";
/** More bars than this are days put together. */
const MOST_BARS = 62;
/** Widths of letters as a share of their size: for a legend no better is needed. */
const WIDE = 1.02;
const NARROW = 0.62;

/** The family of the font that is shipped. */
export const FAMILY = "Sco Chart";

export function svgOf(drawn: Bars): string {
  const { bars, parts } = together(drawn, MOST_BARS);
  const most = niceTop(Math.max(1, ...bars.map(({ value }) => value)));
  const room = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
  const step = room.width / Math.max(1, bars.length);
  const thick = Math.min(step * 0.72, 56);
  const y = (value: number): number => TOP + room.height * (1 - value / most);
  const x = (at: number): number => LEFT + step * (at + 0.5);
  const ticks = [0, most / 2, most].filter(Number.isInteger);
  const lines = ticks.map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${n(y(value))}" y2="${n(y(value))}" stroke="#dddddd"/>${text(LEFT - 10, y(value) + 5, String(value), "end", FAINT)}`,
  );
  const stacks = bars.map((_, at) => {
    let below = 0;
    return parts
      .map(({ values }, part) => {
        const value = values[at] ?? 0;
        const top = y(below + value);
        const height = y(below) - top;
        below += value;
        return value === 0
          ? ""
          : `<rect x="${n(x(at) - thick / 2)}" y="${n(top)}" width="${n(thick)}" height="${n(height)}" fill="${COLOURS[part % COLOURS.length]}"/>`;
      })
      .join("");
  });
  const every = Math.ceil(62 / step);
  const labels = bars.map(({ label, value }, at) => [
    at % every === 0 ? text(x(at), HEIGHT - BOTTOM + 24, short(label), "middle", FAINT) : "",
    value > 0 && step >= 26 ? text(x(at), y(value) - 7, String(value), "middle", INK) : "",
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FAMILY}" font-size="16">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="12" fill="#ffffff"/>`,
    ...legend(parts),
    ...lines,
    ...stacks,
    ...labels.flat(),
    "</svg>",
  ].join("");
}

function legend(parts: Bars["parts"]): string[] {
  let at = LEFT;
  return parts.map(({ name, values }, part) => {
    const said = `${name} ${values.reduce((sum, value) => sum + value, 0)}`;
    const drawn = `<rect x="${n(at)}" y="22" width="16" height="16" rx="3" fill="${COLOURS[part % COLOURS.length]}"/>${text(at + 24, 36, said, "start", INK)}`;
    at += 24 + 28 + [...said].reduce((sum, letter) => sum + 16 * (letter > "\u2e80" ? WIDE : NARROW), 0);
    return drawn;
  });
}

/** The top of the scale: 1, 2, 4 or 10 times a power of ten, so that its half is a whole number too. */
function niceTop(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 4, 6, 8]) if (step * power >= most) return step * power;
}

/** `05-24` of `2025-05-24`; digits are read in every language. */
function short(label: string): string {
  return label.replace(/^\d{4}-(?=\d\d-\d\d$)/, "");
}

function text(x: number, y: number, said: string, anchor: "start" | "middle" | "end", fill: string): string {
  const safe = said.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" fill="${fill}">${safe}</text>`;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
