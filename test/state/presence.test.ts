/** Workspaces that removed the bot while it was away are forgotten once the platform has said so twice, and no others. */
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { createPresence } from "../../src/state/presence.ts";
import { until } from "../until.ts";

const DAY_MS = 86_400_000;
const log = { info() {}, warn() {} };

test("who is gone for certain, twice, is forgotten; who cannot be asked, or is back, is not", async () => {
  const store = memoryStore(systemClock);
  for (const workspace of ["GONE", "HERE", "UNSURE", "BACK"])
    await store.set(`settings:slack/${workspace}/C1`, { zone: "UTC" });
  await store.set("schedule:discord/77/C1:s1", { id: "s1" });
  // Direct messages on Discord, the terminal, and a platform that is not switched on are never asked for.
  for (const scope of ["discord//D1", "terminal//c1", "teams/T1/C1"])
    await store.set(`settings:${scope}`, { zone: "UTC" });

  let day = 0;
  const asked: string[] = [];
  const left: string[] = [];
  const says: Record<string, () => boolean> = {
    GONE: () => true,
    HERE: () => false,
    UNSURE: () => {
      throw new Error("HTTP 503");
    },
    BACK: () => day === 0,
    "77": () => true,
  };
  const adapter = (name: "slack" | "discord") => ({
    name,
    left: async (workspace: string) => {
      asked.push(`${day} ${name} ${workspace}`);
      return says[workspace]?.() ?? false;
    },
  });
  const presence = createPresence({
    ...{ store, log, adapters: () => [adapter("slack"), adapter("discord")] },
    clock: {
      sleep: async (ms, signal) => {
        await turn();
        signal?.throwIfAborted();
        if (ms === DAY_MS) day += 1;
      },
    },
    leave: async (platform, workspace) => void left.push(`${day} ${platform} ${workspace}`),
  });
  presence.start();
  await until(() => day >= 2);
  presence.stop();
  expect(left.filter((one) => one.startsWith("0 "))).toEqual([]);
  expect(left.filter((one) => one.startsWith("1 ")).sort()).toEqual(["1 discord 77", "1 slack GONE"]);
  expect(asked.filter((one) => one.startsWith("0 ")).sort()).toEqual(
    ["0 discord 77", "0 slack BACK", "0 slack GONE", "0 slack HERE", "0 slack UNSURE"].sort(),
  );
});
