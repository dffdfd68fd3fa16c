/** Webhooks' deliveries at work: a loop and an outbox of their own, so that a receiver that hangs keeps no channel waiting. */
import { errors } from "../../i18n/delivery.ts";
import type { Health } from "../../ops/health.ts";
import { readRow, rowsOf } from "../../state/rows.ts";
import type { StateStore } from "../../state/store.ts";
import { createLoop } from "../loop.ts";
import { createOutbox } from "../outbox.ts";
import { deliveryRow, webhookRow } from "../schema.ts";
import type { Sending } from "../send.ts";
import { webhookPost } from "./post.ts";
import type { Webhooks } from "./webhooks.ts";

const INDEX = "outbox/webhook";
/** Entries that one look brings. */
const LOOKED = 256;
/** How often it is looked at whether receivers fail. */
const TOLD_MS = 60_000;
/** A receiver that has failed so often in a row is a trouble. */
const FAILED = 3;

export interface WebhookPosts {
  run(): Promise<void>;
  settled(): Promise<void>;
}

export function createWebhookPosts({
  store,
  webhooks,
  health,
  sending,
  often,
}: {
  readonly store: StateStore;
  readonly webhooks: Webhooks;
  readonly health: Health;
  readonly sending: Sending;
  readonly often: Omit<Parameters<typeof createLoop>[0], "name" | "step">;
}): WebhookPosts {
  const { clock } = sending;
  const to = (platform: string) => ({
    connected: true,
    post: webhookPost(platform, { store, webhooks, clock }),
  });
  const loop = createLoop({ ...often, name: "webhooks", step });
  const outbox = createOutbox({ indexes: [INDEX], to }, sending, () => loop.wake());
  let told = Number.NEGATIVE_INFINITY;
  let resealed = false;

  async function step(): Promise<number> {
    if (!resealed) await reseal(store, webhooks);
    resealed = true;
    const now = clock.now();
    const { entries, next } = await store.due([INDEX], now, LOOKED);
    await outbox.take(entries);
    if (clock.monotonic() - told >= TOLD_MS) {
      told = clock.monotonic();
      await tellFailing(now);
    }
    return next === undefined ? often.everyMs : Math.max(0, next - now);
  }

  async function tellFailing(now: number): Promise<void> {
    const n = (await failing(store, now)).size;
    if (n === 0) return health.well("webhooks");
    health.worse("webhooks", errors.failingWebhooks(n));
  }

  return {
    run: loop.run,
    async settled() {
      await outbox.settled();
      await webhooks.close();
    },
  };
}

/** Channels whose receiver fails, by the scope of their deliveries, with the last reason. @throws BotError "unavailable" */
export async function failing(store: StateStore, now: number): Promise<ReadonlyMap<string, string>> {
  const { entries } = await store.due([INDEX], Number.POSITIVE_INFINITY, LOOKED);
  const found = new Map<string, string>();
  for (const { key } of entries) {
    const item = await readRow(store, key, deliveryRow, now);
    if (item && item.attempt >= FAILED && item.reason !== undefined)
      found.set(key.split(":", 2)[1] ?? "", item.reason);
  }
  return found;
}

/** What an older key sealed is sealed anew, so that the key can leave the settings. @throws BotError "unavailable" */
async function reseal(store: StateStore, webhooks: Webhooks): Promise<void> {
  for await (const rows of rowsOf(store, "webhook"))
    for (const [key, row] of rows) {
      const webhook = webhookRow.safeParse(row).data;
      const hidden = webhook && (await webhooks.open(webhook.sealed).catch(() => undefined));
      if (!hidden?.old) continue;
      const sealed = await webhooks.seal({ url: hidden.url, secret: hidden.secret });
      await store.commit({ when: { [key]: row }, set: { [key]: { ...webhook, sealed } } });
    }
}
