/** The one way in: once, acknowledged when it takes long or many ask, in time, and to its end when the program stops. */
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { createInbox } from "../../src/inbox/inbox.ts";
import type { Log } from "../../src/log.ts";
import { sentence } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { caller } from "../desk.ts";

const errors: object[] = [];
const log = { error: (said: object) => void errors.push(said), warn: () => undefined } as unknown as Log;
const inboxOf = (store = memoryStore(systemClock)) => createInbox({ store, clock: systemClock, log });

/** Something that arrives, and what it has led to. */
function arrival(workMs: number, more: object = {}) {
  const seen: string[] = [];
  return {
    seen,
    id: "a1",
    workspace: "slack/T1/",
    acknowledge: async () => void seen.push("acknowledged"),
    work: async (turn: { acknowledged(): Promise<boolean> }) => {
      await wait(workMs);
      seen.push((await turn.acknowledged()) ? "answered after a word" : "answered at once");
    },
    ...more,
  };
}

test("a quick answer needs no acknowledgement, a slow one has it first, and none comes after the answer", async () => {
  const inbox = inboxOf();
  const [quick, slow] = [arrival(0), arrival(600)];
  await Promise.all([inbox.take(quick), inbox.take(slow)]);
  await wait(500);
  expect(quick.seen).toEqual(["answered at once"]);
  expect(slow.seen).toEqual(["acknowledged", "answered after a word"]);
});

test("in a crowd everybody is acknowledged before the work begins", async () => {
  const inbox = inboxOf();
  const all = Array.from({ length: 20 }, () => arrival(0));
  await Promise.all(all.map(inbox.take));
  expect(all.filter(({ seen }) => seen[0] === "acknowledged").length).toBeGreaterThanOrEqual(14);
  for (const { seen } of all) expect(seen.at(-1)).toMatch(/^answered/);
});

test("of copies one is worked on, in all processes; what failed is logged and may come again", async () => {
  const store = memoryStore(systemClock);
  const [here, elsewhere] = [inboxOf(store), inboxOf(store)];
  const once = { key: "slack/T1/C1:1", for: "ever" } as const;
  let works = 0;
  const copy = {
    id: "m1",
    workspace: "slack/T1/",
    once,
    work: async () => {
      works += 1;
      if (works === 1) throw new Error("lost");
    },
  };
  await here.take(copy);
  expect(errors).toEqual([expect.objectContaining({ event: "answer-failed", id: "m1" })]);
  await Promise.all([here.take(copy), here.take(copy), elsewhere.take(copy)]);
  await elsewhere.take(copy);
  expect(works).toBe(2);
  expect(await here.first("discord/G/1:x", 1_000)).toBe(true);
  expect(await elsewhere.first("discord/G/1:x", 1_000)).toBe(false);
});

test("an answer has a deadline, and a stop waits for what is under way and takes nothing new", async () => {
  const aborted: AbortSignal[] = [];
  const bot: Bot = {
    commands: [],
    goesOn: async () => false,
    form: async () => sentence("no form"),
    suggest: async () => [],
    handle: async (_, signal) => {
      aborted.push(signal);
      return sentence("x");
    },
  };
  const hurried = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 100, signal),
  };
  const inbox = createInbox({ store: memoryStore(systemClock), clock: hurried, log });
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  bot.handle = async (_, signal) => {
    aborted.push(signal);
    await slow;
    return sentence("x");
  };
  const asked = inbox.ask(bot, { id: "r", caller, line: "help" });
  await wait(400);
  expect(aborted[0]?.aborted).toBe(true);
  finish();
  await asked;
  const ending = inboxOf();
  const working = arrival(200);
  void ending.take(working);
  await wait(50);
  await ending.stop();
  const late = arrival(0);
  await ending.take(late);
  expect([working.seen, late.seen]).toEqual([["answered at once"], []]);
});
