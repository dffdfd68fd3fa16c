/** Charts as pictures: every letter that a chart says is in the font that is shipped, and what is drawn says what is counted. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { type Bars, together } from "../../src/reply.ts";
import { root } from "../../src/root.ts";
import { drawChart } from "../../src/stories/picture/draw.ts";
import { svgOf } from "../../src/stories/picture/svg.ts";

const day = (at: number): string => new Date(Date.UTC(2025, 4, 1 + at)).toISOString().slice(0, 10);
const barsOf = (values: readonly number[], name: string): Bars => ({
  bars: values.map((value, at) => ({ label: day(at), value })),
  parts: [{ name, values }],
});

/** Pixels of a PNG that are neither white nor clear: 8 bits, RGBA, as resvg writes it. */
async function inked(bars: Bars): Promise<number> {
  const png = Buffer.from(await drawChart(bars));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = png.readUInt32BE(16);
  const raw = inflateSync(Buffer.concat(parts));
  const line = 1 + width * 4;
  const before = Buffer.alloc(line);
  let ink = 0;
  for (let from = 0; from < raw.length; from += line) {
    const filter = raw[from] ?? 0;
    for (let at = 1; at < line; at++) {
      const left = at > 4 ? (raw[from + at - 4] ?? 0) : 0;
      const up = before[at] ?? 0;
      const corner = at > 4 ? (before[at - 4] ?? 0) : 0;
      raw[from + at] = ((raw[from + at] ?? 0) + added(filter, left, up, corner)) & 255;
      if (at % 4 === 0 && (raw[from + at] ?? 0) > 128 && (raw[from + at - 1] ?? 0) < 128) ink++;
      if (at > 4) before[at - 4] = raw[from + at - 4] ?? 0;
    }
    raw.copy(before, 0, from, from + line);
  }
  return ink;
}

function added(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

test("each language's name is written with the font that is shipped, and nothing falls out of it", async () => {
  const bare = await inked(barsOf([], ""));
  for (const name of [
    "Chinese",
    "Russian",
    "中文",
    "英文",
    "俄文",
    "на китайском",
    "на английском",
    "на русском",
  ])
    expect([name, (await inked(barsOf([], name))) - bare > name.length * 20]).toEqual([name, true]);
  const trends = readFileSync(join(root, "commands/trends.ts"), "utf8");
  const said = new Set([...trends.matchAll(/languages: \{[^}]*\}/g)].join("").match(/\p{L}/gu));
  // What the font lacks is drawn as nothing, or as the one box that stands for all of it.
  const lacking = await inked(barsOf([], "龍".repeat(4)));
  const missing: string[] = [];
  for (const letter of said) {
    const ink = await inked(barsOf([], letter.repeat(4)));
    if (ink - bare < 40 || ink === lacking) missing.push(letter);
  }
  expect(await inked(barsOf([], "鬱".repeat(4)))).toBe(lacking);
  expect(missing).toEqual([]);
}, 60_000);

test("a bar is as high as it counts, labels are escaped, and many days become few", () => {
  const svg = svgOf(barsOf([2, 4], "<b>&"));
  expect(svg).toContain("&lt;b>&amp; 6");
  const heights = [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="56" height="([\d.]+)"/g)].map(
    ([, h]) => Number(h),
  );
  expect(heights[1]).toBeCloseTo(2 * (heights[0] ?? 0), 0);
  const many = barsOf(
    Array.from({ length: 400 }, () => 1),
    "x",
  );
  const few = together(many, 20);
  expect(few.bars).toHaveLength(20);
  expect(few.bars.reduce((sum, { value }) => sum + value, 0)).toBe(400);
  expect(few.parts[0]?.values).toEqual(few.bars.map(({ value }) => value));
});
