/** Workspaces that removed the bot: forgetting one is written down first and done until it is done, also after a restart. */
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { forgetWorkspace } from "./forget.ts";
import { scopeOfKey } from "./partition.ts";
import { isAway } from "./rows.ts";
import { leavingKey } from "./scope.ts";
import type { StateStore } from "./store.ts";

export interface Leaving {
  /** Forgets a workspace; goes on behind the answer when the state is away. Never rejects. */
  leave(platform: string, workspace: string): Promise<void>;
  /** Takes on what an earlier process could not finish. */
  start(): void;
  stop(): void;
}

const AGAIN_MS = 5_000;

export function createLeaving({
  store,
  clock,
  log,
}: {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Pick<Log, "info" | "warn" | "error">;
}): Leaving {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** What is written down, by key. */
  const written = new Set<string>();

  async function forget(platform: string, workspace: string): Promise<void> {
    const key = leavingKey({ platform, workspace });
    await store.set(key, { platform, workspace });
    written.add(key);
    const forgotten = await forgetWorkspace(store, { platform, workspace });
    await store.delete(key);
    written.delete(key);
    log.info({ event: "workspace-forgotten", platform, workspace, forgotten }, "a workspace was forgotten");
  }

  /** Answers whether it is done, or can never be. */
  async function tried(platform: string, workspace: string): Promise<boolean> {
    try {
      await forget(platform, workspace);
      return true;
    } catch (thrown) {
      const more = { event: "workspace-kept", platform, workspace, reason: reasonOf(thrown) };
      if (isAway(thrown)) log.warn(more, "a workspace cannot be forgotten yet");
      else log.error({ ...more, err: thrown }, "a workspace could not be forgotten");
      return !isAway(thrown);
    }
  }

  /** Whether the workspace has the bot again since it was written down. */
  async function isBack(key: string): Promise<boolean> {
    if (!written.has(key)) return false;
    const back = await store.get(key).then(
      (row) => row === undefined,
      () => false,
    );
    if (back) written.delete(key);
    return back;
  }

  async function goOn(platform: string, workspace: string): Promise<void> {
    do {
      await clock.sleep(AGAIN_MS, signal);
      if (await isBack(leavingKey({ platform, workspace }))) return;
    } while (!(await tried(platform, workspace)));
  }

  async function takeOn(): Promise<void> {
    for (;;) {
      try {
        for await (const keys of store.ofRoom("leaving"))
          for (const key of keys) {
            if ((await store.get(key)) === undefined) continue;
            const [platform = "", workspace = ""] = scopeOfKey(key).split("/");
            await tried(platform, decodeURIComponent(workspace));
          }
        return;
      } catch {
        await clock.sleep(AGAIN_MS, signal);
      }
    }
  }

  return {
    async leave(platform, workspace) {
      if (!(await tried(platform, workspace))) void goOn(platform, workspace).catch(() => undefined);
    },
    start: () => void takeOn().catch(() => undefined),
    stop: () => stopping.abort(),
  };
}
