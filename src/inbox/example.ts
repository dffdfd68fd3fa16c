/** The example of a command that a reader sees first: one in the reader's own script, where there is one. */

import type { Library } from "../articles/library.ts";
import type { Command } from "../command.ts";
import type { Locale } from "../i18n/words.ts";

const SCRIPTS: Readonly<Record<Locale, RegExp>> = {
  en: /^[ -~]*$/,
  zh: /\p{Script=Han}/u,
  ru: /\p{Script=Cyrillic}/u,
};

/** The example may hold `{id}` where any article's id fits. */
export function exampleFor({ name, examples }: Pick<Command, "name" | "examples">, locale: Locale): string {
  return examples.find((example) => SCRIPTS[locale].test(example)) ?? examples[0] ?? name;
}

/** Fills `{id}` in with the id of an article that is there. */
export function withId(text: string, library: Library): string {
  return text.replaceAll("{id}", library.newest()[0]?.id ?? "k7f2m");
}
