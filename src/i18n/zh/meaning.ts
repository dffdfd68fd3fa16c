/** The words of closeness in meaning, in Chinese. */
import type * as en from "../en/meaning.ts";

export const errors: typeof en.errors = {
  notAnswering: (why) => `向量服务不可用：${why}。搜索仅按词语进行。`,
};
