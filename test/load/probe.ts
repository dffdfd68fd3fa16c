/**
 * Loaded into the program under load before anything of its own: says how large the heap is right after a collection,
 * what was rejected without anybody to handle it, and what still holds the process. Nothing of it is in the product.
 */
import { setImmediate as turn } from "node:timers/promises";

/** What the program is asked. */
export type Question = "heap" | "open";

/** What it says, of itself or when asked; sizes in bytes. */
export type Told =
  | { readonly heap: number; readonly rss: number }
  | { readonly open: readonly string[] }
  | { readonly fault: string }
  /** The event loop ran empty: nothing was left open, and nobody called `exit`. */
  | { readonly drained: true };

const tell = (told: Told): void => void process.send?.(told);

process.on("message", async (question: Question) => {
  if (question === "open") return tell({ open: process.getActiveResourcesInfo() });
  // What a first collection finalises, a second one frees.
  for (let again = 0; again < 3; again++) {
    globalThis.gc?.();
    await turn();
  }
  const { heapUsed, rss } = process.memoryUsage();
  tell({ heap: heapUsed, rss });
});
// Asking must not be what keeps the process.
process.channel?.unref();

process.on("unhandledRejection", (reason) => tell({ fault: `unhandled rejection: ${String(reason)}` }));
process.on("uncaughtExceptionMonitor", (error) => tell({ fault: `uncaught: ${error.message}` }));
process.on("warning", ({ name, message }) => tell({ fault: `${name}: ${message}` }));
process.once("beforeExit", () => tell({ drained: true }));
