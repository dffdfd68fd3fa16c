/** What is planned for a channel is planned for its webhook in the same step. */
import type { Change, StateStore } from "../../state/store.ts";
import { type Delivery, outboxKey, placeOf, webhookKey } from "../model.ts";

/** What to write besides for the channel's webhook; nothing where there is none. @throws BotError "unavailable" */
export async function alsoToWebhook(
  store: StateStore,
  item: Delivery,
  now: number,
): Promise<Required<Pick<Change, "set" | "at">>> {
  if ((await store.get(webhookKey(placeOf(item)))) === undefined) return { set: {}, at: {} };
  // Machines have no quiet hours, and do not mind many messages.
  const { why: _, n: __, mention: ___, ...bare } = item;
  const twin: Delivery = { ...bare, to: "webhook", after: Math.min(now, item.due) };
  return { set: { [outboxKey(twin)]: twin }, at: { [outboxKey(twin)]: twin.after } };
}
