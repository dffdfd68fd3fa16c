/** `saved [add|remove] [id]`: articles put aside, one's own or the channel's. */
import { articleId } from "../src/articles/lookup.ts";
import { command, pageOption } from "../src/command.ts";

export const saved = command({
  name: "saved",
  group: "read",
  aliases: ["收藏", "сохранённое", "сохраненное", "избранное", "save"],
  about: {
    en: "Articles that you or this channel put aside",
    zh: "您或本频道收藏的文章",
    ru: "Статьи, которые отложили вы или этот канал",
  },
  options: {
    action: {
      kind: "choice",
      choices: ["add", "remove"],
      passes: true,
      also: {
        添加: "add",
        移除: "remove",
        删除: "remove",
        добавить: "add",
        убрать: "remove",
        удалить: "remove",
      },
      about: {
        en: "add or remove; the list when left out",
        zh: "add 添加，remove 移除；不写则查看",
        ru: "add (добавить) или remove (убрать); без него список",
      },
    },
    id: { ...articleId, required: false },
    for: {
      kind: "choice",
      choices: ["me", "channel"],
      named: true,
      about: { en: "Your list or this channel's", zh: "您的或本频道的", ru: "Ваш список или список канала" },
    },
    page: pageOption,
  },
  examples: ["saved", "saved add {id}", "saved remove {id}"],
  personal: true,
  own: ({ for: owner }) => owner !== "channel",
  async run({ action, id, for: owner = "me", page = 1 }, ctx) {
    const { saved: run } = await import("../src/articles/saved.ts");
    return run({ action, id, owner, page }, ctx);
  },
});
