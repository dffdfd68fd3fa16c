import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createFairQueue } from "../../src/inbox/fair-queue.ts";

const all = <T>(next: () => T | undefined): T[] => {
  const taken: T[] = [];
  for (let item = next(); item !== undefined; item = next()) taken.push(item);
  return taken;
};

describe("a fair queue", () => {
  test("a lane keeps its order, and whoever comes late to a long queue is next", () => {
    const queue = createFairQueue<string>();
    for (const item of ["n1", "n2", "n3", "n4"]) queue.add("noisy", item);
    expect(queue.next()).toBe("n1");
    queue.add("quiet", "q1");
    expect(all(queue.next)).toEqual(["q1", "n2", "n3", "n4"]);
  });

  test("who was served long ago goes before who was served just now, also after the queue was empty", () => {
    const queue = createFairQueue<string>();
    for (const name of ["quiet", "noisy"]) queue.add(name, name);
    all(queue.next);
    queue.add("noisy", "n");
    queue.add("quiet", "q");
    expect(all(queue.next)).toEqual(["q", "n"]);
  });

  test("a lane that may not go is passed over and loses nothing", () => {
    const queue = createFairQueue<string>();
    queue.add("a", "a1");
    queue.add("b", "b1");
    expect(queue.next((lane) => lane !== "a")).toBe("b1");
    expect(queue.next((lane) => lane !== "a")).toBeUndefined();
    expect([queue.waiting(), queue.waiting("a"), queue.waiting("b")]).toEqual([1, 1, 0]);
    expect(queue.next()).toBe("a1");
  });

  test("nothing is lost or doubled, and no lane goes twice while another waits", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 60 }), (names) => {
        const queue = createFairQueue<number>();
        for (const [at, name] of names.entries()) queue.add(String(name), at);
        const taken = all(queue.next);
        expect([...taken].sort((a, b) => a - b)).toEqual(names.map((_, at) => at));
        taken.forEach((item, at) => {
          const later = taken.slice(at).map((each) => names[each]);
          const again = taken.findIndex((each, n) => n > at && names[each] === names[item]);
          const between = new Set(taken.slice(at, again).map((each) => names[each]));
          if (again > 0) expect(between).toEqual(new Set(later));
        });
      }),
    );
  });
});
