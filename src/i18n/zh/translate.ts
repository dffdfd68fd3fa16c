/** The words about a translated headline, in Chinese. */
import type * as en from "../en/translate.ts";

export const translation: typeof en.translation = { translated: "机器翻译" };

export const errors: typeof en.errors = {
  translatorAway: (why) => `翻译服务不可用：${why}。所有内容以原文显示。`,
};
