/** A request of a browser → what it gets. Pages are replies of the bot; nothing here changes anything. */
import { createHash } from "node:crypto";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { BotError } from "../../src/errors.ts";
import { words } from "../../src/i18n/reading-room.ts";
import { LOCALES, type Locale, localeOf } from "../../src/i18n/words.ts";
import { type Reply, textOf as textOfSpan } from "../../src/reply.ts";
import { isZone } from "../../src/time.ts";
import { type Ask, addressOf, askOf, withQuery } from "./address.ts";
import { atom, type WebFeedEntry } from "./feed.ts";
import { html, textOf } from "./html.ts";
import { framed, type HtmlPage, ICON, SCRIPT } from "./page.ts";
import { renderBelow, renderReply } from "./render.ts";
import { STYLE } from "./style.ts";

export interface Site {
  readonly bot: Bot;
  /** Zone of the days where the reader names none. */
  readonly zone: string;
  /** Language where the browser asks for none that the bot speaks. */
  readonly locale: Locale;
  /** Where others reach the bot, without a slash at its end; "" where nobody said. */
  readonly publicUrl: string;
  /** Search engines may keep the pages. */
  readonly indexed: boolean;
  /** Articles of the channel's feed at a secret address; null where there is none. @throws BotError */
  readonly channelFeed: (address: string, visitor: Caller) => Promise<readonly WebFeedEntry[] | null>;
}

/** What a browser asks, as far as it matters. */
export interface Visit {
  readonly url: URL;
  /** The header of that name. */
  readonly languages: string | undefined;
  /** Who asks, for fair use; never kept. */
  readonly visitor: string;
}

export interface WebResponse {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Entries of a feed, and longest query that is looked at, in UTF-16 units. */
const ENTRIES = 40;
const LONGEST_QUERY = 400;
const DEADLINE_MS = 10_000;

/** The page, feed or file at an address. */
export async function answer(visit: Visit, site: Site): Promise<WebResponse> {
  const { pathname, searchParams } = visit.url;
  const file = FILES[pathname];
  if (file) return { status: 200, ...file };
  const robots = `User-agent: *\n${site.indexed ? "Allow" : "Disallow"}: /\n`;
  if (pathname === "/robots.txt") return { status: 200, type: "text/plain; charset=utf-8", text: robots };
  const caller = callerOf(visit, site);
  if (pathname === "/suggest") return suggestions(searchParams.get("q") ?? "", caller, site);
  if (pathname === "/feed.atom") return feed(visit, caller, site);
  const secret = /^\/f\/([\w.-]{1,600})\.atom$/.exec(pathname)?.[1];
  const followed = secret === undefined ? null : await channelFeed(secret, visit, caller, site);
  if (followed) return followed;
  const ask = askOf(pathname, searchParams);
  const reply = ask && (await replyTo(ask, caller, site));
  if (!reply) return page(404, { title: words(caller.locale).gone, body: html`` }, caller, visit, site);
  return page(statusOf(reply), contentOf(reply, ask, caller, visit, site), caller, visit, site);
}

const FILES: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  "/style.css": { type: "text/css; charset=utf-8", text: STYLE },
  "/page.js": { type: "text/javascript; charset=utf-8", text: SCRIPT },
  "/icon.svg": { type: "image/svg+xml", text: ICON },
};

/** What an answer is known by; the same text has the same tag. */
export function tagOf({ text }: WebResponse): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

function callerOf({ url, languages, visitor }: Visit, site: Site): Caller {
  const asked = LOCALES.find((locale) => locale === url.searchParams.get("lang"));
  const wanted = languages?.split(",").find((tag) => LOCALES.some((one) => one === tag.trim().slice(0, 2)));
  const zone = url.searchParams.get("zone") ?? "";
  return {
    ...{ platform: "web", workspace: "", channel: "", user: visitor, manages: false, operates: false },
    locale: asked ?? (wanted === undefined ? site.locale : localeOf(wanted.trim())),
    zone: isZone(zone) ? zone : site.zone,
  };
}

/** Null where the bot has no such command. */
async function replyTo(ask: Ask, caller: Caller, { bot }: Site): Promise<Reply | null> {
  if (!bot.commands.some(({ name }) => name === ask.command)) return null;
  if (ask.command === "search" && String(ask.values.query).trim() === "") return null;
  const limited = { ...ask, values: { ...ask.values, ...shortened(ask) } };
  return bot.handle({ id: "web", caller, ...limited }, AbortSignal.timeout(DEADLINE_MS));
}

function shortened({ values }: Ask): Record<string, string> {
  const { query } = values;
  return typeof query === "string" ? { query: query.slice(0, LONGEST_QUERY).toWellFormed() } : {};
}

function statusOf({ data, outcome }: Pick<Reply, "data" | "outcome">): number {
  const code = (data as { error?: { code?: unknown } } | undefined)?.error?.code;
  if (code === "rate-limited") return 429;
  if (code === "unavailable" || code === "failed") return 503;
  if (code === "not-found") return 404;
  return outcome === "bad-input" && code !== undefined ? 400 : 200;
}

type Content = Omit<HtmlPage, "indexed" | "summary"> & { readonly summary?: string };

function contentOf(reply: Reply, ask: Ask, caller: Caller, { url }: Visit, site: Site): Content {
  const choice = {
    lang: url.searchParams.get("lang") ?? undefined,
    zone: url.searchParams.get("zone") ?? undefined,
  };
  const blocks = reply.file?.instead ?? reply.blocks;
  const [first, ...others] = blocks;
  const named = first?.kind === "heading" || (first?.kind === "card" && ask.command !== "search");
  const title = named ? (first.kind === "heading" ? first.text : textOfSpan(first.title)) : reply.summary;
  const look = { ...caller, address: (line: string) => addressOf(line, site.bot.commands, choice) };
  const isHome = url.pathname === "/";
  // What the heading of the page says needs no saying below it.
  const shown = named ? others : blocks;
  const below = named && first.kind === "card" && renderBelow(first, look, url.pathname);
  const query = url.pathname === "/search" ? url.searchParams.get("q") : null;
  return {
    title: isHome ? words(caller.locale).topic : title,
    summary: isHome ? words(caller.locale).about : (reply.preview ?? reply.summary),
    body: html`${isHome && html`<h2>${words(caller.locale).newest}</h2>`}${below}${renderReply({ blocks: shown }, look)}`,
    ...(query !== null && { query }),
  };
}

function page(status: number, content: Content, caller: Caller, { url }: Visit, site: Site): WebResponse {
  const frame = { locale: caller.locale, zone: caller.zone, here: url, publicUrl: site.publicUrl };
  const whole = { summary: content.title, ...content, indexed: site.indexed && status === 200 };
  return { status, type: "text/html; charset=utf-8", text: textOf(framed(whole, frame)) };
}

async function suggestions(typed: string, caller: Caller, { bot }: Site): Promise<WebResponse> {
  const request = { id: "web", caller, command: "search", values: {} };
  const found = typed.length > 100 ? [] : await bot.suggest(request, "query", typed);
  const texts = found.slice(0, 10).map((one) => (typeof one === "string" ? one : one.value));
  return { status: 200, type: "application/json", text: JSON.stringify(texts) };
}

/** The newest articles, or those of a query (`?q=`). */
async function feed(visit: Visit, caller: Caller, site: Site): Promise<WebResponse> {
  const { url } = visit;
  const query = [url.searchParams.get("q")?.slice(0, LONGEST_QUERY).toWellFormed(), "sort:new"]
    .filter(Boolean)
    .join(" ");
  const reply = await replyTo({ command: "search", values: { query, limit: ENTRIES } }, caller, site);
  const entries = (reply?.data as { hits?: readonly WebFeedEntry[] } | undefined)?.hits ?? [];
  const status = reply ? statusOf(reply) : 503;
  const self = withQuery("/feed.atom", { q: url.searchParams.get("q") ?? undefined });
  return atomOf(entries, self, visit, caller, site, status);
}

/** Null where there is no such feed: the answer is then that of any address that means nothing. */
async function channelFeed(
  secret: string,
  visit: Visit,
  caller: Caller,
  site: Site,
): Promise<WebResponse | null> {
  try {
    const entries = await site.channelFeed(secret, caller);
    return entries && atomOf(entries, visit.url.pathname, visit, caller, site, 200);
  } catch (thrown) {
    if (!(thrown instanceof BotError)) throw thrown;
    const status = statusOf({ outcome: "bad-input", data: { error: { code: thrown.code } } });
    return { status, type: "text/plain; charset=utf-8", text: `${thrown.say(caller.locale)}\n` };
  }
}

function atomOf(
  entries: readonly WebFeedEntry[],
  self: string,
  { url }: Visit,
  { locale }: Caller,
  { publicUrl }: Site,
  status: number,
): WebResponse {
  const text = textOf(atom(words(locale).topic, entries, publicUrl || url.origin, self));
  return { status, type: "application/atom+xml; charset=utf-8", text };
}
