/** The words of operation, in Chinese. */
import type * as en from "../en/ops.ts";

export const errors: typeof en.errors = {
  notServed: (host, port, why) =>
    `无法在 ${host}:${port} 提供健康检查和指标（${why}）；请将 SCO_OPS_PORT 设为空闲端口或 off。`,
};
