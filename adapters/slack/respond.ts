/** Answers through a `response_url`: sent once, again only when it certainly did not arrive. */
import type { Clock } from "../../src/clock.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Message } from "./render.ts";
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
  const body = JSON.stringify({ ...response, unfurl_links: false, unfurl_media: false });
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
  let answer: globalThis.Response;
  try {
    answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body,
      signal: AbortSignal.timeout(CALL_MS),
    });
  } catch (error) {
    return neverLeft(error)
      ? { state: "again", reason: reasonOf(error) }
      : { state: "done", reason: `no reply: ${reasonOf(error)}` };
  }
  const text = await answer.text().catch(() => "");
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get("retry-after"));
    return {
      state: "again",
      reason: "HTTP 429",
      afterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000,
    };
  }
  if (answer.status >= 500) return { state: "again", reason: `HTTP ${answer.status}` };
  const refusal = refusalIn(text);
  if (!answer.ok || refusal)
    return { state: "done", reason: refusal ?? `HTTP ${answer.status} ${text.slice(0, 100)}` };
  return { state: "done", reason: null };
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
