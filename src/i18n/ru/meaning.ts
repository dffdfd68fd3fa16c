/** The words of closeness in meaning, in Russian. */
import type * as en from "../en/meaning.ts";

export const errors: typeof en.errors = {
  notAnswering: (why) => `Сервер векторов недоступен: ${why}. Поиск идёт только по словам.`,
};
