/**
 * A small strict Discord: gateway and REST on one local port. It refuses what Discord refuses (a late or second
 * acknowledgement, a body over a limit, a missing permission) and remembers what people would see.
 */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { readBody } from "./body.ts";
import { createGateway } from "./gateway.ts";
import { BOT, guild } from "./people.ts";
import { createRest, type Fault, type Rest } from "./rest.ts";

export interface DiscordServer extends Rest {
  /** What DISCORD_API_URL is set to. */
  readonly apiUrl: string;
  readonly gateway: ReturnType<typeof createGateway>;
  /** The next request that matches gets this fault, `times` times. */
  fault(match: RegExp, fault: Fault, times?: number): void;
  /** Resolves when the condition holds; looks again after every request and event. */
  until(holds: () => boolean, what: string, withinMs?: number): Promise<void>;
  /** Connections that were opened so far, the gateway's among them. */
  opened(): number;
  close(): Promise<void>;
}

interface Planned {
  readonly match: RegExp;
  readonly fault: Fault;
  times: number;
}

export async function createDiscordServer({
  token = "test.token",
  shards = 1,
  refuse,
}: {
  token?: string;
  shards?: number;
  /** A code that every new connection is closed with. */
  refuse?: number;
} = {}): Promise<DiscordServer> {
  const rest = createRest();
  const planned: Planned[] = [];
  const watchers = new Set<() => void>();
  const http = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? "").replace(/^\/api\/v\d+/, "");
    const name = `${request.method} ${path}`;
    try {
      const body = await readBody(request);
      const plan = planned.find(({ match, times }) => times > 0 && match.test(name));
      if (plan) plan.times -= 1;
      const authorised = request.headers.authorization === `Bot ${token}`;
      if (plan?.fault === "lost request") return void response.destroy();
      if (plan && typeof plan.fault === "object") return answer(response, plan.fault);
      if (path === "/gateway/bot") return answer(response, gatewayInfo(authorised));
      const answered = await rest.handle(name, body, authorised);
      if (plan?.fault === "lost reply") return void response.socket?.resetAndDestroy();
      answer(response, answered);
    } catch (error) {
      answer(response, { status: 500, body: { message: String(error), code: 0 } });
    } finally {
      for (const look of watchers) look();
    }
  });
  let opened = 0;
  http.on("connection", () => {
    opened += 1;
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = `ws://127.0.0.1:${port}/gateway`;
  const gateway = createGateway(http, {
    token,
    refuse,
    url: () => url,
    ready: () => ({ user: BOT, application: { id: BOT.id, flags: 0 } }),
    guilds: () => [guild(rest.channels)],
  });

  function gatewayInfo(authorised: boolean) {
    if (!authorised) return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
    return { status: 200, body: { url, shards, session_start_limit } };
  }

  return Object.assign(rest, {
    apiUrl: `http://127.0.0.1:${port}/api`,
    gateway,
    fault(match: RegExp, fault: Fault, times = 1) {
      planned.push({ match, fault, times });
    },
    until(holds: () => boolean, what: string, withinMs = 8_000) {
      return new Promise<void>((resolve, reject) => {
        const end = () => {
          clearInterval(poll);
          clearTimeout(deadline);
          watchers.delete(look);
        };
        const look = () => {
          if (!holds()) return;
          end();
          resolve();
        };
        const poll = setInterval(look, 20);
        const deadline = setTimeout(() => {
          end();
          reject(new Error(`waited in vain until ${what}`));
        }, withinMs);
        watchers.add(look);
        look();
      });
    },
    opened() {
      return opened;
    },
    async close() {
      gateway.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  });
}

function answer(
  response: ServerResponse,
  { status, body, headers = {} }: { status: number; body?: unknown; headers?: Record<string, string> },
): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
