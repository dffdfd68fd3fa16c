/** The words that every room may need, in Chinese. */
import type * as en from "../en/core.ts";

export const errors: typeof en.errors = {
  needsRight: (right) => `这会更改频道收到的内容，需要${right}。请找有权限的人帮忙。`,
  channelRight: "管理频道的权限",
  cannotManageWorkspace:
    "此设置对整个服务器或工作区生效，只有可管理服务器的人、工作区的管理员或所有者才能更改。请找他们帮忙。",
  onlyInShell: "只能由运行本机器人的人在命令行里写文件。不写 out 即可在此查看。",
  notWritten: (file, why) => `无法写入 ${file}（${why}）；请指定一个已有文件夹中的文件。`,
};
