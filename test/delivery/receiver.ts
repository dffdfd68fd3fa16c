/** A receiver of webhooks, as somebody else would write it: it checks each signature, and answers as it is told. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { signatureOf } from "../../src/delivery/webhook/webhooks.ts";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly delivery: string;
  readonly text: string;
  readonly body: Record<string, unknown>;
  signedWith(secret: string): boolean;
}

export interface Receiver {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly url: string;
  readonly received: Received[];
  /** What the next requests are answered; 204 when nothing is left. */
  readonly answers: ((answer: ServerResponse) => void)[];
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver["answers"] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const { headers } = request;
    received.push({
      headers,
      text,
      delivery: String(headers["x-sco-delivery"]),
      body: JSON.parse(text) as Record<string, unknown>,
      signedWith: (secret) =>
        headers["x-sco-signature"] === signatureOf(secret, String(headers["x-sco-timestamp"]), text),
    });
    const answer = answers.shift();
    if (answer) answer(response);
    else response.writeHead(204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ host, url: `http://${host}/in/k9x7v-letters`, received, answers },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end();
  };

/** It has taken the message, and its answer is lost. */
export const lost = (response: ServerResponse): void => void response.destroy();
