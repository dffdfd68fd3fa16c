/** What expires is taken out in its time, whatever was set anew or taken back before. */
import { expect, test } from "@jest/globals";
import { createExpiry } from "../../src/state/expiry.ts";
import { drawFrom } from "../bench/random.ts";

test("it takes what a plain list would, a few at a time", () => {
  const draw = drawFrom(7);
  const expiry = createExpiry();
  const plain = new Map<string, number>();
  for (let now = 0; now < 3000; now++) {
    const name = `n${draw.below(200)}`;
    if (draw.below(4) === 0) {
      expiry.delete(name);
      plain.delete(name);
    } else {
      const at = now + draw.below(500);
      expiry.set(name, at);
      plain.set(name, at);
    }
    const due = [...plain].filter(([, at]) => at <= now).map(([one]) => one);
    const taken = expiry.take(now, 2);
    expect(taken).toHaveLength(Math.min(2, due.length));
    for (const one of taken) {
      expect(due).toContain(one);
      plain.delete(one);
    }
  }
});
