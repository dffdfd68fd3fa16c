/** Headings, prose and tables → Discord markdown within a budget. */
import type { Block } from "../../src/reply.ts";
import { escapeMarkdown, isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { inline, type Where } from "./inline.ts";
import { tableText } from "./table.ts";

export type Text = Extract<Block, { kind: "heading" | "prose" | "table" }>;

/** Prose longer than this is a paragraph of a text and gets a blank line before it. */
const PARAGRAPH = 160;

/** The blocks below each other, at most `limit` long, cut with an ellipsis. */
export function textOf(blocks: readonly Text[], limit: number, where: Where): string {
  let out = "";
  let before = 0;
  for (const block of blocks) {
    const room = limit - out.length - 2;
    if (out && room < 2) break;
    const text = blockText(block, out ? room : limit, where);
    if (isBlank(text)) continue;
    const gap = block.kind === "prose" && Math.max(before, text.length) > PARAGRAPH ? "\n\n" : "\n";
    out += (out ? gap : "") + text;
    before = block.kind === "prose" ? text.length : 0;
  }
  return out;
}

function blockText(block: Text, limit: number, where: Where): string {
  if (block.kind === "prose") return inline(block.spans, limit, where);
  if (block.kind === "heading") {
    const mark = where === "content" ? "## " : "### ";
    const text = oneLine(block.text);
    return isBlank(text) ? "" : fit(text, limit, (part) => mark + escapeMarkdown(part));
  }
  return tableText(block.head, block.rows, limit, where);
}
