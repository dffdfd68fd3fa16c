/** Russian words read both ways, and countries and languages by their names in all three languages. */
import { note, type RankedRenderings, stemsOf } from "./rows.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * Russian stems → English stems and English stems → Russian stems.
 * @throws Error naming the line that is no pair of a Russian word and its renderings
 */
export function readRussian(text: string): { russian: RankedRenderings; english: RankedRenderings } {
  const russian: RankedRenderings = new Map();
  const english: RankedRenderings = new Map();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [word = "", renderings, ...rest] = line.split("\t");
    const key = stemsOf(word);
    if (key === undefined || !renderings || rest.length > 0)
      throw new Error(`line ${index + 1} is no Russian word, tab and English renderings: ${line}`);
    for (const [rank, rendering] of renderings.split(";").entries())
      link(russian, english, key, rendering, rank);
  }
  return { russian, english };
}

/** Adds what the platform knows (Unicode CLDR): names of countries and of languages. */
export function addPlatformNames(
  tables: Readonly<Record<"russian" | "fromEnglish" | "english" | "han", RankedRenderings>>,
): void {
  for (const type of ["region", "language"] as const) {
    const [en, ru, zh] = ["en", "ru", "zh"].map(
      (locale) => new Intl.DisplayNames(locale, { type, fallback: "none" }),
    );
    for (const code of CODES) {
      const own = type === "region" ? code.toUpperCase() : code;
      const key = stemsOf(en?.of(own) ?? "");
      const word = zh?.of(own)?.replace(/[^\p{Script=Han}]/gu, "");
      if (key === undefined) continue;
      const russian = stemsOf(ru?.of(own) ?? "");
      if (russian !== undefined) link(tables.russian, tables.fromEnglish, russian, en?.of(own) ?? "", 0);
      if (!word) continue;
      note(tables.english, key, word, 0.5);
      note(tables.han, word, key, 0.5);
    }
  }
}

function link(
  russian: RankedRenderings,
  english: RankedRenderings,
  key: string,
  rendering: string,
  rank: number,
): void {
  const stems = stemsOf(rendering);
  if (stems === undefined) return;
  note(russian, key, stems, rank);
  note(english, stems, key, rank);
}
