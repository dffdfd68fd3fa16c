/** Calls to Slack's Web API: one try each, and what a failure means for whoever must decide about another. */
import { webApi } from "@slack/bolt";
import { BotError, reasonOf } from "../../src/errors.ts";
import type { Method } from "./surface.ts";

export interface Web {
  /** @throws whatever the client throws; `failureOf` reads it */
  call(workspace: string, method: Method, args: Readonly<Record<string, unknown>>): Promise<SlackResponse>;
}
export type SlackResponse = Readonly<Record<string, unknown>>;

/**
 * `limited`: wait. `refused`: Slack said no, for good. `unsent`: it never left; another try cannot double it.
 * `unknown`: it may have arrived.
 */
export type Failure =
  | { readonly kind: "limited"; readonly afterMs: number }
  | { readonly kind: "refused" | "unsent" | "unknown"; readonly reason: string };

/** Longest wait for one call; a delivery's lease is longer. */
export const CALL_MS = 10_000;

/** What every client of ours is made with: no silent retries, which would post twice after a lost reply. */
export function clientOptions(apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    ...(apiUrl && { slackApiUrl: apiRoot(apiUrl) }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
  };
}

/** Failures are read by us; the client need not print them too. */
export const silent: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};

/** The Web API's root with a slash at its end, whether or not the address given ends in `/` or `/api`. */
export function apiRoot(address: string): string {
  const bare = address.replace(/(?<!\/)\/+$/, "");
  return `${/\/api$/.test(bare) ? bare : `${bare}/api`}/`;
}

export function createWeb(deps: {
  readonly options: webApi.WebClientOptions;
  tokenFor(workspace: string): Promise<string>;
}): Web {
  const clients = new Map<string, webApi.WebClient>();
  return {
    async call(workspace, method, args) {
      const token = await deps.tokenFor(workspace);
      const client = clients.get(token) ?? new webApi.WebClient(token, deps.options);
      clients.set(token, client);
      return (await client.apiCall(method, { ...args })) as unknown as SlackResponse;
    },
  };
}

/** Codes with which Slack says that a token will never do. */
const HOPELESS =
  /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type)$/;

/** Whether a reason of `failureOf` says that the token will never do. */
export function isHopeless(reason: string): boolean {
  return HOPELESS.test(reason);
}

const UNCERTAIN = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);
const UNSENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

export function failureOf(error: unknown): Failure {
  if (error instanceof BotError)
    return { kind: error.code === "unavailable" ? "unsent" : "refused", reason: error.message };
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: "limited", afterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (code === "ratelimited" || code === "rate_limited") return { kind: "limited", afterMs: 30_000 };
    // The client takes whatever text comes with 200 for a code: a page of something between us and Slack.
    if (!/^\w+$/.test(code)) return { kind: "unknown", reason: "the answer is not Slack's" };
    return { kind: UNCERTAIN.has(code) ? "unknown" : "refused", reason: code };
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: error.statusCode >= 500 ? "unknown" : "refused", reason: `HTTP ${error.statusCode}` };
  if (/Retry header did not contain/.test(reasonOf(error))) return { kind: "limited", afterMs: 30_000 };
  return { kind: neverLeft(error) ? "unsent" : "unknown", reason: reasonOf(error) };
}

/** Whether Slack's no is about how a message is made, so that it would take plain words. */
export function refusesBlocks(reason: string): boolean {
  return /block|too_long|payload|no_text/.test(reason);
}

/** Whether the connection itself failed, so that nothing was sent. */
export function neverLeft(error: unknown): boolean {
  const { code, errors, original, cause } = (error ?? {}) as {
    readonly [field in "code" | "errors" | "original" | "cause"]?: unknown;
  };
  if (UNSENT.has(String(code))) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverLeft);
  return [original, cause].some((under) => typeof under === "object" && under !== null && neverLeft(under));
}
