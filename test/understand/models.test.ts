/** The trained models of free words: of their sources, and no larger than they may be. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { hashOfInputs } from "./train/inputs.ts";

const MODELS = ["wish-model.tsv", "topic-model.tsv"].map((name) => readFileSync(join(root, "corpus", name)));

test("are trained on the sayings and with the features that are here: else run `npm run train`", () => {
  for (const model of MODELS) expect(model.toString().split("\n", 1)).toEqual([`# ${hashOfInputs()}`]);
});

test("are three megabytes at most together", () => {
  expect(MODELS.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(3_000_000);
});
