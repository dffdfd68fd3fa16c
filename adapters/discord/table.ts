/** A table as aligned text in a code block; one that is too wide for that, as a row a line. */
import type { Span } from "../../src/reply.ts";
import { coded, isBlank } from "./escape.ts";
import { type CardLine, lines, plain, type Where } from "./inline.ts";

/** Columns that a code block shows before it breaks its lines; a Chinese character takes two. */
const WIDEST = 54;
const GAP = "  ";
const FENCE = "```";

/** The rows that fit into `limit` characters. */
export function tableText(
  head: readonly string[] | undefined,
  rows: readonly (readonly Span[])[],
  limit: number,
  where: Where,
): string {
  const cells = [...(head ? [head] : []), ...rows.map((row) => row.map(plain))].map((row) => row.map(coded));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...cells.map((row) => widthOf(row[at] ?? ""))),
  );
  const width = widths.reduce((sum, one) => sum + one, GAP.length * (columns - 1));
  if (width > WIDEST) return lines(rowLines(head, rows), limit, where);
  const aligned = cells
    .map((row) => row.map((cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)))))
    .map((row) => row.join(GAP).trimEnd())
    .filter((line) => line !== "");
  const kept: string[] = [];
  let room = limit - 2 * FENCE.length - 2;
  for (const line of aligned) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return kept.length > 0 ? [FENCE, ...kept, FENCE].join("\n") : "";
}

/** The titles small, then a line a row, its first cell strong; a cell after an empty one says its title. */
function rowLines(head: readonly string[] = [], rows: readonly (readonly Span[])[]): readonly CardLine[] {
  const named = isBlank(head[0] ?? "");
  const titles = head.filter((title) => !isBlank(title)).join(" · ");
  return [
    ...(named ? [] : [{ spans: [titles], small: true }]),
    ...rows.map((row): CardLine => ({ spans: rowLine(row, head, named), small: false })),
  ].filter(({ spans }) => spans.length > 0);
}

function rowLine(row: readonly Span[], head: readonly string[], named: boolean): readonly Span[] {
  let shifted = named;
  const spans: Span[] = [];
  for (const [at, cell] of row.entries()) {
    const title = head[at] ?? "";
    if (isBlank(plain(cell))) shifted = true;
    else if (spans.length === 0) spans.push(typeof cell === "string" ? { strong: cell } : cell);
    else spans.push(" · ", ...(shifted && !isBlank(title) ? [`${title}: `] : []), cell);
  }
  return spans;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => {
    if (/\p{Cf}|\p{M}/u.test(character)) return sum;
    return sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1);
  }, 0);
}
