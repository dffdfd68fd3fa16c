/** `saved`: putting articles aside, taking them out, and the list of them. */
import type { Context } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { phrases, russianCount } from "../i18n/words.ts";
import type { Action, Block, Reply } from "../reply.ts";
import { articleOf, bringNear } from "./lookup.ts";
import { articleCard, articleData } from "./present.ts";
import { MOST_SAVED, type Owner, save, savedOf, unsave } from "./saved-list.ts";

export interface Asked {
  readonly action: "add" | "remove" | undefined;
  readonly id: string | undefined;
  readonly owner: Owner;
  readonly page: number;
}

const say = phrases({
  en: {
    title: { me: "Saved by you", channel: "Saved for this channel" },
    none: {
      me: "You have saved nothing yet. Press Save under an article that you read.",
      channel: "Nothing is saved for this channel yet. Who manages it writes: saved add ID for:channel",
    },
    count: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
    added: { me: "Saved for you:", channel: "Saved for this channel:" },
    already: { me: "You have saved this already:", channel: "This is saved for the channel already:" },
    removed: "Taken out of the list:",
    absent: "This was not in the list:",
    list: "The list",
    brief: "Brief of these",
    remove: "Remove",
    more: "More",
    back: "Back",
    channel: "This channel's list",
  },
  zh: {
    title: { me: "我的收藏", channel: "本频道的收藏" },
    none: {
      me: "您还没有收藏。阅读文章时点“收藏”即可。",
      channel: "本频道还没有收藏。频道管理者可输入：收藏 add 编号 for:channel",
    },
    count: (n: number) => `${n} 篇文章`,
    added: { me: "已收藏：", channel: "已收藏到本频道：" },
    already: { me: "您已收藏过：", channel: "本频道已收藏过：" },
    removed: "已移出收藏：",
    absent: "收藏中没有这一篇：",
    list: "查看收藏",
    brief: "汇成简报",
    remove: "移除",
    more: "更多",
    back: "上一页",
    channel: "本频道的收藏",
  },
  ru: {
    title: { me: "Сохранено вами", channel: "Сохранено для канала" },
    none: {
      me: "Вы пока ничего не сохранили. Нажмите «Сохранить» под статьёй, которую читаете.",
      channel:
        "Для канала пока ничего не сохранено. Тот, кто управляет каналом, может написать: saved add НОМЕР for:channel",
    },
    count: (n: number) => russianCount(n, "статья", "статьи", "статей"),
    added: { me: "Сохранено для вас:", channel: "Сохранено для канала:" },
    already: { me: "У вас это уже сохранено:", channel: "Для канала это уже сохранено:" },
    removed: "Убрано из списка:",
    absent: "В списке этого не было:",
    list: "Список",
    brief: "Обзор по ним",
    remove: "Убрать",
    more: "Ещё",
    back: "Назад",
    channel: "Список канала",
  },
});

/** Articles on one screen. */
const PAGE = 5;

/** @throws BotError with what was wrong, "forbidden" for a channel that the caller may not manage */
export async function saved({ action, id, owner, page }: Asked, ctx: Context): Promise<Reply> {
  if (id === undefined && action !== undefined) throw noId(action);
  if (id === undefined) return list(owner, page, ctx);
  if (owner === "channel" && !ctx.caller.manages) throw cannotManage(ctx.caller.barred);
  return action === "remove" ? takeOut(id, owner, ctx) : putIn(id, owner, ctx);
}

async function putIn(id: string, owner: Owner, ctx: Context): Promise<Reply> {
  const { store, caller, clock } = ctx;
  const words = say(caller.locale);
  const article = await articleOf(id, ctx);
  const done = await save(article.id, owner, caller, store, clock.now());
  if (done === "full") throw isFull();
  const text = done ? words.added[owner] : words.already[owner];
  return told(text, article.title, owner, { [done ? "saved" : "already"]: article.id }, ctx);
}

async function takeOut(id: string, owner: Owner, ctx: Context): Promise<Reply> {
  const { library, store, caller, clock } = ctx;
  const words = say(caller.locale);
  // What is no longer kept can be taken out as well.
  const known = library.get(id) ?? library.get(id.toLowerCase());
  const there = (await savedOf(owner, caller, store, clock.now())).find(
    ({ article }) => article === id || article === known?.id,
  );
  const article = there?.article ?? (await articleOf(id, ctx)).id;
  await unsave(there ? [article] : [], owner, caller, store);
  const text = there ? words.removed : words.absent;
  return told(text, known?.title ?? article, owner, { removed: there ? article : null }, ctx);
}

function told(text: string, title: string, owner: Owner, data: object, { caller }: Context): Reply {
  const line = `${text} ${title}`;
  const show: Action = { label: say(caller.locale).list, run: lineFor("saved", owner), place: "new" };
  return {
    summary: line,
    blocks: [
      { kind: "prose", spans: [text, " ", { strong: title }] },
      { kind: "actions", actions: [show] },
    ],
    audience: "caller",
    outcome: "answered",
    data: { for: owner, ...data },
  };
}

async function list(owner: Owner, page: number, ctx: Context): Promise<Reply> {
  const { library, store, caller, clock, limit } = ctx;
  const words = say(caller.locale);
  const rows = await savedOf(owner, caller, store, clock.now());
  await bringNear(
    rows.map(({ article }) => article),
    ctx,
  );
  const articles = rows.flatMap(({ article }) => library.get(article) ?? []);
  const gone = rows.filter(({ article }) => !library.get(article)).map(({ article }) => article);
  const size = limit ?? PAGE;
  const pages = Math.max(1, Math.ceil(articles.length / size));
  const at = Math.min(page, pages);
  const shown = articles.slice((at - 1) * size, at * size);
  const data = {
    for: owner,
    total: articles.length,
    articles: shown.map((article) => articleData(article, library)),
    gone,
    ...{ page: at, pages },
  };
  const turn = (label: string, to: number): Action => ({
    label,
    run: lineFor(`saved --page=${to}`, owner),
    place: "here",
  });
  const other: Action[] =
    owner === "me" && caller.channel !== "" && caller.direct !== true
      ? [{ label: words.channel, run: lineFor("saved", "channel"), place: "new" }]
      : [];
  const actions = [
    ...(at > 1 ? [turn(words.back, at - 1)] : []),
    ...(at < pages ? [turn(words.more, at + 1)] : []),
    ...(articles.length > 0
      ? [{ label: words.brief, run: lineFor("brief saved", owner), place: "new" } as const]
      : []),
    ...other,
  ];
  const none = articles.length === 0;
  return {
    first: (at - 1) * size + 1,
    summary: none ? words.none[owner] : `${words.title[owner]}: ${words.count(articles.length)}`,
    blocks: [
      ...(none
        ? [{ kind: "prose", spans: [words.none[owner]] } as const]
        : ([
            { kind: "heading", text: words.title[owner] },
            { kind: "prose", spans: [{ dim: words.count(articles.length) }] },
          ] as const)),
      ...shown.map((article): Block => {
        const card = articleCard(article, library, caller.locale);
        const removes = owner === "me" || caller.manages;
        const out: Action = {
          label: words.remove,
          run: lineFor(`saved remove ${article.id}`, owner),
          place: "new",
        };
        return { ...card, actions: [...(card.actions ?? []), ...(removes ? [out] : [])] };
      }),
      ...(actions.length > 0 ? [{ kind: "actions", actions } as const] : []),
    ],
    audience: "caller",
    outcome: none ? "nothing" : "answered",
    data,
  };
}

function lineFor(line: string, owner: Owner): string {
  return owner === "channel" ? `${line} for:channel` : line;
}

function noId(action: "add" | "remove"): BotError {
  return new BotError("bad-input", {
    en: `Say which article: saved ${action} ID (ids stand beside the articles of “search” and “latest”).`,
    zh: `请说明是哪篇文章：收藏 ${action} 编号（“搜索”和“最新”的结果旁有编号）。`,
    ru: `Укажите статью: saved ${action} НОМЕР (номера стоят у статей в «поиск» и «новости»).`,
  });
}

function isFull(): BotError {
  return new BotError("bad-input", {
    en: `This list has ${MOST_SAVED} articles, which is as many as it takes. Remove some first: saved`,
    zh: `该收藏已满（${MOST_SAVED} 篇）。请先移除一些：收藏`,
    ru: `В этом списке уже ${MOST_SAVED} статей, больше не помещается. Сначала уберите лишние: saved`,
  });
}
