/** The words of operation, in Russian. */
import type * as en from "../en/ops.ts";

export const errors: typeof en.errors = {
  notServed: (host, port, why) =>
    `Проверка и метрики недоступны на ${host}:${port} (${why}); задайте в SCO_OPS_PORT свободный порт или off.`,
};
