/** Health and metrics over HTTP, on a port of their own. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Readiness {
  readonly ready: boolean;
  readonly [part: string]: unknown;
}

export interface OpsDoors {
  /** What `/readyz` says; 503 unless `ready`. */
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface OpsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can answer) and `/metrics`.
 * @throws when the address is taken or may not be used
 */
export async function startOpsServer(doors: OpsDoors, host: string, port: number): Promise<OpsServer> {
  const server = createServer(async ({ method, url = "/" }, response) => {
    const { status, type, text } = await answer(doors, method ?? "GET", url.split("?")[0] ?? "/");
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
  });
  server.listen({ host, port });
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function answer(doors: OpsDoors, method: string, path: string): Promise<Answer> {
  if (method !== "GET" && method !== "HEAD") return plain(405, "GET only\n");
  try {
    if (path === "/healthz") return plain(200, "alive\n");
    if (path === "/readyz") {
      const readiness = await doors.readiness();
      return {
        status: readiness.ready ? 200 : 503,
        type: "application/json",
        text: `${JSON.stringify(readiness)}\n`,
      };
    }
    if (path === "/metrics") {
      const { contentType, text } = await doors.metrics();
      return { status: 200, type: contentType, text };
    }
    return plain(404, "There are /healthz, /readyz and /metrics.\n");
  } catch {
    return plain(500, "This could not be measured; see the log.\n");
  }
}

function plain(status: number, text: string): Answer {
  return { status, type: "text/plain; charset=utf-8", text };
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  if (server.listening) await once(server, "close");
}
