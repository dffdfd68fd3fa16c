/** What every StateStore does, whatever is behind it; each backend's test runs these cases. */
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { systemClock } from "../../src/clock.ts";
import type { StateStore } from "../../src/state/store.ts";
import { keysIn } from "../state/rows.ts";
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
      await one.set("done:slack/T1/C1:short", 1, 80);
      await one.set("done:slack/T1/C1:kept", 1);
      await backend.pass(120);
      await until(async () => (await keysIn(two, "slack/T1/")).length === 1);
      expect(await two.list("done:slack/T1/")).toEqual([["done:slack/T1/C1:kept", 1]]);
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

    test("many values are read in their order, and many changes made, each whole and for itself", async () => {
      const key = (n: number) => `outbox:slack/T${n % 7}/C${n}:x`;
      const all = Array.from({ length: 100 }, (_, n) => n);
      await one.set(key(3), "other");
      const happened = await one.commitAll([
        ...all.map((n) => ({
          when: [[key(n), undefined]] as const,
          set: [
            { key: key(n), value: { n, text: "上合 ".repeat(n) }, at: 1000 + n },
            { key: `seen:slack/T${n % 7}/C${n}:y`, value: 1, ttl: 80 },
          ],
        })),
        // Sees what those before it did.
        { when: [[key(5), { n: 5, text: "上合 ".repeat(5) }]], set: [{ key: key(5), value: undefined }] },
        { when: [], set: [] },
      ]);
      expect(happened).toEqual([...all.map((n) => n !== 3), true, true]);
      const values = await two.getAll([...all.map(key), "room:none"]);
      expect(values).toEqual([
        ...all.map((n) => (n === 3 ? "other" : n === 5 ? undefined : { n, text: "上合 ".repeat(n) })),
        undefined,
      ]);
      expect(await two.getAll([])).toEqual([]);
      expect(await one.commitAll([])).toEqual([]);
      const { entries } = await two.due(["outbox/slack"], 1001, 100);
      expect(entries).toEqual([
        { key: key(0), at: 1000 },
        { key: key(1), at: 1001 },
      ]);
      await backend.pass(120);
      await until(async () => (await two.list("seen:slack/T1/")).length === 0);
      await expect(
        one.commitAll([{ when: [[key(1), undefined]], set: [{ key: key(2), value: 1 }] }]),
      ).rejects.toThrow(RangeError);
    });

    test("a counter counts every call of its window and begins anew after it", async () => {
      const counts = await Promise.all(
        Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).count("calls", 150)),
      );
      expect([...counts].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      await backend.pass(200);
      await until(async () => (await one.count("calls", 60_000)) <= 2);
    });

    test("rows of a part of a workspace, and of a listed room, are listed in order; claims and counters are not among them", async () => {
      for (const name of ["T1/C1:2", "T1/C1:1", "T1/C1:10", "T1/C2:1", "T1/C11:1", "T2/C1:1"])
        await one.set(`done:slack/${name}`, name);
      await one.claim("done:slack/T1/C1:claim", 1000);
      await one.count("done:slack/T1/C1:count", 1000);
      const listed = async (prefix: string) => (await two.list(prefix)).map(([, value]) => value);
      expect(await listed("done:slack/T1/C1:")).toEqual(["T1/C1:1", "T1/C1:10", "T1/C1:2"]);
      expect(await listed("done:slack/T1/C1:1")).toEqual(["T1/C1:1", "T1/C1:10"]);
      expect(await listed("done:slack/T2/")).toEqual(["T2/C1:1"]);
      expect(await listed("done:slack/T3/")).toEqual([]);
      for (const name of ["b", "a", "c"]) await one.set(`feeds:list:${name}`, name);
      await one.set("feeds:state:a", 1);
      expect(await listed("feeds:list:")).toEqual(["a", "b", "c"]);
      await two.delete("feeds:list:b");
      expect(await listed("feeds:list:")).toEqual(["a", "c"]);
    });

    test("rows come in pages that together are the list, and the last of a channel from the end", async () => {
      const names = Array.from({ length: 1103 }, (_, n) => `done:slack/T1/C1:${String(n).padStart(5, "0")}`);
      await one.commit({ set: Object.fromEntries(names.map((key, n) => [key, n])) });
      for (const key of [
        "done:slack/T1/C10:1",
        "done:slack/T1/C1/webhook:1",
        "done:slack/T1/C0:1",
        "dome:slack/T1/C1:x",
      ])
        await one.set(key, 0);
      await one.delete(names[500] ?? "");
      const left = names.flatMap((key, n) => (n === 500 ? [] : [[key, n] as const]));
      let pages = 0;
      const rows: (readonly [string, unknown])[] = [];
      for await (const page of two.pages("done:slack/T1/C1:")) {
        rows.push(...page);
        pages += 1;
      }
      expect([rows, pages]).toEqual([left, 3]);
      expect(await two.list("done:slack/T1/C1:")).toEqual(left);
      expect(await two.last("done:slack/T1/C1:", 3)).toEqual(left.slice(-3).reverse());
      expect(await two.last("done:slack/T1/C9:", 3)).toEqual([]);
    });

    test("a scope has the rows of all rooms of that person, channel or workspace, and of no other", async () => {
      const own = ["settings:slack/T1/@U1", "answers:slack/T1/@U1:last", "done:slack/T1/@U1:a:b"];
      const others = ["settings:slack/T1/@U11", "done:slack/T1/C1:1", "watch:slack/T1/C1:w"];
      for (const key of [...own, ...others, "settings:slack/T11/@U1", "feeds:list:x"])
        await one.set(key, key);
      expect(await keysIn(two, "slack/T1/@U1")).toEqual([...own].sort());
      expect(await keysIn(two, "slack/T1/C1")).toEqual(["done:slack/T1/C1:1", "watch:slack/T1/C1:w"]);
      expect(await keysIn(two, "slack/T1/")).toEqual([...own, ...others].sort());
      const many = Array.from({ length: 1203 }, (_, n) => `seen:slack/T4/C1:w:${String(n).padStart(5, "0")}`);
      await one.commit({ set: Object.fromEntries(many.map((key) => [key, 1])) });
      await one.set("watch:slack/T4/C1:w", 1);
      expect(await keysIn(two, "slack/T4/")).toEqual([...many, "watch:slack/T4/C1:w"]);
      expect(await keysIn(two, "slack/T4/C1")).toEqual([...many, "watch:slack/T4/C1:w"]);
    });

    test("rows of an indexed room are found by when somebody has to look at them", async () => {
      const key = (n: number) => `schedule:slack/T${n % 7}/C1:s${n}`;
      for (let n = 0; n < 40; n += 1) await one.commit({ set: { [key(n)]: n }, at: { [key(n)]: 1000 + n } });
      await one.commit({ set: { "outbox:slack/T1/C1:o": 1 }, at: { "outbox:slack/T1/C1:o": 1005 } });
      await one.commit({ set: { "outbox:discord/G1/C1:o": 1 }, at: { "outbox:discord/G1/C1:o": 1 } });
      const rooms = ["schedule", "outbox/slack"] as const;
      const due = await two.due(rooms, 1005, 1000);
      expect(due.entries.map(({ at }) => at)).toEqual([1000, 1001, 1002, 1003, 1004, 1005, 1005]);
      expect(due.next).toBe(1006);
      expect((await two.due(rooms, 1005, 1000, 1003)).entries.map(({ at }) => at)).toEqual([
        1004, 1005, 1005,
      ]);
      expect((await two.due(rooms, Number.POSITIVE_INFINITY, 1000)).entries).toHaveLength(41);
      expect(await two.due(rooms, 5, 1000)).toEqual({ entries: [], next: 1000 });
      const [first] = due.entries;
      if (!first) throw new Error("nothing due");
      expect(await two.move({ ...first, at: 7 }, 2000)).toBe(false);
      expect(await two.move(first, 2000)).toBe(true);
      expect(await two.move(first, 3000)).toBe(false);
      expect((await one.due(["schedule"], 1001, 1000)).entries).toEqual([{ key: key(1), at: 1001 }]);
      await one.delete(key(1));
      await until(async () => (await two.size("schedule")) === 39);
      const all = new Set<string>();
      for await (const keys of two.ofRoom("schedule")) for (const one of keys) all.add(one);
      expect(all.size).toBe(39);
    });

    test("a row that says nothing of when is to be looked at now, and a change that does not happen hides no row", async () => {
      await one.set("schedule:slack/T1/C1:s", { n: 1 });
      const { entries } = await two.due(["schedule"], systemClock.now() + 60_000, 10);
      expect(entries.map(({ key }) => key)).toEqual(["schedule:slack/T1/C1:s"]);
      expect(
        await one.commit({
          when: { "schedule:slack/T1/C1:s": { n: 2 } },
          set: { "schedule:slack/T1/C1:s": undefined },
        }),
      ).toBe(false);
      expect(await two.size("schedule")).toBe(1);
    });

    test("a change of rows that do not belong together is a defect and changes nothing", async () => {
      const change = { set: { "done:slack/T1/C1:a": 1, "done:slack/T2/C1:a": 1 } };
      await expect(one.commit(change)).rejects.toThrow(RangeError);
      expect(await two.get("done:slack/T1/C1:a")).toBeUndefined();
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

    test("a long row is expected as a whole, too, whatever it is written in", async () => {
      const long = (last: string) => ({ text: `${"Шанхайский дух 上海精神 ".repeat(100)}${last}` });
      const key = "done:slack/T1/C1:long";
      const to = (expected: unknown, value: unknown) =>
        one.commit({ when: { [key]: expected }, set: { [key]: value } });
      expect(await to(long("a"), 1)).toBe(false);
      expect(await to(undefined, long("a"))).toBe(true);
      expect(await to(long("b"), 1)).toBe(false);
      expect(await to(long("a"), long("b"))).toBe(true);
      expect(await two.get(key)).toEqual(long("b"));
    });

    test("a change happens as a whole when everything it expects is there, else not at all", async () => {
      const [due, box, other] = ["last", "done", "told"].map((room) => `${room}:slack/T1/C1:x`) as [
        string,
        string,
        string,
      ];
      await one.set(due, { at: 1 });
      const change = {
        when: { [due]: { at: 1 }, [box]: undefined },
        set: { [due]: { at: 2 }, [box]: ["x"] },
      };
      expect(await two.commit(change)).toBe(true);
      expect(await one.get(due)).toEqual({ at: 2 });
      expect(await one.get(box)).toEqual(["x"]);
      expect(await two.commit(change)).toBe(false);
      expect(await one.commit({ when: { [due]: { at: 2 } }, set: { [box]: undefined, [other]: 1 } })).toBe(
        true,
      );
      expect(await keysIn(two, "slack/T1/")).toEqual([due, other]);
    });

    test("a change sets a time to live only on the keys it names", async () => {
      const [lease, item] = ["lease:slack/T1/C1", "done:slack/T1/C1:x"];
      await one.commit({ set: { [lease]: "me", [item]: "x" }, ttl: { [lease]: 60 } });
      await backend.pass(100);
      await until(async () => (await one.get(lease)) === undefined);
      expect(await one.get(item)).toBe("x");
      expect(await one.commit({ when: { [lease]: undefined }, set: { [lease]: "you" } })).toBe(true);
    });

    test("of many changes that expect the same state exactly one happens", async () => {
      const n = "last:slack/T1/C1:n";
      await one.set(n, 0);
      const tries = Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? one : two).commit({ when: { [n]: 0 }, set: { [n]: 1, [`done:slack/T1/C1:${i}`]: true } }),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await one.list("done:slack/T1/")).toHaveLength(1);
    });
  });
}
