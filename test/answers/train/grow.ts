/** Grows boosted trees for a yes or no: gradient boosting of the logistic loss over histograms, as LightGBM does it. */
import type { Tree } from "../../../src/answers/trees.ts";
import { drawFrom } from "../../bench/random.ts";

export interface Growing {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Rows of a leaf. */
  readonly least: number;
  /** How strongly leaves are held near 0. */
  readonly hold: number;
  /** The share of facts that a tree may look at, and of rows that it is grown on. */
  readonly facts: number;
  readonly rows: number;
}

/** Places at which a fact is cut. */
const BINS = 64;

interface Split {
  readonly fact: number;
  readonly bin: number;
  readonly gain: number;
}
interface Leaf {
  readonly rows: Int32Array;
  /** Where it hangs: the node that it becomes when it is split. */
  node: Node;
  best: Split | undefined;
}
interface Node {
  fact?: number;
  limit?: number;
  left?: Node;
  right?: Node;
  value: number;
}

/** @param rows facts by row @param labels 1 for yes */
export function grow(rows: readonly Float64Array[], labels: readonly number[], options: Growing): Tree[] {
  const width = rows[0]?.length ?? 0;
  const limits = Array.from({ length: width }, (_, fact) => limitsOf(rows.map((row) => row[fact] ?? 0)));
  const bins = limits.map((cuts, fact) => Uint8Array.from(rows, (row) => binOf(row[fact] ?? 0, cuts)));
  const draw = drawFrom(7);
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const start = Math.log(share / (1 - share));
  const scores = new Float64Array(rows.length).fill(start);
  const slopes = new Float64Array(rows.length);
  const curves = new Float64Array(rows.length);
  const grown: Tree[] = [[-1, rounded(start)]];
  for (let turn = 0; turn < options.trees; turn++) {
    for (let at = 0; at < rows.length; at++) {
      const likely = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
      slopes[at] = likely - (labels[at] ?? 0);
      curves[at] = likely * (1 - likely);
    }
    const taken = Int32Array.from(rows.keys()).filter(() => draw.below(1000) < options.rows * 1000);
    const facts = [...bins.keys()].filter(() => draw.below(1000) < options.facts * 1000);
    const root = growOne(taken, facts);
    for (let at = 0; at < rows.length; at++) scores[at] = (scores[at] ?? 0) + valueAt(root, at);
    grown.push(flat(root));
  }
  return grown;

  function growOne(taken: Int32Array, facts: readonly number[]): Node {
    const root: Node = { value: leafValue(taken) };
    const leaves: Leaf[] = [{ rows: taken, node: root, best: bestOf(taken, facts) }];
    while (leaves.length < options.leaves) {
      const leaf = leaves.reduce((a, b) => ((b.best?.gain ?? 0) > (a.best?.gain ?? 0) ? b : a));
      if (!leaf.best) break;
      const { fact, bin } = leaf.best;
      const column = bins[fact] ?? new Uint8Array();
      const sides = [
        leaf.rows.filter((at) => (column[at] ?? 0) <= bin),
        leaf.rows.filter((at) => (column[at] ?? 0) > bin),
      ].map((side): Leaf => ({ rows: side, node: { value: leafValue(side) }, best: bestOf(side, facts) }));
      Object.assign(leaf.node, {
        ...{ fact, limit: limits[fact]?.[bin] ?? 0 },
        ...{ left: sides[0]?.node, right: sides[1]?.node },
      });
      leaves.splice(leaves.indexOf(leaf), 1, ...sides);
    }
    return root;
  }

  function leafValue(taken: Int32Array): number {
    let [slope, curve] = [0, 0];
    for (const at of taken) {
      slope += slopes[at] ?? 0;
      curve += curves[at] ?? 0;
    }
    return (-slope / (curve + options.hold)) * options.rate;
  }

  function bestOf(taken: Int32Array, facts: readonly number[]): Split | undefined {
    let best: Split | undefined;
    const worth = (slope: number, curve: number) => (slope * slope) / (curve + options.hold);
    for (const fact of facts) {
      const column = bins[fact] ?? new Uint8Array();
      const [slope, curve, count] = [0, 1, 2].map(() => new Float64Array(BINS)) as Float64Array[];
      if (!slope || !curve || !count) continue;
      let [allSlope, allCurve] = [0, 0];
      for (const at of taken) {
        const bin = column[at] ?? 0;
        slope[bin] = (slope[bin] ?? 0) + (slopes[at] ?? 0);
        curve[bin] = (curve[bin] ?? 0) + (curves[at] ?? 0);
        count[bin] = (count[bin] ?? 0) + 1;
        allSlope += slopes[at] ?? 0;
        allCurve += curves[at] ?? 0;
      }
      let [leftSlope, leftCurve, left] = [0, 0, 0];
      for (let bin = 0; bin < BINS - 1; bin++) {
        leftSlope += slope[bin] ?? 0;
        leftCurve += curve[bin] ?? 0;
        left += count[bin] ?? 0;
        if (left < options.least || taken.length - left < options.least) continue;
        const gain =
          worth(leftSlope, leftCurve) +
          worth(allSlope - leftSlope, allCurve - leftCurve) -
          worth(allSlope, allCurve);
        if (gain > (best?.gain ?? 1e-9)) best = { fact, bin, gain };
      }
    }
    return best;
  }

  function valueAt(root: Node, at: number): number {
    let node = root;
    while (node.left && node.right)
      node = (rows[at]?.[node.fact ?? 0] ?? 0) <= (node.limit ?? 0) ? node.left : node.right;
    return node.value;
  }
}

/** Where a fact may be cut: so that every bin has about as many rows. */
function limitsOf(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from({ length: BINS - 1 }, (_, n) =>
    rounded(sorted[Math.floor(((n + 1) * sorted.length) / BINS)] ?? 0),
  );
  return [...new Set(cuts)];
}

function binOf(value: number, limits: readonly number[]): number {
  const at = limits.findIndex((limit) => value <= limit);
  return at < 0 ? limits.length : at;
}

/** As `trees.ts` reads it. */
function flat(node: Node): Tree {
  if (!node.left || !node.right) return [-1, rounded(node.value)];
  const [left, right] = [flat(node.left), flat(node.right)];
  const shifted = (tree: Tree, by: number): number[] => {
    const out = [...tree];
    for (let at = 0; at < out.length; )
      if ((out[at] ?? -1) < 0) at += 2;
      else {
        out[at + 2] = (out[at + 2] ?? 0) + by;
        at += 3;
      }
    return out;
  };
  return [
    node.fact ?? 0,
    node.limit ?? 0,
    3 + left.length,
    ...shifted(left, 3),
    ...shifted(right, 3 + left.length),
  ];
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
