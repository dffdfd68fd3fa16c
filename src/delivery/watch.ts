/** `watch`, `watching` and `unwatch`: following a query in a channel. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { inEveryLocale, phrases, russianCount } from "../i18n/words.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { cardOf } from "./compose.ts";
import { matchesOf, withPassages } from "./match.ts";
import { meaningOf } from "./meaning.ts";
import { type Found, idOf, type Watch } from "./model.ts";
import { endOwn, ownOf } from "./own.ts";
import { pausedBlocks } from "./paused.ts";
import { bySameWords } from "./same-words.ts";
import { endWatch, mustFit, mustManage, mustReach, pauseOf, saveWatch, watchesOf } from "./subscribe.ts";
import { watchLine } from "./words.ts";

/** Minutes between two messages of a watch when nothing else is said. */
const EVERY = 30;
/** More than this in 30 days is a flood: three a day. */
const FLOOD = 90;
const PREVIEWED = 3;

const say = phrases({
  en: {
    saved: (query: string, every: number) =>
      `Watching “${query}”: new articles come here as they arrive, at most one message in ${every} minutes.`,
    would: (n: number) =>
      n === 1
        ? "The last 30 days would have brought 1 article:"
        : `The last 30 days would have brought ${n} articles:`,
    nothing: "The last 30 days would have brought nothing. Check the words, or wait for the first one.",
    flood: (n: number) =>
      `That is many: about ${Math.round(n / 30)} a day. More words, or source: and lang:, make it calmer.`,
    silence: (days: number) => `Says so when nothing comes for ${days === 1 ? "a day" : `${days} days`}.`,
    rush: (times: number) => `Says so when a day brings ${times} times what is usual.`,
    calls: (id: string) => `Its messages call the group ${id}.`,
    nobody: (written: string) =>
      `“${written}” is no user group or role that may be called here. Write the id of one (in Slack: S…, under “Copy group ID”; in Discord: @role), or off.`,
    title: "Watches",
    none: "Nothing is watched in this channel. Begin with, for example: watch Central Asia energy",
    lately: "lately",
    quiet: "nothing in the last 30 days",
    every: (n: number) => `at most one message in ${n} min`,
    stop: "Stop",
    all: "All watches",
    again: "Watch again",
    stopped: (query: string) => `No longer watching “${query}”.`,
    unknown: (text: string) => `There is no watch “${text}” here; write watching to see them.`,
  },
  zh: {
    saved: (query: string, every: number) =>
      `正在关注“${query}”：有新文章就发到这里，每 ${every} 分钟最多一条消息。`,
    would: (n: number) => `按此条件，过去 30 天共有 ${n} 篇匹配文章：`,
    nothing: "过去 30 天没有匹配的文章。请检查用词，或等待第一篇。",
    flood: (n: number) =>
      `数量较多：每天约 ${Math.round(n / 30)} 篇。多加几个词，或用 source:、lang: 缩小范围。`,
    silence: (days: number) => `连续 ${days} 天没有新文章时会提醒。`,
    rush: (times: number) => `一天的文章数达到平常的 ${times} 倍时会提醒。`,
    calls: (id: string) => `消息会呼叫用户组 ${id}。`,
    nobody: (written: string) =>
      `“${written}”不是此处可以呼叫的用户组或角色。请写它的编号（Slack：S…，见“复制群组 ID”；Discord：@角色），或写 off。`,
    title: "关注",
    none: "本频道没有关注任何内容。例如输入：watch 中亚 能源",
    lately: "最近",
    quiet: "过去 30 天没有匹配的文章",
    every: (n: number) => `每 ${n} 分钟最多一条消息`,
    stop: "停止",
    all: "全部关注",
    again: "重新关注",
    stopped: (query: string) => `已停止关注“${query}”。`,
    unknown: (text: string) => `这里没有关注“${text}”；输入 watching 查看。`,
  },
  ru: {
    saved: (query: string, every: number) =>
      `Слежу по запросу «${query}»: новые статьи придут сюда, не чаще одного сообщения в ${every} мин.`,
    would: (n: number) => `За последние 30 дней пришло бы статей: ${n}`,
    nothing: "За последние 30 дней не пришло бы ничего. Проверьте слова или дождитесь первой статьи.",
    flood: (n: number) =>
      `Это много: около ${Math.round(n / 30)} в день. Уточните слова или добавьте source: и lang:.`,
    silence: (days: number) => `Скажу, если ${russianCount(days, "день", "дня", "дней")} ничего не будет.`,
    rush: (times: number) =>
      `Скажу, если за день придёт в ${russianCount(times, "раз", "раза", "раз")} больше обычного.`,
    calls: (id: string) => `Сообщения зовут группу ${id}.`,
    nobody: (written: string) =>
      `«${written}» — не группа и не роль, которую здесь можно позвать. Напишите её код (в Slack: S…, «Скопировать ID группы»; в Discord: @роль) или off.`,
    title: "Отслеживание",
    none: "В этом канале ничего не отслеживается. Например: watch энергетика Центральной Азии",
    lately: "недавно",
    quiet: "за 30 дней ничего",
    every: (n: number) => `не чаще раза в ${n} мин`,
    stop: "Остановить",
    all: "Всё, за чем слежу",
    again: "Следить снова",
    stopped: (query: string) => `Больше не слежу по запросу «${query}».`,
    unknown: (text: string) => `Здесь не отслеживается «${text}»; напишите watching, чтобы увидеть список.`,
  },
});

/** The options of the command as typed; 0 and "off" take away. */
export interface Asked {
  readonly query: string;
  readonly every?: number | undefined;
  readonly silence?: number | undefined;
  readonly rush?: number | undefined;
  readonly mention?: string | undefined;
}

/** Saves a watch of the channel, and shows what the last 30 days would have brought. */
export async function watch(asked: Asked, ctx: Context): Promise<Reply> {
  const { query, every } = asked;
  const { caller, clock } = ctx;
  const words = say(caller.locale);
  mustManage(caller);
  const there = await watchesOf(ctx);
  const before = there.find((one) => one.query === query);
  if (!before) mustFit(there.length);
  const { silence = before?.silence, rush = before?.rush } = asked;
  const mention = mentionOf(asked.mention, before?.mention, ctx);
  const fresh: Watch = {
    id: before?.id ?? idOf("watch", caller, query),
    platform: caller.platform,
    workspace: caller.workspace,
    channel: caller.channel,
    query,
    every: every ?? before?.every ?? EVERY,
    ...(silence && { silence: Math.max(1, Math.round(silence)) }),
    ...(rush && { rush: Math.max(2, rush) }),
    ...(mention && { mention }),
    zone: caller.zone,
    by: caller.user,
    locale: caller.locale,
  };
  const unread = await meaningOf(query, ctx);
  await mustReach(ctx);
  const found = await matchesOf(ctx, fresh, clock.now());
  await saveWatch(ctx, fresh, found, before);
  const previewed = await withPassages(found.slice(0, PREVIEWED), fresh, ctx, clock.now());
  const saved = [words.saved(query, fresh.every), ...alertsInWords(fresh, ctx)].join(" ");
  return {
    summary: saved,
    blocks: [
      { kind: "prose", spans: [{ strong: saved }] },
      ...unread,
      ...previewOf(previewed, found.length, ctx),
      {
        kind: "actions",
        actions: [
          { label: words.all, run: "watching", place: "new" },
          { label: words.stop, run: `unwatch ${fresh.id}`, place: "new", style: "danger" },
        ],
      },
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      watch: dataOf(fresh),
      preview: { days: 30, total: found.length, articles: previewed },
    },
  };
}

/** What else a watch tells, and whom it calls: a sentence each. */
function alertsInWords(
  { silence, rush, mention }: Watch,
  { caller }: Pick<Context, "caller">,
): readonly string[] {
  const words = say(caller.locale);
  return [
    ...(silence ? [words.silence(silence)] : []),
    ...(rush ? [words.rush(rush)] : []),
    ...(mention ? [words.calls(mention)] : []),
  ];
}

/** @throws BotError "bad-input" for whatever is no user group or role of the platform */
function mentionOf(
  written: string | undefined,
  before: string | undefined,
  { groupOf, caller }: Pick<Context, "groupOf" | "caller">,
): string | undefined {
  if (written === undefined) return before;
  if (/^(off|none|nobody|关|无|выкл|никого)$/i.test(written.trim())) return undefined;
  const id = groupOf(caller, written);
  if (id !== undefined) return id;
  const shown = written.slice(0, 40);
  throw new BotError(
    "bad-input",
    inEveryLocale(say, ({ nobody }) => nobody(shown)),
  );
}

function previewOf(shown: readonly Found[], total: number, { caller, library }: Context): readonly Block[] {
  const words = say(caller.locale);
  if (total === 0) return [{ kind: "prose", spans: [words.nothing] }];
  const flood: Block[] = total > FLOOD ? [{ kind: "prose", spans: [words.flood(total)] }] : [];
  const cards = shown.map((one) => cardOf(one, library, caller.locale));
  return [{ kind: "prose", spans: [{ dim: words.would(total) }] }, ...flood, ...cards];
}

/** The channel's watches, what each matched lately, and buttons that stop them. */
export async function watching(ctx: Context): Promise<Reply> {
  const { caller, clock } = ctx;
  const words = say(caller.locale);
  const [watches, paused] = await Promise.all([watchesOf(ctx), pauseOf(ctx)]);
  if (watches.length === 0) return sentence(words.none, "nothing", { watches: [] });
  const lately: (readonly Found[])[] = [];
  for (const one of watches) lately.push(await matchesOf(ctx, one, clock.now()));
  const cards = watches.map((one, at): Block => {
    const found = lately[at] ?? [];
    const lines: Span[][] = [
      [{ dim: [`${words.every(one.every)}.`, ...alertsInWords(one, ctx)].join(" ") }],
      ...(found.length === 0 ? [[{ dim: words.quiet }]] : []),
      ...found
        .slice(0, PREVIEWED)
        .map(({ id, title, published }): Span[] => [
          ...(published ? [{ date: published, show: "day" as const }, " "] : []),
          `${title} `,
          { code: id },
        ]),
    ];
    const actions = [
      { label: words.stop, run: `unwatch ${one.id}`, place: "new" as const, style: "danger" as const },
    ];
    return { kind: "card", title: { strong: one.query }, lines, actions };
  });
  return {
    summary: `${words.title}: ${watches.map(({ query }) => query).join("; ")}`,
    blocks: [{ kind: "heading", text: words.title }, ...pausedBlocks(paused, caller.locale), ...cards],
    audience: "caller",
    outcome: "answered",
    data: {
      watches: watches.map((one, at) => ({ ...dataOf(one), lately: (lately[at] ?? []).slice(0, PREVIEWED) })),
    },
  };
}

/** Ends the watch of that id or query. @throws BotError "not-found" */
export async function unwatch(which: string, ctx: Context): Promise<Reply> {
  const { caller } = ctx;
  const words = say(caller.locale);
  const own = await ownOf(which.toLowerCase(), ctx);
  if (own) return endOwn(own, ctx);
  mustManage(caller);
  const watches = await watchesOf(ctx);
  const found =
    watches.find(({ id }) => id === which.toLowerCase()) ?? bySameWords(which, watches, ({ query }) => query);
  if (!found) {
    const shown = which.slice(0, 60);
    throw new BotError(
      "not-found",
      inEveryLocale(say, (each) => each.unknown(shown)),
    );
  }
  await endWatch(ctx, found);
  const text = words.stopped(found.query);
  return {
    ...sentence(text, "answered", { stopped: dataOf(found) }),
    blocks: [
      { kind: "prose", spans: [text] },
      { kind: "actions", actions: [{ label: words.again, run: watchLine(found), place: "new" }] },
    ],
  };
}

function dataOf({ id, query, every, silence, rush, mention }: Watch): object {
  return { id, query, every, silence: silence ?? null, rush: rush ?? null, mention: mention ?? null };
}
