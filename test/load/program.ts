/** The built program as a child process, with a probe inside: started, asked about itself, and ended. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../../src/root.ts";
import type { Question, Told } from "./probe.ts";

export interface Ending {
  readonly code: number | null;
  readonly ms: number;
  /** The event loop ran empty, so that the process ended by itself. */
  readonly drained: boolean;
  /** What held the process when it had not ended within ten seconds; it was killed then. */
  readonly open: readonly string[];
}

export interface Program {
  /** Rejections that nobody handled, exceptions and warnings of the runtime, as they came. */
  readonly faults: readonly string[];
  /** Resolves when it can answer. */
  ready(): Promise<void>;
  /** Bytes of the heap right after full collections, and of the whole process. */
  heap(): Promise<{ readonly heap: number; readonly rss: number }>;
  /** SIGTERM, and what became of it. */
  end(): Promise<Ending>;
}

/** What the last answers left for a moment is not growth: the least of a few readings, in a second or two without load. */
const READINGS = 4;
const PAUSE_MS = 500;
const PROBE = new URL("./probe.js", import.meta.url).href;
/** What container runtimes give a process that was told to stop. */
const GRACE_MS = 10_000;

/** @param env everything that the program sees of the environment, but for the path */
export function startProgram(env: Readonly<Record<string, string>>, opsPort: number): Program {
  const child = spawn(process.execPath, ["--expose-gc", "--import", PROBE, join(root, "dist/src/main.js")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", SCO_OPS_PORT: String(opsPort), ...env },
  });
  const faults: string[] = [];
  let drained = false;
  child.on("message", (told: Told) => {
    if ("fault" in told) faults.push(told.fault);
    if ("drained" in told) drained = true;
  });
  return {
    faults,
    ready: () => ready(child, opsPort),
    async heap() {
      let least = { heap: Number.POSITIVE_INFINITY, rss: 0 };
      for (let n = 0; n < READINGS; n++) {
        const read = await ask(child, "heap", (told) => ("heap" in told ? told : undefined));
        if (read.heap < least.heap) least = read;
        await wait(PAUSE_MS);
      }
      return least;
    },
    async end() {
      const began = performance.now();
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const late = new AbortController();
      const slow = wait(GRACE_MS, "slow" as const, { signal: late.signal }).catch(() => "slow" as const);
      let open: readonly string[] = [];
      if ((await Promise.race([ended, slow])) === "slow") {
        open = await ask(child, "open", (told) => ("open" in told ? told.open : undefined));
        child.kill("SIGKILL");
      }
      late.abort();
      await ended;
      return { code: child.exitCode, ms: performance.now() - began, drained, open };
    },
  };
}

async function ready(child: ChildProcess, opsPort: number): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const ok = await fetch(`http://127.0.0.1:${opsPort}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await wait(100);
  }
  throw new Error("the program did not become ready");
}

function ask<T>(child: ChildProcess, question: Question, read: (told: Told) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (told: Told): void => {
      const answer = read(told);
      if (answer === undefined) return;
      child.off("message", listen);
      resolve(answer);
    };
    child.on("message", listen);
    child.send(question, (failed) => {
      if (failed) reject(failed);
    });
  });
}
