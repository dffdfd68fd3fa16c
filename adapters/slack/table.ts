/** A table as Slack's own, and as lines of text, a row a line, for where Slack's own is not shown. */
import type { types } from "@slack/bolt";
import { type Span, textOf } from "../../src/reply.ts";
import { clean, inert, safeUrl } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { type SlackReader, wordsOf } from "./spans.ts";

/** Longest address of a link in a cell. */
const ADDRESS = 2000;

/** Slack's table: its first row has the titles; columns of figures stand to the right. */
export function tableBlock(
  head: readonly string[] | undefined,
  rows: readonly (readonly Span[])[],
  reader: SlackReader,
): types.TableBlock {
  const columns = Math.min(
    LIMITS.tableColumns.max,
    Math.max(1, head?.length ?? 0, ...rows.map((row) => row.length)),
  );
  const places = Array.from({ length: columns }, (_, at) => at);
  const cells = rows.map((row) => places.map((at) => cell(row[at] ?? "", reader)));
  const figures = places.map((at) => rows.every((row) => /^[\d.,%×–\s-]*$/.test(textOf(row[at] ?? ""))));
  return {
    type: "table",
    rows: [...(head ? [places.map((at) => raw(head[at] ?? ""))] : []), ...cells],
    column_settings: figures.map((right) => ({ align: right ? "right" : "left", is_wrapped: !right })),
  };
}

function cell(span: Span, reader: SlackReader): types.RawTextElement | types.RichTextBlock {
  const text = inert(clean(wordsOf(span, reader)).trim());
  const link = typeof span === "object" && "link" in span && safeUrl(span.url, ADDRESS);
  const strong = typeof span === "object" && "strong" in span;
  if (text === "" || (!link && !strong)) return raw(text);
  const element = link
    ? ({ type: "link", url: link, text } as const)
    : ({ type: "text", text, style: { bold: true } } as const);
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}

/** A cell is never empty. */
function raw(text: string): types.RawTextElement {
  const words = inert(clean(text).trim());
  return { type: "raw_text", text: words === "" ? "–" : words };
}

export interface TableLines {
  /** Left out where the first column has no title: it would stand above the wrong cells. */
  readonly titles?: readonly Span[];
  /** Each with its first cell bold. A cell that does not stand below its title, after an empty one, says it. */
  readonly lines: readonly (readonly Span[])[];
}

export function tableLines(head: readonly string[] = [], rows: readonly (readonly Span[])[]): TableLines {
  const named = isBlank(head[0] ?? "");
  const titles = head.filter((title) => !isBlank(title)).join(" · ");
  return {
    ...(!named && { titles: [titles] }),
    lines: rows.map((row) => joined(row, head, named)),
  };
}

function joined(row: readonly Span[], head: readonly string[], named: boolean): readonly Span[] {
  let shifted = named;
  const line: Span[] = [];
  for (const [at, cell] of row.entries()) {
    const title = head[at] ?? "";
    if (isBlank(cell)) shifted = true;
    else if (line.length === 0) line.push(typeof cell === "string" ? { strong: cell } : cell);
    else line.push(" · ", ...(shifted && !isBlank(title) ? [`${title}: `] : []), cell);
  }
  return line;
}

const isBlank = (cell: Span): boolean => textOf(cell).trim() === "";
