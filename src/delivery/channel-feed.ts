/** What a channel follows as an Atom feed, under an address that cannot be guessed; made and ended by who manages it. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Context, Doors } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { phrases } from "../i18n/words.ts";
import { type Reply, sentence } from "../reply.ts";
import { readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";

const say = phrases({
  en: {
    made: (url: string) =>
      `What this channel follows is a feed now. Whoever has the address can read it; it is shown only now, “following --feed=on” makes another one in its place, “following --feed=off” ends it: ${url}`,
    ended: "The feed of this channel has ended; its address shows nothing any more.",
    none: "This channel has no feed.",
  },
  zh: {
    made: (url: string) =>
      `本频道关注的内容已生成订阅源。知道地址的人都能阅读。地址仅显示这一次；“following --feed=on”会换成新地址，“following --feed=off”可将其停用：${url}`,
    ended: "本频道的订阅源已停用，原地址不再显示内容。",
    none: "本频道没有订阅源。",
  },
  ru: {
    made: (url: string) =>
      `Всё, за чем следит этот канал, теперь доступно в виде ленты. Прочесть её может любой, у кого есть адрес. Адрес показан только сейчас; «following --feed=on» заменит его новым, «following --feed=off» закроет ленту: ${url}`,
    ended: "Лента этого канала закрыта, её адрес больше ничего не показывает.",
    none: "У этого канала нет ленты.",
  },
});

const feedRow = z.looseObject({ hash: z.string().min(20), by: z.string(), at: z.number() });

export type Channel = Parameters<typeof channelScope>[0];
const keyOf = (channel: Channel) => `channel-feed:${channelScope(channel)}:own`;

/**
 * Makes the channel's feed (a new address each time, so that an old one ends) or ends it.
 * @throws BotError "forbidden" for who may not manage the channel, "unavailable", and "bad-input" without public pages
 */
export async function changeFeed(
  wanted: "on" | "off",
  { caller, store, clock, library }: Context,
): Promise<Reply> {
  const words = say(caller.locale);
  if (!caller.manages) throw cannotManage(caller.barred);
  const key = keyOf(caller);
  if (wanted === "off") {
    const there = await readRow(store, key, feedRow, clock.now());
    await store.delete(key);
    return sentence(there ? words.ended : words.none, there ? "answered" : "nothing", { feed: null });
  }
  if (library.site === undefined) throw noPages();
  const secret = randomBytes(24).toString("base64url");
  await store.set(key, { hash: hashOf(secret), by: caller.user, at: clock.now() });
  const url = `${library.site}/f/${addressOf(caller, secret)}.atom`;
  return { ...sentence(words.made(url), "answered", { feed: url }), confidential: true };
}

/** The channel whose feed is at an address; null where there is none. One read. @throws BotError "unavailable" */
export async function channelOf(
  address: string,
  { store, clock }: Pick<Doors, "store" | "clock">,
): Promise<Channel | null> {
  const asked = channelAt(address);
  if (!asked) return null;
  const row = await readRow(store, keyOf(asked.channel), feedRow, clock.now());
  return row && same(row.hash, hashOf(asked.secret)) ? asked.channel : null;
}

/** Whoever reads what is stored cannot read the feed; a secret of 24 random bytes needs no salt. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

function addressOf({ platform, workspace, channel }: Channel, secret: string): string {
  return `${Buffer.from(JSON.stringify([platform, workspace, channel])).toString("base64url")}.${secret}`;
}

const NAMED = z.tuple([z.string(), z.string(), z.string()]);

function channelAt(address: string): { readonly channel: Channel; readonly secret: string } | null {
  const [named = "", secret = "", more] = address.split(".");
  if (more !== undefined || secret.length < 20 || address.length > 600) return null;
  try {
    const read = NAMED.safeParse(JSON.parse(Buffer.from(named, "base64url").toString()));
    if (!read.success) return null;
    const [platform, workspace, channel] = read.data;
    return { channel: { platform: platform as Channel["platform"], workspace, channel }, secret };
  } catch {
    return null;
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function noPages(): BotError {
  return new BotError("bad-input", {
    en: "There are no pages that others can reach. Whoever runs the bot sets SCO_WEB_PORT and SCO_PUBLIC_URL.",
    zh: "没有可供他人访问的页面。请机器人的运行者设置 SCO_WEB_PORT 和 SCO_PUBLIC_URL。",
    ru: "Нет страниц, доступных другим. Тот, кто запускает бота, задаёт SCO_WEB_PORT и SCO_PUBLIC_URL.",
  });
}
