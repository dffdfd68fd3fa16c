/** The words around every reply, in Chinese. */
import type * as en from "../en/inbox.ts";

export const reply: typeof en.reply = {
  share: "分享到频道",
  meant: (line) => `已按这些词搜索。您是不是想输入：${line}`,
  instead: "执行",
  sorry: (id) => `我这边出了点问题，请再试一次；如果仍然不行，请把这个编号告诉管理员：${id}`,
};

export const welcome: typeof en.welcome = {
  hello: "我检索并跟踪中、英、俄文的上合组织新闻。可以@我提问，也可以从这里开始：",
  today: "今日新闻",
  search: "搜索",
  daily: "每天早上",
};

export const errors: typeof en.errors = {
  tooLong: (length, longest) => `一共 ${length} 个字符，最多只能读 ${longest} 个，请缩短。`,
  tooMany: (words, most) => `大约有 ${words} 个词，一次最多只能读 ${most} 个，请缩短。`,
  tooDifferent: (different, most) =>
    `大约有 ${different} 个不同的词，一次最多只能查找 ${most} 个，请删去一些。`,
  onlyInShell: (name) => `${name} 只能由运行本机器人的人在命令行里使用。`,
  restarting: "我正在重启，还没来得及处理。请稍后再问一次。",
  busy: (seconds) => `请求太多了，请在 ${seconds} 秒后再试。`,
  noOperators: (wrong, forms) =>
    `SCO_OPERATORS 中有 ${wrong} 项不会授予任何人权限。请按 ${forms} 的形式填写。`,
  tooManyArguments: (name, text, example) => `${name} 无法识别“${text}”。可以试试：${example}`,
  missing: (name, what, example) => `${name} 还缺少：${what}。可以试试：${example}`,
  wrong: (about, text, wanted) => `${about}：“${text}”不合适，请写 ${wanted}。`,
  unknownOption: (name, typed, guess, all) =>
    `${name} 没有 ${typed} 这个选项。${guess ? `您是想用 --${guess} 吗？` : `可用的有：${all}。`}`,
};
