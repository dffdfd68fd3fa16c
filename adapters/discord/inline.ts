/** Spans of a line → Discord markdown within a budget. */
import { endsSentence, type Span, textOf } from "../../src/reply.ts";
import { code, escapeMarkdown, webAddress } from "./escape.ts";
import { fit } from "./fit.ts";

/** In `content` a masked link is wrapped so that Discord draws no preview below the message. */
export type Where = "content" | "embed";

/** Longest fact of a line of facts: a publisher's name, a date, a language. */
const FACT = 40;

interface Piece {
  readonly text: string;
  readonly dress: (text: string) => string;
}

/** A line of a card; small print is Discord's subtext. */
export interface CardLine {
  readonly spans: readonly Span[];
  readonly small: boolean;
}

/** One line as markdown, at most `limit` long, cut with an ellipsis. */
export function inline(spans: readonly Span[], limit: number, where: Where, small = isAside(spans)): string {
  const pieces = piecesOf(spans, where);
  let out = pieces.length > 0 && small && limit > 3 ? "-# " : "";
  for (const [at, { text, dress }] of pieces.entries()) {
    const whole = dress(text);
    const spare = at < pieces.length - 1 ? 1 : 0;
    if (out.length + whole.length + spare > limit) return out + fit(text, limit - out.length, dress);
    out += whole;
  }
  return out;
}

/** Several lines, at most `limit` long together. */
export function lines(rows: readonly CardLine[], limit: number, where: Where): string {
  let out = "";
  for (const { spans, small } of rows) {
    const room = limit - out.length - (out ? 1 : 0);
    if (room < 2) break;
    const text = inline(spans, room, where, small || isAside(spans));
    out += (out ? "\n" : "") + text;
  }
  return out;
}

/** The spans as plain text for places without markdown. */
export function plain(span: Span): string {
  if (typeof span === "string" || !("date" in span)) return textOf(span);
  return span.date.slice(0, span.show === "day" ? 10 : 16).replace("T", " ");
}

/** Only dim, or short facts with something dim: Discord's subtext. A sentence is not. */
function isAside(spans: readonly Span[]): boolean {
  const short = spans.every(
    (span) => isDim(span) || (!isStrong(span) && plain(span).length <= FACT && !endsSentence(plain(span))),
  );
  return short && spans.some(isDim);
}

function isDim(span: Span): span is { dim: string } {
  return typeof span === "object" && "dim" in span;
}

/** Neighbours of one kind are joined first, so that nothing can come alive across their seam. */
function piecesOf(spans: readonly Span[], where: Where): Piece[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const now = isDim(span) ? span.dim : isPlain(span) ? span.plain : span;
    const last = joined.at(-1);
    if (typeof now === "string" && typeof last === "string") joined[joined.length - 1] = last + now;
    else if (isStrong(now) && isStrong(last))
      joined[joined.length - 1] = { strong: last.strong + now.strong };
    else joined.push(now);
  }
  return joined.map((span) => pieceOf(span, where)).filter(({ text }) => text !== "");
}

function isPlain(span: Span): span is { plain: string; about: string } {
  return typeof span === "object" && "plain" in span;
}

function isStrong(span: Span | undefined): span is { strong: string } {
  return typeof span === "object" && "strong" in span;
}

function pieceOf(span: Span, where: Where): Piece {
  if (typeof span === "string" || "plain" in span) return { text: textOf(span), dress: escapeMarkdown };
  if ("strong" in span) return { text: span.strong, dress: (text) => `**${escapeMarkdown(text)}**` };
  if ("code" in span) return { text: span.code, dress: code };
  if ("link" in span) return { text: span.link, dress: linked(span.url, where) };
  if ("date" in span) {
    const stamp = timestamp(span);
    return { text: plain(span), dress: stamp ? () => stamp : escapeMarkdown };
  }
  if ("channel" in span)
    return {
      text: span.channel,
      dress: (id) => (/^\d{1,20}$/.test(id) ? `<#${id}>` : escapeMarkdown(id)),
    };
  return { text: span.dim, dress: escapeMarkdown };
}

function linked(url: string, where: Where): (text: string) => string {
  const address = webAddress(url);
  if (!address) return escapeMarkdown;
  const target = where === "content" ? `<${address}>` : address;
  return (text) => `[${escapeMarkdown(text).replace(/\n/g, " ")}](${target})`;
}

/** Discord shows its timestamps in the reader's own zone and language. */
function timestamp(span: { date: string; show: "day" | "minute" }): string | null {
  const instant = Date.parse(span.date);
  return Number.isNaN(instant)
    ? null
    : `<t:${Math.floor(instant / 1000)}:${span.show === "day" ? "D" : "f"}>`;
}
