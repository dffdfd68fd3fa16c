/** `unwatch <query or id>`: ends a watch of this channel. */
import { command } from "../src/command.ts";

export const unwatch = command({
  name: "unwatch",
  group: "follow",
  aliases: ["取消关注", "отписаться"],
  about: {
    en: "Stop a watch of this channel",
    zh: "停止本频道的一项关注",
    ru: "Остановить отслеживание в канале",
  },
  options: {
    which: {
      kind: "text",
      rest: true,
      suggest: async (_typed, ctx) => {
        const { watchesOf } = await import("../src/delivery/subscribe.ts");
        return (await watchesOf(ctx)).map(({ query }) => query);
      },
      about: { en: "Its words, or its id", zh: "关注的内容或编号", ru: "Слова запроса или код" },
    },
  },
  examples: ["unwatch"],
  personal: true,
  async run({ which }, ctx) {
    const { unwatch: run, watching } = await import("../src/delivery/watch.ts");
    return which === undefined ? watching(ctx) : run(which, ctx);
  },
});
