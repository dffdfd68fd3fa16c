/** The words of how fresh the feeds are, in Russian. */
import type * as en from "../en/freshness.ts";
import { russianCount } from "../words.ts";

export const freshness: typeof en.freshness = {
  never: "Ни одна лента ещё не прочитана.",
  none: (when) => `Ни одну ленту не удаётся прочитать с ${when}`,
  some: (n, all) => `Не читаются ${n} из ${all} лент`,
  times: (n) => (n > 1 ? ` (лент: ${n})` : ""),
  old: (days) => `Самой новой статье ${russianCount(days, "день", "дня", "дней")}.`,
  offline: "не удаётся найти ни один сервер по имени; похоже, нет сети",
};

export const examine: typeof en.examine = {
  conditions: {
    ...{ new: "ещё не прочитано", fresh: "в порядке", quiet: "молчит" },
    ...{ stale: "не обновляется", odd: "подозрительных" },
    ...{ failing: "с ошибкой", retired: "отключено" },
  },
  count: (n, parts) => `Лент: ${n} (${parts}).`,
};
