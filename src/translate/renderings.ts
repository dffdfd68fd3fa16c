/** Words in another language by the word lists that were written for news: only what stands there word for word. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../article.ts";
import { plainHan, wordKey } from "../language/keys.ts";
import { foldWord } from "../language/words.ts";
import { once } from "../once.ts";
import { root } from "../root.ts";

/** One line of a list: what stands for the same thing in each language, the usual word first. */
type Family = Readonly<Record<Language, readonly string[]>>;

interface Place {
  readonly family: Family;
  /** How many of the family's words of this language stand before it. */
  readonly at: number;
}

export interface Renderings {
  /** The usual word of another language; undefined where no list has the word itself. */
  of(word: string, from: Language, to: Language): string | undefined;
}

/** A form keeps so much of the word that it is of (договорились, договориться). */
const KEPT = 0.6;

/** Reads the lists; a list that is not there has no words. */
export function openRenderings(): Renderings {
  // The list of Russian words knows each word by itself, the other one families of words: the first goes before.
  // Who asks for one language waits for the words of no other.
  const russian = once(() =>
    rowsOf("russian.tsv").map(
      ([ru = "", en = ""]): Family => ({
        ru: [ru],
        zh: [],
        get en() {
          return cell(en);
        },
      }),
    ),
  );
  const news = once(() =>
    rowsOf("news-words.tsv").map(
      ([ru = "", zh = "", en = ""]): Family => ({
        get ru() {
          return cell(ru);
        },
        get zh() {
          return cell(zh);
        },
        get en() {
          return cell(en);
        },
      }),
    ),
  );
  const placesIn = (language: Language) =>
    once(() => placesOf(language === "zh" ? news() : [...russian(), ...news()], language));
  // Thousands of words have to be stemmed: only those of a language that somebody translates from.
  const places = { zh: placesIn("zh"), en: placesIn("en"), ru: placesIn("ru") };
  return {
    of(word, from, to) {
      const ranked = (places[from]().get(keyOf(word, from)) ?? [])
        .filter(({ family }) => family[to].length > 0)
        .map((place) => ({ ...place, shared: shared(word, place.family[from][place.at] ?? "", from) }))
        .filter(({ shared }) => shared > 0)
        .sort((one, other) => other.shared - one.shared || one.at - other.at);
      const [best, next] = ranked;
      // English words are of many trades (plant): where the lists have two, none is sure.
      if (from === "en" && next?.at === best?.at && next?.family[to][0] !== best?.family[to][0])
        return undefined;
      return best?.family[to][0];
    },
  };
}

/** Where each word of a language stands, by what it is found by. */
function placesOf(families: readonly Family[], language: Language): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const family of families)
    for (const [at, word] of family[language].entries()) {
      const key = keyOf(word, language);
      const there = places.get(key);
      if (there) there.push({ family, at });
      else places.set(key, [{ family, at }]);
    }
  return places;
}

/** The first letters that a form has in common with a word of a list; 0 when it is hardly a form of it. */
export function shared(form: string, word: string, language: Language): number {
  if (language === "zh") return 1;
  const [one, other] = [foldWord(form), foldWord(word)];
  if (language === "en") return isEnglishForm(one, other) ? other.length : 0;
  let same = 0;
  while (same < other.length && one[same] === other[same]) same++;
  return same >= Math.max(Math.min(3, other.length), KEPT * other.length) ? same : 0;
}

/** Whether letters are a word, its plural or one of its verb's forms. */
const isEnglishForm = (form: string, word: string) =>
  [word, word.slice(0, -1)].some((base, at) => {
    const rest = form.startsWith(base) ? form.slice(base.length) : undefined;
    return at === 0
      ? /^(?:|s|es|ed|d|ing|'s|’s)$/.test(rest ?? "-")
      : (/e$/.test(word) && rest === "ing") || (/y$/.test(word) && /^ie[sd]$/.test(rest ?? ""));
  });

const keyOf = (word: string, language: Language) => (language === "zh" ? plainHan(word) : wordKey(word));

const cell = (text: string): readonly string[] =>
  text
    .split(";")
    .map((word) => word.trim())
    .filter(Boolean);

function rowsOf(file: string): readonly (readonly string[])[] {
  try {
    return readFileSync(join(root, "corpus", file), "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
  } catch {
    return [];
  }
}
