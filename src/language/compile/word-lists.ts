/** The lists of words written for news, word by word: each word with its usual renderings in the other languages. */
import type { Language } from "../../article.ts";
import { keyOf, LISTED, writeListed } from "../listed.ts";

type Family = Readonly<Record<Language, readonly string[]>>;

const LANGUAGES = ["zh", "en", "ru"] as const satisfies readonly Language[];

/**
 * The lines of the dictionary by which `Dictionary.listed` finds them. The list of Russian words knows each word by
 * itself, the other one families of words: the first goes before.
 */
export function* listLines(russianWords: string, newsWords: string): Iterable<string> {
  const russian = rowsOf(russianWords).map(([ru = "", en = ""]) => ({ ru: [ru], zh: [], en: wordsOf(en) }));
  const news = rowsOf(newsWords).map(([ru = "", zh = "", en = ""]) => ({
    ru: wordsOf(ru),
    zh: wordsOf(zh),
    en: wordsOf(en),
  }));
  const families: readonly Family[] = [...russian, ...news];
  for (const language of LANGUAGES) {
    const found = new Map<string, string[]>();
    for (const family of families)
      for (const [at, word] of family[language].entries()) {
        const key = keyOf(word, language);
        const { zh: [zh = ""] = [], en: [en = ""] = [], ru: [ru = ""] = [] } = family;
        const written = writeListed({ word, at, usual: { zh, en, ru } });
        found.set(key, [...(found.get(key) ?? []), written]);
      }
    for (const [key, listed] of found) yield `${LISTED}${language} ${key}\t${listed.join(";")}`;
  }
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

function wordsOf(cell: string): readonly string[] {
  return cell
    .split(";")
    .map((word) => word.trim())
    .filter(Boolean);
}
