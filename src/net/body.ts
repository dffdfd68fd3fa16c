/** A response's body within its limits: bytes counted as they come, and again as they are unpacked. */
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";
import { reasonOf } from "../errors.ts";
import { codeOf, Refusal } from "./refusal.ts";

/** Nobody packs a page more often. */
const MOST_CODINGS = 3;

export interface Received {
  readonly bytes: Uint8Array;
  /** False when the server broke off before the end it had announced. */
  readonly complete: boolean;
}

/**
 * Reads a stream to its end, or to where the server breaks off.
 * @throws Refusal("size") as soon as it is longer than `maxBytes`; the stream's error when nothing came, or when
 *   the signal stopped it
 */
export async function received(body: Readable, maxBytes: number, signal: AbortSignal): Promise<Received> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) throw tooBig(maxBytes);
      chunks.push(chunk);
    }
  } catch (thrown) {
    if (thrown instanceof Refusal || signal.aborted || length === 0) throw thrown;
    return { bytes: Buffer.concat(chunks, length), complete: false };
  }
  return { bytes: Buffer.concat(chunks, length), complete: true };
}

/**
 * Undoes `Content-Encoding` (gzip, deflate, br, or some of them one upon the other). Bytes that are not what the header says are taken as they
 * are, and a stream that breaks off gives what came until then.
 * @throws Refusal("size") beyond `maxBytes`, Refusal("network") for what cannot be unpacked
 */
export async function inflated(raw: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const [last = "", ...others] = coding.toLowerCase().split(",").slice(-MOST_CODINGS).reverse();
  const unpack = unpackerFor(raw, last.trim());
  try {
    const bytes = (await unpack?.(maxBytes)) ?? raw;
    return others.length > 0 ? await inflated(bytes, others.reverse().join(","), maxBytes) : bytes;
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    if (codeOf(thrown) === "ERR_BUFFER_TOO_LARGE") throw tooBig(maxBytes);
    throw new Refusal("network", reasonOf(thrown), { cause: thrown });
  }
}

/** How to unpack these bytes, or null when they are plain, whatever the header says. */
function unpackerFor(raw: Uint8Array, coding: string): ((maxBytes: number) => Promise<Uint8Array>) | null {
  const limits = (maxOutputLength: number): ZlibOptions => ({
    maxOutputLength,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  if (raw[0] === 0x1f && raw[1] === 0x8b) return (max) => promisify(gunzip)(raw, limits(max));
  const looksPlain = /^(\xef\xbb\xbf)?\s*[<{[]/.test(Buffer.from(raw.subarray(0, 64)).toString("latin1"));
  if (raw.length === 0 || looksPlain) return null;
  if (coding === "deflate") {
    const wrapped = ((raw[0] ?? 0) & 0x0f) === 8;
    return (max) => promisify(wrapped ? inflate : inflateRaw)(raw, limits(max));
  }
  if (coding === "br") return (max) => promisify(brotliDecompress)(raw, { maxOutputLength: max });
  return null;
}

function tooBig(maxBytes: number): Refusal {
  return new Refusal("size", `${Math.round(maxBytes / 1024 / 1024)} MB`);
}
