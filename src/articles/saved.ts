/** `saved`: putting articles aside, taking them out, and the list of them. */
import type { Context } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { errors } from "../i18n/library.ts";
import { savedArticles as say } from "../i18n/saved.ts";
import type { Action, Block, Reply } from "../reply.ts";
import { articleOf, bringNear } from "./lookup.ts";
import { articleCard, articleData } from "./present.ts";
import { type ListOwner, MOST_SAVED, save, savedOf, unsave } from "./saved-list.ts";

export interface SavedListRequest {
  readonly action: "add" | "remove" | undefined;
  readonly id: string | undefined;
  readonly owner: ListOwner;
  readonly page: number;
}

/** Articles on one screen. */
const PAGE = 5;

/** @throws BotError with what was wrong, "forbidden" for a channel that the caller may not manage */
export async function saved({ action, id, owner, page }: SavedListRequest, ctx: Context): Promise<Reply> {
  if (id === undefined && action !== undefined) throw noId(action);
  if (id === undefined) return list(owner, page, ctx);
  if (owner === "channel" && !ctx.caller.manages) throw cannotManage(ctx.caller.barred);
  return action === "remove" ? takeOut(id, owner, ctx) : putIn(id, owner, ctx);
}

async function putIn(id: string, owner: ListOwner, ctx: Context): Promise<Reply> {
  const { store, caller, clock } = ctx;
  const words = say(caller.locale);
  const article = await articleOf(id, ctx);
  const done = await save(article.id, owner, caller, store, clock.now());
  if (done === "full") throw isFull();
  const text = done ? words.added[owner] : words.already[owner];
  return told(text, article.title, owner, { [done ? "saved" : "already"]: article.id }, ctx);
}

async function takeOut(id: string, owner: ListOwner, ctx: Context): Promise<Reply> {
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

function told(text: string, title: string, owner: ListOwner, data: object, { caller }: Context): Reply {
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

async function list(owner: ListOwner, page: number, ctx: Context): Promise<Reply> {
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

function lineFor(line: string, owner: ListOwner): string {
  return owner === "channel" ? `${line} for:channel` : line;
}

function noId(action: "add" | "remove"): BotError {
  return new BotError("bad-input", errors.noId(action));
}

function isFull(): BotError {
  return new BotError("bad-input", errors.isFull(MOST_SAVED));
}
