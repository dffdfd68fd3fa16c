/** JSON to a cluster of search nodes: several addresses tried in turn, one deadline a call, errors as data. */
import { readFileSync } from "node:fs";
import { Pool } from "undici";
import { type Clock, systemClock, within } from "../clock.ts";

export interface ClusterSettings {
  /** Addresses, the first that answers is asked first from then on. */
  readonly urls: readonly string[];
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A file with the certificate of the authority that signed the nodes'. */
  readonly ca?: string | undefined;
  /** Whose milliseconds deadlines are. */
  readonly clock?: Clock;
}

export interface Call {
  /** Milliseconds for the whole call, other addresses included. */
  readonly ms?: number;
  readonly signal?: AbortSignal | undefined;
  /** JSON, or lines of JSON where it is a list of lines. */
  readonly body?: object;
  readonly lines?: readonly string[];
  /** Statuses beside 2xx that are an answer and no error. */
  readonly allow?: readonly number[];
}

export interface Cluster {
  /**
   * Asks once: another address is tried only when one could not be connected to, so nothing is done twice.
   * @returns the status, and the body as JSON (a text where it is none)
   * @throws ClusterError
   */
  ask<T>(method: string, path: string, call?: Call): Promise<{ readonly status: number; readonly body: T }>;
  close(): Promise<void>;
}

/** Why a cluster gave no answer. `status` is 0 where none came. */
export class ClusterError extends Error {
  override readonly name = "ClusterError";
  readonly status: number;
  /** The engine's word for it: index_not_found_exception; "unreachable" or "slow" where none came. */
  readonly type: string;
  constructor(status: number, type: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.status = status;
    this.type = type;
  }
}

const DEADLINE_MS = 10_000;
/** An address that cannot be connected to is given up this soon. */
const CONNECT_MS = 2_000;
/** What is shown of an error's reason. */
const REASON = 300;

/** A call that nobody breaks off. */
const NEVER = new AbortController().signal;

export function openCluster({ urls, user, password, ca, clock = systemClock }: ClusterSettings): Cluster {
  const connect = { timeout: CONNECT_MS, ...(ca !== undefined && { ca: readFileSync(ca) }) };
  const pools = urls.map((url) => new Pool(new URL(url).origin, { connections: 8, connect }));
  const paths = urls.map((url) => new URL(url).pathname.replace(/(?<!\/)\/+$/, ""));
  const authorization =
    user === undefined
      ? undefined
      : `Basic ${Buffer.from(`${user}:${password ?? ""}`, "utf8").toString("base64")}`;
  let first = 0;

  async function once<T>(at: number, method: string, path: string, call: Call, signal: AbortSignal) {
    const { body, lines, allow = [] } = call;
    const text = lines ? `${lines.join("\n")}\n` : body ? JSON.stringify(body) : undefined;
    const pool = pools[at];
    if (!pool) throw new ClusterError(0, "unreachable", "no address is set");
    const answer = await pool.request({
      ...{ method: method as "GET", path: `${paths[at]}${path}`, signal },
      headers: {
        accept: "application/json",
        ...(text !== undefined && { "content-type": lines ? "application/x-ndjson" : "application/json" }),
        ...(authorization !== undefined && { authorization }),
      },
      body: text ?? null,
    });
    const { statusCode: status } = answer;
    const written = await answer.body.text();
    const value = parsed(written);
    if ((status < 200 || status > 299) && !allow.includes(status)) throw refusal(status, value);
    return { status, body: value as T };
  }

  async function inTurn<T>(method: string, path: string, call: Call, signal: AbortSignal) {
    let thrown: unknown;
    for (let tries = 0; tries < pools.length; tries++) {
      const at = (first + tries) % pools.length;
      try {
        const answer = await once<T>(at, method, path, call, signal);
        first = at;
        return answer;
      } catch (error) {
        // Another address is asked first the next time.
        if (!(error instanceof ClusterError)) first = (at + 1) % pools.length;
        call.signal?.throwIfAborted();
        if (signal.aborted) throw new ClusterError(0, "slow", "no answer in time", error);
        if (error instanceof ClusterError) throw error;
        thrown = error;
        if (!neverArrived(error)) break;
      }
    }
    throw new ClusterError(0, "unreachable", reasonIn(thrown), thrown);
  }

  return {
    ask: <T>(method: string, path: string, call: Call = {}) =>
      within(clock, call.ms ?? DEADLINE_MS, call.signal ?? NEVER, (signal) =>
        inTurn<T>(method, path, call, signal),
      ),
    async close() {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

/** Whether a failed call cannot have been carried out: nobody was there to take it. */
function neverArrived(error: unknown): boolean {
  const code = codeOf(error);
  return /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code);
}

function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: readonly unknown[] };
  return typeof code === "string" ? code : errors?.[0] === undefined ? "" : codeOf(errors[0]);
}

function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return [codeOf(error), message].filter(Boolean).join(" ").slice(0, REASON);
}

function refusal(status: number, body: unknown): ClusterError {
  const { error } = (typeof body === "object" && body !== null ? body : {}) as { error?: unknown };
  const { type, reason } = (typeof error === "object" && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const said = typeof reason === "string" ? reason : typeof error === "string" ? error : `HTTP ${status}`;
  return new ClusterError(status, typeof type === "string" ? type : `http_${status}`, said.slice(0, REASON));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
