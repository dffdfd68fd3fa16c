/** The words of webhooks, in Russian. */
import type * as en from "../en/webhooks.ts";

export const errors: typeof en.errors = {
  noKey:
    "Секрет вебхука хранится зашифрованным. Сначала тот, кто запускает бота, задаёт SCO_SECRET_KEY (не короче 16 символов).",
  notSecure: "Адрес вебхука должен начинаться с https://",
};
