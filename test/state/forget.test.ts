/** Forgetting is certain: only what is theirs is touched, what others change meanwhile stays, and it is done until it is done. */
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import { forgetPerson } from "../../src/state/forget.ts";
import { createLeaving } from "../../src/state/leaving.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { until } from "../until.ts";
import { keysIn } from "./rows.ts";

const log = { info() {}, warn() {}, error() {} };
const who = { platform: "slack", workspace: "T1", user: "U1" } as const;
const schedule = { id: "s", by: "U1", time: "09:00" };

test("what a colleague changes while somebody is forgotten stays changed", async () => {
  const inner = memoryStore(systemClock);
  for (const name of ["gone", "changed", "kept"]) await inner.set(`schedule:slack/T1/C1:${name}`, schedule);
  await inner.set("settings:slack/T1/@U1", { language: "ru" });
  await inner.set("settings:slack/T1/@U11", { language: "zh" });
  const store: StateStore = {
    ...inner,
    async *pages(prefix) {
      const rows = await inner.list(prefix);
      if (prefix.startsWith("schedule:")) {
        await inner.delete("schedule:slack/T1/C1:gone");
        await inner.set("schedule:slack/T1/C1:changed", { ...schedule, time: "10:00" });
      }
      yield rows;
    },
  };
  expect(await forgetPerson(store, who)).toBe(3);
  expect(await inner.get("schedule:slack/T1/C1:gone")).toBeUndefined();
  expect(await inner.get("schedule:slack/T1/C1:changed")).toEqual({ ...schedule, time: "10:00", by: "" });
  expect(await keysIn(inner, "slack/T1/@U1")).toEqual([]);
  expect(await inner.get("settings:slack/T1/@U11")).toEqual({ language: "zh" });
});

test("the address of a channel's feed stays, without the name of who made it", async () => {
  const store = memoryStore(systemClock);
  await store.set("channel-feed:slack/T1/C1:own", { by: "U1", secret: "s" });
  await forgetPerson(store, who);
  expect(await store.get("channel-feed:slack/T1/C1:own")).toEqual({ by: "", secret: "s" });
});

test("an uninstall that the state kept from happening is done later, also by the process after", async () => {
  const inner = memoryStore(systemClock);
  for (const n of [1, 2, 3]) await inner.set(`settings:slack/T1/C${n}`, { zone: "UTC" });
  await inner.set("settings:slack/T2/C1", { zone: "UTC" });
  let commits = 0;
  let diesAt = 1;
  const store: StateStore = {
    ...inner,
    commit: async (change) => {
      if (++commits >= diesAt) throw new BotError("unavailable", { en: "away", zh: "away", ru: "away" });
      return inner.commit(change);
    },
    get health() {
      return inner.health;
    },
  };
  const clock = {
    ...systemClock,
    sleep: (_ms: number, signal?: AbortSignal) => wait(5, undefined, { ...(signal && { signal }) }),
  };
  const first = createLeaving({ store, clock, log });
  await first.leave("slack", "T1");
  first.stop();
  expect((await keysIn(inner, "slack/T1/")).length).toBeGreaterThan(3);
  diesAt = Number.POSITIVE_INFINITY;
  const next = createLeaving({ store, clock, log });
  next.start();
  await until(async () => (await keysIn(inner, "slack/T1/")).length === 0);
  expect(await keysIn(inner, "slack/T2/")).toHaveLength(1);
  // One that has the bot again meanwhile stays as it is.
  commits = 0;
  diesAt = 1;
  await next.leave("slack", "T2");
  await inner.delete("leaving:slack/T2/:all");
  diesAt = Number.POSITIVE_INFINITY;
  await wait(50);
  expect(await keysIn(inner, "slack/T2/")).toHaveLength(1);
  next.stop();
});
