/** A local server with LibreTranslate's API, as strict as the real one about what it is sent. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface TranslateServer {
  readonly url: string;
  /** What was asked, in turn. */
  readonly asked: {
    readonly q: string | readonly string[];
    readonly source: string;
    readonly target: string;
  }[];
  close(): Promise<void>;
}

interface Settings {
  readonly key?: string;
  /** What the server calls its languages. */
  readonly codes?: readonly string[];
  readonly translate: (text: string, target: string) => string;
  readonly delayMs?: number;
}

export async function translateServer({
  key,
  codes = ["en", "ru", "zh"],
  translate,
  delayMs = 0,
}: Settings): Promise<TranslateServer> {
  const asked: TranslateServer["asked"] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (request.method === "GET" && request.url === "/languages")
      return send(
        response,
        200,
        codes.map((code) => ({ code, name: code, targets: codes })),
      );
    if (request.method !== "POST" || request.url !== "/translate")
      return send(response, 404, { error: "Not found" });
    if (!/^application\/json/.test(request.headers["content-type"] ?? ""))
      return send(response, 400, { error: "Invalid request: missing q parameter" });
    const body = JSON.parse(text);
    for (const name of ["q", "source", "target"])
      if (body[name] === undefined)
        return send(response, 400, { error: `Invalid request: missing ${name} parameter` });
    if (key !== undefined && body.api_key !== key) return send(response, 403, { error: "Invalid API key" });
    for (const code of [body.source, body.target])
      if (!codes.includes(code)) return send(response, 400, { error: `${code} is not supported` });
    asked.push({ q: body.q, source: body.source, target: body.target });
    const one = (q: string) => translate(q, body.target);
    send(response, 200, { translatedText: Array.isArray(body.q) ? body.q.map(one) : one(body.q) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
