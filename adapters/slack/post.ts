/** Posting into channels: once per key, in order, each channel waiting out its own rate limit. */
import type { Posted, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Message } from "./render.ts";
import { type Failure, failureOf, refusesBlocks, type Web } from "./web.ts";

/** Where a message goes and how it is recognised when it has to be looked for. */
export interface Letter extends Message {
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly key: string;
  /** Where Slack does not let us look for an earlier attempt: better twice than never. */
  readonly evenUnseen?: boolean;
}

export interface Poster {
  /** One try. With `attempt` above 1 it first looks whether an earlier one arrived. `may` is asked right before posting. */
  once(letter: Letter, attempt: number, may: () => boolean | Promise<boolean>): Promise<Posted>;
  /** Tries until Slack takes it or says no; waits its turn in the channel. */
  patiently(letter: Letter, attempt: number, may: () => boolean | Promise<boolean>): Promise<Posted>;
  /** The channel of a target; a person's direct messages are opened. */
  channelOf(target: Target): Promise<string>;
}

const EVENT_TYPE = "sco_message";
const TRIES = 6;
/** How far back an earlier attempt is looked for. */
const LOOK_BACK_S = 24 * 3600;
const PAGES = 5;
/** Where even reading is refused with these, nothing can be posted any more either. */
const SHUT_OUT = new Set(["channel_not_found", "not_in_channel"]);

export function createPoster(web: Web, clock: Clock, signal: AbortSignal): Poster {
  const lanes = new Map<string, Promise<unknown>>();
  const limited = new Map<string, number>();

  async function once(
    letter: Letter,
    attempt: number,
    may: () => boolean | Promise<boolean>,
  ): Promise<Posted> {
    const lane = `${letter.workspace}/${letter.channel}`;
    const wait = (limited.get(lane) ?? 0) - clock.now();
    if (wait > 0) return { state: "later", afterMs: wait };
    try {
      if (attempt > 1) {
        const ts = await find(letter);
        if (ts) return { state: "sent", ...(await linkTo(letter, ts)) };
      }
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "limited") return { state: "later", afterMs: failure.afterMs };
      const reason = `could not look for an earlier attempt: ${failure.reason}`;
      if (failure.kind === "refused" && !letter.evenUnseen && SHUT_OUT.has(failure.reason))
        return { state: "refused", reason: failure.reason };
      if (failure.kind !== "refused" || !letter.evenUnseen) return { state: "unknown", reason };
    }
    if (!(await may())) return { state: "later", afterMs: 0 };
    try {
      return { state: "sent", ...(await linkTo(letter, await send(letter))) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "limited") limited.set(lane, clock.now() + failure.afterMs);
      return postedFrom(failure);
    }
  }

  /** Posts it, in plain words when Slack refuses how it is made: its timestamp. */
  async function send(letter: Letter): Promise<string> {
    const message = {
      channel: letter.channel,
      ...(letter.thread && { thread_ts: letter.thread }),
      text: letter.text,
      metadata: { event_type: EVENT_TYPE, event_payload: { key: letter.key } },
      unfurl_links: false,
      unfurl_media: false,
    };
    const call = async (args: Readonly<Record<string, unknown>>): Promise<string> =>
      String((await web.call(letter.workspace, "chat.postMessage", args)).ts);
    try {
      return await call({ ...message, blocks: letter.blocks });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== "refused" || !refusesBlocks(failure.reason)) throw error;
      return call(message);
    }
  }

  /** An earlier message of ours with this key: its timestamp. */
  async function find(letter: Letter): Promise<string | undefined> {
    let cursor: unknown;
    for (let page = 0; page < PAGES; page++) {
      const answer = await web.call(
        letter.workspace,
        letter.thread ? "conversations.replies" : "conversations.history",
        {
          channel: letter.channel,
          ...(letter.thread && { ts: letter.thread }),
          include_all_metadata: true,
          limit: 200,
          oldest: String(Math.floor(clock.now() / 1000) - LOOK_BACK_S),
          ...(typeof cursor === "string" && cursor && { cursor }),
        },
      );
      const messages = Array.isArray(answer.messages) ? answer.messages : [];
      const found = messages.find((message) => message?.metadata?.event_payload?.key === letter.key);
      if (found) return String(found.ts);
      cursor = (answer.response_metadata as { next_cursor?: unknown } | undefined)?.next_cursor;
      if (!cursor) return undefined;
    }
    return undefined;
  }

  /** A link to show in the list of deliveries; not worth a failure. */
  async function linkTo(letter: Letter, ts: string): Promise<{ link?: string }> {
    if (letter.thread) return {};
    try {
      const args = { channel: letter.channel, message_ts: ts };
      const { permalink } = await web.call(letter.workspace, "chat.getPermalink", args);
      return typeof permalink === "string" ? { link: permalink } : {};
    } catch {
      return {};
    }
  }

  async function patiently(
    letter: Letter,
    first: number,
    may: () => boolean | Promise<boolean>,
  ): Promise<Posted> {
    const lane = `${letter.workspace}/${letter.channel}`;
    const before = lanes.get(lane) ?? Promise.resolve();
    const turn = before.then(() => persist(letter, first, may));
    const settled = turn.catch(() => undefined);
    lanes.set(lane, settled);
    void settled.then(() => lanes.get(lane) === settled && lanes.delete(lane));
    return turn;
  }

  async function persist(
    letter: Letter,
    first: number,
    may: () => boolean | Promise<boolean>,
  ): Promise<Posted> {
    let held = true;
    const mayStill = async () => {
      held = await may();
      return held;
    };
    let attempt = first;
    for (let tries = 1; ; tries++) {
      const posted = await once(letter, attempt, mayStill);
      if (!held || posted.state === "sent" || posted.state === "refused" || tries === TRIES) return posted;
      if (posted.state === "unknown") attempt++;
      await clock.sleep(posted.state === "later" ? posted.afterMs : 500 * 2 ** tries, signal);
    }
  }

  async function channelOf(target: Target): Promise<string> {
    if ("channel" in target) return target.channel;
    const { channel } = await web.call(target.workspace, "conversations.open", { users: target.user });
    return String((channel as { id?: unknown } | undefined)?.id ?? target.user);
  }

  return { once, patiently, channelOf };
}

/** What a failure means for a delivery. */
export function postedFrom(failure: Failure): Posted {
  if (failure.kind === "limited") return { state: "later", afterMs: failure.afterMs };
  if (failure.kind === "unsent") return { state: "later", afterMs: 5000 };
  return { state: failure.kind, reason: failure.reason };
}
