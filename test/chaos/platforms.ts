/** A Slack-like and a Discord-like server that take posts over real HTTP, refuse what the real ones would, and misbehave in every usual way. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { faultsOfMessage } from "../discord/server/checks.ts";
import { fallback, fault, messageBlocks, metadata } from "../slack/schema.ts";

export interface Message {
  readonly platform: "slack" | "discord";
  readonly channel: string;
  /** Slack: the key in its metadata. Discord: the nonce. */
  readonly key: string;
  readonly at: number;
  /** Everything that was posted, as JSON. */
  readonly text: string;
}

export interface Platforms {
  readonly slackUrl: string;
  readonly discordUrl: string;
  readonly messages: readonly Message[];
  /** What was wrong with posts that the real platforms would refuse for good. */
  readonly refused: readonly string[];
  /** How often each misbehaviour happened. */
  readonly faults: Readonly<Record<string, number>>;
  /** Whether they still misbehave. */
  wild: boolean;
  stop(): Promise<void>;
}

/** What goes wrong with a request: before or after it took effect, or not at all. */
type Fault = "none" | "lost before" | "lost after" | "429" | "500 before" | "500 after" | "slow";
const ODDS: readonly (readonly [Fault, number])[] = [
  ["lost before", 0.05],
  ["lost after", 0.1],
  ["429", 0.06],
  ["500 before", 0.04],
  ["500 after", 0.05],
  ["slow", 0.05],
];
const SLOW_MS = 1200;
/** Discord promises uniqueness of a nonce "for a few minutes"; here it is short, so that history has to help. */
const NONCE_MS = 20_000;

/** Starts both on private ports. */
export async function startPlatforms(): Promise<Platforms> {
  const messages: (Message & { id: string; body: Record<string, unknown> })[] = [];
  const faults: Record<string, number> = {};
  const refused: string[] = [];
  const state = { wild: true };
  let ids = 1_300_000_000_000_000_000n;

  function draw(): Fault {
    if (!state.wild) return "none";
    let luck = Math.random();
    for (const [fault, odds] of ODDS) {
      luck -= odds;
      if (luck < 0) {
        faults[fault] = (faults[fault] ?? 0) + 1;
        return fault;
      }
    }
    return "none";
  }

  function keep(platform: Message["platform"], channel: string, key: string, body: Record<string, unknown>) {
    const now = Date.now();
    if (platform === "discord") {
      const same = messages.find(
        (one) => one.key === key && one.channel === channel && now - one.at < NONCE_MS,
      );
      if (same) return same;
    }
    ids += 1n;
    const message = { platform, channel, key, at: now, text: JSON.stringify(body), id: `${ids}`, body };
    messages.push(message);
    return message;
  }

  const slack = await listen(async (path, body, answer) => {
    const method = path.split("/").at(-1) ?? "";
    const channel = String(body.channel ?? "");
    if (method === "auth.test") return answer({ ok: true, user_id: "UBOT", bot_id: "BBOT", team_id: "T1" });
    if (method === "chat.getPermalink")
      return answer({ ok: true, permalink: `https://slack.example/${channel}` });
    if (method === "conversations.history")
      return answer({
        ok: true,
        messages: messages
          .filter((one) => one.platform === "slack" && one.channel === channel)
          .map((one) => ({ ts: one.id, bot_id: "BBOT", ...one.body, metadata: parsed(one.body.metadata) }))
          .reverse(),
      });
    if (method !== "chat.postMessage") return answer({ ok: false, error: "unknown_method" });
    const wrong =
      fault(messageBlocks, parsed(body.blocks)) ??
      fault(metadata, parsed(body.metadata)) ??
      fault(fallback, body.text);
    if (wrong) {
      refused.push(`slack: ${wrong}`);
      return answer({ ok: false, error: "invalid_blocks" });
    }
    const { event_payload: payload } = parsed(body.metadata) as { event_payload?: { key?: string } };
    return answer({ ok: true, channel, ts: keep("slack", channel, payload?.key ?? "", body).id });
  });

  const discord = await listen(async (path, body, answer, verb) => {
    const channel = /channels\/(\d+)\/messages/.exec(path)?.[1] ?? "";
    const shape = (one: (typeof messages)[number]) => ({
      ...one.body,
      id: one.id,
      channel_id: channel,
      nonce: undefined,
      content: one.body.content ?? "",
      embeds: one.body.embeds ?? [],
      timestamp: new Date(one.at).toISOString(),
      author: { id: "1", bot: true, username: "sco" },
    });
    if (verb === "GET")
      return answer(
        messages
          .filter((one) => one.platform === "discord" && one.channel === channel)
          .map(shape)
          .reverse()
          .slice(0, 50),
      );
    const wrong = [
      ...faultsOfMessage(body, []),
      ...(body.nonce === undefined || body.enforce_nonce !== true ? ["no nonce that is enforced"] : []),
    ];
    if (wrong.length > 0) {
      refused.push(`discord: ${wrong.join("; ")}`);
      return answer({ code: 50035, message: "Invalid Form Body" }, 400);
    }
    return answer(shape(keep("discord", channel, String(body.nonce ?? ""), body)));
  });

  type Answer = (body: unknown, status?: number) => void;
  async function listen(
    serve: (path: string, body: Record<string, unknown>, answer: Answer, verb: string) => Promise<void>,
  ) {
    const server = createServer((request, response) => {
      void misbehave(request, response).catch(() => response.destroy());
    });
    async function misbehave(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const body = await bodyOf(request);
      const luck = draw();
      const reset = () => request.socket.resetAndDestroy();
      if (luck === "lost before") return void reset();
      if (luck === "500 before") return end(response, 500, { message: "internal" });
      if (luck === "429") {
        response.setHeader("retry-after", "1");
        return end(response, 429, { message: "slow down", retry_after: 1, global: false });
      }
      if (luck === "slow") await new Promise((done) => setTimeout(done, SLOW_MS));
      await serve(
        request.url ?? "",
        body,
        (answer, status = 200) => {
          if (luck === "lost after") reset();
          else if (luck === "500 after") end(response, 500, { message: "internal" });
          else end(response, status, answer);
        },
        request.method ?? "",
      );
    }
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  }

  const portOf = (server: ReturnType<typeof createServer>): number => {
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  };
  return {
    slackUrl: `http://127.0.0.1:${portOf(slack)}/api/`,
    discordUrl: `http://127.0.0.1:${portOf(discord)}/api`,
    messages,
    refused,
    faults,
    get wild() {
      return state.wild;
    },
    set wild(on) {
      state.wild = on;
    },
    async stop() {
      for (const server of [slack, discord]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

function end(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** JSON, a form, or Discord's multipart with its payload_json. */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const type = request.headers["content-type"] ?? "";
  if (type.includes("json")) return JSON.parse(text || "{}") as Record<string, unknown>;
  if (type.includes("multipart")) {
    const json =
      /name="payload_json"[^\n]*\r?\n(?:[^\n]+\r?\n)*\r?\n([\s\S]*?)\r?\n--/.exec(text)?.[1] ?? "{}";
    return JSON.parse(json) as Record<string, unknown>;
  }
  return Object.fromEntries(new URLSearchParams(text));
}

function parsed(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}
