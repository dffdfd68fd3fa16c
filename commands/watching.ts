/** `watching`: what is watched in this channel, with buttons that stop it. */
import { command } from "../src/command.ts";

export const watching = command({
  name: "watching",
  group: "follow",
  aliases: ["watches", "关注列表", "отслеживание"],
  about: {
    en: "What is watched in this channel, and what it matched lately",
    zh: "本频道关注的内容及最近的匹配",
    ru: "Что отслеживается в канале и что нашлось",
  },
  options: {},
  examples: ["watching"],
  personal: true,
  async run(_args, ctx) {
    const { watching: run } = await import("../src/delivery/watch.ts");
    return run(ctx);
  },
});
