/** Workspaces that removed the bot while it was away: now and then each that something is kept of is looked for. */
import type { Adapter } from "../bot.ts";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { scopeOfKey, workspaceOf } from "./partition.ts";
import type { StateStore } from "./store.ts";

/** Rooms with a row of every workspace that something is kept of for long. */
const ROOMS = ["slack-installation", "settings", "schedule", "watch", "webhook"] as const;
/** After a start others have enough to do. */
const FIRST_MS = 10 * 60_000;
const EVERY_MS = 24 * 3_600_000;
/** Between two questions to a platform. */
const PACE_MS = 5_000;
/** So often a platform must have said in a row, a day apart, that the bot is not there. */
const SURE = 2;

export interface Presence {
  start(): void;
  stop(): void;
}

/** @param leave forgets a workspace */
export function createPresence({
  store,
  clock,
  log,
  adapters,
  leave,
}: {
  readonly store: Pick<StateStore, "ofRoom">;
  readonly clock: Pick<Clock, "sleep">;
  readonly log: Pick<Log, "info" | "warn">;
  readonly adapters: () => readonly Pick<Adapter, "name" | "left">[];
  readonly leave: (platform: string, workspace: string) => Promise<void>;
}): Presence {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** How often in a row each was said to be gone. */
  const gone = new Map<string, number>();

  async function kept(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const room of ROOMS)
      for await (const keys of store.ofRoom(room))
        for (const key of keys) {
          const scope = workspaceOf(key) ?? scopeOfKey(key);
          if (/^[a-z]+\/[^/]+$/.test(scope)) found.add(scope);
        }
    return found;
  }

  /** Only a platform that says so has it gone; one that cannot be asked, or says anything else, does not. */
  async function look(scope: string): Promise<void> {
    const [platform = "", named = ""] = scope.split("/");
    const workspace = decodeURIComponent(named);
    const adapter = adapters().find(({ name }) => name === platform);
    const isGone = (await adapter?.left?.(workspace).catch(() => false)) ?? false;
    const times = isGone ? (gone.get(scope) ?? 0) + 1 : 0;
    if (times === 0) gone.delete(scope);
    else gone.set(scope, times);
    if (times < SURE) return;
    gone.delete(scope);
    log.info(
      { event: "workspace-left", platform, workspace },
      "a workspace removed the bot while it was away",
    );
    await leave(platform, workspace);
  }

  async function goOn(): Promise<void> {
    await clock.sleep(FIRST_MS, signal);
    for (;;) {
      try {
        for (const scope of await kept()) {
          await look(scope);
          await clock.sleep(PACE_MS, signal);
        }
      } catch (thrown) {
        if (signal.aborted) return;
        log.warn({ event: "presence", reason: reasonOf(thrown) }, "workspaces could not be looked through");
      }
      await clock.sleep(EVERY_MS, signal);
    }
  }

  return {
    start: () => void goOn().catch(() => undefined),
    stop: () => stopping.abort(),
  };
}
