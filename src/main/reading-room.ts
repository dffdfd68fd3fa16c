/** Opens the reading room where the settings want one, and says where it is. */
import { setTimeout as pause } from "node:timers/promises";
import type { Bot } from "../bot.ts";
import type { Doors } from "../command.ts";
import type { Config } from "../config.ts";
import { reasonOf } from "../errors.ts";
import { errors } from "../i18n/reading-room.ts";
import { type Locale, localeOf, type Words } from "../i18n/words.ts";
import type { FairUse } from "../inbox/fair-use.ts";
import type { Log } from "../log.ts";
import { once } from "../once.ts";

export interface OpenRoom {
  /** Where a browser on this machine finds it, or the public address where there is one. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Port of the reading room beside a chat in the terminal; another free one where it is taken. */
const CHAT_PORT = 8484;
/** A piped chat whose input is open for longer than this is one that somebody may look beside. */
const LINGER_MS = 1_000;

/** For a team: only where a port is set. @throws when the port is taken or may not be used */
export async function openForTeam(
  bot: Bot,
  doors: Doors,
  config: Config,
  log: Log,
  fair?: Pick<FairUse, "run">,
): Promise<OpenRoom | null> {
  const { SCO_WEB_PORT: port } = config;
  return port === undefined || port === "off" ? null : open(bot, doors, config, log, port, fair);
}

export interface Chatting {
  /** Whether somebody sits at the chat. */
  readonly interactive: boolean;
  /** Aborted when the chat is over. */
  readonly leaving: AbortSignal;
}

/**
 * Beside the chat in the terminal; a port that is taken does not keep the chat from opening. A script that types its
 * lines and ends its input gets no pages, so its standard error stays silent.
 */
export async function openBesideChat(
  bot: Bot,
  doors: Doors,
  config: Config,
  log: Log,
  { interactive, leaving }: Chatting,
): Promise<OpenRoom | null> {
  const { SCO_WEB_PORT: port = CHAT_PORT } = config;
  if (port === "off") return null;
  if (!interactive) await pause(LINGER_MS, undefined, { signal: leaving }).catch(() => undefined);
  if (!interactive && (leaving.aborted || process.stdin.readableEnded)) return null;
  try {
    return await open(bot, doors, config, log, port).catch(() => open(bot, doors, config, log, 0));
  } catch (error) {
    log.warn({ event: "web_not_open", reason: reasonOf(error) }, "the reading room could not be opened");
    return null;
  }
}

/** What is said of it beside the chat. */
export function whereItIs({ address }: OpenRoom): Words {
  return errors.whereItIs(address);
}

async function open(
  bot: Bot,
  doors: Doors,
  config: Config,
  log: Log,
  port: number,
  fair?: Pick<FairUse, "run">,
): Promise<OpenRoom> {
  const { openReadingRoom } = await import("../../adapters/web/web.ts");
  const locale: Locale = config.SCO_LOCALE ?? localeOf(config.LANG);
  const publicUrl = config.SCO_PUBLIC_URL ?? "";
  const feeds = once(async () => {
    const { createChannelFeeds } = await import("../delivery/channel-feed-reader.ts");
    return createChannelFeeds(doors, fair);
  });
  const room = await openReadingRoom({
    site: {
      bot,
      locale,
      zone: config.SCO_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      publicUrl,
      indexed: config.SCO_WEB_INDEXED === "on",
      channelFeed: async (address, visitor) => (await feeds())(address, visitor),
    },
    host: config.SCO_WEB_HOST,
    port,
    failed: (error) => log.error({ event: "web_page_failed", err: error }, "a page could not be made"),
  });
  return { address: publicUrl || `http://localhost:${room.port}/`, stop: room.stop };
}
