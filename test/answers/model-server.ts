/** A local OpenAI-compatible server that says, streams, stalls or breaks as a test tells it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly messages: readonly { role: string; content: string }[] };
}

export async function modelServer(answer: (response: ServerResponse, seen: Seen) => void) {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const one = {
      url: request.url ?? "",
      authorization: request.headers.authorization,
      body: JSON.parse(text),
    };
    seen.push(one);
    answer(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A whole answer. */
export function says(response: ServerResponse, content: string): void {
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({ choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }] }),
  );
}

/** The same answer in small pieces. */
export function streams(response: ServerResponse, content: string, done = true): void {
  response.setHeader("content-type", "text/event-stream");
  for (const piece of content.match(/.{1,7}/gsu) ?? [])
    response.write(
      `data: ${JSON.stringify({ choices: [{ delta: { content: piece }, finish_reason: null }] })}\n\n`,
    );
  response.end(done ? "data: [DONE]\n\n" : "");
}
