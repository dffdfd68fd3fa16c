/** A small strict Slack: the Web API, response addresses, OAuth, and everything that Slack sends to an app. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { botScopes } from "../../adapters/slack/surface.ts";
import { createDesk, type Desk } from "./desk.ts";
import { callMethod, readArguments } from "./methods.ts";
import { fallback, fault, messageBlocks } from "./schema.ts";
import { createSocketEnd, type SocketEnd } from "./socket.ts";

/** What to do to a request instead of answering it: `drop` closes before it is done, `lose` after. */
export type Fault =
  | "drop"
  | "lose"
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

export interface Slack extends Desk {
  readonly socket: SocketEnd;
  /** Asked before every Web API call (`chat.postMessage`) and response (`response_url`). */
  faults: (what: string, args: Record<string, unknown>) => Fault | undefined;
  /** Calls in order, with when they came. */
  readonly calls: { readonly method: string; readonly args: Record<string, unknown>; readonly at: number }[];
  /** Where signed requests go; Socket Mode is used while it is unset. */
  eventsUrl?: string;
  readonly signingSecret: string;
  /** Delivers a payload the way the app listens; resolves with its acknowledgement. */
  deliver(kind: Kind, payload: unknown, retry?: number): Promise<Acknowledgement>;
  /** A signed request, with what a test wants to be wrong about it. */
  signed(
    body: string,
    type: string,
    wrong?: { secondsAgo?: number; signature?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  close(): Promise<void>;
}
export type Kind = "slash_commands" | "events_api" | "interactive";
export interface Acknowledgement {
  readonly status: number;
  readonly body: unknown;
  readonly ms: number;
}

const response = z.strictObject({
  text: fallback,
  blocks: messageBlocks,
  response_type: z.enum(["ephemeral", "in_channel"]),
  replace_original: z.boolean(),
  thread_ts: z.string().optional(),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});

export async function startSlack(): Promise<Slack> {
  const desk = createDesk(botScopes());
  const server = createServer((request, reply) => {
    void handle(slack, request, reply);
  });
  const socket = createSocketEnd(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slack: Slack = Object.assign(desk, {
    socket,
    faults: () => undefined,
    calls: [],
    signingSecret: "test-signing-secret",
    async deliver(kind: Kind, payload: unknown, retry?: number): Promise<Acknowledgement> {
      const started = performance.now();
      if (!slack.eventsUrl) {
        const body = await socket.send(kind, payload, retry);
        return { status: 200, body, ms: performance.now() - started };
      }
      const json = kind === "events_api";
      const form =
        kind === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
      const headers = retry
        ? { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }
        : {};
      const answer = await slack.signed(
        json ? JSON.stringify(payload) : new URLSearchParams(form).toString(),
        json ? "application/json" : "application/x-www-form-urlencoded",
        { headers },
      );
      const text = await answer.text();
      const body = text.startsWith("{") ? (JSON.parse(text) as unknown) : text;
      return { status: answer.status, body, ms: performance.now() - started };
    },
    signed(
      body: string,
      type: string,
      wrong: { secondsAgo?: number; signature?: string; headers?: Record<string, string> } = {},
    ) {
      const stamp = String(Math.floor(Date.now() / 1000) - (wrong.secondsAgo ?? 0));
      const signature = `v0=${createHmac("sha256", slack.signingSecret).update(`v0:${stamp}:${body}`).digest("hex")}`;
      return fetch(slack.eventsUrl ?? "", {
        method: "POST",
        body,
        headers: {
          "content-type": type,
          "x-slack-request-timestamp": stamp,
          "x-slack-signature": wrong.signature ?? signature,
          ...wrong.headers,
        },
      });
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
  return slack;
}

async function handle(slack: Slack, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const path = new URL(request.url ?? "/", slack.url).pathname;
  const upload = slack.uploads.get(/^\/upload\/(\w+)$/.exec(path)?.[1] ?? "");
  if (upload) {
    upload.bytes = Buffer.concat(chunks);
    return answer(reply, slack.faults("upload", {}) ? 500 : 200, "OK");
  }
  const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
  const address = /^\/response\/(\w+)$/.exec(path)?.[1];
  const args = address
    ? (JSON.parse(body) as Record<string, unknown>)
    : readArguments(body, request.headers["content-type"] ?? "");
  const name = method ?? (address ? "response_url" : path);
  slack.calls.push({ method: name, args, at: performance.now() });
  const broken = slack.faults(name, args);
  if (broken === "drop") return void request.socket.resetAndDestroy();
  if (typeof broken === "object") return answer(reply, broken.status, broken.body ?? {}, broken.headers);
  const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
  const result = method
    ? method === "oauth.v2.access"
      ? grant(slack, args)
      : callMethod(slack, method, token, args)
    : address
      ? respond(slack, address, args)
      : undefined;
  if (broken === "lose") return void request.socket.resetAndDestroy();
  if (result === undefined) return answer(reply, 404, "");
  return answer(
    reply,
    result.ok === false && address ? 400 : 200,
    address ? (result.ok ? "ok" : result.error) : result,
  );
}

function answer(
  reply: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  reply.writeHead(status, { "content-type": "application/json", ...headers });
  reply.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** A response_url: five times, half an hour; in place of a message or beside it. */
function respond(slack: Slack, id: string, args: Record<string, unknown>): { ok: boolean; error?: string } {
  const address = slack.responses.get(id);
  if (!address || address.until < Date.now()) return { ok: false, error: "expired_url" };
  if (++address.uses > 5) return { ok: false, error: "used_url" };
  const wrong = fault(response, args);
  if (wrong) {
    slack.refusals.push(`response_url: ${wrong} ${JSON.stringify(args).slice(0, 400)}`);
    return { ok: false, error: "invalid_blocks" };
  }
  const { text, blocks, response_type, replace_original, thread_ts } = args as z.output<typeof response>;
  const { original } = address;
  if (replace_original && original) {
    if ((original.to !== undefined) !== (response_type === "ephemeral"))
      return { ok: false, error: "cannot_change_audience" };
    Object.assign(original, { text, blocks, edits: (original.edits ?? 0) + 1 });
    return { ok: true };
  }
  slack.messages.push({
    ts: slack.stamp(),
    channel: address.channel,
    text,
    blocks,
    ...(thread_ts && { thread_ts }),
    ...(response_type === "ephemeral" && { to: address.user }),
  });
  return { ok: true };
}

/** A code buys a token of the workspace that it names: `code-T2` gives `xoxb-T2`. */
function grant(slack: Slack, args: Record<string, unknown>): { ok: boolean; error?: string } {
  const team = /^code-([TE]\w+)$/.exec(String(args.code))?.[1];
  if (args.client_id !== "client" || args.client_secret !== "client-secret" || !team)
    return { ok: false, error: "invalid_code" };
  slack.tokens.set(`xoxb-${team}`, team);
  return Object.assign(
    { ok: true },
    {
      access_token: `xoxb-${team}`,
      token_type: "bot",
      scope: [...slack.scopes].join(","),
      bot_user_id: slack.botUser,
      app_id: "A1",
      ...(team.startsWith("E")
        ? { team: null, enterprise: { id: team, name: team }, is_enterprise_install: true }
        : { team: { id: team, name: team }, enterprise: null, is_enterprise_install: false }),
      authed_user: { id: "U1" },
    },
  );
}
