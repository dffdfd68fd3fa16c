import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { MESSAGE_SHORTCUT } from "../../adapters/slack/surface.ts";
import { systemClock } from "../../src/clock.ts";
import { createOnce } from "../../src/inbox/once.ts";
import { sentence } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { keysIn } from "../state/rows.ts";
import { until as eventually } from "../until.ts";
import { createDouble, type Running, run } from "./double.ts";
import { click, event, mentioning, shortcut, slash, until } from "./person.ts";
import { type Fault, type Slack, startSlack } from "./server.ts";

let slack: Slack;
const running: Running[] = [];
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ adapter }) => adapter.stop()));
  await slack.close();
  expect(slack.refusals).toEqual([]);
});
const start = async (
  ...args: Parameters<typeof run> extends [Slack, ...infer R] ? R : never
): Promise<Running> => {
  const started = await run(slack, ...args);
  running.push(started);
  return started;
};
/** Faults for the first `times` calls of a method. */
const failing = (method: string, fault: Fault, times = 1) => {
  slack.faults = (what) => (what === method && times-- > 0 ? fault : undefined);
};

describe("an event", () => {
  test("that Slack sends again is answered once", async () => {
    await start("http");
    const asked = mentioning(slack, "hello");
    await Promise.all([event(slack, asked, { id: "Ev1" }), event(slack, asked, { id: "Ev1", retry: 1 })]);
    await event(slack, asked, { id: "Ev1", retry: 2 });
    await event(slack, mentioning(slack, "other"));
    await until(() => slack.messages.length >= 2);
    expect(slack.messages.map(({ text }) => text)).toEqual(["you said hello", "you said other"]);
  });

  test("that reaches two processes is answered by one", async () => {
    const store = memoryStore(systemClock);
    await start("socket", { store });
    await start("socket", { store });
    const asked = mentioning(slack, "hello");
    await Promise.all([1, 2, 3, 4].map((retry) => event(slack, asked, { id: "Ev1", retry })));
    await event(slack, mentioning(slack, "other"));
    await until(() => slack.messages.length >= 2);
    expect(slack.messages).toHaveLength(2);
  });

  test("whose first delivery died with its process is answered by the retry", async () => {
    const store = memoryStore(systemClock);
    const stuck = createDouble();
    stuck.answers.set("hello", () => new Promise(() => undefined));
    const first = await start("http", { store, bot: stuck });
    const asked = mentioning(slack, "hello");
    await event(slack, asked, { id: "Ev1" });
    await until(() => stuck.requests.length === 1);
    await start("http", { store });
    await event(slack, asked, { id: "Ev1", retry: 1 });
    await until(() => slack.messages.length === 1, undefined, 9000);
    expect(first.bot.requests).toHaveLength(1);
    expect(slack.calls.filter(({ method }) => method === "conversations.replies")).toHaveLength(1);
  }, 15_000);

  test("whose answer arrived although its process died before it knew is not answered again", async () => {
    const store = memoryStore(systemClock);
    await start("http", { store });
    const asked = mentioning(slack, "hello");
    await event(slack, asked, { id: "Ev1" });
    await until(() => slack.messages.length === 1);
    let done: readonly string[] = [];
    await eventually(async () => {
      done = (await keysIn(store, "slack/T1/")).filter((key) => key.startsWith("answered:"));
      return done.length === 1;
    });
    for (const key of done) await store.delete(key);
    await start("http", { store });
    await event(slack, asked, { id: "Ev1", retry: 1 });
    await until(() => slack.calls.some(({ method }) => method === "conversations.replies"), undefined, 9000);
    expect(slack.messages).toHaveLength(1);
  }, 15_000);

  test("is looked for in its thread when it comes as a retry, long after an answer that nobody remembers", async () => {
    await start("http");
    const asked = mentioning(slack, "hello");
    await event(slack, asked, { id: "Ev1" });
    await until(() => slack.messages.length === 1);
    await start("http");
    await event(slack, asked, { id: "Ev1", retry: 2 });
    await until(() => slack.calls.some(({ method }) => method === "conversations.replies"));
    slack.faults = (what) =>
      what === "conversations.replies"
        ? { status: 200, body: { ok: false, error: "missing_scope" } }
        : undefined;
    await event(slack, mentioning(slack, "unseen"), { id: "Ev2", retry: 1 });
    await until(() => slack.messages.length === 2);
    expect(slack.messages.map(({ text }) => text)).toEqual(["you said hello", "you said unseen"]);
  });

  test("whose handling failed may be sent again", async () => {
    const once = createOnce(memoryStore(systemClock), systemClock, AbortSignal.timeout(5000));
    let ran = 0;
    await expect(
      once.event("k", async () => {
        ran++;
        throw new Error("died");
      }),
    ).rejects.toThrow("died");
    await once.event("k", async () => void ran++);
    await once.event("k", async () => void ran++);
    expect(ran).toBe(2);
  });
});

describe("while the store cannot be reached", () => {
  const broken: StateStore = new Proxy(memoryStore(systemClock), {
    get: () => async () => Promise.reject(new Error("unavailable")),
  });
  const once = () => createOnce(broken, systemClock, AbortSignal.timeout(5000));

  test("an event and a double click are still done once in this process", async () => {
    const { event: hear, within: press } = once();
    let heard = 0;
    let clicked = 0;
    await Promise.all([1, 2].map(() => hear("k", async () => void heard++)));
    await Promise.all([1, 2].map(() => press("another", 3000, async () => void clicked++)));
    expect([heard, clicked]).toEqual([1, 1]);
  });

  test("a turn that lasted long is still ours", async () => {
    let now = 0;
    const clock = { now: () => now, monotonic: () => now, sleep: async () => undefined };
    const { event: hear } = createOnce(broken, clock, AbortSignal.timeout(5000));
    const held: boolean[] = [];
    await hear("k", async ({ holds }) => {
      held.push(await holds());
      now += 60_000;
      held.push(await holds(), await holds());
    });
    expect(held).toEqual([true, true, true]);
  });
});

test("a turn that another process took over meanwhile is no longer ours", async () => {
  const store = memoryStore(systemClock);
  let now = 0;
  const clock = { now: () => now, monotonic: () => now, sleep: async () => undefined };
  const { event: hear } = createOnce(store, clock, AbortSignal.timeout(5000));
  await hear("k", async ({ holds }) => {
    now += 60_000;
    await store.delete("once:k");
    await store.claim("once:k", 60_000);
    expect(await holds()).toBe(false);
  });
});

describe("a request that somebody sends again, signature and all", () => {
  test.each(["http", "socket"] as const)(
    "does nothing, in another process either: %s",
    async (mode) => {
      const store = memoryStore(systemClock);
      const bots = [(await start(mode, { store })).bot];
      const sent: Parameters<Slack["deliver"]>[] = [];
      const { deliver } = slack;
      slack.deliver = (...args) => {
        sent.push(args);
        return deliver(...args);
      };
      await slash(slack, "search x");
      const message = await until(() => slack.messages[0]);
      await click(slack, message, "Next");
      await until(() => message.edits === 1);
      await shortcut(slack, MESSAGE_SHORTCUT, { channel: "C1", text: "see this" });
      await until(() => slack.messages.length === 2);
      slack.deliver = deliver;
      const before = bots[0]?.requests.length;
      if (mode === "http") bots.push((await start(mode, { store })).bot);
      // A double click is over.
      await systemClock.sleep(3_100);
      for (const again of sent) expect((await slack.deliver(...again)).status).toBe(200);
      await slash(slack, "other");
      await until(() => slack.messages.length === 3);
      expect(bots.flatMap(({ requests }) => requests)).toHaveLength((before ?? 0) + 1);
      expect([message.edits, slack.messages.length]).toEqual([1, 3]);
    },
    15_000,
  );
});

describe("an answer in a thread", () => {
  test("whose reply was lost on the way is found, not posted again", async () => {
    await start("socket");
    failing("chat.postMessage", "lose");
    await event(slack, mentioning(slack, "hello"));
    await until(() => slack.calls.some(({ method }) => method === "conversations.replies"));
    await event(slack, mentioning(slack, "other"));
    await until(() => slack.messages.length >= 2);
    expect(slack.messages).toHaveLength(2);
  });

  test("that never left, or met a 500, is posted again", async () => {
    await start("socket");
    failing("chat.postMessage", "drop");
    await event(slack, mentioning(slack, "hello"));
    await until(() => slack.messages.length === 1);
    failing("chat.postMessage", { status: 500 });
    await event(slack, mentioning(slack, "again"));
    await until(() => slack.messages.length === 2);
  });

  test("waits out a 429 in its channel and holds up no other", async () => {
    await start("socket");
    let limited = 1;
    slack.faults = (what, args) =>
      what === "chat.postMessage" && args.channel === "C1" && limited-- > 0
        ? { status: 429, headers: { "retry-after": "2" } }
        : undefined;
    await event(slack, mentioning(slack, "slow"));
    await until(() => slack.calls.some(({ method }) => method === "chat.postMessage"));
    await event(slack, mentioning(slack, "quick", { channel: "C2" }));
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]?.channel).toBe("C2");
    await until(() => slack.messages.length === 2);
    const tries = slack.calls.filter(
      ({ method, args }) => method === "chat.postMessage" && args.channel === "C1",
    );
    expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(1990);
  });
});

describe("an answer through a response_url", () => {
  test("whose reply was lost is not sent again", async () => {
    const { logged } = await start("socket");
    failing("response_url", "lose");
    await slash(slack, "hello");
    await until(() => logged.some((line) => line.includes("may not have arrived")));
    expect(slack.messages).toHaveLength(1);
  });

  test("waits out a 429 and a 500", async () => {
    await start("socket");
    failing("response_url", { status: 429, headers: { "retry-after": "1" } });
    await slash(slack, "hello");
    await until(() => slack.messages.length === 1);
    failing("response_url", { status: 503 }, 2);
    await slash(slack, "again");
    await until(() => slack.messages.length === 2);
  });

  test("that has expired reaches its caller as an ephemeral message", async () => {
    await start("socket");
    failing("response_url", { status: 404, body: "expired_url" });
    await slash(slack, "hello", { user: "U2" });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ to: "U2", text: "you said hello" });
  });

  test("that has expired where the bot is not reaches its caller directly", async () => {
    await start("socket");
    failing("response_url", { status: 404, body: "expired_url" });
    await slash(slack, "hello", { user: "U2", channel: "C3" });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ channel: "DU2", text: "you said hello" });
  });

  test("whose blocks Slack refuses is sent without them", async () => {
    await start("socket");
    failing("response_url", { status: 200, body: { ok: false, error: "invalid_blocks" } });
    await slash(slack, "hello");
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ blocks: [], text: expect.stringContaining("you said hello") });
  });
});

describe("a click", () => {
  test("that failed may be tried again at once", async () => {
    const { bot } = await start("socket");
    await slash(slack, "search x");
    const message = await until(() => slack.messages[0]);
    failing("response_url", "lose");
    bot.answers.set("read", () => sentence("text"));
    await click(slack, message, "Next");
    await until(() => message.edits === 1);
    failing("response_url", { status: 404, body: "expired_url" });
    await click(slack, message, "Next");
    await until(() => slack.messages.length === 2);
  });
});
