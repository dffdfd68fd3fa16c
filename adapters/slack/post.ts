/** Posting into channels: once per key, in order, each channel waiting out its own rate limit. */
import type { Posted, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import { createRecent } from "../../src/inbox/recent.ts";
import type { Message } from "./message.ts";
import { type Failure, failureOf, refusesBlocks, type Web } from "./web.ts";

/** Where a message goes and how it is recognised when it has to be looked for. */
export interface OutgoingMessage extends Message {
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly key: string;
  /** No earlier attempt was made before this instant, in epoch milliseconds. */
  readonly since?: number | undefined;
  /** Where Slack does not let us look for an earlier attempt: better twice than never. */
  readonly evenUnseen?: boolean;
}

export interface Poster {
  /** One try. With `attempt` above 1 it first looks whether an earlier one arrived. `may` is asked right before posting. */
  once(letter: OutgoingMessage, attempt: number, may: () => boolean | Promise<boolean>): Promise<Posted>;
  /** Tries until Slack takes it or says no; waits its turn in the channel. */
  patiently(letter: OutgoingMessage, attempt: number, may: () => boolean | Promise<boolean>): Promise<Posted>;
  /** The channel of a target; a person's direct messages are opened. */
  channelOf(target: Target): Promise<string>;
}

const EVENT_TYPE = "sco_message";
const TRIES = 6;
/** How far back an earlier attempt is looked for, where nothing is known of when it was. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** Slack's clock and ours may differ by so much. */
const SKEW_MS = 5 * 60_000;
/** Pages that one call of ours looks at; the next goes on from there. */
const PAGES = 5;
const PAUSE_MS = 1_000;
/** Looks that were broken off, and how many of them are remembered. */
const LOOKS = 1_000;
/** Where even reading is refused with these, nothing can be posted any more either. */
const SHUT_OUT = new Set(["channel_not_found", "not_in_channel"]);

export function createPoster(web: Web, clock: Clock, signal: AbortSignal): Poster {
  const lanes = new Map<string, Promise<unknown>>();
  const limited = createRecent<number>(LOOKS);
  /** Where to go on looking: apps that are sold outside Slack's directory may ask once a minute, for 15 messages. */
  const looks = createRecent<{ readonly oldest: string; readonly cursor?: string }>(LOOKS);

  async function once(
    letter: OutgoingMessage,
    attempt: number,
    may: () => boolean | Promise<boolean>,
  ): Promise<Posted> {
    const lane = `${letter.workspace}/${letter.channel}`;
    const wait = (limited.get(lane) ?? 0) - clock.monotonic();
    if (wait > 0) return { state: "later", afterMs: wait };
    try {
      if (attempt > 1) {
        const seen = await find(letter);
        if (seen === "unfinished") return { state: "later", afterMs: PAUSE_MS };
        if (seen) return sent(letter, seen.ts);
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
      return await sent(letter, await send(letter));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "limited") limited.set(lane, clock.monotonic() + failure.afterMs);
      return postedFrom(failure);
    }
  }

  async function sent(letter: OutgoingMessage, ts: string): Promise<Posted> {
    return { state: "sent", thread: letter.thread ?? ts, ...(await linkTo(letter, ts)) };
  }

  /** Posts it, in plain words when Slack refuses how it is made: its timestamp. */
  async function send(letter: OutgoingMessage): Promise<string> {
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
      if (letter.simpler === undefined) return call(message);
      const { simpler, ...rest } = letter;
      return send({ ...rest, blocks: simpler });
    }
  }

  /** An earlier message of ours with this key. A look that Slack breaks off goes on at the next call. */
  async function find(letter: OutgoingMessage): Promise<{ readonly ts: string } | "unfinished" | undefined> {
    const { workspace, channel, thread, key, since = clock.now() - LOOK_BACK_MS } = letter;
    const name = [workspace, channel, thread ?? "", key].join("/");
    let look = looks.get(name) ?? { oldest: String(Math.floor((since - SKEW_MS) / 1000)) };
    looks.set(name, look);
    for (let page = 0; page < PAGES; page++) {
      const answer = await web
        .call(workspace, thread ? "conversations.replies" : "conversations.history", {
          channel,
          ...(thread && { ts: thread }),
          include_all_metadata: true,
          limit: 200,
          ...look,
        })
        .catch((error) => {
          // Only a limit leaves the place where to go on; with any other fault the look begins anew.
          if (failureOf(error).kind !== "limited") looks.delete(name);
          throw error;
        });
      const messages = Array.isArray(answer.messages) ? answer.messages : [];
      const found = messages.find((message) => message?.metadata?.event_payload?.key === key);
      const cursor = (answer.response_metadata as { next_cursor?: unknown } | undefined)?.next_cursor;
      if (found || typeof cursor !== "string" || cursor === "") {
        looks.delete(name);
        return found && { ts: String(found.ts) };
      }
      look = { oldest: look.oldest, cursor };
      looks.set(name, look);
    }
    return "unfinished";
  }

  /** A link to show in the list of deliveries; not worth a failure. */
  async function linkTo(letter: OutgoingMessage, ts: string): Promise<{ link?: string }> {
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
    letter: OutgoingMessage,
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
    letter: OutgoingMessage,
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
