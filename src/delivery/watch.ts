/** `watch`, `watching` and `unwatch`: following a query in a channel. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { watch as say } from "../i18n/subscriptions.ts";
import { inEveryLocale } from "../i18n/words.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { cardOf } from "./compose.ts";
import { matchesOf, withPassages } from "./match.ts";
import { meaningOf } from "./meaning.ts";
import { type FoundArticle, idOf, type Watch } from "./model.ts";
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

/** The options of the command as typed; 0 and "off" take away. */
export interface WatchRequest {
  readonly query: string;
  readonly every?: number | undefined;
  readonly silence?: number | undefined;
  readonly rush?: number | undefined;
  readonly mention?: string | undefined;
}

/** Saves a watch of the channel, and shows what the last 30 days would have brought. */
export async function watch(asked: WatchRequest, ctx: Context): Promise<Reply> {
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

function previewOf(
  shown: readonly FoundArticle[],
  total: number,
  { caller, library }: Context,
): readonly Block[] {
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
  const lately: (readonly FoundArticle[])[] = [];
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
