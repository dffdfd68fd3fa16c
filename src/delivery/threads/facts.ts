/** What an article says that another of its story may not: its figures, its names, its language. */
import type { Article } from "../../article.ts";
import { sentences } from "../../language/sentences.ts";
import { figuresIn } from "../../stories/added.ts";
import { namesThatTell } from "../../stories/named.ts";

export interface StoryFacts {
  readonly title: string;
  /** As written, by what they are worth. */
  readonly figures: ReadonlyMap<string, string>;
  /** As written, by what they are called in all languages. */
  readonly names: ReadonlyMap<string, string>;
  readonly language: Article["language"];
}

/** News stands at the beginning, in UTF-16 units. */
const LOOKED_THROUGH = 1_500;
const MOST = 40;

export function factsOf({ title, body, language }: Article): StoryFacts {
  const text = `${title}\n${body.slice(0, LOOKED_THROUGH)}`;
  const figures = new Map<string, string>();
  for (const [start, end] of sentences(text))
    for (const { figure, value } of figuresIn(text.slice(start, end)))
      if (figures.size < MOST && !figures.has(value)) figures.set(value, figure);
  const names = new Map<string, string>();
  for (const { id, kind, name } of namesThatTell(text))
    if (kind !== "country" && !names.has(id)) names.set(id, name);
  return { title, figures, names, language };
}
