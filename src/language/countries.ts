/** The countries of the world by their names in three languages, read from the file that people edit. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

const COUNTRIES_PATH = join(root, "corpus", "countries.tsv");

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Character that stands for it beside another country's (俄 in 中俄). */
  readonly short: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly ru: readonly string[];
  /** English names of the cities and offices that speak for the state. */
  readonly seats: readonly string[];
}

/**
 * One country a line, six columns parted by tabs.
 * @throws Error naming the line that is none
 */
export function parseCountries(text: string): Country[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const [code = "", short = "", zh = "", en = "", ru = "", seats, ...rest] = line.split("\t");
    if (!/^[A-Z]{2}$/.test(code) || seats === undefined || rest.length > 0)
      throw new Error(`line ${index + 1} needs a code, short, zh, en, ru and seats, parted by tabs: ${line}`);
    return [{ code, short, zh: cell(zh), en: cell(en), ru: cell(ru), seats: cell(seats) }];
  });
}

function cell(names: string): readonly string[] {
  return names
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
}

let read: readonly Country[] | undefined;

/** The countries, read once in a process; none when the file cannot be read. */
export function countries(): readonly Country[] {
  if (read) return read;
  try {
    read = parseCountries(readFileSync(COUNTRIES_PATH, "utf8"));
  } catch {
    read = [];
  }
  return read;
}
