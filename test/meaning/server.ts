/** A local server with OpenAI's `/v1/embeddings`, as strict as real ones about what it is sent; it can be made to fail. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface EmbeddingServer {
  /** The base, ending in `/v1`. */
  readonly url: string;
  /** What was asked, in turn. */
  readonly asked: readonly { readonly input: readonly string[]; readonly input_type?: string }[];
  /** Answers instead of it, from now on; undefined for vectors again. */
  fail(how: ((response: ServerResponse, input: readonly string[]) => void) | undefined): void;
  close(): Promise<void>;
}

/** Groups of words that mean the same: a text's vector has a number for each, so that what is close is known. */
const SENSES = [
  /financ|money|pay|loan|费用|资金|出资|贷款|денег|платит|кредит|финанс/giu,
  /railway|corridor|train|铁路|走廊|железн|коридор/giu,
  /doctor|health|hospital|医|卫生|врач|здоров/giu,
  /film|festival|cinema|电影|фильм|кино/giu,
  /wheat|grain|harvest|小麦|粮|зерн|пшениц/giu,
  /exercise|troops|army|演习|军|учени|арми/giu,
];

function vectorOf(text: string): number[] {
  const counts = SENSES.map((sense) => text.match(sense)?.length ?? 0);
  // All texts of a language are alike, as real models have it; and none is quite like another.
  const own = [...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) % 1_000, 7) / 10_000;
  const han = /\p{Script=Han}/u.test(text) ? 3 : 0;
  const cyrillic = /\p{Script=Cyrillic}/u.test(text) ? 3 : 0;
  return [...counts.map((one) => Math.min(2, one)), 3, han, cyrillic, own];
}

export async function embeddingServer({
  key,
  make = vectorOf,
}: {
  key?: string;
  make?: (text: string) => readonly number[];
} = {}): Promise<EmbeddingServer> {
  const asked: { input: string[]; input_type?: string }[] = [];
  let failing: Parameters<EmbeddingServer["fail"]>[0];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    if (request.method !== "POST" || request.url !== "/v1/embeddings") return send(response, 404, {});
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`)
      return send(response, 401, {});
    const body = JSON.parse(text) as { model?: string; input?: unknown; input_type?: string };
    const { input } = body;
    const isList = Array.isArray(input) && input.length > 0 && input.every((one) => typeof one === "string");
    if (!body.model || !isList)
      return send(response, 422, { error: { message: "model and input are needed" } });
    asked.push({ input, ...(body.input_type !== undefined && { input_type: body.input_type }) });
    if (failing) return failing(response, input);
    send(response, 200, { data: input.map((one, index) => ({ index, embedding: make(one) })).reverse() });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    fail(how) {
      failing = how;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(typeof body === "string" ? body : JSON.stringify(body));
}
