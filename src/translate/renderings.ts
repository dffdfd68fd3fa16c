/** Words in another language by the word lists that were written for news: only what stands there word for word. */
import type { Language } from "../article.ts";
import type { Dictionary } from "../language/dictionary.ts";
import { foldWord } from "../language/words.ts";

/** A form keeps so much of the word that it is of (договорились, договориться). */
const KEPT = 0.6;

/** The usual word of another language; undefined where no list has the word itself. */
export function renderingOf(
  word: string,
  from: Language,
  to: Language,
  dictionary: Dictionary,
): string | undefined {
  const ranked = dictionary
    .listed(word, from)
    .filter(({ usual }) => usual[to] !== "")
    .map((place) => ({ ...place, shared: shared(word, place.word, from) }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || one.at - other.at);
  const [best, next] = ranked;
  // English words are of many trades (plant): where the lists have two, none is sure.
  if (from === "en" && next?.at === best?.at && next?.usual[to] !== best?.usual[to]) return undefined;
  return best?.usual[to];
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
