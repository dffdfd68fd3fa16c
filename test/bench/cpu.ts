/** Processor time of a process of this machine, as far as the system tells. */
import { readFileSync } from "node:fs";

/** `/proc` counts hundredths of a second. */
const TICK_MS = 10;
/** Behind the name, which may have spaces in it. */
const USER = 11;
const SYSTEM = 12;

/** Milliseconds that a process has had so far; not a number where there is no `/proc`. */
export function cpuOf(pid: number | undefined): number {
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
