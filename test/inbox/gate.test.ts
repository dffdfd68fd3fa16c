import { setImmediate as nextRound } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { createGate } from "../../src/inbox/gate.ts";

const WORKSPACES = ["T1", "T2", "T3"];

/** Lets whatever can begin now begin. */
const rounds = async () => {
  for (let n = 0; n < 10; n++) await nextRound();
};

/** Something comes and, when it is its turn, does its work. */
const comer = (sleep: () => Promise<void>) => {
  const gate = createGate({ sleep });
  return async <T>(workspace: string, work: () => T): Promise<T> => {
    gate.came();
    await gate.round(workspace);
    return work();
  };
};

test("while requests come, none is worked on; then one a round, in their order", async () => {
  const begun: string[] = [];
  const pauses: (() => void)[] = [];
  const come = comer(() => new Promise((over) => pauses.push(over)));
  const all = [..."abc"].map((name) => come("T1", () => begun.push(name)));
  await rounds();
  all.push(...[..."def"].map((name) => come("T1", () => begun.push(name))));
  pauses.shift()?.();
  await rounds();
  expect(begun).toEqual([]);
  pauses.shift()?.();
  await nextRound();
  expect(begun.length).toBeLessThan(6);
  await Promise.all(all);
  expect(begun).toEqual([..."abcdef"]);
});

test("a few do not wait to see whether others come", async () => {
  const come = comer(() => Promise.reject(new Error("waited")));
  expect(await come("T1", () => "done")).toBe("done");
  expect(await come("T1", () => "again")).toBe("again");
});

test("requests that never stop do not keep work from beginning", async () => {
  let begun = 0;
  const later: Promise<number>[] = [];
  const come = comer(async () => {
    if (begun === 0) for (const workspace of WORKSPACES) later.push(come(workspace, () => begun++));
  });
  await Promise.all(WORKSPACES.map((workspace) => come(workspace, () => begun++)));
  await Promise.all(later);
  expect(begun).toBeGreaterThan(100);
});
