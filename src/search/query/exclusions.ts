/** Takes what a query leaves out in plain words out of its text; quoted phrases and filters are not looked into. */
import { exclusionsIn } from "../../language/exclusions.ts";
import { tokenize } from "./pieces.ts";

/** The text without the words that leave something out, and what is left out. */
export interface Separated {
  readonly text: string;
  readonly without: readonly string[];
}

/** Everything is wanted where nothing would be left to look for. */
export function separate(text: string): Separated {
  const exclusions = exclusionsIn(masked(text));
  let wanted = text;
  for (const { start, end } of [...exclusions].reverse())
    wanted = `${wanted.slice(0, start)} ${wanted.slice(end)}`;
  if (exclusions.length === 0 || !/[\p{L}\p{N}]/u.test(wanted)) return { text, without: [] };
  const without = exclusions.flatMap((one) => one.without.map(({ start, end }) => text.slice(start, end)));
  return { text: wanted, without: without.map((one) => one.replace(/["“”«»„]/gu, " ").trim()) };
}

/** The same length; a phrase is one word that says nothing, and whatever else is no plain word ends what is said. */
function masked(text: string): string {
  let plain = text;
  for (const { kind, start, end } of tokenize(text)) {
    if (kind === "word") continue;
    const mark = kind === "phrase" ? "\u00f8" : ";";
    plain = `${plain.slice(0, start)}${mark.repeat(end - start)}${plain.slice(end)}`;
  }
  return plain;
}
