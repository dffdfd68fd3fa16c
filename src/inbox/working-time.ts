/** How much of the processor each command used, measured while several of them run side by side in one event loop. */
import { performance } from "node:perf_hooks";

export interface WorkingTime {
  /** Begins to measure for one command; the function ends that and answers its milliseconds. */
  begin(): () => number;
}

/**
 * Milliseconds for which this process has worked. The event loop's own measure counts waiting for a processor that others
 * use, and the processor's counts other threads: the lesser of both growths is nearest to what commands cost.
 */
export function createMeter(): () => number {
  let loop = performance.eventLoopUtilization().active;
  let cpu = cpuMs();
  let worked = 0;
  return () => {
    const [loopNow, cpuNow] = [performance.eventLoopUtilization().active, cpuMs()];
    worked += Math.max(0, Math.min(loopNow - loop, cpuNow - cpu));
    [loop, cpu] = [loopNow, cpuNow];
    return worked;
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** @param worked milliseconds of work so far; what is done while several run is parted evenly between them */
export function createWorkingTime(worked: () => number = createMeter()): WorkingTime {
  const running = new Set<{ spent: number }>();
  let last = worked();

  const share = (): void => {
    const now = worked();
    for (const one of running) one.spent += (now - last) / running.size;
    last = now;
  };

  return {
    begin() {
      share();
      const own = { spent: 0 };
      running.add(own);
      return () => {
        share();
        running.delete(own);
        return own.spent;
      };
    },
  };
}
