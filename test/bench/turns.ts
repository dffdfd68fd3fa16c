/** How long work holds the event loop: the longest of its turns. */
import { setImmediate as turn } from "node:timers/promises";

export interface Watched {
  readonly ms: number;
  /**
   * The most that one turn took, in ms of this thread's own work. It never exceeds the turn's time by the clock, nor
   * the processor time that the whole process spent in it; the lesser of these is shown, so that other programs on
   * the machine do not count, and neither does waiting.
   */
  readonly longestMs: number;
}

/** Does the work and looks on from a callback in every turn of the event loop. */
export async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const began = performance.now();
  let done = false;
  let longestMs = 0;
  let wall = began;
  let cpu = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(cpu);
    longestMs = Math.max(longestMs, Math.min(performance.now() - wall, (user + system) / 1000));
    wall = performance.now();
    cpu = process.cpuUsage();
  };
  const looking = (async () => {
    while (!done) {
      await turn();
      look();
    }
  })();
  await work();
  const ms = performance.now() - began;
  done = true;
  await looking;
  return { ms, longestMs };
}
