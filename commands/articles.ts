/** `articles`: whoever runs the bot takes an article out or puts it right; what its feed brings later undoes nothing. */
import { correctArticle, removeArticle } from "../src/articles/edit.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { command } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { articles as say } from "../src/i18n/commands.ts";
import { inEveryLocale } from "../src/i18n/words.ts";
import { sentence } from "../src/reply.ts";

export const articles = command({
  name: "articles",
  about: {
    en: "Take an article out, or put it right",
    zh: "移除或更正文章",
    ru: "Убрать или исправить статью",
  },
  options: {
    action: {
      kind: "choice",
      required: true,
      choices: ["remove", "correct"],
      also: { 移除: "remove", 删除: "remove", 更正: "correct", убрать: "remove", исправить: "correct" },
      about: {
        en: "remove or correct",
        zh: "remove 移除，correct 更正",
        ru: "remove (убрать) или correct (исправить)",
      },
    },
    article: articleId,
    url: { kind: "text", named: true, about: { en: "Its address", zh: "网址", ru: "Её адрес" } },
    title: { kind: "text", named: true, about: { en: "Its title", zh: "标题", ru: "Её заголовок" } },
    source: { kind: "text", named: true, about: { en: "Its publisher", zh: "来源", ru: "Её издание" } },
    date: {
      kind: "text",
      named: true,
      about: { en: "When it was published", zh: "发布时间", ru: "Когда вышла" },
    },
    text: { kind: "text", named: true, about: { en: "Its text", zh: "正文", ru: "Её текст" } },
  },
  examples: ["articles remove {id}"],
  shell: true,
  async run({ action, article: id, url, title, source, date, text }, ctx) {
    const { caller, keeper, store, clock, library } = ctx;
    const words = say(caller.locale);
    const article = await articleOf(id, ctx);
    if (action === "remove") {
      await removeArticle(article, keeper, store, clock.now());
      return sentence(words.removed(article.title), "answered", { removed: article.id });
    }
    const given = {
      ...(url !== undefined && { url }),
      ...(title !== undefined && { title }),
      ...(source !== undefined && { source }),
      ...(date !== undefined && { published: date }),
      ...(text !== undefined && { body: text }),
    };
    if (Object.keys(given).length === 0)
      throw new BotError(
        "bad-input",
        inEveryLocale(say, (each) => each.nothing),
      );
    const after = await correctArticle(article, given, keeper, (name) => library.publisher(name)?.zone);
    return sentence(words.corrected(after.title, Object.keys(given).join(", ")), "answered", {
      corrected: after,
    });
  },
});
