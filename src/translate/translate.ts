/** The door to reading what is in another language: telling terms always, a translation where the team has a translator. */
import type { Language } from "../article.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { languageOf } from "../language/detect.ts";
import { once } from "../once.ts";
import type { Health } from "../ops/health.ts";
import type { StateStore } from "../state/store.ts";
import { termsOf } from "./terms.ts";
import { openVocabulary } from "./vocabulary.ts";

export interface Translate {
  /** Whether there is a translator; without one no connection is ever made. */
  readonly on: boolean;
  /**
   * Texts in another language, each as long as a paragraph; undefined for those that could not be had in time or did
   * not say what the original says. Never rejects. What comes back is shown beside the original and goes nowhere else.
   * @param article whose texts they are; what was translated is kept by it
   */
  texts(
    texts: readonly string[],
    article: string,
    from: Language,
    to: Language,
  ): Promise<readonly (string | undefined)[]>;
  /**
   * What a text is about, as up to six words; empty where it is in that language or nothing is known.
   * @param more what goes on from the text: its terms fill what is left
   */
  terms(text: string, to: Language, more?: string): readonly string[];
}

/** @param health told when the translator does not answer, and when it does again */
export function openTranslate(
  config: Pick<Config, "SCO_TRANSLATE_URL" | "SCO_TRANSLATE_KEY">,
  store: () => StateStore,
  clock: Clock,
  health: Health,
): Translate {
  const vocabulary = once(openVocabulary);
  const { SCO_TRANSLATE_URL: url, SCO_TRANSLATE_KEY: key } = config;
  const translator = once(async () => {
    const { createTranslator } = await import("./translator.ts");
    return url === undefined ? undefined : createTranslator({ url, key }, store(), clock, health);
  });
  return {
    on: url !== undefined,
    async texts(texts, article, from, to) {
      if (url === undefined || from === to) return texts.map(() => undefined);
      return (await translator())?.texts(texts, article, from, to) ?? texts.map(() => undefined);
    },
    terms: (text, to, more) => (languageOf(text) === to ? [] : termsOf(text, to, vocabulary(), more)),
  };
}
