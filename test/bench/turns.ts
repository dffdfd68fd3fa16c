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

/** How much slower this machine is just now than the one that limits are of. */
function slowness(): number {
  const began = process.cpuUsage();
  let sum = 0;
  for (let i = 0; i < 3e7; i++) sum = (sum * 31 + i) | 0;
  const { user } = process.cpuUsage(began);
  return Math.max(1, user / 1000 / (sum === 1 ? 1 : 35));
}

/** Tries of which the quickest counts: what else the machine does can only add to a measurement. */
const TRIES = 8;

/** What takes too long of some work, in CPU milliseconds scaled to the machine; undefined when nothing does. */
export async function tooLong(
  work: () => Promise<unknown>,
  { turnMs, wholeMs }: { readonly turnMs: number; readonly wholeMs: number },
): Promise<string | undefined> {
  let longest = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && (longest > turnMs || whole > wholeMs); i++) {
    const began = process.cpuUsage();
    const { longestMs } = await watched(work);
    const { user, system } = process.cpuUsage(began);
    longest = Math.min(longest, longestMs);
    whole = Math.min(whole, (user + system) / 1000);
  }
  const scale = longest > turnMs || whole > wholeMs ? slowness() : 1;
  if (longest <= turnMs * scale && whole <= wholeMs * scale) return undefined;
  return `longest turn ${longest.toFixed(0)} ms, whole ${whole.toFixed(0)} ms`;
}
