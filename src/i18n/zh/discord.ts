/** The words of Discord, in Chinese. */
import type * as en from "../en/discord.ts";

export const discord: typeof en.discord = {
  noFile: "这里无法发送文件（文件过大，或缺少“附加文件”权限）。以下是其文字：",
  inDirect: "此回答仅供您本人查看，已私信发送给您。",
  gone: "这个按钮太旧了，对应的搜索已不再保存。请重新输入命令。",
  shared: "已经分享过了。",
  role: "您提到的是我的身份组。请改为@我本人：输入 @ 后选择带头像的那一项。也可以输入 /sco。",
  posted: "已分享。",
  mute: "您不能在那个频道发言，因此没有分享。",
  correct: "更正",
  broken: "这里无法显示答案，请再试一次。",
  missing: (permission) => `我无法在此频道发消息：缺少“${permission}”权限。请在频道设置中授予机器人。`,
  unseen: "我看不到这个频道。请把机器人加入服务器，并在该频道授予“查看频道”权限。",
  unfit: "此频道不能直接发消息，请选择文字频道，或其中的某个帖子。",
};

export const errors: typeof en.errors = {
  right: (right, role) => `“${right}”权限${role ? `或“${role}”身份组` : ""}`,
  badShards: "Discord 不接受这个分片数；请删除 DISCORD_SHARDS 或设为 auto。",
  badProgram: (reason) =>
    `Discord 不允许此版本的 sco-bot 连接（${reason}）。本程序不需要特权 intent；请尝试更新版本。`,
  badToken:
    "Discord 拒绝了 DISCORD_TOKEN；请到 https://discord.com/developers/applications（Bot，Reset Token）重新复制令牌。",
  notInServer: (server) =>
    `机器人不在服务器 ${server} 中，或邀请时缺少 applications.commands 权限。请重新邀请。`,
  notTaken: (reason) => `Discord 未能接收命令（${reason}）。请稍后再试。`,
  about: "上海合作组织新闻",
  notOurs: "我不能在这个会话里发消息，因此无法在此设置。请直接私信我，或在我所在的服务器里使用。",
};

export const PERMISSION_NAMES: typeof en.PERMISSION_NAMES = {
  ViewChannel: "查看频道",
  SendMessages: "发送消息",
  SendMessagesInThreads: "在子区内发送消息",
  EmbedLinks: "嵌入链接",
  ManageChannels: "管理频道",
};
