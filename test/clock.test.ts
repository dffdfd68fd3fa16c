import { expect, test } from "@jest/globals";
import { systemClock, within } from "../src/clock.ts";

const until = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    const told = () => resolve(String((signal.reason as Error).name));
    if (signal.aborted) told();
    else signal.addEventListener("abort", told);
  });

test("work within a time is told when the time is over, and when the outer signal ends it", async () => {
  const outer = new AbortController();
  expect(await within(systemClock, 5, outer.signal, until)).toBe("TimeoutError");
  const ended = within(systemClock, 60_000, outer.signal, until);
  outer.abort();
  expect(await ended).toBe("AbortError");
  expect(await within(systemClock, 60_000, outer.signal, until)).toBe("AbortError");
});

test("work that is done leaves nothing on the outer signal", async () => {
  const { signal } = new AbortController();
  const listening: string[] = [];
  const count = (sign: string, method: (...a: Parameters<AbortSignal["addEventListener"]>) => void) =>
    function (this: AbortSignal, ...given: Parameters<AbortSignal["addEventListener"]>) {
      listening.push(sign);
      method.apply(this, given);
    };
  signal.addEventListener = count("+", signal.addEventListener);
  signal.removeEventListener = count("-", signal.removeEventListener);
  expect(await within(systemClock, 60_000, signal, async ({ aborted }) => aborted)).toBe(false);
  await expect(within(systemClock, 60_000, signal, () => Promise.reject(new Error("no")))).rejects.toThrow();
  expect(listening.join("")).toBe("+-+-");
});
