import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createLanes } from "../src/lanes.ts";

const all = <T>(next: () => T | undefined): T[] => {
  const taken: T[] = [];
  for (let item = next(); item !== undefined; item = next()) taken.push(item);
  return taken;
};

describe("lanes", () => {
  test("a lane keeps its order, and whoever comes late to a long queue is next", () => {
    const lanes = createLanes<string>();
    for (const item of ["n1", "n2", "n3", "n4"]) lanes.add("noisy", item);
    expect(lanes.next()).toBe("n1");
    lanes.add("quiet", "q1");
    expect(all(lanes.next)).toEqual(["q1", "n2", "n3", "n4"]);
  });

  test("who was served long ago goes before who was served just now, also after the queue was empty", () => {
    const lanes = createLanes<string>();
    for (const name of ["quiet", "noisy"]) lanes.add(name, name);
    all(lanes.next);
    lanes.add("noisy", "n");
    lanes.add("quiet", "q");
    expect(all(lanes.next)).toEqual(["q", "n"]);
  });

  test("a lane that may not go is passed over and loses nothing", () => {
    const lanes = createLanes<string>();
    lanes.add("a", "a1");
    lanes.add("b", "b1");
    expect(lanes.next((lane) => lane !== "a")).toBe("b1");
    expect(lanes.next((lane) => lane !== "a")).toBeUndefined();
    expect([lanes.waiting(), lanes.waiting("a"), lanes.waiting("b")]).toEqual([1, 1, 0]);
    expect(lanes.next()).toBe("a1");
  });

  test("nothing is lost or doubled, and no lane goes twice while another waits", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 60 }), (names) => {
        const lanes = createLanes<number>();
        for (const [at, name] of names.entries()) lanes.add(String(name), at);
        const taken = all(lanes.next);
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
