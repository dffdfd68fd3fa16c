/** The REST half of the test server: what Discord would do with each request, and what people would see after it. */
import type { ReadBody } from "./body.ts";
import { faultsOfChoices, faultsOfCommands, faultsOfMessage, faultsOfModal } from "./checks.ts";
import { BOT, type Channel, channel, channels, GUILD, guild, nextId, PERMISSIONS } from "./people.ts";

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
/** An answer instead of the right one; or the request, or only the reply to it, gets lost. */
export type Fault = "lost request" | "lost reply" | Answered;

type Json = Record<string, unknown>;

/** A message that people see. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  body: Json;
  /** Its files by name. */
  files?: ReadonlyMap<string, Buffer>;
  readonly ephemeral: boolean;
  /** Still "thinking…". */
  thinking: boolean;
  edits: number;
  /** Who wrote it, when not the bot, and when (epoch ms). */
  readonly author?: object;
  readonly at: number;
}

/** What one interaction has led to. */
export interface Told {
  readonly id: string;
  readonly token: string;
  /** Epoch ms at which it was sent; set it back to make answers late. */
  sentAt: number;
  acknowledged?: { readonly type: number; readonly afterMs: number };
  choices?: readonly Json[];
  /** The form that was opened. */
  modal?: Json;
  /** Its own message, then follow-ups. */
  readonly messages: Shown[];
}

export interface Rest {
  readonly channels: readonly Channel[];
  readonly interactions: Map<string, Told>;
  readonly posts: Shown[];
  /** Every request as `METHOD /path`, in order. */
  readonly requests: string[];
  /** Bodies that were over a limit, with what was wrong; a test expects none. */
  readonly refused: string[];
  readonly commands: { scope: string; body: Json[] }[];
  /** As Discord does after a few minutes: a nonce keeps a post single no longer. */
  forgetNonces(): void;
  /** Threads by the message that each began at, with its name. */
  readonly threads: Map<string, string>;
  /** Posts that were begun in forums. */
  readonly forumPosts: Json[];
  /** The bot may begin none. */
  noThreads: boolean;
  handle(name: string, body: ReadBody, authorised: boolean): Promise<Answered>;
  /** Notes an interaction that was sent, so that its token works. */
  tell(interaction: { id: string; token: string }, on?: Shown): Told;
}

const FIRST_ANSWER_MS = 3_000;
const ok = (body?: unknown): Answered => ({ status: body === undefined ? 204 : 200, body });
const refusal = (status: number, code: number, message: string): Answered => ({
  status,
  body: { code, message },
});

export function createRest(): Rest {
  const interactions = new Map<string, Told>();
  const pressedOn = new Map<string, Shown>();
  const posts: Shown[] = [];
  const requests: string[] = [];
  const refused: string[] = [];
  const commands: { scope: string; body: Json[] }[] = [];
  const threads = new Map<string, string>();
  const forumPosts: Json[] = [];
  /** Discord forgets them after a few minutes. */
  const nonces = new Map<string, Shown>();

  const invalid = (name: string, faults: string[]): Answered => {
    refused.push(`${name}: ${faults.join("; ")}`);
    return { status: 400, body: { code: 50035, message: "Invalid Form Body", errors: { _errors: faults } } };
  };
  const show = (place: string, body: Json, more: Partial<Shown> = {}): Shown => ({
    id: nextId(),
    channel: place,
    body,
    ephemeral: false,
    thinking: false,
    edits: 0,
    at: Date.now(),
    ...more,
  });

  function callback(name: string, token: string, { json, files, contents }: ReadBody): Answered {
    const told = interactions.get(token);
    const afterMs = told ? Date.now() - told.sentAt : 0;
    if (!told || afterMs > FIRST_ANSWER_MS) return refusal(404, 10062, "Unknown interaction");
    if (told.acknowledged) return refusal(400, 40060, "Interaction has already been acknowledged.");
    const type = Number(json.type);
    const data = (json.data ?? {}) as Json;
    const on = pressedOn.get(token);
    if (type === 8) {
      const faults = faultsOfChoices(data.choices as Json[]);
      if (faults.length > 0) return invalid(name, faults);
      told.choices = data.choices as Json[];
    } else if (type === 9) {
      const faults = faultsOfModal(data);
      if (faults.length > 0) return invalid(name, faults);
      told.modal = data;
    } else if (type === 4 || type === 7) {
      const faults = faultsOfMessage(data, files);
      if (faults.length > 0) return invalid(name, faults);
    }
    if (type === 4 || type === 5)
      told.messages.push(
        show("", data, { files: contents, ephemeral: data.flags === 64, thinking: type === 5 }),
      );
    if ((type === 6 || type === 7) && on) told.messages.push(on);
    if (type === 7 && on) Object.assign(on, { body: data, edits: on.edits + 1 });
    told.acknowledged = { type, afterMs };
    return ok();
  }

  function webhook(
    name: string,
    method: string,
    token: string,
    { json, files, contents }: ReadBody,
  ): Answered {
    const told = interactions.get(token);
    const own = told?.messages[0];
    if (!told) return refusal(404, 10015, "Unknown Webhook");
    if (!told.acknowledged) return refusal(404, 10008, "Unknown Message");
    if (method === "DELETE") {
      told.messages.shift();
      return ok();
    }
    const faults = faultsOfMessage(json, files);
    if (faults.length > 0) return invalid(name, faults);
    // As at Discord, the first follow-up to a deferral that still thinks becomes its answer.
    if (method === "PATCH" || own?.thinking) {
      if (!own) return refusal(404, 10008, "Unknown Message");
      Object.assign(own, { body: json, files: contents, thinking: false, edits: own.edits + 1 });
      return ok({ id: own.id });
    }
    const more = show("", json, { ephemeral: json.flags === 64, files: contents });
    told.messages.push(more);
    return ok({ id: more.id });
  }

  function post(name: string, place: string, { json, files, contents }: ReadBody): Answered {
    const known = channels.find(({ id }) => id === place);
    if (!known && !threads.has(place) && !place.startsWith("4"))
      return refusal(404, 10003, "Unknown Channel");
    const denied = known?.denied ?? 0n;
    if (denied & PERMISSIONS.viewChannel) return refusal(403, 50001, "Missing Access");
    if (denied & PERMISSIONS.sendMessages) return refusal(403, 50013, "Missing Permissions");
    const faults = faultsOfMessage(json, files);
    if (faults.length > 0) return invalid(name, faults);
    const nonce = json.enforce_nonce === true ? `${place}/${json.nonce}` : "";
    const before = nonce ? nonces.get(nonce) : undefined;
    if (before) return ok(asMessage(before));
    const message = show(place, json, { files: contents });
    posts.push(message);
    if (nonce) nonces.set(nonce, message);
    return ok(asMessage(message));
  }

  /** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
  function startThread(name: string, message: string, { json }: ReadBody): Answered {
    const title = String(json.name ?? "");
    if (title.trim() === "" || title.length > 100) return invalid(name, ["name"]);
    if (![60, 1440, 4320, 10080].includes(Number(json.auto_archive_duration)))
      return invalid(name, ["auto_archive_duration"]);
    if (rest.noThreads) return refusal(403, 50013, "Missing Permissions");
    if (!posts.some(({ id }) => id === message)) return refusal(404, 10008, "Unknown Message");
    if (threads.has(message))
      return refusal(400, 160004, "A thread has already been created for this message");
    threads.set(message, title);
    return ok({ id: message });
  }

  /** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
  function startPost(name: string, forum: Channel, { json, files, contents }: ReadBody): Answered {
    const title = String(json.name ?? "");
    const tags = (json.applied_tags ?? []) as string[];
    const faults = faultsOfMessage(json.message as Json, files);
    if (title.trim() === "" || title.length > 100) faults.push("name");
    if (tags.length > 5 || !tags.every((tag) => forum.tags?.some(({ id }) => id === tag)))
      faults.push("applied_tags");
    if (faults.length > 0) return invalid(name, faults);
    if (forum.needsTag && tags.length === 0)
      return refusal(400, 40067, "A tag is required to create a forum post");
    const id = nextId();
    threads.set(id, title);
    forumPosts.push({ id, parent_id: forum.id, name: title, owner_id: BOT.id, applied_tags: tags });
    posts.push(show(id, json.message as Json, { id, files: contents }));
    return ok({ ...forumPosts.at(-1), type: 11 });
  }

  async function handle(name: string, body: ReadBody, authorised: boolean): Promise<Answered> {
    requests.push(name);
    const [method = "", path = ""] = name.split(" ");
    const parts = path.split("?")[0]?.split("/").slice(1) ?? [];
    const [kind, first = "", second = ""] = parts;
    if (kind === "interactions") return callback(name, second, body);
    if (kind === "webhooks") return webhook(name, method, second, body);
    if (!authorised) return refusal(401, 0, "401: Unauthorized");
    if (method === "PUT" && kind === "applications") {
      const list = body.json as unknown as Json[];
      const faults = faultsOfCommands(list);
      if (faults.length > 0) return invalid(name, faults);
      commands.push({ scope: second === "guilds" ? (parts[3] ?? "") : "global", body: list });
      return ok(list);
    }
    if (kind === "applications" && first === "@me") return ok({ id: BOT.id });
    if (kind === "users" && method === "GET") return ok(BOT);
    if (kind === "users" && second === "channels")
      return ok({ id: `4${String(body.json.recipient_id).slice(1)}` });
    if (kind === "channels" && parts[4] === "threads") return startThread(name, parts[3] ?? "", body);
    const forum = channels.find(({ id, type }) => id === first && type === 15);
    if (kind === "channels" && forum && second === "threads") return startPost(name, forum, body);
    if (kind === "guilds" && second === "threads") return ok({ threads: forumPosts, members: [] });
    if (kind === "channels" && method === "POST") return post(name, first, body);
    if (kind === "channels" && second === "messages") {
      const { limit = "50", before } = Object.fromEntries(new URLSearchParams(path.split("?")[1]));
      if (Number(limit) > 100) return invalid(name, ["limit"]);
      const newest = posts.filter(({ channel: place }) => place === first).reverse();
      const from = before === undefined ? 0 : newest.findIndex(({ id }) => id === before) + 1;
      return ok(newest.slice(from, from + Number(limit)).map(asMessage));
    }
    const found = channels.find(({ id }) => id === first);
    if (kind === "channels" && found) {
      return found.denied & PERMISSIONS.viewChannel
        ? refusal(403, 50001, "Missing Access")
        : ok(channel(found));
    }
    if (kind === "guilds" && parts[2] === "members") return ok({ user: BOT, roles: [], flags: 0 });
    if (kind === "guilds" && first !== GUILD) return refusal(404, 10004, "Unknown Guild");
    if (kind === "guilds") return ok(guild(channels));
    return refusal(404, 10003, "Unknown Channel");
  }

  const rest: Rest = {
    channels,
    interactions,
    posts,
    threads,
    forumPosts,
    noThreads: false,
    requests,
    refused,
    commands,
    forgetNonces: () => nonces.clear(),
    handle,
    tell({ id, token }, on) {
      const told: Told = { id, token, sentAt: Date.now(), messages: [] };
      interactions.set(token, told);
      if (on) pressedOn.set(token, on);
      return told;
    },
  };
  return rest;
}

/** Discord's own form of a message; like Discord it does not give the nonce back later. */
function asMessage({ id, channel: place, body, author = BOT, at }: Shown): Json {
  const { nonce, enforce_nonce, ...rest } = body;
  return { ...rest, id, channel_id: place, author, timestamp: new Date(at).toISOString() };
}
