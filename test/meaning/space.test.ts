/** The comparison alone, with made-up vectors: what it costs at size, and that a byte a number is enough. */
import { describe, expect, test } from "@jest/globals";
import { bytesOf, rowOf } from "../../src/meaning/rows.ts";
import { createSpace, unit } from "../../src/meaning/space.ts";

const DIMENSION = 384;
let seed = 1;
const random = () => {
  seed = (seed * 16_807) % 2_147_483_647;
  return seed / 2_147_483_647 - 0.5;
};
const vector = () => Float32Array.from({ length: DIMENSION }, random);
const NOTHING = new Float32Array(DIMENSION);

describe("closeness", () => {
  test("of 10,000 articles, 60 candidates with their paragraphs take a few milliseconds a query", () => {
    const space = createSpace();
    const lead = Array.from({ length: 500 }, () => rowOf(bytesOf(vector())));
    for (let n = 0; n < 10_000; n++) {
      const rows = Array.from(
        { length: n < 2_000 ? 9 : 1 },
        (_, i) => lead[(n * 7 + i) % 500] as (typeof lead)[0],
      );
      space.put(
        { id: String(n).padStart(5, "0"), language: (["zh", "en", "ru"] as const)[n % 3] ?? "en" },
        rows,
      );
    }
    const query = vector();
    space.measure(query, NOTHING)("00001");
    const before = process.cpuUsage();
    for (let n = 0; n < 10; n++) {
      const measure = space.measure(query, NOTHING);
      for (let id = 0; id < 60; id++) measure(String(id).padStart(5, "0"));
    }
    const { user, system } = process.cpuUsage(before);
    console.log(`a query takes ${((user + system) / 10_000).toFixed(1)} ms of a processor`);
    expect((user + system) / 10_000).toBeLessThan(25);
  });

  test("bytes keep the order that the numbers have", () => {
    const all = Array.from({ length: 50 }, vector);
    const query = vector();
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
    const exact = all.map((one) => dot(unit(one), unit(query)));
    const kept = all.map((one) => {
      const { values, length } = rowOf(bytesOf(one));
      return dot(Float32Array.from(values), unit(query)) / length;
    });
    for (const [n, one] of exact.entries()) expect(Math.abs(one - (kept[n] ?? 0))).toBeLessThan(0.005);
  });

  test("is not told of a language with too few articles to compare", () => {
    const space = createSpace();
    for (let n = 0; n < 7; n++) space.put({ id: `a${n}`, language: "en" }, [rowOf(bytesOf(vector()))]);
    expect(space.measure(vector(), NOTHING)("a1")).toBeUndefined();
    space.put({ id: "a7", language: "en" }, [rowOf(bytesOf(vector()))]);
    expect(typeof space.measure(vector(), NOTHING)("a1")).toBe("number");
  });
});
