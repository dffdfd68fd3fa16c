/** A process dies at every point of its work, one after the other: what was promised is posted, and posted once. */
import { afterEach, expect, test } from "@jest/globals";
import type { Adapter, Posted } from "../../src/bot.ts";
import type { Doors } from "../../src/command.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { Change, StateStore, Step } from "../../src/state/store.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

/** A platform that keeps what is posted, and lets a second try look. */
function platform() {
  const messages: { key: string; text: string }[] = [];
  const post: Adapter["post"] = async (_target, reply, key, attempt): Promise<Posted> => {
    const there = attempt > 1 && messages.some((one) => one.key === key);
    if (!there) messages.push({ key, text: JSON.stringify(reply) });
    return { state: "sent" };
  };
  return { messages, post };
}

/** Counts the steps of a process, and lets it die at one of them: nothing that it waits for ever comes. */
function mortal(diesAt: number) {
  let steps = 0;
  const never = new Promise<never>(() => undefined);
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    // Before it takes effect, and after.
    if (steps >= diesAt || ++steps >= diesAt) return never;
    const done = await work();
    return ++steps >= diesAt ? never : done;
  };
  return { step, dead: () => steps >= diesAt };
}

function storeOf(inner: StateStore, { step, dead }: ReturnType<typeof mortal>): StateStore {
  const read = <T>(work: () => Promise<T>): Promise<T> => (dead() ? new Promise(() => undefined) : work());
  return Object.defineProperties(Object.create(inner) as StateStore, {
    commit: { value: (change: Change) => step(() => inner.commit(change)) },
    commitAll: {
      value: (steps: readonly Step[]) =>
        Promise.all(steps.map((one) => step(async () => (await inner.commitAll([one]))[0]))),
    },
    get: { value: (key: string) => read(() => inner.get(key)) },
    getAll: { value: (keys: readonly string[]) => read(() => inner.getAll(keys)) },
    list: { value: (prefix: string) => read(() => inner.list(prefix)) },
    due: { value: (...asked: Parameters<StateStore["due"]>) => read(() => inner.due(...asked)) },
    move: { value: (...asked: Parameters<StateStore["move"]>) => step(() => inner.move(...asked)) },
  });
}

test("whichever step it dies at, a summary and a watched article arrive once, in the channel and at its webhook", async () => {
  rig = await openRig("2025-07-01T08:00:00Z");
  const log = { info() {}, warn() {}, error() {}, debug() {} };
  await rig.doors.search.ready();
  const news = article("a1", "Zeppelin opens", "2025-07-01T08:30:00Z");
  rig.doors.library.put([news]);
  await rig.doors.search.ready();
  let died = true;
  for (let at = 1; died; at += 1) {
    rig.clock.set("2025-07-01T08:00:00Z");
    const state = memoryStore(rig.clock);
    const { messages, post } = platform();
    const sent: string[] = [];
    const webhooks: Doors["webhooks"] = {
      ...rig.doors.webhooks,
      open: async () => ({ url: "https://hooks.example/x", secret: "s", old: false }),
      send: (_to, { delivery, body }) =>
        life.step(async () => {
          sent.push(`${delivery} ${body}`);
          return { status: 204, waitMs: undefined };
        }),
    };
    let life: ReturnType<typeof mortal>;
    const start = (lives: ReturnType<typeof mortal>) => {
      life = lives;
      const doors = Object.defineProperties(Object.create(rig.doors) as Doors, {
        store: { value: storeOf(state, life) },
        webhooks: { value: webhooks },
      });
      const adapter: Adapter = {
        name: "slack",
        connected: true,
        start: async () => {},
        missing: async () => null,
        stop: async () => {},
        post: (...args) => life.step(() => post(...args)),
      };
      const delivery = openDelivery(doors, [adapter], log as never, { leaseMs: 60_000 });
      delivery.start();
      return delivery;
    };
    await state.commit({ set: Object.fromEntries(PROMISED) });
    const first = mortal(at);
    const doomed = start(first);
    rig.clock.set("2025-07-01T09:00:05Z");
    const quiet = async () =>
      messages.length >= 2 &&
      new Set(sent).size >= 2 &&
      (await state.list("outbox:slack/T1/")).length + (await state.list("lease:slack/T1/")).length === 0;
    await until(async () => {
      rig.clock.turn(500);
      return first.dead() || (await quiet());
    });
    died = first.dead();
    void doomed.stop();
    const heir = start(mortal(Number.POSITIVE_INFINITY));
    await until(async () => {
      rig.clock.turn(5000);
      return quiet();
    }, 15_000).catch(() => undefined);
    await heir.stop();
    const summaries = messages.filter(({ key }) => key.startsWith("s1@"));
    const alerts = messages.filter(({ text }) => text.includes("unwatch w1") && text.includes("Zeppelin"));
    // A receiver counts a delivery once, and all tries of one say the same.
    const webhook = [...new Set(sent)].map((one) => one.split(" ")[0]).sort();
    expect({ at, summaries: summaries.length, alerts: alerts.length, webhook }).toEqual({
      at,
      summaries: 1,
      alerts: 1,
      webhook: [expect.stringMatching(/^s1@/), "w1.a1"],
    });
  }
}, 120_000);

const there = { platform: "slack", workspace: "T1", channel: "C1", zone: "UTC", by: "U1", locale: "en" };
const PROMISED: readonly (readonly [string, unknown])[] = [
  ["webhook:slack/T1/C1:own", { ...there, sealed: "x", shown: "hooks.example", trusted: false, at: 0 }],
  [
    "schedule:slack/T1/C1:s1",
    { ...there, id: "s1", time: "09:00", days: [1, 2, 3, 4, 5, 6, 7], empty: "say" },
  ],
  ["last:slack/T1/C1:s1", Date.parse("2025-07-01T08:00:00Z")],
  ["watch:slack/T1/C1:w1", { ...there, id: "w1", query: "zeppelin", every: 0 }],
];
