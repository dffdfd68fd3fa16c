/** The words of webhooks, in Chinese. */
import type * as en from "../en/webhooks.ts";

export const errors: typeof en.errors = {
  noKey: "Webhook 的密钥需加密保存。请机器人的运行者先设置 SCO_SECRET_KEY（至少 16 个字符）。",
  notSecure: "Webhook 的地址必须以 https:// 开头。",
};
