/** Whether the program grows: its heap after a collection, again and again under a steady load, and a line through it. */
import type { Line } from "./numbers.ts";
import { fit } from "./numbers.ts";
import type { Program } from "./program.ts";

/** Seconds of load between two readings. */
export const SLICE_S = 30;
const MB = 1024 * 1024;
const HOUR_MS = 3_600_000;

/**
 * Lets `load` ask for `minutes`, reading the heap after each slice; prints each reading.
 * @param load asks for one slice and resolves when all of it was answered
 * @returns the growth in MB an hour, without the first third, which fills caches
 */
export async function soak(
  program: Program,
  minutes: number,
  load: (name: string) => Promise<void>,
): Promise<Line> {
  const readings: [hours: number, mb: number][] = [];
  const began = performance.now();
  const slices = Math.max(6, Math.round((minutes * 60) / SLICE_S));
  for (let slice = 1; slice <= slices; slice++) {
    await load(`${((slice * SLICE_S) / 60).toFixed(1)} min`);
    const { heap, rss } = await program.heap();
    readings.push([(performance.now() - began) / HOUR_MS, heap / MB]);
    console.log(
      `         heap ${(heap / MB).toFixed(2)} MB after a collection, process ${(rss / MB).toFixed(0)} MB`,
    );
  }
  return fit(readings.slice(Math.floor(readings.length / 3)));
}

/** The line in words. */
export function growth({ slope, standardError, low, high }: Line): string {
  const [at, error, from, to] = [slope, standardError, low, high].map((value) => value.toFixed(2));
  return `heap growth after warm-up: ${at} MB an hour, standard error ${error}, 95 % between ${from} and ${to}`;
}
