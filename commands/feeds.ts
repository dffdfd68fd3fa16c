/** `feeds`: what the bot follows and how each feed is; add, remove and test one, take the list elsewhere. */

import { publisherName } from "../src/articles/present.ts";
import { type Context, command } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import type { FeedHealth, Probe } from "../src/feeds/feeds.ts";
import { inEveryLocale, phrases, russianCount } from "../src/i18n/words.ts";
import { masked } from "../src/mask.ts";
import { type Block, type Reply, type Span, sentence } from "../src/reply.ts";

const say = phrases({
  en: {
    title: "Feeds",
    head: ["Feed", "How it is", "Newest", "Polled", "Address"],
    conditions: {
      new: "not read yet",
      fresh: "fine",
      stale: "stale",
      odd: "odd",
      failing: "failing",
      retired: "retired",
    },
    count: (n: number) => (n === 1 ? "1 feed" : `${n} feeds`),
    empty: "No feeds are followed. Follow one with: feeds add https://example.org/feed.xml",
    items: (n: number, kept: number) =>
      `${n === 1 ? "1 item" : `${n} items`}, of which ${kept} would be kept`,
    untitled: "(no title)",
    more: (n: number) => `… and ${n} more`,
    problems: "Remarks",
    added: (source: string, url: string) => `Now following ${source}: ${url}`,
    removed: (source: string) => `No longer following ${source}.`,
    unknown: "This feed is not followed; type feeds to see which ones are.",
    url: "Say which feed: feeds test https://example.org/feed.xml",
    forbidden:
      "Only those who run the bot may test, add and remove feeds; whoever does can put you into SCO_OPERATORS.",
    none: "–",
  },
  zh: {
    title: "订阅源",
    head: ["订阅源", "状态", "最新", "上次读取", "地址"],
    conditions: {
      new: "尚未读取",
      fresh: "正常",
      stale: "停更",
      odd: "异常",
      failing: "失败",
      retired: "已停用",
    },
    count: (n: number) => `${n} 个订阅源`,
    empty: "还没有订阅源。添加：feeds add https://example.org/feed.xml",
    items: (n: number, kept: number) => `${n} 条，其中 ${kept} 条会保留`,
    untitled: "（无标题）",
    more: (n: number) => `……还有 ${n} 条`,
    problems: "说明",
    added: (source: string, url: string) => `已开始关注 ${source}：${url}`,
    removed: (source: string) => `不再关注 ${source}。`,
    unknown: "没有关注这个订阅源；输入 feeds 查看已关注的。",
    url: "请说明是哪个订阅源：feeds test https://example.org/feed.xml",
    forbidden: "只有机器人的管理者可以测试、添加和删除订阅源；可请其把您加入 SCO_OPERATORS。",
    none: "–",
  },
  ru: {
    title: "Ленты",
    head: ["Лента", "Состояние", "Новейшая", "Опрошена", "Адрес"],
    conditions: {
      new: "ещё не читалась",
      fresh: "в порядке",
      stale: "замерла",
      odd: "странная",
      failing: "сбой",
      retired: "закрыта",
    },
    count: (n: number) => russianCount(n, "лента", "ленты", "лент"),
    empty: "Лент пока нет. Добавить: feeds add https://example.org/feed.xml",
    items: (n: number, kept: number) =>
      `${russianCount(n, "запись", "записи", "записей")}, из них сохраняется ${kept}`,
    untitled: "(без заголовка)",
    more: (n: number) => `… и ещё ${n}`,
    problems: "Замечания",
    added: (source: string, url: string) => `Теперь читаю ${source}: ${url}`,
    removed: (source: string) => `Больше не читаю ${source}.`,
    unknown: "Эта лента не читается; наберите feeds, чтобы увидеть список.",
    url: "Укажите ленту: feeds test https://example.org/feed.xml",
    forbidden:
      "Проверять, добавлять и удалять ленты могут только те, кто запускает бота; они могут внести вас в SCO_OPERATORS.",
    none: "–",
  },
});

const SHOWN = 10;

export const feeds = command({
  name: "feeds",
  aliases: ["订阅", "订阅源", "ленты"],
  about: { en: "The feeds that are followed", zh: "查看和管理订阅源", ru: "Ленты, которые читает бот" },
  options: {
    action: {
      kind: "choice",
      choices: ["list", "add", "remove", "test", "opml"],
      also: {
        ...{ follow: "add", subscribe: "add", delete: "remove", rm: "remove", unsubscribe: "remove" },
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
      about: { en: "What to do; list when left out", zh: "操作，默认为列出", ru: "Что сделать; обычно list" },
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
  },
  examples: ["feeds"],
  async run({ action = "list", url, filter, links }, ctx) {
    const words = say(ctx.caller.locale);
    if (action === "list") return overview(await ctx.feeds.list(), ctx);
    if (!ctx.caller.operates)
      throw new BotError(
        "forbidden",
        inEveryLocale(say, (each) => each.forbidden),
      );
    if (action === "opml") return opml(ctx);
    if (!url)
      throw new BotError(
        "bad-input",
        inEveryLocale(say, (each) => each.url),
      );
    const given = { filter, links };
    if (action === "test") return report(await ctx.feeds.test(url, given, ctx.signal), ctx);
    if (action === "add") {
      const spec = await ctx.feeds.add(url, given, ctx.signal);
      return sentence(words.added(spec.source, masked(spec.url)), "answered", { added: shown(spec) });
    }
    const removed = await ctx.feeds.remove(url);
    if (!removed) return sentence(words.unknown, "nothing", { removed: null });
    return sentence(words.removed(removed.source), "answered", { removed: shown(removed) });
  },
});

function overview(all: readonly FeedHealth[], ctx: Context): Reply {
  const words = say(ctx.caller.locale);
  const name = ({ source }: FeedHealth["spec"]) => publisherName(source, ctx.library, ctx.caller.locale);
  const rows = all.map(({ spec, condition, newest, polled }): Span[] => [
    name(spec),
    words.conditions[condition],
    newest ? { date: newest, show: "day" } : words.none,
    polled ? { date: polled, show: "minute" } : words.none,
    addressOf(spec),
  ]);
  const reasons = all.flatMap(({ spec, reason }): Block[] =>
    reason ? [{ kind: "prose", spans: [{ strong: name(spec) }, ` ${reason[ctx.caller.locale]}`] }] : [],
  );
  const title = words.count(all.length);
  return {
    summary: all.length > 0 ? title : words.empty,
    blocks:
      all.length > 0
        ? [{ kind: "heading", text: title }, { kind: "table", head: words.head, rows }, ...reasons]
        : [{ kind: "prose", spans: [words.empty] }],
    audience: "caller",
    outcome: all.length > 0 ? "answered" : "nothing",
    data: {
      feeds: all.map(({ spec, reason, ...health }) => ({
        ...shown(spec),
        ...health,
        reason: reason?.[ctx.caller.locale] ?? null,
      })),
      faults: ctx.feeds.faults.map(({ en }) => en),
    },
  };
}

/** The list is for everybody, what lets into a feed is not; `feeds opml` hands it to those who run the bot. */
function shown(spec: FeedHealth["spec"]): FeedHealth["spec"] {
  return { ...spec, url: masked(spec.url) };
}

/** A link, where it leads to the feed without a credential. */
function addressOf({ url }: FeedHealth["spec"]): Span {
  const address = masked(url).replace(/^https?:\/\//, "");
  return masked(url) === url ? { link: address, url } : address;
}

function report(probe: Probe, ctx: Context): Reply {
  const { locale } = ctx.caller;
  const words = say(locale);
  const name = probe.title || masked(probe.url);
  const lost = new Set(
    probe.problems
      .filter(({ kind }) => ["nothing", "duplicate", "offTopic"].includes(kind))
      .map(({ item }) => item),
  );
  const kept = probe.items.filter(({ id }) => !lost.has(id)).length;
  const counts = words.items(probe.items.length, kept);
  const limit = ctx.limit ?? SHOWN;
  const cards = probe.items.slice(0, limit).map(({ title, url, published, text }): Block => {
    const called = title || words.untitled;
    const dated: Span[] = published ? [{ date: published, show: "minute" }] : [];
    return {
      kind: "card",
      title: url ? { link: called, url } : { strong: called },
      lines: [dated, [text.slice(0, 160)]].filter((line) => line[0]),
    };
  });
  const remarks = probe.problems
    .slice(0, limit)
    .map(({ item, reason }): Span[] => [item ?? words.title, reason[locale]]);
  const more = (n: number): Block[] => (n > 0 ? [{ kind: "prose", spans: [{ dim: words.more(n) }] }] : []);
  return {
    summary: `${name}: ${counts}`,
    blocks: [
      { kind: "heading", text: name },
      { kind: "prose", spans: [`${probe.format}, ${probe.encoding} · ${counts}`] },
      ...cards,
      ...more(probe.items.length - limit),
      ...(remarks.length > 0
        ? [{ kind: "heading", text: words.problems } as const, { kind: "table", rows: remarks } as const]
        : []),
      ...more(probe.problems.length - limit),
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      title: probe.title,
      format: probe.format,
      encoding: probe.encoding,
      items: probe.items,
      problems: probe.problems.map(({ item, reason }) => ({ item, reason: reason[locale] })),
    },
  };
}

async function opml(ctx: Context): Promise<Reply> {
  const { writeOpml } = await import("../src/feeds/opml.ts");
  const text = writeOpml((await ctx.feeds.list()).map(({ spec }) => spec));
  return sentence(text, "answered", { opml: text });
}
