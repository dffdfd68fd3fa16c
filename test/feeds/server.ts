/** A real HTTP server for the tests: answers by path, counts what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface TestServer {
  readonly url: string;
  /** `127.0.0.1:PORT`, as SCO_ALLOW_HOSTS wants it. */
  readonly host: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  connections: number;
  set(path: string, answer: Answer): string;
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1; unknown paths answer 404. */
export async function startServer(): Promise<TestServer> {
  const answers = new Map<string, Answer>();
  const asked: TestServer["asked"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push({ path, headers: request.headers });
    const answer = answers.get(path) ?? answers.get(path.split("?")[0] ?? "");
    if (typeof answer === "function") return answer(request, response);
    response.writeHead(answer?.status ?? (answer ? 200 : 404), answer?.headers ?? {});
    response.end(answer?.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: TestServer = {
    url: `http://${host}`,
    host,
    asked,
    connections: 0,
    set: (path, answer) => {
      answers.set(path, answer);
      return `http://${host}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on("connection", () => {
    self.connections += 1;
  });
  return self;
}
