/** `new`: what came since somebody looked, as cards of stories, and the way back to the look before. */
import { setImmediate as turn } from "node:timers/promises";
import { sourceSpans } from "../articles/present.ts";
import type { Context } from "../command.ts";
import { news as say } from "../i18n/stories.ts";
import type { Action, Block, Reply, Span } from "../reply.ts";
import { dateInWords } from "../time.ts";
import { readInstant } from "./instant.ts";
import { type Looked, lastLook, noteLook } from "./looked.ts";
import { type Fresh, newsSince } from "./news-since.ts";
import { countsInWords, storyCard, storyData } from "./present.ts";
import { screensOf } from "./screens.ts";

export interface NewsRequest {
  /** An instant instead of the last look, which stays as it is then. */
  readonly since: string | undefined;
  readonly page: number;
}

const DAY_MS = 86_400_000;
/** What is older is no news. */
const LONGEST_MS = 7 * DAY_MS;

/** @throws BotError("bad-input") for an instant that cannot be read */
export async function newsReply({ since: typed, page }: NewsRequest, ctx: Context): Promise<Reply> {
  const { caller, clock, store, library, limit } = ctx;
  const now = clock.now();
  const looked = typed === undefined ? await lastLook(caller, store, now) : undefined;
  const since = typed === undefined ? sinceLook(looked, now) : Math.max(readInstant(typed), now - LONGEST_MS);
  const from =
    typed === undefined ? inWords(looked, since, ctx) : say(caller.locale).since(instant(since, ctx));
  const found = await newsSince(since, ctx);
  const reply =
    found.length === 0
      ? nothing(from, looked ?? undefined, since, ctx)
      : await told(found, from, { since, page: Math.max(1, page) }, ctx);
  if (typed === undefined && looked !== null) await noteLook(caller, store, now, looked);
  const data = {
    since: new Date(since).toISOString(),
    first: typed === undefined && looked === undefined,
    total: found.reduce((sum, { story }) => sum + story.articles.length, 0),
    stories: found
      .slice(0, limit)
      .map(({ story, known, figures }) => storyData(story, library, undefined, { known, added: figures })),
  };
  return { ...reply, data };
}

function sinceLook(looked: Looked | undefined | null, now: number): number {
  return looked ? Math.max(looked.at, now - LONGEST_MS) : now - DAY_MS;
}

function inWords(looked: Looked | undefined | null, since: number, ctx: Context): string {
  const words = say(ctx.caller.locale);
  if (looked === null) return words.away;
  if (looked === undefined) return words.first;
  const when = instant(looked.at, ctx);
  return looked.at < since ? words.long(when) : words.since(when);
}

async function told(
  found: readonly Fresh[],
  from: string,
  { since, page }: { readonly since: number; readonly page: number },
  ctx: Context,
): Promise<Reply> {
  const { caller, library, limit } = ctx;
  const words = say(caller.locale);
  const of = new Map(found.map((one) => [one.story, one]));
  const screens = screensOf([...of.keys()], limit);
  const at = Math.min(page, screens.length);
  const cards: Block[] = [];
  for (const story of screens[at - 1] ?? []) {
    const card = await storyCard(story, ctx, { full: false, translated: false });
    const figures = figureLine(of.get(story)?.figures ?? [], ctx);
    cards.push(card.kind === "card" ? { ...card, lines: [...figures, ...card.lines] } : card);
    await turn();
  }
  const to = (label: string, to: number): Action => ({
    label,
    run: `new --since=${new Date(since).toISOString()} --page=${to}${limit ? ` --limit=${limit}` : ""}`,
    place: "here",
  });
  const turns = [
    ...(at > 1 ? [to(words.back, at - 1)] : []),
    ...(at < screens.length ? [to(words.more, at + 1)] : []),
  ];
  const counts = countsInWords([...of.keys()], library, caller.locale);
  return {
    summary: `${words.title}: ${counts}`,
    blocks: [
      { kind: "heading", text: words.title },
      { kind: "prose", spans: [counts, { dim: ` · ${from}` }] },
      ...cards,
      ...(turns.length > 0 ? [{ kind: "actions", actions: turns } as const] : []),
    ],
    audience: "caller",
    outcome: "answered",
  };
}

/** `New figures: 4.2 tonnes · 12` and the sentence of the first. */
function figureLine(figures: Fresh["figures"], { library, caller }: Context): readonly (readonly Span[])[] {
  const [first] = figures;
  if (!first) return [];
  const written = [...new Set(figures.map(({ figure }) => figure))].slice(0, 4).join(" · ");
  return [
    [{ strong: say(caller.locale).figures }, ` ${written}`],
    [first.text, ...sourceSpans(library.get(first.article), library, caller.locale)],
  ];
}

function nothing(from: string, looked: Looked | undefined, since: number, ctx: Context): Reply {
  const words = say(ctx.caller.locale);
  const text = words.none(from);
  const before = looked?.before;
  const actions: Action[] = [
    ...(before !== undefined && before < since
      ? [
          {
            label: words.before(instant(before, ctx)),
            run: `new --since=${new Date(before).toISOString()}`,
            place: "new",
          } as const,
        ]
      : []),
    { label: words.latest, run: "latest", place: "new" },
  ];
  return {
    summary: text,
    blocks: [
      { kind: "prose", spans: [text] },
      { kind: "actions", actions },
    ],
    audience: "caller",
    outcome: "nothing",
  };
}

function instant(at: number, { caller }: Context): string {
  return dateInWords(at, "minute", caller.zone, caller.locale);
}
