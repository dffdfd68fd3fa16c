/** What Slack sends, read into what we answer: pure, and nothing that is not there is assumed. */
import { createHash } from "node:crypto";
import { channelScope } from "../../src/state/scope.ts";
import { typed, unescapeText } from "./escape.ts";
import type { SlackPlace } from "./person.ts";

/** Something somebody asked, and where the answer goes. */
export interface SlackRequest extends SlackPlace {
  readonly id: string;
  /** What was typed after the command, or said. */
  readonly text: string;
  readonly responseUrl?: string | undefined;
  /** Said in a thread, to nobody in particular. */
  readonly overheard?: true;
}

/** A click on a button of ours. */
export interface Click extends SlackPlace {
  readonly id: string;
  readonly actionId: string;
  readonly value: string | undefined;
  /** One rendering's button: the same for every click on it, another after a page was turned. */
  readonly key: string;
  readonly responseUrl?: string | undefined;
  readonly trigger: string | undefined;
  /** Whether only the person who clicks sees the message. */
  readonly ephemeral: boolean;
  readonly view?: { readonly id: string; readonly type: string } | undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const optional = (value: unknown): string | undefined =>
  typeof value === "string" && value ? value : undefined;

/** A slash command. Its text comes escaped, but without Slack's link and mention forms. */
export function fromCommand(body: unknown): SlackRequest {
  const { team_id, enterprise_id, channel_id, user_id, trigger_id, response_url, ...rest } = fields(body);
  return {
    id: text(trigger_id) || text(response_url),
    workspace: text(team_id) || text(enterprise_id),
    enterprise: optional(enterprise_id),
    channel: text(channel_id),
    user: text(user_id),
    text: unescapeText(text(rest.text)).trim(),
    responseUrl: optional(response_url),
  };
}

/**
 * A mention in a channel, a direct message without one, or what was said in a thread and calls nobody; null when it is not
 * for us: from a bot, changed, deleted, joined. `id` is the message's own, so that an edit of it is the same question.
 */
export function fromMessage(body: unknown, botUser: string | undefined): SlackRequest | null {
  const { event, team_id, enterprise_id, authorizations } = fields(body);
  const message = fields(event);
  const place = message.channel_type ?? (text(message.channel).startsWith("D") ? "im" : "channel");
  const direct = message.type === "message" && place === "im";
  const overheard = message.type === "message" && !direct;
  const ours = ["", "file_share", "thread_broadcast"].includes(text(message.subtype));
  if (!ours || message.bot_id || message.bot_profile || !message.user || message.user === botUser)
    return null;
  if (message.user === "USLACKBOT" || message.hidden === true) return null;
  // A mention comes as an event of its own, and whoever calls somebody else does not mean us.
  const aside = !message.thread_ts || message.thread_ts === message.ts || /<[@!]/.test(text(message.text));
  if (overheard && (place === "mpim" || aside)) return null;
  // In a shared channel `team_id` may be the other company's; the authorization is of the workspace that has the app.
  const installed = fields((Array.isArray(authorizations) ? authorizations : [])[0]);
  const workspace = text(installed.team_id) || text(team_id);
  const ts = text(message.ts) || text(message.event_ts);
  return {
    id: `${channelScope({ platform: "slack", workspace, channel: text(message.channel) })}:${ts}`,
    workspace,
    enterprise: optional(installed.team_id ? installed.enterprise_id : enterprise_id),
    channel: text(message.channel),
    user: text(message.user),
    text: typed(text(message.text), botUser ?? leadingMention(text(message.text))),
    // In the agent's tab every message begins a thread of its own, and there the answer belongs.
    thread: optional(message.thread_ts) ?? ts,
    // Only messages of the bot's own conversations come as these.
    ...(direct && message.channel_type === "im" && { own: true as const }),
    ...(overheard && { overheard }),
  };
}

/** Before Slack told us who we are, the first mention is taken for us. */
function leadingMention(said: string): string | undefined {
  return /^\s*<@([A-Z0-9]+)/.exec(said)?.[1];
}

export function fromClick(body: unknown): Click {
  const read = fields(body);
  const action = fields(Array.isArray(read.actions) ? read.actions[0] : undefined);
  const container = fields(read.container);
  const message = fields(read.message);
  const view = fields(read.view);
  const channel = text(fields(read.channel).id) || text(container.channel_id);
  const where = text(container.message_ts) || text(message.ts) || `${text(view.id)}/${text(view.hash)}`;
  const place = placeOf(read, channel);
  return {
    ...place,
    thread: optional(container.thread_ts) ?? optional(message.thread_ts),
    id: text(read.trigger_id) || text(action.action_ts),
    actionId: text(action.action_id),
    value: optional(action.value),
    key: `${channelScope({ platform: "slack", ...place })}:${digest([where, action.block_id, action.action_id, action.value])}`,
    responseUrl: optional(read.response_url),
    trigger: optional(read.trigger_id),
    ephemeral: typeof container.is_ephemeral === "boolean" ? container.is_ephemeral : !message.ts,
    view: view.id ? { id: text(view.id), type: text(view.type) } : undefined,
  };
}

/** A short name for what may be thousands of characters. */
export function digest(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}

/** A shortcut or a submitted form: who used it where, and the message it was used on. */
export function fromShortcut(
  body: unknown,
): SlackRequest & { readonly trigger: string | undefined; readonly links: readonly string[] } {
  const read = fields(body);
  const said = text(fields(read.message).text);
  const channel = text(fields(read.channel).id);
  return {
    ...placeOf(read, channel),
    id: text(read.trigger_id) || text(fields(read.view).id),
    text: typed(said),
    links: [...said.matchAll(/<(https?:[^|>]+)/g)].map(([, link = ""]) => unescapeText(link)),
    responseUrl: optional(read.response_url),
    trigger: optional(read.trigger_id),
  };
}

function placeOf(read: Fields, channel: string): SlackPlace {
  const user = fields(read.user);
  const workspace = text(fields(read.team).id) || text(user.team_id) || text(fields(read.enterprise).id);
  return { workspace, enterprise: optional(fields(read.enterprise).id), channel, user: text(user.id) };
}
