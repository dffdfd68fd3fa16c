/** Boosted trees: each small tree looks at a few facts, and what all of them say is summed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

/** One inner node is `fact, limit, index of the right branch`, its left branch follows; a leaf is `-1, value`. */
export type Tree = readonly number[];

export interface Trees {
  /** What the numbers of the nodes mean. */
  readonly facts: readonly string[];
  readonly trees: readonly Tree[];
}

/** @throws Error when the file is not there */
export function readTrees(name: string): Trees {
  return JSON.parse(readFileSync(join(root, "corpus", name), "utf8")) as Trees;
}

/** The sum of what the trees say of some facts; a fact that is missing is 0. Above 0 it is likelier than not. */
export function sumOf({ facts, trees }: Trees, row: Readonly<Record<string, number>>): number {
  const values = facts.map((name) => row[name] ?? 0);
  return trees.reduce((sum, tree) => sum + leafOf(tree, values), 0);
}

function leafOf(tree: Tree, values: readonly number[]): number {
  let at = 0;
  for (;;) {
    const fact = tree[at] ?? -1;
    if (fact < 0) return tree[at + 1] ?? 0;
    at = (values[fact] ?? 0) <= (tree[at + 1] ?? 0) ? at + 3 : (tree[at + 2] ?? 0);
  }
}
