/** The lock of the data folder: a clock that jumps, a process that stands still and a disk that stutters lock nobody out. */
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { journalStore } from "../../src/state/journal.ts";
import { lockFolder } from "../../src/state/lock.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "sco-lock-"));

test.each([
  ["two hours ahead", 7_200_000],
  ["two hours back", -7_200_000],
  ["two days ahead", 2 * 86_400_000],
])("a wall clock that jumps %s keeps nobody from saving", async (_how, jump) => {
  let ahead = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + ahead };
  const store = journalStore(folder(), clock);
  await store.set("a", 1);
  ahead = jump;
  await store.set("a", 2);
  ahead = 0;
  await store.set("a", 3);
  expect([await store.get("a"), store.health.fault]).toEqual([3, null]);
  await store.close();
});

test("a process that stood still for a minute finds its own lock and goes on; one that was taken over does not", async () => {
  let passed = 0;
  const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + passed };
  const dir = folder();
  const store = journalStore(dir, clock);
  await store.set("a", 1);
  passed += 60_000;
  await store.set("a", 2);
  expect(store.health.fault).toBeNull();
  writeFileSync(join(dir, "state.lock"), "1@another-machine#5");
  passed += 60_000;
  await expect(store.set("a", 3)).rejects.toThrow("1@another-machine");
  // Whatever keeps it from saving is said.
  expect(store.health.fault).toContain("1@another-machine");
  const longAgo = systemClock.now() / 1000 - 60;
  utimesSync(join(dir, "state.lock"), longAgo, longAgo);
  await store.set("a", 4);
  expect([await store.get("a"), store.health.fault]).toEqual([4, null]);
  await store.close();
});

test("a lock that this process left behind is its own again; one that it holds is not to be had twice", async () => {
  const dir = folder();
  const lock = await lockFolder(dir);
  const own = readFileSync(join(dir, "state.lock"), "utf8");
  await expect(lockFolder(dir)).rejects.toMatchObject({ code: "unavailable" });
  await lock.release();
  writeFileSync(join(dir, "state.lock"), own);
  const again = await lockFolder(dir);
  expect(await again.holds()).toBe(true);
  rmSync(join(dir, "state.lock"));
  await again.release();
});
