/** What is kept of schedules, watches and deliveries, and under which keys. */
import { createHash, randomInt } from "node:crypto";
import type { Target } from "../bot.ts";
import type { Caller } from "../command.ts";
import type { Locale } from "../i18n/words.ts";
import { channelScope, personScope } from "../state/scope.ts";

/** Where something is posted, and who asked for it. */
export interface DeliveryPlace {
  readonly platform: Caller["platform"];
  readonly workspace: string;
  readonly channel: string;
}

export interface Schedule extends DeliveryPlace {
  readonly id: string;
  /** `HH:MM` on the clocks of `zone`. */
  readonly time: string;
  /** Days of the week, 1 Monday to 7 Sunday, rising. */
  readonly days: readonly number[];
  readonly zone: string;
  /** A query; left out for everything. */
  readonly topic?: string;
  /** The summary's language when it was asked for; else the channel's. */
  readonly lang?: Locale;
  readonly empty: "skip" | "say";
  /** Held back until this day, on which it runs again. */
  readonly until?: string;
  /** When it was set up, epoch ms; not known of those that versions up to 0.2.0 kept. */
  readonly setUp?: number;
  /** Who set it up, in which language; "" once that person was forgotten. */
  readonly by: string;
  readonly locale: Locale;
}

/** Where what a channel follows also goes. */
export interface Webhook extends DeliveryPlace {
  /** Its address and its secret. */
  readonly sealed: string;
  /** The address as everybody may see it. */
  readonly shown: string;
  /** Set up by somebody who ran the bot then; whether they still do is asked for each post. */
  readonly trusted: boolean;
  readonly by: string;
  readonly locale: Locale;
  /** Since when (epoch ms). */
  readonly at: number;
  /** The key of its first message in the outbox; the next setup takes its place, so that no more than one waits. */
  readonly hello?: string | undefined;
}

export interface Watch extends DeliveryPlace {
  readonly id: string;
  readonly query: string;
  /** Minutes between two messages at least. */
  readonly every: number;
  /** Days without an article after which that is told. */
  readonly silence?: number;
  /** How many times what is usual a day must bring, for that to be told. */
  readonly rush?: number;
  /** The user group or role that its messages call, by its id on the platform. */
  readonly mention?: string;
  readonly zone: string;
  readonly by: string;
  readonly locale: Locale;
}

/** An article as a watch's message shows it; whole, as another process may post it. */
export interface FoundArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly published: string | null;
  readonly url: string | null;
  /** The story that it is part of. */
  readonly story?: string;
  /** Below an earlier message on its story: figures, names and the language that are new with it. */
  readonly added?: readonly string[];
  /** Words of the query that matched, and a passage. */
  readonly matched: readonly string[];
  readonly snippet: string;
}

/** The same by its id; what it says stands elsewhere (see `news.ts`). */
export type ArticleRef = Pick<FoundArticle, "id" | "story">;

/** Why something was not sent, or not yet. */
export const WHYS = [
  "empty",
  "quiet hours",
  "duplicate story",
  "nothing new in it",
  "paused",
  "held",
  "rate-limited",
  "permission",
  "too late",
  "no answer",
  "switched off",
  "failed",
] as const;
export type Why = (typeof WHYS)[number];

/** Why a watch speaks although no article asks for it. */
export type Alert =
  | { readonly kind: "silence"; readonly since: string; readonly days: number }
  | {
      readonly kind: "rush";
      readonly day: string;
      readonly articles: number;
      /** Articles a day that are usual: of the 14 days before, or of this weekday in them, whichever is more. */
      readonly usual: number;
    };

/** One message on its way. It is in the outbox until it is done; `id` is its idempotency key. */
export interface Delivery {
  readonly id: string;
  readonly kind: "summary" | "watch" | "notice" | "alert";
  /** Id of the schedule or watch. */
  readonly source: string;
  readonly platform: Caller["platform"];
  readonly target: Target;
  /** It goes to the channel's webhook instead of the channel. */
  readonly to?: "webhook";
  /** What a person would call it: the command line that made it. */
  readonly title: string;
  /** Epoch ms that it is for. */
  readonly due: number;
  readonly by: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly state: "pending" | "sending";
  /** Posts that were begun and may have arrived. */
  readonly attempt: number;
  /** Not before this (epoch ms). */
  readonly after: number;
  readonly why?: Why;
  /** Details of `why`, as the platform said it. */
  readonly reason?: string;
  /** When its words were chosen (epoch ms), once they were; the next summary tells what came after. */
  readonly made?: number;
  /** summary: what it is about (left out for everything), the time of its schedule, and what to do when nothing is new. */
  readonly topic?: string;
  readonly time?: string;
  readonly empty?: "skip" | "say";
  readonly setUp?: number;
  /** summary: the digest line, which versions up to 0.2.0 post; a row of theirs has its topic only there. */
  readonly line?: string;
  /** watch: its query (absent in rows up to 0.2.0) and its number among the messages of the watch. */
  readonly query?: string;
  readonly n?: number;
  /** watch: what it brings, as much as is named, and how many there are in all (absent up to 0.2.0: as many as are found). */
  readonly news?: readonly ArticleRef[];
  /** watch: the same whole, when it is told below an earlier message; versions up to 0.2.0 wrote all of it so. */
  readonly found?: readonly FoundArticle[];
  readonly total?: number;
  /** watch, below an earlier message: articles that said nothing new meanwhile. */
  readonly more?: number;
  /** notice, alert: the sentence. */
  readonly text?: string;
  /** alert: the same for machines. */
  readonly alert?: Alert;
  /** The user group or role that it calls. */
  readonly mention?: string;
}

/** What became of a delivery. */
export interface Done {
  readonly id: string;
  readonly kind: Delivery["kind"];
  readonly to?: "webhook";
  readonly title: string;
  readonly due: number;
  readonly at: number;
  readonly state: "sent" | "skipped" | "failed";
  readonly why?: Why;
  readonly reason?: string;
  readonly link?: string;
}

/** Posting to a channel stopped because the platform refused for good. */
export interface Pause {
  readonly since: number;
  readonly reason: string;
}

export const DAY_MS = 86_400_000;
/** How long what became of deliveries is kept, and which articles a watch has seen. */
export const DONE_MS = 30 * DAY_MS;
export const SEEN_MS = 60 * DAY_MS;
/** How long it is kept that an article was left out of a watch's messages: a channel that takes nothing leaves out all of them. */
export const LEFT_OUT_MS = 2 * DAY_MS;
/** An article older than this is no news to a watch. */
export const NEWS_MS = 30 * DAY_MS;

/** Scope of where a delivery goes: a channel's, its webhook's, or a person's. */
export function scopeOf({ platform, target, to }: Pick<Delivery, "platform" | "target" | "to">): string {
  const place = { platform, workspace: target.workspace };
  if (!("channel" in target)) return personScope({ ...place, user: target.user });
  const channel = { ...place, channel: target.channel };
  return to === "webhook" ? webhookScope(channel) : channelScope(channel);
}

/** `slack/T1/C1/webhook`: its deliveries wait, pause and are posted apart from the channel's, and are forgotten with them. */
export const webhookScope = (at: DeliveryPlace): string => `${channelScope(at)}/webhook`;
export const webhookKey = (at: DeliveryPlace): string => `webhook:${channelScope(at)}:own`;

/** The channel of a delivery. */
export function placeOf({ platform, target }: Pick<Delivery, "platform" | "target">): DeliveryPlace {
  return { platform, workspace: target.workspace, channel: "channel" in target ? target.channel : "" };
}

export const scheduleKey = (at: Schedule): string => `schedule:${channelScope(at)}:${at.id}`;
export const watchKey = (at: DeliveryPlace & { id: string }): string => `watch:${channelScope(at)}:${at.id}`;
/** Of a schedule: the latest due instant that was planned. Of a watch: its next message and when it spoke last. */
export const lastKey = (at: DeliveryPlace & { id: string }): string => `last:${channelScope(at)}:${at.id}`;
/** When the latest summary that was really posted chose its words. */
export const toldKey = (scope: string, source: string): string => `told:${scope}:${source}`;
export const seenKey = (at: DeliveryPlace & { id: string }, what: string): string =>
  `seen:${channelScope(at)}:${at.id}:${what}`;
/** What a watch found when it was set up: ids of articles that are no news to it. */
export const knownKey = (at: DeliveryPlace & { id: string }): string => seenKey(at, "");
/** When a watch's silence is over being usual; only while one is waited for. */
export const silenceKey = (at: Watch): string => `alert:${channelScope(at)}:${at.id}`;
/** How many articles each of the last days brought to a watch. */
export const tallyKey = (at: Watch): string => `tally:${channelScope(at)}:${at.id}`;
/** Where a story goes on that a watch has told of. */
export const threadKey = (at: DeliveryPlace, watch: string, story: string): string =>
  `thread:${channelScope(at)}:${watch}.${story}`;
export const outboxKey = (item: Delivery): string => `outbox:${scopeOf(item)}:${item.id}`;
export const replyKey = (item: Delivery): string => `reply:${scopeOf(item)}:${item.id}`;
/** One post at a time in a channel, whoever does it. */
export const leaseKey = (scope: string): string => `lease:${scope}`;
export const waitKey = (scope: string): string => `wait:${scope}`;
export const pauseKey = (scope: string): string => `pause:${scope}`;
export const doneKey = (scope: string, done: Done): string =>
  `done:${scope}:${String(done.at).padStart(15, "0")}-${done.id}`;

/** What a watch keeps under `silenceKey`: when an article came last (or when it began to wait), and which. */
export interface Silence {
  readonly since: number;
  readonly title?: string;
}

/** What a watch keeps under `tallyKey`. */
export interface Tally {
  /** Articles by day, on the clocks of the watch. */
  readonly days: Readonly<Record<string, number>>;
  /** The latest day of a rush that was told; one that goes on the day after is the same. */
  readonly told?: string;
}

/** What a watch keeps under `threadKey`: the message in whose thread a story goes on, and what was told there. */
export interface Thread {
  readonly thread: string;
  /** Articles by id, as they were when they were told. */
  readonly told: Readonly<Record<string, { readonly title: string; readonly figures: readonly string[] }>>;
  readonly names: readonly string[];
  readonly languages: readonly string[];
  /** Articles that said nothing new since the last message. */
  readonly more: number;
}

/** What a watch keeps under `lastKey`. */
export interface Spoke {
  readonly n: number;
  readonly at: number;
}

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** Six characters that stand for a topic or a query in a channel: set up twice at the same moment it is still one. */
export function idOf(room: "schedule" | "watch", at: DeliveryPlace, text: string): string {
  const digest = createHash("sha256")
    .update(`${room}:${channelScope(at)}:${text}`)
    .digest();
  return Array.from(digest.subarray(0, 6), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** Six characters that nobody mistakes for others; a billion of them. */
export function newId(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** The record of how a delivery ended. */
export function doneOf(
  item: Delivery,
  at: number,
  end: Pick<Done, "state" | "why" | "reason" | "link">,
): Done {
  const { id, kind, title, due, to } = item;
  return { id, kind, ...(to && { to }), title, due, at, ...end };
}
