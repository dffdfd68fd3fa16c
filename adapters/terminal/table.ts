/** Columns on a terminal: as wide as they need to be, and where that is too wide, broken within their cells. */
import { pad, widthOf, wrap } from "./text.ts";

export interface Cell {
  readonly text: string;
  /** Colours a line of the text. */
  readonly dress: (line: string) => string;
}

const GAP = "  ";
/** A column is not made narrower than this; beyond, lines are longer than the screen. */
const NARROWEST = 6;

/** Rows of cells as lines of at most `width` columns. */
export function layTable(rows: readonly (readonly Cell[])[], width: number): string[] {
  const widths = fit(naturalWidths(rows), width);
  return rows.flatMap((row) => {
    const cells = row.map(({ text }, at) => breakCell(text, widths[at] ?? NARROWEST));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      row
        .map(({ dress }, at) => {
          const text = cells[at]?.[line] ?? "";
          return at === row.length - 1 ? dress(text) : pad(dress(text), widths[at] ?? 0, text);
        })
        .join(GAP)
        .trimEnd(),
    );
  });
}

function naturalWidths(rows: readonly (readonly Cell[])[]): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at]?.text ?? ""))),
  );
}

/** Takes from the widest column until the row fits. */
function fit(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const room = width - GAP.length * (widths.length - 1);
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Lines of at most `width` columns; a longer word is cut, as it would stand in its neighbour's column. */
function breakCell(text: string, width: number): string[] {
  if (widthOf(text) <= width && !text.includes("\n")) return [text];
  return wrap(text, width).flatMap((line) => {
    const parts = [""];
    for (const letter of line) {
      const part = parts.at(-1) ?? "";
      if (part !== "" && widthOf(part + letter) > width) parts.push(letter);
      else parts[parts.length - 1] = part + letter;
    }
    return parts;
  });
}
