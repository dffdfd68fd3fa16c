/** What a channel follows as an Atom feed, under an address that cannot be guessed; made and ended by who manages it. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Context, Doors } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { errors } from "../i18n/delivery.ts";
import { channelFeed as say } from "../i18n/subscriptions.ts";
import { type Reply, sentence } from "../reply.ts";
import { readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";

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
  const before = await store.get(key);
  const secret = randomBytes(24).toString("base64url");
  const row = { hash: hashOf(secret), by: caller.user, at: clock.now() };
  const saved = await store.commit({ when: { [key]: before }, set: { [key]: row } });
  // Two who make one at once: an address that is told is one that works.
  if (!saved) throw new BotError("unavailable", errors.changedMeanwhile);
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

const name = z.string().refine((text) => text.isWellFormed());
const NAMED = z.tuple([name, name, name]);

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
  return new BotError("bad-input", errors.noPages);
}
