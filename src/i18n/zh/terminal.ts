/** The words of the terminal, in Chinese. */
import type * as en from "../en/terminal.ts";

export const chat: typeof en.chat = {
  hello: (n) => `sco-bot · ${n} 篇关于上海合作组织的文章`,
  hint: "直接输入要找的内容，或：最新、摘要、帮助。按 Tab 补全，按 Ctrl+D 离开。",
};

export const errors: typeof en.errors = {
  needsValue: (name) => `--${name} 后面要写一个值。`,
  unusable: (name, got, examples) => `--${name} 不能是“${got}”。可以写成：${examples}。`,
};
