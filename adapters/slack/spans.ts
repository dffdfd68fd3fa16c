/** Spans into Slack's two ways of writing a paragraph: mrkdwn where it is exact, rich text where it is not. */
import type { types } from "@slack/bolt";
import type { Locale } from "../../src/i18n/words.ts";
import { type Span, textOf } from "../../src/reply.ts";
import { dateInWords } from "../../src/time.ts";
import { boundary, cut } from "./cut.ts";
import { BOUNDARY, clean, escapeText, formats, inert, safeUrl } from "./escape.ts";

/** For whom dates are written; null when many read, then Slack shows each reader their own zone. */
export type SlackReader = { readonly locale: Locale; readonly zone: string } | null;
/** A link may be a card's title; then it is bold. */
export type SlackSpan = Span | { readonly link: string; readonly url: string; readonly title: true };
export type SpanLine = readonly SlackSpan[];

/** A line as it can be shown: clean text, no dress around blanks, no address that Slack would not take. */
export function tidy(line: SpanLine): SpanLine {
  return line.map((span) => {
    if (typeof span === "object" && "date" in span)
      return Number.isFinite(Date.parse(span.date)) ? span : span.date;
    const text = clean(textOf(span));
    if (text.trim() === "" || typeof span === "string") return text;
    if (!("link" in span)) return withText(span, text);
    const url = safeUrl(span.url, MAX_ADDRESS);
    if (url === null) return "title" in span ? { strong: text } : text;
    return { ...span, link: text, url };
  });
}

/** An address longer than this would leave no room for words in a section. */
const MAX_ADDRESS = 2000;

/** Whether a line shows anything. */
export function hasText(line: SpanLine): boolean {
  return line.some((span) => textOf(span).trim() !== "");
}

/** What a line will measure: its characters after escaping, its addresses, the marks around them. */
export function sizeOf(line: SpanLine): number {
  return line.reduce((sum, span) => {
    const marks =
      typeof span === "string" ? 0 : "date" in span ? 80 : 4 + 2 * textOf(span).split("\n").length;
    const address = typeof span === "object" && "link" in span ? escapeText(span.url).length : 0;
    return sum + shownSize(textOf(span)) + marks + address;
  }, 0);
}

/** Characters of a text as Slack counts them; a part of a text needs its embeddings closed, as the whole does. */
const shownSize = (text: string): number => escapeText(clean(text)).length;

/** The line cut to `max`, the last span that fits shortened at a word. */
export function cutLine(line: SpanLine, max: number): SpanLine {
  const kept: SlackSpan[] = [];
  let room = max;
  for (const span of line) {
    const size = sizeOf([span]);
    if (size <= room) kept.push(span);
    else {
      const text = cut(textOf(span), room - (size - shownSize(textOf(span))), shownSize);
      if (text !== "" && !(typeof span === "object" && "date" in span)) kept.push(withText(span, text));
      else kept.push("…");
      break;
    }
    room -= size;
  }
  return kept;
}

/** A long line as several of at most `max` each, parted at line ends or words; nothing is lost. */
export function splitLine(line: SpanLine, max: number): SpanLine[] {
  const parts: SlackSpan[][] = [[]];
  for (const span of line) {
    let rest = span;
    while (sizeOf([...(parts.at(-1) ?? []), rest]) > max) {
      const text = textOf(rest);
      const room = max - sizeOf(parts.at(-1) ?? []) - (sizeOf([rest]) - shownSize(text));
      const at = typeof rest === "string" ? parting(text, room) : 0;
      if (at > 0) {
        parts.at(-1)?.push(text.slice(0, at));
        rest = text.slice(at).replace(/^\n/, "");
      } else if ((parts.at(-1)?.length ?? 0) === 0) {
        rest = cutLine([rest], max)[0] ?? "…";
        break;
      }
      parts.push([]);
    }
    parts.at(-1)?.push(rest);
  }
  return parts.filter(hasText);
}

function parting(text: string, room: number): number {
  let end = 0;
  for (let high = Math.min(text.length, Math.max(0, room)); end < high; ) {
    const middle = Math.ceil((end + high) / 2);
    if (shownSize(text.slice(0, middle)) <= room) end = middle;
    else high = middle - 1;
  }
  const newline = text.lastIndexOf("\n", end);
  return newline > end / 2 ? newline : boundary(text, end);
}

function withText(span: SlackSpan, text: string): SlackSpan {
  if (typeof span === "string" || "plain" in span) return text;
  if ("strong" in span) return { strong: text };
  if ("code" in span) return { code: text };
  if ("dim" in span) return { dim: text };
  if ("link" in span) return { ...span, link: text };
  if ("channel" in span) return span;
  return text;
}

/** Lines as one block: a section, or rich text when mrkdwn would take some character for formatting. */
export function paragraph(
  lines: readonly SpanLine[],
  reader: SlackReader,
): types.SectionBlock | types.RichTextBlock {
  return lines.some(needsRich) ? rich(lines, reader) : { type: "section", text: mrkdwn(lines, reader) };
}

/** Whether one of a line's spans has characters that mrkdwn cannot show as they are. */
export function needsRich(line: SpanLine): boolean {
  return line.some((span) => !(typeof span === "object" && "date" in span) && formats(textOf(span)));
}

/** `verbatim`, so that Slack makes no link or mention out of somebody's plain words. */
export function mrkdwn(lines: readonly SpanLine[], reader: SlackReader): types.MrkdwnElement {
  return { type: "mrkdwn", text: lines.map((line) => written(line, reader)).join("\n"), verbatim: true };
}

function written(line: SpanLine, reader: SlackReader): string {
  const pieces = line.map((span) => ({ text: writtenSpan(span, reader), marked: isMarked(span) }));
  return pieces.reduce((text, piece, at) => {
    const marks = piece.marked || pieces[at - 1]?.marked;
    const apart =
      text === "" || (piece.marked ? FREE.test(text.slice(-1)) : FREE.test(piece.text.slice(0, 1)));
    return text + (marks && !apart ? BOUNDARY : "") + piece.text;
  }, "");
}

/** Beside these, Slack sees where bold and code begin and end; beside a letter or a Chinese character it does not. */
const FREE = /^$|[\s.,;:!?()"'/-]/;
const isMarked = (span: SlackSpan): boolean =>
  typeof span === "object" && ("strong" in span || "code" in span || "title" in span);

function writtenSpan(span: SlackSpan, reader: SlackReader): string {
  if (typeof span === "string" || "plain" in span) return escapeText(clean(textOf(span)));
  if ("date" in span) return date(span.date, span.show, reader);
  const text = escapeText(clean(textOf(span)));
  if (text.trim() === "") return "";
  if ("strong" in span) return lineByLine(text, (part) => `*${part}*`);
  if ("code" in span) return lineByLine(text, (part) => `\`${part}\``);
  if ("dim" in span) return text;
  if ("channel" in span) return isChannel(span.channel) ? `<#${span.channel}>` : text;
  const url = safeUrl(span.url, MAX_ADDRESS);
  const label = text.trim().replace(/(?<!\s)\s*\n\s*/g, " ");
  const shown = url ? `<${escapeText(url)}|${label}>` : label;
  return "title" in span ? `*${shown}*` : shown;
}

/** Marks do not reach over a line's end and need a letter on their inner side. */
function lineByLine(text: string, dress: (part: string) => string): string {
  return text.replace(/[^\s](?:[^\n]*[^\s])?/g, dress);
}

function date(instant: string, show: "day" | "minute", reader: SlackReader): string {
  if (reader) return escapeText(dateInWords(instant, show, reader.zone, reader.locale));
  const form = show === "day" ? "{date_short}" : "{date_short} {time}";
  return `<!date^${seconds(instant)}^${form}|${instant.slice(0, show === "day" ? 10 : 16).replace("T", " ")}>`;
}
const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

function rich(lines: readonly SpanLine[], reader: SlackReader): types.RichTextBlock {
  const elements = lines.flatMap((line, at) => [
    ...(at > 0 ? [{ type: "text" as const, text: "\n" }] : []),
    ...line
      .map((span) => richSpan(span, reader))
      .filter((element) => !("text" in element) || element.text !== ""),
  ]);
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

/** Slack's own ids: what else a channel is called is plain words. */
const isChannel = (id: string): boolean => /^[CDG][A-Z0-9]{1,20}$/.test(id);

function richSpan(
  span: SlackSpan,
  reader: SlackReader,
): types.RichTextText | types.RichTextLink | types.RichTextChannelMention {
  if (typeof span === "object" && "date" in span) {
    const shown = reader ?? { locale: "en" as const, zone: "UTC" };
    return { type: "text", text: dateInWords(span.date, span.show, shown.zone, shown.locale) };
  }
  const text = inert(clean(textOf(span)));
  if (typeof span === "string" || "plain" in span || "dim" in span) return { type: "text", text };
  if ("strong" in span) return { type: "text", text, style: { bold: true } };
  if ("code" in span) return { type: "text", text, style: { code: true } };
  if ("channel" in span)
    return isChannel(span.channel) ? { type: "channel", channel_id: span.channel } : { type: "text", text };
  const url = safeUrl(span.url, MAX_ADDRESS);
  const style = "title" in span ? { style: { bold: true } } : {};
  return url ? { type: "link", url, text, ...style } : { type: "text", text, ...style };
}

/** A span in plain words, a date in the reader's zone. */
export function wordsOf(span: Span, reader: SlackReader): string {
  if (typeof span === "string" || !("date" in span) || !Number.isFinite(Date.parse(span.date)))
    return textOf(span);
  if (reader) return dateInWords(span.date, span.show, reader.zone, reader.locale);
  return `${dateInWords(span.date, span.show, "UTC", "en")}${span.show === "minute" ? " UTC" : ""}`;
}
