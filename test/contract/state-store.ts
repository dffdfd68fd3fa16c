/** What every StateStore does, whatever is behind it; each backend's test runs these cases. */
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StateStore } from "../../src/state/store.ts";
import { until } from "../until.ts";

export interface Backend {
  /** Two stores on the same, empty state, as two processes would have them; the same one where only one may write. */
  open(): Promise<readonly [StateStore, StateStore]>;
  /** Lets real or pretended time pass. */
  pass(ms: number): Promise<void>;
}

/** Runs the suite against one backend. */
export function stateStoreContract(name: string, backend: Backend): void {
  describe(`${name} as a StateStore`, () => {
    let one: StateStore;
    let two: StateStore;
    const close = async () => {
      await one?.close();
      if (two !== one) await two?.close();
    };
    beforeEach(async () => {
      await close();
      [one, two] = await backend.open();
    });
    afterAll(close);

    test("a value is read back by both, and is undefined when nothing was ever there or it was deleted", async () => {
      const value = { text: "上合 \n \u2028 «ШОС»", list: [1, 2.5, null, true], deep: { empty: {} } };
      await one.set("room:a", value);
      expect(await two.get("room:a")).toEqual(value);
      expect(await two.get("room:b")).toBeUndefined();
      await two.delete("room:a");
      expect(await one.get("room:a")).toBeUndefined();
      await one.delete("room:a");
    });

    test("any JSON comes back as it went in", async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (value) => {
          await one.set("any", value);
          expect(JSON.stringify(await two.get("any"))).toBe(JSON.stringify(value));
        }),
        { numRuns: 60 },
      );
    });

    test("a value that may expire is gone after its time, and stays when set again without one", async () => {
      await one.set("short", 1, 80);
      await one.set("kept", 1, 80);
      await one.set("kept", 2);
      expect(await one.get("short")).toBe(1);
      await backend.pass(120);
      await until(async () => (await one.get("short")) === undefined);
      expect(await one.get("kept")).toBe(2);
      expect(await one.keys("")).toEqual(["kept"]);
    });

    test("of many who claim at once exactly one wins, until the time is over", async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).claim("job", 80)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      await backend.pass(120);
      await until(() => two.claim("job", 60_000));
      expect(await one.claim("job", 60_000)).toBe(false);
    });

    test("a counter counts every call of its window and begins anew after it", async () => {
      const counts = await Promise.all(
        Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).count("calls", 150)),
      );
      expect([...counts].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      await backend.pass(200);
      await until(async () => (await one.count("calls", 60_000)) <= 2);
    });

    test("keys and entries of a prefix are sorted, and claims and counters are not among them", async () => {
      for (const key of ["b:2", "a:1", "b:1", "b:10", "c"]) await one.set(key, key);
      await one.claim("b:claim", 1000);
      await one.count("b:count", 1000);
      expect(await two.keys("b:")).toEqual(["b:1", "b:10", "b:2"]);
      expect(await two.entries("b:1")).toEqual([
        ["b:1", "b:1"],
        ["b:10", "b:10"],
      ]);
      expect(await two.keys("nothing")).toEqual([]);
    });

    test("delete takes the value, the claim and the counter of a name", async () => {
      await one.set("x", 1);
      await one.claim("x", 60_000);
      await one.count("x", 60_000);
      await two.delete("x");
      expect(await one.get("x")).toBeUndefined();
      expect(await one.claim("x", 60_000)).toBe(true);
      expect(await one.count("x", 60_000)).toBe(1);
    });

    test("a change happens as a whole when everything it expects is there, else not at all", async () => {
      await one.set("due", { at: 1 });
      const change = { when: { due: { at: 1 }, box: undefined }, set: { due: { at: 2 }, box: ["x"] } };
      expect(await two.commit(change)).toBe(true);
      expect(await one.get("due")).toEqual({ at: 2 });
      expect(await one.get("box")).toEqual(["x"]);
      expect(await two.commit(change)).toBe(false);
      expect(await one.commit({ when: { due: { at: 2 } }, set: { box: undefined, other: 1 } })).toBe(true);
      expect(await two.keys("")).toEqual(["due", "other"]);
    });

    test("a change sets a time to live only on the keys it names", async () => {
      await one.commit({ set: { lease: "me", item: "x" }, ttl: { lease: 60 } });
      await backend.pass(100);
      await until(async () => (await one.get("lease")) === undefined);
      expect(await one.get("item")).toBe("x");
      expect(await one.commit({ when: { lease: undefined }, set: { lease: "you" } })).toBe(true);
    });

    test("of many changes that expect the same state exactly one happens", async () => {
      await one.set("n", 0);
      const tries = Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? one : two).commit({ when: { n: 0 }, set: { n: 1, [`by:${i}`]: true } }),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await one.keys("by:")).toHaveLength(1);
    });
  });
}
