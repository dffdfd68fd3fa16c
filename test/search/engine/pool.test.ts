/** What an index keeps its postings in: nothing else than plain lists and a plain map, only kinder to memory. */
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { createPool } from "../../../src/search/index/memory/pool.ts";
import { pack, slotOf } from "../../../src/search/index/memory/postings.ts";
import { createTable } from "../../../src/search/index/memory/table.ts";

const LISTS = 4;
const step = fc.record({ list: fc.nat(LISTS - 1), slot: fc.nat(300), gone: fc.boolean() });

test("lists that share their memory hold what separate ones would, however they grow and shrink", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const pool = createPool();
      const plain = new Map<number, { number: number; slots: Set<number> }>();
      for (const { list, slot, gone } of steps) {
        const one = plain.get(list);
        if (!one) {
          const number = pool.keep(Uint32Array.of(pack(slot, 0, 1), pack(slot + 1, 0, 1)));
          plain.set(list, { number, slots: new Set([slot, slot + 1]) });
        } else if (gone) {
          expect(pool.erase(one.number, slot)).toBe(one.slots.delete(slot));
          if (one.slots.size > 1) continue;
          pool.drop(one.number);
          plain.delete(list);
        } else if (!one.slots.has(slot)) {
          pool.insert(one.number, pack(slot, 0, 1));
          one.slots.add(slot);
        }
        for (const { number, slots } of plain.values()) {
          const { items, length } = pool.list(number);
          expect([...items].map(slotOf)).toEqual([...slots].sort((a, b) => a - b));
          expect([length, pool.length(number)]).toEqual([slots.size, slots.size]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("a list of hundreds of thousands keeps all of them while others grow beside it", () => {
  const pool = createPool();
  const long = pool.keep(Uint32Array.of(pack(0, 0, 1), pack(1, 0, 1)));
  const short = pool.keep(Uint32Array.of(pack(0, 0, 1), pack(1, 0, 1)));
  for (let slot = 2; slot < 300_000; slot++) {
    pool.insert(long, pack(slot, 0, 1));
    if (slot % 1000 === 0) pool.insert(short, pack(slot, 0, 1));
  }
  expect(pool.list(long).items.every((posting, at) => slotOf(posting) === at)).toBe(true);
  expect(pool.length(long)).toBe(300_000);
  expect([...pool.list(short).items].slice(2).map(slotOf)).toEqual(
    Array.from({ length: 299 }, (_, at) => (at + 1) * 1000),
  );
});

test("a table answers as a map does, for any string", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 3 }), fc.boolean())), (steps) => {
      const table = createTable<number>();
      const map = new Map<string, number>();
      for (const [at, [key, gone]] of steps.entries()) {
        if (gone) table.delete(key);
        else table.set(key, at);
        if (gone) map.delete(key);
        else map.set(key, at);
        expect(table.get(key)).toBe(map.get(key));
      }
      expect(new Map(table.entries())).toEqual(map);
      expect(new Set(table.keys())).toEqual(new Set(map.keys()));
    }),
  );
});
