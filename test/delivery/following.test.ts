import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import type { Caller, Context } from "../../src/command.ts";
import { following } from "../../src/delivery/following.ts";
import { type Schedule, scheduleKey, type Watch, watchKey } from "../../src/delivery/model.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { openRig } from "./rig.ts";

const place = { platform: "slack", workspace: "T1" } as const;
const caller = {
  ...place,
  channel: "D1",
  user: "U1",
  locale: "en",
  zone: "UTC",
  manages: true,
  operates: false,
} satisfies Caller;
const watch = (id: string, query: string, by: string, channel: string, workspace = "T1"): Watch => ({
  ...place,
  workspace,
  channel,
  id,
  query,
  every: 60,
  zone: "UTC",
  by,
  locale: "en",
});
const schedule: Schedule = {
  ...place,
  channel: "C2",
  id: "s1",
  time: "09:00",
  days: [1, 2, 3, 4, 5, 6, 7],
  zone: "Asia/Shanghai",
  empty: "skip",
  by: "U1",
  locale: "en",
};

test("everybody sees how much a workspace follows, and the queries only of what they set up themselves", async () => {
  const store = memoryStore(systemClock);
  const see = (locale: Caller["locale"] = "en") =>
    following({ caller: { ...caller, locale }, store, clock: systemClock } as unknown as Context);
  expect(await see()).toMatchObject({ outcome: "nothing", summary: expect.stringContaining("daily 09:00") });
  for (const one of [
    watch("w1", "health", "U1", "C1"),
    watch("w2", "secret plan", "U2", "C3"),
    watch("w3", "elsewhere", "U1", "C1", "T2"),
  ])
    await store.set(watchKey(one), one);
  await store.set(scheduleKey(schedule), schedule);
  const reply = await see();
  expect(reply.summary).toBe("2 watches and 1 daily summary in 3 channels");
  expect(reply.data).toMatchObject({
    yours: ["daily 09:00 --zone=Asia/Shanghai", "watch --every=60 health"],
  });
  expect(JSON.stringify(reply)).not.toMatch(/secret plan|elsewhere/);
  // What one set up oneself stands there with its channel, and can be stopped.
  expect(reply.blocks.filter(({ kind }) => kind === "card")).toMatchObject([
    { title: { strong: "09:00 · every day · Asia/Shanghai" }, facts: [{ channel: "C2" }] },
    { title: { strong: "health" }, actions: [{ label: "Stop", run: "unwatch w1" }] },
  ]);
  expect((await see("ru")).summary).toBe("2 темы и 1 ежедневная сводка, каналов: 3");
  for (const one of [watch("w1", "health", "U1", "C1"), watch("w2", "secret plan", "U2", "C3")])
    await store.delete(watchKey(one));
  expect((await see()).summary).toBe("1 daily summary in 1 channel");
});

test("in direct messages without a workspace nobody sees what others follow in theirs", async () => {
  const store = memoryStore(systemClock);
  const own = (channel: string, user: string) => {
    const at = { ...caller, platform: "discord", workspace: "", channel, user };
    return following({ caller: at, store, clock: systemClock } as unknown as Context);
  };
  const one: Watch = { ...watch("w1", "secret plan", "U1", "D1", ""), platform: "discord" };
  await store.set(watchKey(one), one);
  expect((await own("D2", "U2")).outcome).toBe("nothing");
  expect((await own("D1", "U1")).summary).toBe("1 watch in 1 channel");
});

test("what one set up oneself is stopped from anywhere in the workspace, by its id; what others set up is not", async () => {
  const rig = await openRig("2026-03-02T08:00:00Z");
  await rig.ask("watch media forum");
  await rig.ask("daily 09:00");
  const home = await rig.ask("following", { channel: "D1" });
  const stops = home.blocks.flatMap((block) => (block.kind === "card" ? (block.actions ?? []) : []));
  expect(stops.map(({ run }) => run)).toEqual([
    expect.stringMatching(/^unwatch /),
    expect.stringMatching(/^unwatch /),
  ]);
  for (const { run } of stops) {
    expect((await rig.ask(run, { channel: "D2", user: "U2" })).outcome).not.toBe("answered");
    expect((await rig.ask(run, { channel: "D1" })).outcome).toBe("answered");
  }
  expect(await rig.keys("schedule:")).toEqual([]);
  expect(await rig.keys("watch:")).toEqual([]);
  expect((await rig.ask(stops[0]?.run ?? "", { channel: "D1" })).outcome).not.toBe("answered");
  await rig.ask("daily 10:00");
  const here = await rig.ask("following");
  const [stop] = here.blocks.flatMap((block) => (block.kind === "card" ? (block.actions ?? []) : []));
  expect((await rig.ask(stop?.run ?? "")).outcome).toBe("answered");
  await rig.stop();
});
