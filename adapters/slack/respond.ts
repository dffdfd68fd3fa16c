/** Answers through a `response_url`: sent once, again only when it certainly did not arrive. */
import http from "node:http";
import https from "node:https";
import type { Clock } from "../../src/clock.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Message } from "./message.ts";
import { CALL_MS, neverLeft } from "./web.ts";

/** How an answer stands to the message that was clicked, if any. */
export interface Response extends Message {
  readonly response_type: "ephemeral" | "in_channel";
  readonly replace_original: boolean;
  readonly thread_ts?: string;
}

const TRIES = 4;

/**
 * Resolves to null when Slack took it, else to why not.
 * A reply that was lost on its way is not sent again: the person would read the answer twice.
 */
export async function respond(
  url: string,
  response: Response,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | null> {
  const { simpler: _, ...sent } = response;
  const body = JSON.stringify({ ...sent, unfurl_links: false, unfurl_media: false });
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(url, body);
    if (outcome.state !== "again" || attempt === TRIES) return outcome.reason;
    await clock.sleep(outcome.afterMs ?? 250 * 2 ** attempt, signal);
  }
}

type Outcome =
  | { readonly state: "done"; readonly reason: string | null }
  | { readonly state: "again"; readonly reason: string; readonly afterMs?: number };

async function tryOnce(url: string, body: string): Promise<Outcome> {
  let answer: Answer;
  try {
    answer = await send(url, body);
  } catch (error) {
    return neverLeft(error)
      ? { state: "again", reason: reasonOf(error) }
      : { state: "done", reason: `no reply: ${reasonOf(error)}` };
  }
  const { status, text, retryAfter } = answer;
  if (status === 429)
    return { state: "again", reason: "HTTP 429", afterMs: retryAfter > 0 ? retryAfter * 1000 : 1000 };
  if (status >= 500) return { state: "again", reason: `HTTP ${status}` };
  const refusal = refusalIn(text);
  if (status >= 300 || refusal)
    return { state: "done", reason: refusal ?? `HTTP ${status} ${text.slice(0, 100)}` };
  return { state: "done", reason: null };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Seconds; 0 or NaN when Slack did not say. */
  readonly retryAfter: number;
}

/** Over a connection of its own: on a kept one, a reset could mean that nothing was ever read. */
function send(url: string, body: string): Promise<Answer> {
  const start = url.startsWith("https:") ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = start(
      url,
      {
        method: "POST",
        agent: false,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(body),
        },
        signal: AbortSignal.timeout(CALL_MS),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const retryAfter = Number(answer.headers["retry-after"] ?? 0);
          resolve({ status: answer.statusCode ?? 0, text, retryAfter });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Slack answers some refusals with 200 and `{"ok":false}`. */
function refusalIn(text: string): string | null {
  if (!text.startsWith("{")) return null;
  try {
    const read = JSON.parse(text) as { ok?: unknown; error?: unknown };
    return read.ok === false ? String(read.error ?? "refused") : null;
  } catch {
    return null;
  }
}
