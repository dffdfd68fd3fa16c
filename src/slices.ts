/** Long work in slices that leave the event loop free. */
import { setImmediate as turn } from "node:timers/promises";

/** How long a slice may take; an item that takes longer alone still ends its slice. */
const SLICE_MS = 8;

/** Called between parts of a piece of work: gives way to everything else when a slice has been long enough. */
export function slicer(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MS) return undefined;
    return turn().then(() => {
      began = performance.now();
    });
  };
}

/** Work in steps: whoever has it done may give way wherever it yields. */
export type Steps<T> = Generator<undefined, T>;

/** Does all steps in one turn. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the steps, giving way to everything else between slices. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  const rest = slicer();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const pause = rest();
    if (pause) await pause;
  }
}

/** Does the steps of each item, giving way to everything else between slices. */
export async function eachInTurns<T>(items: Iterable<T>, work: (item: T) => Steps<unknown>): Promise<void> {
  const rest = slicer();
  for (const item of items) {
    const steps = work(item);
    for (let step = steps.next(); ; step = steps.next()) {
      const pause = rest();
      if (pause) await pause;
      if (step.done) break;
    }
  }
}

/** Works through items one by one, giving way to everything else between slices. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  const rest = slicer();
  for (const item of items) {
    work(item);
    const pause = rest();
    if (pause) await pause;
  }
}

/** Does pieces of work that are asked for at once one after another, giving way to everything else between slices. */
export function oneByOne(): <T>(work: () => T) => Promise<T> {
  const rest = slicer();
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(rest).then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Works on so many items side by side; what is wrong with some keeps no other waiting. @throws what the first of those threw */
export async function inParallel<T>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const queue = all.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const one of queue) await work(one).catch((thrown: unknown) => void failures.push(thrown));
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
