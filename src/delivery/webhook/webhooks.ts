/** Webhooks' door: which addresses they may have, how their secrets are sealed, and the one request that they send. */
import { createHmac } from "node:crypto";
import type { Clock } from "../../clock.ts";
import { BotError } from "../../errors.ts";
import { errors } from "../../i18n/webhooks.ts";
import { once } from "../../once.ts";

/** What nobody may read where it is kept: an address may let in whoever knows it. */
export interface Hidden {
  readonly url: string;
  readonly secret: string;
}

export interface WebhookMessage {
  /** The same on every try. */
  readonly delivery: string;
  /** JSON, the same on every try. */
  readonly body: string;
  /** Set up by somebody who still runs the bot: hosts of SCO_ALLOW_HOSTS are reached too. */
  readonly trusted: boolean;
}

export interface WebhookResponse {
  readonly status: number;
  /** Milliseconds that the receiver asks for; undefined when it asks for none. */
  readonly waitMs: number | undefined;
}

export interface Webhooks {
  /** Whether somebody runs the bot, as the settings say now. */
  operates(who: { readonly platform: string; readonly workspace: string; readonly user: string }): boolean;
  /** Judges an address without connecting. @throws BotError saying what is wrong with it */
  check(address: string, trusted: boolean): Promise<void>;
  /** @throws BotError "bad-input" where SCO_SECRET_KEY is not set */
  seal(hidden: Hidden): Promise<string>;
  /** `old`: sealed under an older key. @throws when no key opens it */
  open(sealed: string): Promise<Hidden & { readonly old: boolean }>;
  /** Posts once; redirects are not followed. @throws Refusal when no answer came */
  send(to: Hidden, letter: WebhookMessage): Promise<WebhookResponse>;
  close(): Promise<void>;
}

/** A receiver answers within so long (a stop waits for it), with so much. */
const DEADLINE_MS = 8_000;
const MOST_BYTES = 1024 * 1024;

export function createWebhooks(options: {
  readonly secretKey: string | undefined;
  readonly allowHosts: readonly string[];
  readonly contact: string | undefined;
  readonly clock: Clock;
  readonly operates: Webhooks["operates"];
}): Webhooks {
  const { operates, secretKey, allowHosts, contact, clock } = options;
  const opened: { close(): Promise<void> }[] = [];
  const guardFor = (hosts: readonly string[]) =>
    once(async () => {
      const { createGuard } = await import("../../net/guard.ts");
      const guard = createGuard({ allowHosts: hosts, contact, clock });
      opened.push(guard);
      return guard;
    });
  const [everybodys, operators] = [guardFor([]), guardFor(allowHosts)];
  const guardOf = (trusted: boolean) => (trusted ? operators : everybodys)();
  const sealing = once(async () => {
    if (secretKey === undefined) throw noKey();
    const { createSeal } = await import("../../state/seal.ts");
    return createSeal(secretKey, "webhooks");
  });
  return {
    operates,
    async check(address, trusted) {
      const url = (await guardOf(trusted)).check(address);
      if (url.protocol !== "https:" && !trusted) throw notSecure();
    },
    seal: async (hidden) => (await sealing()).close(JSON.stringify(hidden)),
    async open(sealed) {
      const { text, old } = (await sealing()).open(sealed);
      return { ...(JSON.parse(text) as Hidden), old };
    },
    async send({ url, secret }, { delivery, body, trusted }) {
      const time = String(Math.floor(clock.now() / 1_000));
      const { status, headers } = await (await guardOf(trusted)).fetch(url, {
        ...{ method: "POST", body, deadlineMs: DEADLINE_MS, maxBytes: MOST_BYTES },
        headers: {
          ...{ "content-type": "application/json; charset=utf-8", accept: "*/*" },
          ...{ "x-sco-delivery": delivery, "x-sco-timestamp": time },
          "x-sco-signature": signatureOf(secret, time, body),
        },
      });
      return { status, waitMs: waitOf(headers["retry-after"], clock.now()) };
    },
    close: async () => {
      await Promise.all(opened.map((guard) => guard.close()));
    },
  };
}

/** `sha256=HEX`: HMAC-SHA256 of the time (Unix seconds as sent), a dot, and the bytes of the body. */
export function signatureOf(secret: string, time: string, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
}

/** `Retry-After` in seconds or as a date. */
function waitOf(written: string | undefined, now: number): number | undefined {
  if (written === undefined) return undefined;
  const ms = /^\d+$/.test(written) ? Number(written) * 1_000 : Date.parse(written) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function noKey(): BotError {
  return new BotError("bad-input", errors.noKey);
}

function notSecure(): BotError {
  return new BotError("bad-input", errors.notSecure);
}
