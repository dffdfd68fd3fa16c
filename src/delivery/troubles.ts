/** Dead letters as a trouble of the bot: in `status`, in readiness, in the log, until somebody has seen to them. */
import type { Health } from "../ops/health.ts";
import type { StateStore } from "../state/store.ts";

/** @throws BotError "unavailable" */
export async function tellDeadLetters(store: StateStore, health: Health): Promise<void> {
  const n = await store.size("dead-letter");
  if (n === 0) return health.well("dead-letters");
  health.worse("dead-letters", {
    en: `${n === 1 ? "One row" : `${n} rows`} of schedules, watches or deliveries could not be used and ${n === 1 ? "was" : "were"} put aside; all others go on. sco doctor says why.`,
    zh: `有 ${n} 条定时、关注或发送记录无法使用，已单独存放；其余照常。运行 sco doctor 查看原因。`,
    ru: `Непригодные записи расписаний, отслеживания или отправок отложены (${n}), остальные работают. Причины покажет sco doctor.`,
  });
}
