/** A table as aligned text in a code block; a cell that is too long is cut. */
import type { Span } from "../../src/reply.ts";
import { coded } from "./escape.ts";
import { plain } from "./inline.ts";

/** Columns of a cell; a Chinese character takes two. */
const WIDEST = 30;
const GAP = "  ";
const FENCE = "```";

/** The rows that fit into `limit` characters. */
export function tableText(
  head: readonly string[] | undefined,
  rows: readonly (readonly Span[])[],
  limit: number,
): string {
  const cells = [...(head ? [head] : []), ...rows.map((row) => row.map(plain))].map((row) => row.map(shown));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...cells.map((row) => widthOf(row[at] ?? ""))),
  );
  const lines = cells
    .map((row) => row.map((cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)))))
    .map((row) => row.join(GAP).trimEnd())
    .filter((line) => line !== "");
  const kept: string[] = [];
  let room = limit - 2 * FENCE.length - 2;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return kept.length > 0 ? [FENCE, ...kept, FENCE].join("\n") : "";
}

/** A cell on one line, without what would end the block. */
function shown(cell: string): string {
  const text = coded(cell);
  let columns = 0;
  for (const [at, character] of [...text].entries()) {
    columns += widthOf(character);
    if (columns > WIDEST)
      return `${[...text]
        .slice(0, at - 1)
        .join("")
        .trimEnd()}…`;
  }
  return text;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => {
    if (/\p{Cf}|\p{M}/u.test(character)) return sum;
    return sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1);
  }, 0);
}
