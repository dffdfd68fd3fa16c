/** Completion of titles, names, glossary terms and publishers while a person types, in any script. */

import type { Article, Publisher } from "../../article.ts";
import type { Named } from "../../language/glossary.ts";
import { once } from "../../once.ts";
import { inSlices } from "../../slices.ts";
import type { Suggestion } from "../search.ts";
import { compare, createShelf, lettersOf, type PrefixEntry, type PrefixMatch } from "./prefix-index.ts";

/** Completion over titles, names and terms. */
export interface Suggester {
  put(article: Article): void;
  remove(id: string): void;
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
}

/** A publisher as something to complete: all of its names. */
export function namesOf({ names, aliases = [] }: Publisher): Named {
  const forms = [names.zh, names.en, names.ru, ...(names.pinyin ? [names.pinyin] : []), ...aliases];
  return { kind: "source", forms };
}

/**
 * @param named what is known besides the articles' titles
 * @param fold brings a text to one case, width and script, without touching its spaces
 * @param more further names, which are only read for the first suggestion
 */
export function createSuggester(
  named: readonly Named[],
  fold: (text: string) => string,
  more: () => readonly Named[] = () => [],
): Suggester {
  const terms = createShelf();
  const titles = createShelf();
  const slots = new Map<string, number>();
  /** Text shown → the keys of the other forms, to reach titles in another language. */
  const otherForms = new Map<string, readonly string[]>();
  const entry = (
    text: string,
    typed: string,
    rest: Omit<PrefixEntry, "text" | "key" | "starts">,
  ): PrefixEntry => ({
    text,
    ...lettersOf(fold(typed)),
    ...rest,
  });

  const know = ({ kind, forms, pinyin }: Named): void => {
    for (const form of forms) {
      // A publisher stays one, though the glossary names it too.
      if (otherForms.has(form)) continue;
      terms.add(entry(form, form, { kind, published: "" }));
      otherForms.set(
        form,
        forms.map((other) => lettersOf(fold(other)).key),
      );
    }
    if (pinyin && forms[0]) terms.add(entry(forms[0], pinyin, { kind, published: "" }));
  };
  // Some ten thousand names: with turns of others between.
  const allKnown = once(() => inSlices([...named, ...more()], know));

  const remove = (id: string) => {
    const slot = slots.get(id);
    if (slot !== undefined) titles.remove(slot);
    slots.delete(id);
  };
  return {
    put({ id, title, published }: Article) {
      remove(id);
      slots.set(id, titles.add(entry(title, title, { kind: "title", id, published: published ?? "" })));
    },
    remove,
    async suggest(typed, limit) {
      const words = typed
        .split(/\s+/)
        .map((word) => lettersOf(fold(word)).key)
        .filter(Boolean);
      if (words.length === 0 || limit < 1) return [];
      await allKnown();
      const known = terms.find(words);
      const direct = titles.find(words);
      const through = known
        .slice(0, direct.length < limit ? 3 : 0)
        .flatMap(({ entry }) => otherForms.get(entry.text) ?? [])
        .flatMap((key) => titles.find([key]))
        .map((found) => ({ ...found, rank: 3 }));
      const shown = [...direct, ...through.sort(compare)];
      const room = Math.max(Math.ceil(limit / 2), limit - shown.length);
      return unique([...unique(known).slice(0, room), ...unique(shown)]).slice(0, limit);
    },
  };
}

function unique(found: readonly (PrefixMatch | Suggestion)[]): readonly Suggestion[] {
  const seen = new Set<string>();
  const texts: Suggestion[] = [];
  for (const one of found) {
    const { text, kind, id } = "entry" in one ? one.entry : one;
    if (seen.has(text)) continue;
    seen.add(text);
    texts.push({ text, kind, ...(id !== undefined && { id }) });
  }
  return texts;
}
