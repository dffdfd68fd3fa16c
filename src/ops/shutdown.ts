/** Ends the program in good order: one signal lets work finish, a second ends it at once. */
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

/** Container runtimes kill ten seconds after SIGTERM unless told otherwise; we are done before. */
const GRACE_MS = 9_000;
const LAST_MS = 9_500;
/** An interrupt within this is the same again: npm passes on what a terminal has sent to the bot already. */
const ECHO_MS = 100;

/**
 * Resolves after SIGTERM or SIGINT, when `stop` is done or the grace is over; a process that something still holds then
 * exits with 1. Whoever listened before hears no more. A second signal, no echo, exits with 1 at once. So does a defect that nobody caught: Node itself would print
 * all that hangs on it, past the log which cuts secrets out.
 * @param signals the process, or a stand-in
 */
export function untilShutdown(
  stop: () => Promise<void>,
  clock: Clock,
  log: Log,
  signals: Pick<NodeJS.Process, "on" | "exit" | "removeAllListeners"> = process,
): Promise<void> {
  return new Promise((resolve) => {
    let asked = Number.NaN;
    const end = (signal: string) => {
      if (signal === "SIGINT" && Math.abs(clock.now() - asked) <= ECHO_MS) return;
      if (!Number.isNaN(asked)) signals.exit(1);
      asked = clock.now();
      log.info({ signal }, "stopping");
      const late = clock
        .sleep(GRACE_MS)
        .then(() => log.warn("some work was still under way when the time to stop was over"));
      void Promise.race([stop().catch((err: unknown) => log.error({ err }, "stopping failed")), late]).then(
        () => resolve(),
      );
      // The sleep keeps nothing alive: it ends only when something else still does.
      void clock.sleep(LAST_MS).then(() => {
        log.warn("something still held the process; it is ended");
        signals.exit(1);
      });
    };
    signals.on("uncaughtException", (err) => {
      log.error({ err }, "a defect ended the program");
      signals.exit(1);
    });
    for (const signal of ["SIGTERM", "SIGINT"])
      signals.removeAllListeners(signal).on(signal, () => end(signal));
  });
}
