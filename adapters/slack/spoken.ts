/** A reply in plain words: a screen reader reads them instead of blocks, a notification begins with them. */
import type { Block, Reply, Span } from "../../src/reply.ts";
import { cut } from "./cut.ts";
import { clean, escapeText } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { type SlackReader, wordsOf } from "./spans.ts";
import { tableLines } from "./table.ts";

/** The summary, then whatever it does not say yet, line by line; escaped, at most as long as Slack advises. */
export function spoken({ summary, blocks }: Reply, reader: SlackReader): string {
  const first = clean(summary).trim() || "…";
  const words = (line: readonly Span[]): string =>
    clean(line.map((span) => wordsOf(span, reader)).join("")).trim();
  const rest = blocks.flatMap(linesOf).map(words);
  const lines = [first, ...rest.filter((line) => line !== "" && !first.includes(line))];
  return escapeText(cut(lines.join("\n"), LIMITS.fallback.max, (text) => escapeText(text).length));
}

function linesOf(block: Block): (readonly Span[])[] {
  if (block.kind === "heading") return [[block.text]];
  if (block.kind === "prose") return [block.spans];
  if (block.kind === "picture") return [[block.alt]];
  if (block.kind === "card")
    return [[block.title], ...(block.facts ? [block.facts] : []), ...block.lines, ...(block.notes ?? [])];
  if (block.kind === "actions") return [];
  const { titles, lines } = tableLines(block.head, block.rows);
  return [...(titles ? [titles] : []), ...lines];
}
