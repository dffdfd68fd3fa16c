/** The words about a translated headline, in Russian. */
import type * as en from "../en/translate.ts";

export const translation: typeof en.translation = { translated: "машинный перевод" };

export const errors: typeof en.errors = {
  translatorAway: (why) => `Переводчик недоступен: ${why}. Всё показано на языке оригинала.`,
};
