/** `following`: what this workspace follows, all channels together. */
import { command } from "../src/command.ts";

export const following = command({
  name: "following",
  group: "follow",
  aliases: ["已关注", "подписки"],
  about: {
    en: "What this whole workspace follows",
    zh: "整个工作区关注的内容",
    ru: "Что отслеживает всё рабочее пространство",
  },
  options: {
    feed: {
      kind: "choice",
      choices: ["on", "off"],
      named: true,
      about: {
        en: "on: a feed of what this channel follows, under a secret address; off: end it",
        zh: "on：为本频道关注的内容生成秘密地址的订阅源；off：停用",
        ru: "on: лента того, за чем следит этот канал, по секретному адресу; off: закрыть",
      },
    },
    webhook: {
      kind: "text",
      named: true,
      about: {
        en: "An https address: what this channel follows is sent there too, signed; off: end it",
        zh: "https 地址：本频道关注的内容也会带签名发送到那里；off：停用",
        ru: "Адрес https: туда тоже придёт, с подписью, то, за чем следит канал; off: отключить",
      },
    },
  },
  examples: ["following"],
  personal: true,
  async run({ feed, webhook }, ctx) {
    if (webhook !== undefined)
      return (await import("../src/delivery/webhook/change.ts")).changeWebhook(webhook, ctx);
    if (feed !== undefined) return (await import("../src/delivery/channel-feed.ts")).changeFeed(feed, ctx);
    const { following: run } = await import("../src/delivery/following.ts");
    return run(ctx);
  },
});
