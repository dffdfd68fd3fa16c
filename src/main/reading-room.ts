/** Opens the reading room where the settings want one, and says where it is. */
import type { Bot } from "../bot.ts";
import type { Config } from "../config.ts";
import { reasonOf } from "../errors.ts";
import { type Locale, localeOf, type Words } from "../i18n/words.ts";
import type { Log } from "../log.ts";

export interface OpenRoom {
  /** Where a browser on this machine finds it, or the public address where there is one. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Port of the reading room beside a chat in the terminal; another free one where it is taken. */
const CHAT_PORT = 8484;

/** For a team: only where a port is set. @throws when the port is taken or may not be used */
export async function openForTeam(bot: Bot, config: Config, log: Log): Promise<OpenRoom | null> {
  const { SCO_WEB_PORT: port } = config;
  return port === undefined || port === "off" ? null : open(bot, config, log, port);
}

/** Beside the chat in the terminal; a port that is taken does not keep the chat from opening. */
export async function openForChat(bot: Bot, config: Config, log: Log): Promise<OpenRoom | null> {
  const { SCO_WEB_PORT: port = CHAT_PORT } = config;
  if (port === "off") return null;
  try {
    return await open(bot, config, log, port).catch(() => open(bot, config, log, 0));
  } catch (error) {
    log.warn({ event: "web_not_open", reason: reasonOf(error) }, "the reading room could not be opened");
    return null;
  }
}

/** What is said of it beside the chat. */
export function whereItIs({ address }: OpenRoom): Words {
  return {
    en: `To look at the articles in a browser: ${address}`,
    zh: `在浏览器中查看文章：${address}`,
    ru: `Статьи в браузере: ${address}`,
  };
}

async function open(bot: Bot, config: Config, log: Log, port: number): Promise<OpenRoom> {
  const { openReadingRoom } = await import("../../adapters/web/web.ts");
  const locale: Locale = config.SCO_LOCALE ?? localeOf(config.LANG);
  const publicUrl = config.SCO_PUBLIC_URL ?? "";
  const room = await openReadingRoom({
    site: {
      bot,
      locale,
      zone: config.SCO_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      publicUrl,
      indexed: config.SCO_WEB_INDEXED === "on",
    },
    host: config.SCO_WEB_HOST,
    port,
    failed: (error) => log.error({ event: "web_page_failed", err: error }, "a page could not be made"),
  });
  return { address: publicUrl || `http://localhost:${room.port}/`, stop: room.stop };
}
