/** `feeds`: what the bot follows and how each feed is; add, remove and test one, try all, take the list elsewhere. */
import { type Context, command } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { feeds as say } from "../src/i18n/commands.ts";
import { inEveryLocale } from "../src/i18n/words.ts";
import { type Reply, sentence } from "../src/reply.ts";

export const feeds = command({
  name: "feeds",
  group: "setup",
  aliases: ["订阅", "订阅源", "ленты"],
  about: { en: "The feeds that are followed", zh: "查看和管理订阅源", ru: "Ленты, которые читает бот" },
  options: {
    action: {
      kind: "choice",
      choices: ["list", "packs", "add", "remove", "test", "check", "opml"],
      also: {
        ...{ follow: "add", subscribe: "add", delete: "remove", rm: "remove", unsubscribe: "remove" },
        ...{ groups: "packs", 分组: "packs", группы: "packs", 检查: "check", проверка: "check" },
        ...{
          列表: "list",
          添加: "add",
          新增: "add",
          删除: "remove",
          移除: "remove",
          取消: "remove",
          测试: "test",
        },
        ...{ список: "list", добавить: "add", удалить: "remove", убрать: "remove", проверить: "test" },
      },
      about: {
        en: "list, packs (groups), add, remove, test, check (all), opml",
        zh: "list 列出，packs 分组，add 添加，remove 删除，test 测试，check 全部检查，opml",
        ru: "list, packs (группы), add, remove, test, check (все), opml",
      },
    },
    url: {
      kind: "text",
      about: { en: "Address of a feed or of a site", zh: "订阅源或网站的地址", ru: "Адрес ленты или сайта" },
      suggest: async (typed, ctx) =>
        ctx.caller.operates
          ? (await ctx.feeds.list()).map(({ spec }) => spec.url).filter((url) => url.includes(typed))
          : [],
    },
    filter: {
      kind: "text",
      named: true,
      about: {
        en: "Query that items must match; all keeps everything",
        zh: "条目须符合的查询；all 表示全部保留",
        ru: "Запрос-фильтр; all — сохранять всё",
      },
    },
    links: {
      kind: "text",
      named: true,
      about: {
        en: "For an index page: its links look like /news/*.html",
        zh: "索引页中文章链接的样子，如 /news/*.html",
        ru: "Для страницы-списка: вид ссылок, например /news/*.html",
      },
    },
    old: {
      kind: "flag",
      about: {
        en: "With add: also what is old, of a feed that no longer lives",
        zh: "与 add 同用：停更的订阅源也导入旧条目",
        ru: "С add: и старые записи ленты, которая не обновляется",
      },
    },
  },
  examples: ["feeds", "feeds packs"],
  async run({ action = "list", url, filter, links, old }, ctx) {
    const words = say(ctx.caller.locale);
    const show = await import("../src/feeds/present.ts");
    if (action === "list") return show.overview(await ctx.feeds.list(), ctx);
    if (action === "packs") return show.packsReply(await ctx.feeds.packs(), ctx);
    if (!ctx.caller.operates)
      throw new BotError(
        "forbidden",
        inEveryLocale(say, (each) => each.forbidden),
      );
    if (action === "opml") return opml(ctx);
    if (action === "check") {
      if (ctx.caller.platform !== "terminal") return sentence(words.shell, "nothing", {});
      const tell = (checked: Parameters<typeof show.checkedLine>[0]) =>
        ctx.progress(show.checkedLine(checked, ctx.caller.locale));
      return show.checkReply(await ctx.feeds.check(tell, ctx.signal), ctx);
    }
    if (!url)
      throw new BotError(
        "bad-input",
        inEveryLocale(say, (each) => each.url(action)),
      );
    const given = { filter, links, ...(old && { archive: true }) };
    if (action === "test") return show.report(await ctx.feeds.test(url, given, ctx.signal), ctx);
    if (action === "add") {
      const spec = await ctx.feeds.add(url, given, ctx.signal);
      return sentence(words.added(spec.source, show.shown(spec).url), "answered", {
        added: show.shown(spec),
      });
    }
    const removed = await ctx.feeds.remove(url);
    if (!removed) return sentence(words.unknown, "nothing", { removed: null });
    return sentence(words.removed(removed.source), "answered", { removed: show.shown(removed) });
  },
});

// Whole addresses, which may hold what lets in: for the caller's eyes.
async function opml(ctx: Context): Promise<Reply> {
  const { writeOpml } = await import("../src/feeds/opml.ts");
  const text = writeOpml((await ctx.feeds.list()).map(({ spec }) => spec));
  return { ...sentence(text, "answered", { opml: text }), confidential: true };
}
