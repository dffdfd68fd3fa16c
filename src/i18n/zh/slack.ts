/** The words of Slack, in Chinese. */
import type * as en from "../en/slack.ts";

export const slack: typeof en.slack = {
  fileDirect: "文件已发到您的私信。",
  fileThread: "文件在本消息列中。",
  fileChannel: "文件在本频道中。",
  noFileScope:
    "应用缺少 files:write 权限，无法发送文件；请运行者在 OAuth & Permissions 中添加并重新安装。以下是其文字：",
  noFile: "暂时无法发送文件，以下是其文字：",
  confidential: "此内容仅供您本人查看，因此不在提问处显示。",
  inDirect: "此回答仅供您本人查看，已私信发送给您。",
  gone: "这个按钮太旧了，它所代表的内容已不再保存。您可以重新搜索。",
  again: "重新搜索",
  unreadable: "无法识别这个按钮，请重新运行命令。",
  unavailable: "暂时无法读取已保存的搜索，请一分钟后再试。",
  tooLong: "这个回答无法完整显示，请缩小搜索范围。",
  noPost: "我不能在您提问的地方发言，因此在这里回答。请在那里用 /invite @sco 邀请我。",
  invite: "我不在那个频道。请用 /invite @sco 邀请我，然后再试一次。",
  archived: "那个频道已归档。请取消归档或换一个频道。",
  unseen: "我看不到那个频道。如果是私有频道，请用 /invite @sco 邀请我，然后再试一次。",
  noAccess: "我已不再安装在那个工作区。",
  sharedBy: (name) => `由 ${name} 分享`,
  shared: "已分享。",
  sharedAlready: "已经分享过了。",
  mute: {
    absent:
      "Slack 没有显示您在那个频道里，因此我不会以您的名义在那里发消息。请先加入，或自己在那里输入命令。",
    restricted: "那个频道限制了发言，而 Slack 没有把您列入可以发言的人，因此我不会以您的名义在那里发消息。",
  },
  home: "上合新闻",
  promptsTitle: "直接提问，或从这里开始",
  prompts: [
    { title: "今天的新闻", message: "今天有什么新闻？" },
    { title: "搜索", message: "卫生部长" },
    { title: "每天早上发摘要", message: "每天九点给我发摘要" },
    { title: "你能做什么？", message: "帮助" },
  ],
  intro: [
    "我检索并跟踪中、英、俄文的上合组织新闻。",
    "可以在这里给我发消息，或在频道里@我；也可以输入 `/sco 搜索 上海精神`、`/sco 摘要`、`/sco 关注 中亚 能源`。",
  ],
  you: (language, zone) => `您的语言是${language}，时区是 ${zone}。可用 \`/sco settings\` 更改。`,
  language: "中文",
  follows: "本工作区关注的内容",
  followsNone: "这里还没有关注任何内容。请在频道里输入 `/sco 每日 09:00` 或 `/sco 关注 中亚 能源`。",
  newest: "最新文章",
  searchTitle: "搜索上合新闻",
  searchLabel: "您想找什么？",
  searchHint: "中文、英文或俄文均可，各种语言可以互相找到。",
  searchGo: "搜索",
  close: "关闭",
  empty: "请先输入一两个词。",
  searching: "正在搜索……",
};

export const errors: typeof en.errors = {
  copy: "请从应用设置中重新复制。",
  install: "请在 /slack/install 为其重新安装应用。",
  forOrganisations: "不能为整个组织安装我。请在每个需要的工作区分别安装：/slack/install。",
  otherKey:
    "无法解开本工作区的安装记录：SCO_SECRET_KEY 与安装时不同。请管理员在新密钥后面用逗号附上旧密钥，或重新安装我。",
  notInstalled: (workspace) => `工作区 ${workspace} 没有安装我，请先安装。`,
  wrongToken: (name, reason) => `Slack 不接受 ${name}（${reason}）。请从应用设置中重新复制。`,
};

export const BARRED: typeof en.BARRED = {
  guest: "这会更改频道收到的内容；工作区的访客可以搜索和阅读，但不能更改。请找工作区成员帮忙。",
  outsider: "这会更改频道收到的内容；其他组织的成员可以在此搜索和阅读，但不能更改。请找本工作区的成员帮忙。",
  unknown: "Slack 没有及时告诉我您是不是本工作区的成员，因此未作更改。请过一分钟再试。",
  others: "Slack 没有表明这是您和我之间的会话，因此无法在此设置。请直接私信我，或在我所在的频道里使用。",
};
