/** Articles and queries by the thousand, from the shipped corpus and word lists, the same on every run. */
import type { Article, Language } from "../../src/article.ts";
import { type Draw, drawFrom } from "./random.ts";
import type { WordList } from "./words.ts";

/** A query and the article that it was made from. */
export interface Asked {
  readonly text: string;
  readonly id: string;
}

export interface Material {
  readonly articles: readonly Article[];
  /** One to three words of an article, common ones among them. */
  readonly short: readonly Asked[];
  /** Whole titles. */
  readonly titles: readonly Asked[];
}

/** Of ten articles, this many are in each language. */
const MIX: readonly Language[] = ["zh", "zh", "zh", "zh", "zh", "en", "en", "en", "en", "ru"];
const SOURCES = ["Ren Min Ri Bao", "Huan Qiu Shi Bao", "Ren Min Wang", "TASS", "Xinhua"];
const FIRST_DAY = Date.parse("2016-01-01T00:00:00Z");
const DAYS = 3600;
const QUERIES = 300;

/** Generates `size` articles of about 650 characters (Chinese) or 110 words, with Zipf-like word frequencies. */
export function generate(
  size: number,
  words: Readonly<Record<Language, WordList>>,
  seed = 20250615,
): Material {
  const draw = drawFrom(seed);
  const articles = Array.from({ length: size }, (_, i) => articleOf(i, draw, words));
  const some = (count: number) => Array.from({ length: count }, () => draw.one(articles));
  return {
    articles,
    short: some(QUERIES).map((article) => ({ text: shortOf(article, draw), id: article.id })),
    titles: some(QUERIES).map((article) => ({ text: article.title, id: article.id })),
  };
}

function articleOf(i: number, draw: Draw, words: Readonly<Record<Language, WordList>>): Article {
  const language = MIX[i % MIX.length] ?? "en";
  const list = words[language];
  // Words of an article come from the whole language and from a subject of its own, as in real news.
  const subject = Array.from({ length: 25 }, () => draw.zipf(list));
  const word = () => (draw.number() < 0.3 ? draw.one(subject) : draw.zipf(list));
  const sentence = (length: number) => join(Array.from({ length }, word), language);
  const sentences = Array.from({ length: language === "zh" ? 14 : 6 }, () => sentence(12 + draw.below(14)));
  return {
    id: `g${i.toString(36)}`,
    title: join([...subject.slice(0, 5), ...Array.from({ length: 3 }, word)], language),
    body: sentences.map((text) => text + (language === "zh" ? "。" : ". ")).join(""),
    source: draw.one(SOURCES),
    published: new Date(FIRST_DAY + draw.below(DAYS * 1440) * 60_000).toISOString(),
    language,
    kind: "article",
    url: null,
  };
}

function shortOf(article: Article, draw: Draw): string {
  const pieces = article.body.split(/[\s。.]+/u).filter(Boolean);
  if (article.language !== "zh")
    return Array.from({ length: 1 + draw.below(3) }, () => draw.one(pieces)).join(" ");
  const run = draw.one(pieces);
  const from = draw.below(Math.max(1, run.length - 6));
  return run.slice(from, from + 2 + draw.below(5));
}

function join(words: readonly string[], language: Language): string {
  if (language === "zh") return words.join("");
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
