/** Words and names of one language in another, as a person would write them. A wrong word is worse than none. */
import type { Language } from "../article.ts";
import type { GlossaryEntry } from "../language/glossary.ts";
import { plainHan, stemsKey, wordKey } from "../language/keys.ts";
import { entitiesOf, nameOf, theDictionary, theGlossary } from "../language/open.ts";
import { foldWord, isStopWord } from "../language/words.ts";
import { renderingOf, shared } from "./renderings.ts";

/** A name where a text has it: a half-open UTF-16 range. */
export interface NameAt {
  readonly start: number;
  readonly end: number;
  /** What it is called in the other language; empty for what every headline has. */
  readonly text: string;
}

export interface Vocabulary {
  /** Countries, bodies, people, places and events that a text names, by their names in another language. */
  namesIn(text: string, to: Language): readonly NameAt[];
  /** The term of the field that just these words are, in another language. */
  term(words: readonly string[], from: Language, to: Language): string | undefined;
  /** A word in another language; undefined where no list knows the word itself, or it says nothing. */
  translate(word: string, from: Language, to: Language): string | undefined;
  /** Whether any article of this beat may have the word. */
  isCommon(word: string): boolean;
}

/** The organization itself is in every other headline. */
const EVERYWHERE = /^body:Shanghai Cooperation Organi[sz]ation$/;

/** Opens the project's own; needed only where a headline is in another language. */
export function openVocabulary(): Vocabulary {
  const glossary = theGlossary();
  return {
    namesIn: (text, to) =>
      entitiesOf(text).flatMap(({ id, kind, start, end }) => {
        const name = kind === "office" ? undefined : nameOf(id, to);
        return name === undefined ? [] : [{ start, end, text: EVERYWHERE.test(id) ? "" : name }];
      }),
    term(words, from, to) {
      const known =
        from === "zh"
          ? glossary.byHan(plainHan(words.join("")))
          : glossary.byStems(stemsKey(words.join(" ")).split(" "));
      return known.find(({ entry }) => entry.kind === "term" && isWritten(entry, words, from))?.entry[to][0];
    },
    translate: (word, from, to) =>
      from !== "zh" && (word.length < 3 || isStopWord(foldWord(word)))
        ? undefined
        : renderingOf(word, from, to, theDictionary()),
    isCommon: (word) => theDictionary().common().has(wordKey(word)),
  };
}

/** Whether words are forms of one of an entry's names, not only of the same stems. */
function isWritten(entry: GlossaryEntry, words: readonly string[], from: Language): boolean {
  if (from === "zh") return true;
  return entry[from].some((name) => {
    const own = name.split(/[\s-]+/);
    return own.length === words.length && own.every((one, at) => shared(words[at] ?? "", one, from) > 0);
  });
}
