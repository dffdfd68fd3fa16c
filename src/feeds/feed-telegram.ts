/** Telegram's public web previews (`t.me/s/NAME`) as feeds: a message is an item, its first line the headline. */
import { domOf } from "./dom.ts";
import { textOfHtml } from "./plain.ts";
import type { RawFeed } from "./raw.ts";

/** Whether a page is a preview of a channel. */
export function looksLikeTelegram(text: string): boolean {
  return text.includes("tgme_widget_message") && /data-post\s*=/.test(text);
}

/** What a message answers or passes on in short. */
const QUOTED = "[class*=message_reply], [class*=message_link_preview]";
/** Where a channel's own page (`t.me/NAME`), which has no messages, shows them. */
export function previewOf(text: string, url: string): string | null {
  const { hostname, pathname, origin } = new URL(url);
  const [, name] = /^\/(\w{3,64})\/?$/.exec(pathname) ?? [];
  return /^(?:t|telegram)\.me$/.test(hostname) && name && text.includes("tgme_page")
    ? `${origin}/s/${name}`
    : null;
}

const LONGEST_TITLE = 140;

/** Messages without words (pictures, stickers) are left out. */
export function readTelegram(html: string): RawFeed | null {
  const dom = domOf(html);
  const items = [...dom.querySelectorAll(".tgme_widget_message[data-post]")].flatMap((message) => {
    const post = message.getAttribute("data-post") ?? "";
    const own = [...message.querySelectorAll(".tgme_widget_message_text")].find(
      (box) => !box.closest(QUOTED),
    );
    const words = own?.innerHTML ?? "";
    const text = textOfHtml(words);
    if (text === "" || !/^[\w-]+\/(?<!\d)\d+$/.test(post)) return [];
    const link = `https://t.me/${post}`;
    const published = message.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined;
    return [{ id: link, title: escaped(headline(text)), links: [link], published, texts: [words] }];
  });
  const title =
    dom.querySelector(".tgme_channel_info_header_title")?.innerHTML ??
    dom.querySelector("title")?.innerHTML ??
    "";
  return { format: "telegram", title, items, problems: [] };
}

function headline(text: string): string {
  const [line = ""] = text.split("\n");
  if (line.length <= LONGEST_TITLE) return line;
  const sentence = /^.{20,140}?[.!?。！？](?=\s|$|\p{Script=Han})/u.exec(line)?.[0];
  return (
    sentence ??
    `${line
      .slice(0, LONGEST_TITLE - 1)
      .toWellFormed()
      .trimEnd()}…`
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
