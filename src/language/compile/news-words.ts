/** The words of such news, each a family in Russian, Chinese and English: the best renderings of each other. */
import { simplifyHan } from "../han.ts";
import { note, type RankedRenderings, stemsOf } from "./rows.ts";

type Row = readonly [russian: readonly string[], han: readonly string[], english: readonly string[]];

/** @throws Error naming the line that is no row of three columns */
function readRows(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const [russian = [], han = [], english = [], ...rest] = line
      .split("\t")
      .map((cell) => cell.split(";").map((word) => word.trim()));
    if (english.length === 0 || rest.length > 0)
      throw new Error(`line ${index + 1} needs Russian, Chinese and English, parted by tabs: ${line}`);
    return [[russian, han, english] as const];
  });
}

/** The single Russian words, so that their forms are known. */
export function russiansOf(text: string): string[] {
  return readRows(text).flatMap(([russian]) => russian.filter((word) => /^[а-яё]+$/i.test(word)));
}

/** Russian and Chinese for each other; the English goes before what the other tables have. */
export function addNewsWords(
  text: string,
  tables: Readonly<Record<"russian" | "fromEnglish" | "english" | "han", RankedRenderings>>,
): { russianHan: RankedRenderings; hanRussian: RankedRenderings } {
  const russianHan: RankedRenderings = new Map();
  const hanRussian: RankedRenderings = new Map();
  for (const [russian, han, english] of readRows(text)) {
    const stems = english.map((word) => stemsOf(word));
    for (const [i, word] of russian.entries()) {
      const key = stemsOf(word);
      if (key === undefined) continue;
      for (const [k, one] of han.entries()) {
        note(russianHan, key, simplifyHan(one), k);
        note(hanRussian, simplifyHan(one), key, i + k / 2);
      }
      for (const [k, one] of stems.entries()) {
        if (one === undefined) continue;
        note(tables.russian, key, one, k - 1);
        note(tables.fromEnglish, one, key, i + k - 1);
      }
    }
    for (const [k, one] of stems.entries())
      for (const [i, word] of han.entries()) {
        if (one === undefined) continue;
        note(tables.english, one, simplifyHan(word), i + k / 2 - 1.5);
        note(tables.han, simplifyHan(word), one, k + i / 2 - 1.5);
      }
  }
  return { russianHan, hanRussian };
}
