/** Slack's Web API as far as the bot uses it: strict about tokens, scopes, arguments, membership and blocks. */
import { z } from "zod";
import type { Desk, Message } from "./desk.ts";
import { fallback, fault, isWellFormed, messageBlocks, metadata, view } from "./schema.ts";

export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<Record<string, unknown>>;
const no = (error: string, detail?: string): Answer => ({ ok: false, error, ...(detail && { detail }) });

const post = z.strictObject({
  channel: z.string(),
  text: fallback,
  blocks: messageBlocks.default([]),
  thread_ts: z
    .string()
    .regex(/^\d+\.\d{6}$/)
    .optional(),
  metadata: metadata.optional(),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});
const ARGUMENTS = {
  "assistant.threads.setSuggestedPrompts": z.strictObject({
    channel_id: z.string(),
    title: z.string().optional(),
    prompts: z
      .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
      .min(1)
      .max(4),
  }),
  "blocks.validate": z.strictObject({ message: z.object({ blocks: z.unknown() }) }),
  "apps.connections.open": z.strictObject({}),
  "auth.test": z.strictObject({}),
  "chat.getPermalink": z.strictObject({ channel: z.string(), message_ts: z.string() }),
  "chat.postEphemeral": post.extend({ user: z.string() }),
  "chat.postMessage": post,
  "conversations.history": z.strictObject({
    channel: z.string(),
    include_all_metadata: z.boolean().optional(),
    limit: z.number().max(999).optional(),
    oldest: z.string().optional(),
    cursor: z.string().optional(),
  }),
  "conversations.info": z.strictObject({ channel: z.string() }),
  "conversations.open": z.strictObject({ users: z.string(), prevent_creation: z.boolean().optional() }),
  "conversations.replies": z.strictObject({
    channel: z.string(),
    ts: z.string(),
    include_all_metadata: z.boolean().optional(),
    limit: z.number().max(1000).optional(),
    oldest: z.string().optional(),
    cursor: z.string().optional(),
  }),
  "files.completeUploadExternal": z.strictObject({
    files: z.array(z.strictObject({ id: z.string(), title: z.string() })).length(1),
    channel_id: z.string(),
    thread_ts: z
      .string()
      .regex(/^\d+\.\d{6}$/)
      .optional(),
  }),
  "files.getUploadURLExternal": z.strictObject({
    filename: z.string().min(1),
    length: z.coerce.number().int().min(1),
  }),
  "users.conversations": z.strictObject({
    user: z.string(),
    types: z.literal("public_channel,private_channel"),
    exclude_archived: z.literal(true),
    limit: z.number().max(999),
    cursor: z.string().optional(),
  }),
  "users.info": z.strictObject({ user: z.string(), include_locale: z.boolean().optional() }),
  "views.open": z.strictObject({ trigger_id: z.string(), view }),
  "views.push": z.strictObject({ trigger_id: z.string(), view }),
  "views.update": z.strictObject({ view_id: z.string(), view }),
  "views.publish": z.strictObject({ user_id: z.string(), view }),
} as const;
type Method = keyof typeof ARGUMENTS;
const isMethod = (name: string): name is Method => name in ARGUMENTS;

/** Which scopes a method wants: all of them are granted by the manifest, or the call is refused. */
const SCOPES: Readonly<Record<string, (channel: string) => string>> = {
  "assistant.threads.setSuggestedPrompts": () => "assistant:write",
  "chat.postMessage": () => "chat:write",
  "chat.postEphemeral": () => "chat:write",
  "users.conversations": () => "channels:read",
  "users.info": () => "users:read",
  "files.completeUploadExternal": () => "files:write",
  "files.getUploadURLExternal": () => "files:write",
  "conversations.open": () => "im:write",
  "conversations.info": (channel) => (channel.startsWith("G") ? "groups:read" : "channels:read"),
  "conversations.history": history,
  "conversations.replies": history,
};
function history(channel: string): string {
  return channel.startsWith("D")
    ? "im:history"
    : channel.startsWith("G")
      ? "groups:history"
      : "channels:history";
}

/** Checks a call and does it; refusals are noted for the test to see. */
export function callMethod(desk: Desk, name: string, token: string, given: Record<string, unknown>): Answer {
  const note = (error: string, detail: string): Answer => {
    desk.refusals.push(`${name}: ${error}: ${detail}`);
    return no(error, detail);
  };
  if (!isMethod(name)) return note("unknown_method", name);
  if (name === "apps.connections.open") {
    if (token !== desk.appToken) return no("invalid_auth");
    return { ok: true, url: `${desk.url.replace("http", "ws")}/socket/1` };
  }
  if (!desk.tokens.has(token)) return no("invalid_auth");
  const { team_id: _, token: __, ...args } = given;
  const wrong = fault(ARGUMENTS[name], args);
  if (wrong)
    return note(
      /block|view/.test(wrong) ? "invalid_blocks" : "invalid_arguments",
      `${wrong} ${JSON.stringify(args).slice(0, 400)}`,
    );
  const scope = SCOPES[name]?.(String(args.channel ?? ""));
  if (scope && !desk.scopes.has(scope)) return note("missing_scope", scope);
  return DO[name](desk, args as never, token);
}

const channelOf = (desk: Desk, id: string): string => (id.startsWith("U") ? desk.directOf(id) : id);

function write(desk: Desk, args: z.output<typeof post>, to?: string): Answer {
  const channel = desk.channels.get(channelOf(desk, args.channel));
  if (!channel) return no("channel_not_found");
  if (channel.archived) return no("is_archived");
  if (!channel.member) return no("not_in_channel");
  const { text, blocks, thread_ts, metadata: meta } = args;
  const message: Message = {
    ts: desk.stamp(),
    channel: channel.id,
    text,
    blocks,
    ...(thread_ts && { thread_ts }),
    ...(meta && { metadata: meta }),
    ...(to && { to }),
  };
  desk.messages.push(message);
  return to
    ? { ok: true, message_ts: message.ts }
    : { ok: true, channel: channel.id, ts: message.ts, message };
}

interface Past {
  readonly channel: string;
  readonly oldest?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A page of what was said, with a cursor while there is more, as Slack gives it. */
function past(desk: Desk, { channel, oldest, limit = 100, cursor }: Past, thread?: string): Answer {
  const known = desk.channels.get(channel);
  if (!known) return no("channel_not_found");
  if (!known.member) return no("not_in_channel");
  const messages = desk.messages
    .filter(
      (message) => message.channel === channel && !message.to && Number(message.ts) >= Number(oldest ?? 0),
    )
    .filter((message) =>
      thread ? message.thread_ts === thread || message.ts === thread : !message.thread_ts,
    );
  const from = cursor ? Number(Buffer.from(cursor, "base64").toString().replace("next_ts:", "")) : 0;
  if (Number.isNaN(from)) return no("invalid_cursor");
  const to = from + Math.min(limit, desk.historyPage);
  const more = to < messages.length;
  return {
    ok: true,
    messages: (thread ? messages : messages.reverse()).slice(from, to),
    has_more: more,
    response_metadata: { next_cursor: more ? Buffer.from(`next_ts:${to}`).toString("base64") : "" },
  };
}

function openView(desk: Desk, args: { trigger_id: string; view: unknown }, push: boolean): Answer {
  const user = desk.useTrigger(args.trigger_id);
  if (!user) return no("expired_trigger_id");
  const stack = push ? (desk.modals.get(user) ?? []) : [];
  if (stack.length >= 3) return no("push_limit_reached");
  const opened = { id: desk.id("V"), user, view: args.view as never };
  desk.modals.set(user, [...stack, opened]);
  return { ok: true, view: { id: opened.id } };
}

const DO: {
  readonly [M in Exclude<Method, "apps.connections.open">]: (
    desk: Desk,
    args: z.output<(typeof ARGUMENTS)[M]>,
    token: string,
  ) => Answer;
} = {
  "assistant.threads.setSuggestedPrompts": (desk, { channel_id, prompts }) => {
    if (!desk.channels.has(channel_id)) return no("channel_not_found");
    desk.prompts.set(channel_id, prompts);
    return { ok: true };
  },
  "blocks.validate": (_desk, { message }) => {
    const wrong = fault(messageBlocks, message.blocks);
    return wrong
      ? { ok: false, error: "invalid_blocks", errors: [{ pointer: "/", message: wrong }] }
      : { ok: true };
  },
  "auth.test": (desk, _args, token) => ({
    ok: true,
    team_id: desk.tokens.get(token),
    user_id: desk.botUser,
    bot_id: "B0BOT",
    url: `${desk.url}/`,
  }),
  "chat.getPermalink": (desk, { channel, message_ts }) =>
    desk.messages.some((message) => message.ts === message_ts)
      ? { ok: true, permalink: `${desk.url}/archives/${channel}/p${message_ts.replace(".", "")}` }
      : no("message_not_found"),
  "chat.postEphemeral": (desk, { user, ...args }) => write(desk, args, user),
  "chat.postMessage": (desk, args) => write(desk, args),
  "conversations.history": (desk, args) => past(desk, args),
  "conversations.replies": (desk, args) => past(desk, args, args.ts),
  "conversations.info": (desk, { channel }) => {
    const known = desk.channels.get(channel);
    if (!known || (known.hidden && !known.member)) return no("channel_not_found");
    return {
      ok: true,
      channel: { id: known.id, is_member: known.member, is_archived: known.archived ?? false },
    };
  },
  "conversations.open": (desk, { users }) =>
    desk.people.has(users) ? { ok: true, channel: { id: desk.directOf(users) } } : no("user_not_found"),
  "files.getUploadURLExternal": (desk, { filename, length }) => {
    const file_id = desk.id("F");
    desk.uploads.set(file_id, { filename, length });
    return { ok: true, file_id, upload_url: `${desk.url}/upload/${file_id}` };
  },
  "files.completeUploadExternal": (desk, { files: [file], channel_id, thread_ts }) => {
    const upload = desk.uploads.get(file?.id ?? "");
    if (!upload?.bytes || upload.bytes.length !== upload.length) return no("file_not_found");
    if (!desk.channels.get(channel_id)?.member) return no("not_in_channel");
    desk.files.push({ name: upload.filename, bytes: upload.bytes, channel: channel_id, thread: thread_ts });
    return { ok: true, files: [{ id: file?.id }] };
  },
  // Private channels only where the bot is too.
  "users.conversations": (desk, { user, limit, cursor = "0" }) => {
    if (!desk.people.has(user)) return no("user_not_found");
    const seen = [...desk.channels.values()].filter(
      ({ id, hidden, member, archived, without = [] }) =>
        !id.startsWith("D") && !archived && (member || !hidden) && !without.includes(user),
    );
    const from = Number(cursor);
    const next = from + limit < seen.length ? String(from + limit) : "";
    const channels = seen.slice(from, from + limit).map(({ id, restricted }) => ({
      id,
      ...(restricted && { properties: { posting_restricted_to: restricted } }),
    }));
    return { ok: true, channels, response_metadata: { next_cursor: next } };
  },
  "users.info": (desk, { user }) => {
    const profile = desk.people.get(user);
    return profile ? { ok: true, user: { id: user, ...profile } } : no("user_not_found");
  },
  "views.open": (desk, args) => openView(desk, args, false),
  "views.push": (desk, args) => openView(desk, args, true),
  "views.update": (desk, { view_id, view: next }) => {
    const shown = [...desk.modals.values()].flat().find(({ id }) => id === view_id);
    if (!shown) return no("not_found");
    shown.view = next as never;
    return { ok: true, view: { id: view_id } };
  },
  "views.publish": (desk, { user_id, view: home }) => {
    if (home.type !== "home") return no("invalid_arguments");
    desk.homes.set(user_id, home as never);
    return { ok: true };
  },
};

/** Arguments come as a form whose objects are JSON. */
export function readArguments(body: string, type: string): Record<string, unknown> {
  if (type.startsWith("application/json")) return JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      isWellFormed(value) && /^(?:[[{]|\d{1,4}$|true$|false$)/.test(value) && name !== "text"
        ? JSON.parse(value)
        : value,
    ]),
  );
}
