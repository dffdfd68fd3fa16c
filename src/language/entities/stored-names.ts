/** The names of countries and glossary as the build made them ready: looked up in a file, not read at each start. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../root.ts";
import type { Country } from "../countries.ts";
import type { GlossaryEntry } from "../glossary.ts";
import { findLine } from "../sorted-lines.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";
import { indexNames, type KnownName } from "./names.ts";

/** Where the build puts them. */
export const NAMES_PATH = join(root, "dist", "names.tsv");

/**
 * The index as a file, sorted by its bytes: `f`, what names begin with, a tab, their numbers; `n`, a number, a tab,
 * the name.
 */
export function storedLines(index: NameIndex<KnownName>): string {
  const numbers = new Map<NameEntry<KnownName>, number>();
  const numberOf = (entry: NameEntry<KnownName>): number => {
    const known = numbers.get(entry) ?? numbers.size;
    numbers.set(entry, known);
    return known;
  };
  const rows = [...index.rows()].map(([first, entries]) => `f${first}\t${entries.map(numberOf).join(" ")}`);
  const names = [...numbers].map(([entry, number]) => `n${number}\t${written(entry)}`);
  return [...rows, ...names]
    .map((line) => Buffer.from(line))
    .sort(Buffer.compare)
    .join("\n");
}

/** A name in one line: its fields, then for each word what its forms have in common and how each goes on. */
function written({ key, value: { id, kind, seat = "" }, capitals }: NameEntry<KnownName>): string {
  const words = key.map((forms) => {
    const [first = ""] = forms;
    let common = first.length;
    for (const form of forms) while (!form.startsWith(first.slice(0, common))) common--;
    return [first.slice(0, common), ...forms.map((form) => form.slice(common))].join(",");
  });
  return [id, kind, seat, capitals, ...words].join("|");
}

function readEntry(line: string): NameEntry<KnownName> {
  const [id = "", kind = "", seat = "", capitals = "", ...words] = line.split("|");
  return {
    key: words.map((word) => {
      const [common = "", ...endings] = word.split(",");
      return endings.map((ending) => common + ending);
    }),
    value: { id, kind: kind as KnownName["kind"], ...(seat !== "" && { seat }) },
    capitals: capitals as NameEntry<KnownName>["capitals"],
  };
}

/**
 * All names, a team's own first.
 * @param glossary the project's entries, needed only where the build has not been run
 */
export function openNames(
  countries: readonly Country[],
  team: readonly GlossaryEntry[],
  glossary: () => readonly GlossaryEntry[],
  path = NAMES_PATH,
): NameIndex<KnownName> {
  let lines: Buffer;
  try {
    lines = readFileSync(path);
  } catch {
    return indexNames(countries, glossary());
  }
  const read = (number: string): readonly NameEntry<KnownName>[] => {
    const line = findLine(lines, `n${number}`);
    return line === undefined ? [] : [readEntry(line)];
  };
  return indexNames(countries, team, (first) => findLine(lines, `f${first}`)?.split(" ").flatMap(read) ?? []);
}
