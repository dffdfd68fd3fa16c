import { setImmediate as nextRound } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { createTurns } from "../../adapters/slack/turns.ts";

const WORKSPACES = ["T1", "T2", "T3"];

/** Lets whatever can begin now begin. */
const rounds = async () => {
  for (let n = 0; n < 10; n++) await nextRound();
};

test("while requests come, none is worked on; then one a round, in their order", async () => {
  const begun: string[] = [];
  const pauses: (() => void)[] = [];
  const turns = createTurns({
    now: () => 0,
    monotonic: () => 0,
    sleep: () => new Promise((over) => pauses.push(over)),
  });
  const come = (name: string) => void turns.take("T1", async () => begun.push(name));
  for (const name of "abc") come(name);
  await rounds();
  for (const name of "def") come(name);
  pauses.shift()?.();
  await rounds();
  expect(begun).toEqual([]);
  pauses.shift()?.();
  await nextRound();
  expect(begun.length).toBeLessThan(6);
  await turns.idle();
  expect(begun).toEqual([..."abcdef"]);
});

test("a few do not wait to see whether others come", async () => {
  const turns = createTurns({
    now: () => 0,
    monotonic: () => 0,
    sleep: () => Promise.reject(new Error("waited")),
  });
  expect(await turns.take("T1", async () => "done")).toBe("done");
  expect(await turns.take("T1", async () => "again")).toBe("again");
});

test("requests that never stop do not keep work from beginning", async () => {
  let begun = 0;
  const turns = createTurns({
    now: () => 0,
    monotonic: () => 0,
    sleep: async () => {
      if (begun === 0) for (const workspace of WORKSPACES) void turns.take(workspace, async () => begun++);
    },
  });
  await Promise.all(WORKSPACES.map((workspace) => turns.take(workspace, async () => begun++)));
  await turns.idle();
  expect(begun).toBeGreaterThan(100);
});
