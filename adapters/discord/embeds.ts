/** Cards, pictures and the text between them → embeds that together keep Discord's sum. */
import type { APIEmbed } from "discord.js";
import type { Block, Span } from "../../src/reply.ts";
import { escapeMarkdown, isBlank, oneLine, webAddress } from "./escape.ts";
import { fit } from "./fit.ts";
import { type CardLine, lines, plain } from "./inline.ts";
import { EMBED, MESSAGE } from "./limits.ts";
import { type Text, textOf } from "./text.ts";

export type Card = Extract<Block, { kind: "card" }>;
export type Picture = Extract<Block, { kind: "picture" }>;
export type EmbedPart =
  /** `number`: what its buttons are called by, when several cards of the message have some. */
  | { readonly kind: "card"; readonly card: Card; readonly number?: number }
  | { readonly kind: "picture"; readonly name: string }
  | { readonly kind: "text"; readonly blocks: readonly Text[] };

/** At most ten; first at full length, and when they are too long together the long ones share what is left. */
export function embedsOf(parts: readonly EmbedPart[]): APIEmbed[] {
  const kept = parts.slice(0, MESSAGE.embeds);
  const full = make(kept, MESSAGE.embedSum);
  const share = fairShare(full.map(lengthOf), MESSAGE.embedSum);
  return share === null ? full : make(kept, share);
}

function make(parts: readonly EmbedPart[], limit: number): APIEmbed[] {
  const seen = new Set<string>();
  return parts
    .map((part) => embedOf(part, limit, seen))
    .filter((embed) => embed.image !== undefined || lengthOf(embed) > 0);
}

/** @param seen addresses that the message has already: of two embeds with one address Discord shows the first */
function embedOf(part: EmbedPart, limit: number, seen: Set<string>): APIEmbed {
  if (part.kind === "picture") return { image: { url: `attachment://${part.name}` } };
  if (part.kind === "text" && part.blocks.length === 1 && part.blocks[0]?.kind === "heading") {
    const title = fit(oneLine(part.blocks[0].text), Math.min(EMBED.title, limit), escapeMarkdown);
    return isBlank(title) ? {} : { title };
  }
  if (part.kind === "text")
    return described(textOf(part.blocks, Math.min(EMBED.description, limit), "embed"));
  const { card, number } = part;
  const mark = number === undefined ? "" : `${number}. `;
  const name = oneLine(plain(card.title));
  const title = isBlank(name)
    ? ""
    : fit(name, Math.min(EMBED.title, limit), (text) => mark + escapeMarkdown(text));
  const url = typeof card.title === "object" && "link" in card.title ? webAddress(card.title.url) : null;
  const below = (room: number) => lines(spansOf(card), Math.min(EMBED.description, room), "embed");
  if (url === null) return { ...(title && { title }), ...described(below(limit - title.length)) };
  if (title && url.length <= EMBED.url && !seen.has(url)) {
    seen.add(url);
    return { title, url, ...described(below(limit - title.length)) };
  }
  // As a heading it looks like the other titles.
  const heading = title ? `### [${title}](${url})\n` : `[↗ ${new URL(url).host}](${url})\n`;
  const room = Math.min(EMBED.description, limit) - heading.length;
  if (room < 0) return { ...(title && { title }), ...described(below(limit - title.length)) };
  return { description: heading + below(room) };
}

/** Facts, lines and notes; the small print is marked so, which Discord shows smaller. */
function spansOf({ facts, lines: own, notes = [] }: Card): readonly CardLine[] {
  const small = (line: readonly Span[]): CardLine => ({ spans: line, small: true });
  return [
    ...(facts && facts.length > 0 ? [small(facts)] : []),
    ...own.map((spans): CardLine => ({ spans, small: false })),
    ...notes.map(small),
  ];
}

function described(description: string): APIEmbed {
  return isBlank(description) ? {} : { description };
}

function lengthOf(embed: APIEmbed): number {
  return (embed.title?.length ?? 0) + (embed.description?.length ?? 0);
}

/** The height at which all shares under it add up to `total`; null when everybody fits as they are. */
function fairShare(lengths: readonly number[], total: number): number | null {
  let left = total;
  const rising = [...lengths].sort((a, b) => a - b);
  for (const [at, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - at));
    if (length > share) return share;
    left -= length;
  }
  return null;
}
