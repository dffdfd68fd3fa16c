/** The real delivery over real rooms, with a clock that the test turns and an adapter that answers as it is told. */
import { setTimeout as wait } from "node:timers/promises";
import { loadCommands } from "../../commands/index.ts";
import type { Article } from "../../src/article.ts";
import type { Adapter, Posted, Target } from "../../src/bot.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Caller, Doors } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import type { Deliveries } from "../../src/delivery/delivery.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { createWebhooks } from "../../src/delivery/webhook/webhooks.ts";
import { openDoors } from "../../src/doors.ts";
import { createBot } from "../../src/inbox/create-bot.ts";
import { createLog } from "../../src/log.ts";
import type { Reply } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";

/** One call of `post` as the adapter saw it. */
export interface Call {
  readonly target: Target;
  readonly reply: Reply;
  readonly key: string;
  readonly attempt: number;
  readonly until: number;
  readonly at: number;
}

export const caller: Caller = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  user: "U1",
  locale: "en",
  zone: "Asia/Shanghai",
  manages: true,
  operates: false,
};

export interface Rig {
  /** `leap` moves what the wall clock says and nothing else; the others are time that passes. */
  readonly clock: Clock & { turn(ms: number): void; set(iso: string): void; leap(ms: number): void };
  readonly store: StateStore;
  readonly doors: Doors;
  readonly calls: Call[];
  readonly logged: string[];
  /** People who run the bot, as the settings have them. */
  readonly operators: Set<string>;
  /** What `post` answers next; "sent" when nothing is left. */
  readonly answers: (Posted | ((call: Call) => Posted | Promise<Posted>))[];
  ask(line: string, as?: Partial<Caller>): Promise<Reply>;
  /** Another process of the bot on the same state. */
  process(more?: Parameters<typeof openDelivery>[3]): Deliveries;
  /** Waits for rounds to end, and for messages that are being made: what was not posted by then was not to be posted. */
  round(): Promise<void>;
  /** Rows of a room in the caller's workspace: `rows("lease:")`. */
  rows(room: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** Keys of all rows of the workspace, or of a room in it. */
  keys(room?: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const WORKSPACE = "slack/T1/";

/**
 * @param start the instant at which the clock stands; it only moves when turned
 * @param allowHosts hosts that whoever runs the bot may name as webhooks although they are private
 */
export async function openRig(
  start: string,
  store?: StateStore | ((clock: Clock) => StateStore),
  allowHosts: readonly string[] = [],
): Promise<Rig> {
  let now = Date.parse(start);
  let leapt = 0;
  const clock = {
    now: () => now + leapt,
    monotonic: () => now,
    // Real milliseconds instead of seconds, so that a test waits for nothing.
    sleep: async (ms: number, signal?: AbortSignal) =>
      wait(Math.min(ms, 5), undefined, { ...(signal && { signal }) }),
    turn: (ms: number) => {
      now += ms;
    },
    set: (iso: string) => {
      now = Date.parse(iso);
    },
    leap: (ms: number) => {
      leapt += ms;
    },
  };
  const logged: string[] = [];
  const operators = new Set([caller.user]);
  const config = readConfig({ NODE_ENV: "production" });
  const log = createLog(config, (line) => void logged.push(line));
  const opened = await openDoors({ commands: await loadCommands(), config, log, clock, complain: () => {} });
  const kept = typeof store === "function" ? store(clock) : (store ?? memoryStore(clock));
  let rounds = 0;
  /** Posts that a test keeps waiting. */
  let posting = 0;
  const { due } = kept;
  kept.due = (rooms, ...asked) => {
    if (rooms[0] === "schedule") rounds += 1;
    return due(rooms, ...asked);
  };
  // What comes into the library came at that moment, as if a log had it.
  const came = new Map<string, { at: number; article: Article }>();
  opened.library.onChange(({ put }) => {
    for (const one of put) came.set(one.id, { at: now, article: one });
  });
  const keeper: Doors["keeper"] = {
    catchUp: async () => {},
    keep: async (articles) => opened.library.put(articles),
    drop: async (ids) => opened.library.remove(ids),
    tidy: async () => {},
    since: (at) => [...came.values()].filter((one) => one.at > at).map((one) => one.article),
    cameAt: (id) => came.get(id)?.at,
  };
  const doors = Object.defineProperties(Object.create(opened) as Doors, {
    store: { value: kept },
    keeper: { value: keeper },
    groupOf: { value: (_: Caller, written: string) => /^S[A-Z0-9]+$/.exec(written)?.[0] },
    webhooks: {
      value: createWebhooks({
        operates: ({ user }) => operators.has(user),
        ...{ secretKey: "a test's own key of letters", allowHosts, contact: undefined },
        // Requests take their real time.
        clock: { ...systemClock, now: clock.now },
      }),
    },
  });
  const calls: Call[] = [];
  const answers: Rig["answers"] = [];
  const adapter: Adapter = {
    name: "slack",
    connected: true,
    start: async () => {},
    missing: async () => null,
    stop: async () => {},
    async post(target, reply, key, attempt, until = 0) {
      const call = { target, reply, key, attempt, until, at: now };
      calls.push(call);
      const answer = answers.shift() ?? { state: "sent", link: `https://slack.example/${key}` };
      if (typeof answer !== "function") return answer;
      posting += 1;
      try {
        return await answer(call);
      } finally {
        posting -= 1;
      }
    },
  };
  const bot = createBot(doors, log);
  const running: Deliveries[] = [];
  return {
    clock,
    store: kept,
    doors,
    calls,
    logged,
    operators,
    answers,
    ask: (line, as = {}) =>
      bot.handle({ id: "r1", caller: { ...caller, ...as }, line }, AbortSignal.timeout(10_000)),
    process: (more) => {
      const made = openDelivery(doors, [adapter], log, more);
      made.start();
      running.push(made);
      return made;
    },
    round: async () => {
      const seen = rounds;
      while (rounds < seen + 3) await wait(2);
      // What was begun has a lease while its message is made: longer than a round.
      while ((await kept.list(`lease:${WORKSPACE}`)).length > posting) await wait(2);
    },
    rows: (room) => kept.list(`${room}${WORKSPACE}`),
    keys: async (room) => {
      if (room !== undefined) return (await kept.list(`${room}${WORKSPACE}`)).map(([key]) => key);
      const all: string[] = [];
      for await (const some of kept.ofScope(WORKSPACE)) all.push(...some);
      return all.sort();
    },
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()));
    },
  };
}

/** An article that came in at an instant. */
export function article(id: string, title: string, published: string, body = ""): Article {
  return {
    ...{ id, title, body: body || `${title}.`, source: "TASS", published },
    language: "en",
    kind: "article",
    url: `https://news.example/${id}`,
  };
}
