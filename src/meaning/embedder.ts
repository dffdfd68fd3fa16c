/** A server with OpenAI's `/embeddings`: asked through the network guard, its answer checked before anything uses it. */
import * as z from "zod";
import type { Clock } from "../clock.ts";
import { createGuard } from "../net/guard.ts";
import { formOf } from "./families.ts";

export interface EmbedServer {
  /** The base, ending in `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly form?: string | undefined;
}

export type TextKind = "query" | "passage";

export interface Embedder {
  /**
   * One vector for each text, in their order, all of one length and of finite numbers.
   * @throws EmbedError, or the guard's Refusal
   */
  vectors(texts: readonly string[], kind: TextKind, deadlineMs: number): Promise<readonly Float32Array[]>;
}

/** The server answered, but not with vectors. */
export class EmbedError extends Error {
  override readonly name = "EmbedError";
  /** How long it wants to be left alone, in milliseconds. */
  readonly pauseMs: number | undefined;
  /** A text that it cannot take (too long, not to its liking) is no fault of the server. */
  readonly refusesText: boolean;
  constructor(message: string, status: number, pauseMs?: number) {
    super(message);
    this.refusesText = status === 400 || status === 413 || status === 422;
    this.pauseMs = pauseMs;
  }
}

const MAX_BYTES = 16 * 1024 * 1024;
/** Models read so much, about 500 tokens; what comes later is cut off there anyway, or refused. */
const LONGEST = { han: 400, others: 1_200 };
const MAX_DIMENSION = 8_192;

const ANSWER = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).max(MAX_DIMENSION) })),
});

export function createEmbedder({ url, model, key, form }: EmbedServer, clock: Clock): Embedder {
  const address = `${url.replace(/(?<!\/)\/+$/, "")}/embeddings`;
  const guard = createGuard({ allowHosts: [new URL(url).host], clock });
  const { typed, ...before } = formOf(model, form);
  return {
    async vectors(texts, kind, deadlineMs) {
      const input = texts.map((text) => before[kind] + cut(text));
      const answer = await guard.fetch(address, {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, input, encoding_format: "float", ...(typed && { input_type: kind }) }),
        deadlineMs,
        maxBytes: MAX_BYTES,
      });
      if (answer.status !== 200)
        throw new EmbedError(
          `it answered with status ${answer.status}`,
          answer.status,
          Number(answer.headers["retry-after"]) * 1_000 || undefined,
        );
      return read(answer.bytes, texts.length);
    },
  };
}

function cut(text: string): string {
  return text.slice(0, /\p{Script=Han}{4}/u.test(text) ? LONGEST.han : LONGEST.others);
}

function read(bytes: Uint8Array, wanted: number): readonly Float32Array[] {
  let answer: z.infer<typeof ANSWER>;
  try {
    answer = ANSWER.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new EmbedError("its answer is not a list of vectors", 200);
  }
  const vectors = answer.data
    .sort((a, b) => a.index - b.index)
    .map(({ embedding }) => Float32Array.from(embedding));
  const [first] = vectors;
  if (vectors.length !== wanted || !first?.length)
    throw new EmbedError(`it gave ${vectors.length} vectors for ${wanted} texts`, 200);
  if (vectors.some(({ length }) => length !== first.length))
    throw new EmbedError("its vectors differ in length", 200);
  if (!vectors.every((vector) => vector.every(Number.isFinite) && vector.some((number) => number !== 0)))
    throw new EmbedError("its vectors are not made of numbers", 200);
  return vectors;
}
