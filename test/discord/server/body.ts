/** Reads a request's body: JSON, or multipart with `payload_json` and files. */
import type { IncomingMessage } from "node:http";

export interface ReadBody {
  readonly json: Record<string, unknown>;
  /** Names of the files sent along. */
  readonly files: readonly string[];
  /** What is in them. */
  readonly contents: ReadonlyMap<string, Buffer>;
}

export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { json: {}, files: [], contents: new Map() };
  const boundary = /boundary=(.+)$/.exec(request.headers["content-type"] ?? "")?.[1];
  if (!boundary) return { json: JSON.parse(bytes.toString()), files: [], contents: new Map() };
  const parts = bytes.toString("latin1").split(`--${boundary}`).slice(1, -1);
  const contents = new Map<string, Buffer>();
  const files: string[] = [];
  let json = {};
  for (const part of parts) {
    const at = part.indexOf("\r\n\r\n");
    const head = part.slice(0, at);
    const body = Buffer.from(part.slice(at + 4, -2), "latin1");
    if (head.includes('name="payload_json"')) json = JSON.parse(body.toString());
    else {
      const name = /filename="([^"]*)"/.exec(head)?.[1] ?? "";
      files.push(name);
      contents.set(name, body);
    }
  }
  return { json, files, contents };
}
