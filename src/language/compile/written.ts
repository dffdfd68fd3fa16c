/** Tables for headlines: how people write the word of a stem, and countries by any of their names of one word. */
import type { Country } from "../countries.ts";
import type { GlossaryEntry } from "../glossary.ts";
import { wordKey } from "../keys.ts";

/**
 * Lines of the dictionary: `s` English stem → word, `t` Russian stem → word, `l` name → the country in zh, en, ru.
 * @param list lines of Russian words with their English ones
 */
export function writtenLines(
  list: string,
  lands: readonly Country[],
  glossary: readonly GlossaryEntry[],
): readonly string[] {
  const rows = list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  const english = [
    ...rows.flatMap(([, renderings = ""]) => renderings.split(";")),
    ...lands.flatMap(({ en }) => en),
  ];
  const russian = [
    ...rows.map(([word = ""]) => word),
    ...lands.flatMap(({ ru }) => ru),
    ...glossary.flatMap(({ ru }) => ru[0] ?? []),
  ];
  const names = lands.flatMap((one) => {
    const shown = [one.zh, one.en, one.ru].map(([first = ""]) => first).join(";");
    return [...one.zh, ...one.en, ...one.ru].map((name) => [name, shown] as const);
  });
  const byName = new Map(
    names.filter(([name]) => !/\s/.test(name)).map(([name, shown]) => [wordKey(name), shown]),
  );
  return [...rowsOf("s", wordsOf(english)), ...rowsOf("t", wordsOf(russian)), ...rowsOf("l", byName)];
}

const rowsOf = (table: string, rows: ReadonlyMap<string, string>): string[] =>
  [...rows].map(([key, value]) => `${table}${key}\t${value}`);

/** A word for each stem of some words and names; the first that has it. */
function wordsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of texts.flatMap((text) => text.split(/[\s()]+/))) {
    const key = wordKey(word);
    if (key !== "" && !words.has(key)) words.set(key, word);
  }
  return words;
}
