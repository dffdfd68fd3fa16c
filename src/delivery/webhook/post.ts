/** Posts to a channel's webhook: one try, and what the answer means. */
import type { Adapter, Posted } from "../../bot.ts";
import type { Clock } from "../../clock.ts";
import type { Caller } from "../../command.ts";
import { BotError, reasonOf } from "../../errors.ts";
import { Refusal } from "../../net/refusal.ts";
import { readRow } from "../../state/rows.ts";
import type { StateStore } from "../../state/store.ts";
import { webhookKey } from "../model.ts";
import { webhookRow } from "../schema.ts";
import type { WebhookResponse, Webhooks } from "./webhooks.ts";

/** A receiver may ask for a pause of this at most. */
const LONGEST_WAIT_MS = 3_600_000;

/** @param platform whose channels these are */
export function webhookPost(
  platform: Caller["platform"],
  { store, webhooks, clock }: { store: StateStore; webhooks: Webhooks; clock: Clock },
): Adapter["post"] {
  return async (target, reply, key, _attempt, until = Number.POSITIVE_INFINITY) => {
    if (!("channel" in target)) return { state: "refused", reason: "no channel" };
    const row = await readRow(store, webhookKey({ platform, ...target }), webhookRow, clock.now());
    if (!row) return { state: "refused", reason: "ended" };
    try {
      const hidden = await webhooks.open(row.sealed);
      // Who no longer runs the bot, or is forgotten, opens no private host any more.
      const trusted = row.trusted && webhooks.operates({ ...row, user: row.by });
      const barred = trusted ? null : await faultOf(hidden.url, webhooks);
      if (barred) return { state: "refused", reason: barred.say(row.locale) };
      const letter = { delivery: key, body: JSON.stringify(reply.data), trusted };
      if (clock.now() >= until) return { state: "later", afterMs: 0 };
      return postedFrom(await webhooks.send(hidden, letter));
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.code === "forbidden")
        return { state: "refused", reason: thrown.say(row.locale) };
      return { state: "unknown", reason: reasonOf(thrown) };
    }
  };
}

/** Why an address may not be had by just anybody; null where it may. */
async function faultOf(url: string, webhooks: Webhooks): Promise<BotError | null> {
  try {
    await webhooks.check(url, false);
    return null;
  } catch (thrown) {
    if (thrown instanceof BotError) return thrown;
    throw thrown;
  }
}

/** 410 says "never again"; whatever else is not 2xx may be better at the next try. */
function postedFrom({ status, waitMs }: WebhookResponse): Posted {
  if (status >= 200 && status < 300) return { state: "sent" };
  if (status === 410) return { state: "refused", reason: "410 Gone" };
  if (status === 429 && waitMs !== undefined)
    return { state: "later", afterMs: Math.min(Math.max(waitMs, 1_000), LONGEST_WAIT_MS) };
  const more = status >= 300 && status < 400 ? ": redirects are not followed" : "";
  return { state: "unknown", reason: `HTTP ${status}${more}` };
}
