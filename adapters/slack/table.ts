/** A table as lines of text, a row a line: Slack's own tables are not shown by every client. */
import { type Span, textOf } from "../../src/reply.ts";

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
