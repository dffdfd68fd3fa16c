/** What a run of the benchmark prints: a table of numbers and one of ratios, as Markdown has them. */
import type { Measured } from "./measure.ts";
import type { Watched } from "./turns.ts";

/** One engine's run; `stopped` tells after how many seconds, when it did not come to its end. */
export interface Run {
  readonly name: string;
  readonly measured: Measured;
  readonly stopped?: number;
}

type Cell = readonly [head: string, cell: (one: Measured) => string | undefined];
type Ratio = readonly [head: string, value: (one: Measured) => number | undefined];

const seconds = (one: Watched | undefined, digits: number) => one && (one.ms / 1000).toFixed(digits);
const times = (one: Measured["short"]) => one && `${one.p50.toFixed(2)} / ${one.p99.toFixed(1)}`;
const turns = ({ build, save, load }: Measured) =>
  build && [build, save, load].map((one) => one?.longestMs.toFixed(0) ?? "–").join(" / ");

const CELLS: readonly Cell[] = [
  ["build s", ({ build }) => seconds(build, 1)],
  ["index MB", ({ indexMB }) => indexMB?.toFixed(0)],
  ["peak MB", ({ peakMB }) => peakMB?.toFixed(0)],
  ["short p50/p99 ms", ({ short }) => times(short)],
  ["MRR", ({ short }) => short?.mrr10.toFixed(3)],
  ["title p50/p99 ms", ({ titles }) => times(titles)],
  ["MRR", ({ titles }) => titles?.mrr10.toFixed(3)],
  ["file MB", ({ snapshotMB }) => snapshotMB?.toFixed(1)],
  ["load s", ({ load }) => seconds(load, 2)],
  ["longest turn ms (build / save / load)", turns],
];

const RATIOS: readonly Ratio[] = [
  ["build", ({ build }) => build?.ms],
  ["index", ({ indexMB }) => indexMB],
  ["peak", ({ peakMB }) => peakMB],
  ["short p50", ({ short }) => short?.p50],
  ["short p99", ({ short }) => short?.p99],
  ["title p50", ({ titles }) => titles?.p50],
  ["title p99", ({ titles }) => titles?.p99],
  ["file", ({ snapshotMB }) => snapshotMB],
  ["load", ({ load }) => load?.ms],
];

/** Every engine in a line; one that was stopped shows what it had got to. */
export function numbersOf(runs: readonly Run[]): string {
  const rows = runs.map(({ name, measured, stopped }) => [
    stopped === undefined ? name : `${name} (stopped after ${stopped.toFixed(0)} s)`,
    ...CELLS.map(([, cell]) => cell(measured) || "–"),
  ]);
  return table([["engine", ...CELLS.map(([head]) => head)], ...rows]);
}

/** How many times as much as ours each peer needs; undefined when there is nothing to compare. */
export function ratiosTo(ours: string, runs: readonly Run[]): string | undefined {
  const own = runs.find(({ name }) => name === ours)?.measured;
  const peers = runs.filter(({ name, measured }) => name !== ours && measured.build);
  if (!own || peers.length === 0) return undefined;
  const rows = peers.map(({ name, measured }) => [
    name,
    ...RATIOS.map(([, value]) => ratio(value(measured), value(own))),
  ]);
  return table([[`peer ÷ ${ours}`, ...RATIOS.map(([head]) => head)], ...rows]);
}

function ratio(peer: number | undefined, own: number | undefined): string {
  return peer === undefined || own === undefined ? "–" : `×${(peer / own).toPrecision(2)}`;
}

function table([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...body.map(line)].join("\n");
}
