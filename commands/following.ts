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
  options: {},
  examples: ["following"],
  personal: true,
  async run(_args, ctx) {
    const { following: run } = await import("../src/delivery/following.ts");
    return run(ctx);
  },
});
