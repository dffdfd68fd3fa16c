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
  },
  examples: ["following"],
  personal: true,
  async run({ feed }, ctx) {
    if (feed !== undefined) return (await import("../src/delivery/channel-feed.ts")).changeFeed(feed, ctx);
    const { following: run } = await import("../src/delivery/following.ts");
    return run(ctx);
  },
});
