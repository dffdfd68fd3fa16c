/** Dead letters as a trouble of the bot: in `status`, in readiness, in the log, until somebody has seen to them. */
import { errors } from "../i18n/delivery.ts";
import type { Health } from "../ops/health.ts";
import type { StateStore } from "../state/store.ts";

/** @throws BotError "unavailable" */
export async function tellDeadLetters(store: StateStore, health: Health): Promise<void> {
  const n = await store.size("dead-letter");
  if (n === 0) return health.well("dead-letters");
  health.worse("dead-letters", errors.deadLetters(n));
}
