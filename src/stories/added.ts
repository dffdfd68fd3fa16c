/** What an article adds to a story: the figures and names that none before it had. */
import type { Article, Language } from "../article.ts";
import { NUMBER, PERCENT, plainNumber, SCALE, scaled } from "../language/numbers.ts";
import { nameOf } from "../language/open.ts";
import { sentences } from "../language/sentences.ts";
import { namesThatTell } from "./named.ts";

/** A figure as it is written, in the sentence that it stands in. */
export interface Figure {
  readonly figure: string;
  readonly text: string;
  /** Id of the article. */
  readonly article: string;
}

export interface CountedFigure extends Figure {
  /** What a plain number counts, as it goes on: ` stations`, `份文件`; empty where the figure says it. */
  readonly counted: string;
}

export interface Added {
  readonly figures: readonly CountedFigure[];
  /** People, bodies, places, events. */
  readonly names: readonly AddedName[];
}

export interface AddedName {
  /** What it is, in whatever language. */
  readonly id: string;
  /** Its usual name in the article's language. */
  readonly name: string;
}

/** Text that is looked through, in UTF-16 units; the news of a story stands at the beginning. */
const LOOKED_THROUGH = 6_000;
/** And of one sentence; so many figures of it. */
const SENTENCE = 1_000;
const OF_SENTENCE = 24;
/** The word before a number stands within so much. */
const BEFORE = 32;
const FIGURE = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,-])(?<!\\p{N}[:：–])(?<sign>[$€£¥₽]\\s?)?(?<digits>${NUMBER})\\s?(?<scale>${SCALE})?\\s?(?<percent>${PERCENT})?(?![\\p{N}])`,
  "giu",
);
/** What follows the number of a day, a time, a rank or a year. */
const NO_FIGURE =
  /^\s?(?:年|月|日|号|时|点|分(?!之|钟)|秒|小时\d|届|次|版|岁|[ap]\.?m\b|часа?(?:ов)?\s\d|st\b|nd\b|rd\b|th\b|[-–:：]|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|янв|фев|мар|апр|ма[яй](?!\p{L})|июн|июл|авг|сен|окт|ноя|дек|год|г\.)/iu;
/** What goes on to the number that has the scale: from 28 to 48 million. */
const FROM_TO = new RegExp(`^\\s?(?:to|до|至|到)\\s?(?:${NUMBER})\\s?(?:${SCALE}|${PERCENT})`, "iu");
/** What a plain number counts: the next word where it is a plural or Russian, or some characters of Han (29份文件). */
const COUNTED = /^(?:\p{Script=Han}{1,4}|(?:[a-z]{2,30}s|people)(?!\p{L})|[а-яё]{3,30})/u;
const MONTH_BEFORE =
  /(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\s$|[月年第]$|№\s?$|(?<!\p{L})час(?:а|ов)?\s$/iu;
/** Remembers what was told; give it the articles of a story in the order of time. */
export function createTelling(): (article: Article) => Added {
  const values = new Set<string>();
  const ids = new Set<string>();
  return ({ id: article, title, body, language }) => {
    const figures: CountedFigure[] = [];
    const text = body.slice(0, LOOKED_THROUGH);
    for (const [start, end] of sentences(text)) {
      const sentence = text.slice(start, end).trim();
      for (const { figure, counted, value } of figuresIn(sentence)) {
        if (values.has(value)) continue;
        values.add(value);
        figures.push({ figure, counted, text: sentence, article });
      }
    }
    const names: AddedName[] = [];
    for (const { id, kind, name } of namesThatTell(`${title}\n${text}`)) {
      if (kind === "country" || ids.has(id)) continue;
      ids.add(id);
      names.push({ id, name: nameOf(id, language) ?? name });
    }
    return { figures, names };
  };
}

/** The figures of a sentence, each with what it is worth, so that 4.3 billion and 43亿 are one. */
export function figuresIn(
  sentence: string,
): { readonly figure: string; readonly counted: string; readonly value: string }[] {
  const found: { figure: string; counted: string; value: string }[] = [];
  for (const match of sentence.slice(0, SENTENCE).matchAll(FIGURE)) {
    if (found.length >= OF_SENTENCE) break;
    const { sign = "", digits = "", scale = "", percent = "" } = match.groups ?? {};
    const plain = plainNumber(digits);
    if (plain === undefined) continue;
    const bare = sign === "" && scale === "" && percent === "";
    const year = bare && /^(?:19|20)\d\d$/.test(plain);
    const after = sentence.slice(match.index + match[0].length);
    if (
      year ||
      (bare &&
        (NO_FIGURE.test(after) ||
          FROM_TO.test(after) ||
          MONTH_BEFORE.test(sentence.slice(Math.max(0, match.index - BEFORE), match.index))))
    )
      continue;
    if (bare && Number(plain) < 2) continue;
    const counted = bare ? (after.match(COUNTED)?.[0] ?? "") : "";
    const spaced = /\s$/.test(match[0]) && counted !== "" ? ` ${counted}` : counted;
    found.push({
      figure: match[0].trim(),
      counted: spaced,
      value: `${scaled(plain, scale)}${percent && "%"}`,
    });
  }
  return found;
}

const SHORT = { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 } as const;

/** A figure with what it counts as the reader writes it; what the article has stands beside it where that is another text. */
export function figureFor({ figure, counted }: CountedFigure, from: Language, reader: Language): string {
  const whole = figure + counted.replace(/(?!^)的.*$/u, "");
  if (from === reader || /^[\d.,\s%$€£¥₽]+$/.test(whole)) return whole;
  const value = figuresIn(figure)[0]?.value ?? "";
  if (value.endsWith("%")) return value;
  const sign = /^[$€£¥₽]/.exec(figure)?.[0] ?? "";
  const scaled = /\p{L}/u.test(figure) && value !== "";
  const own = scaled ? sign + new Intl.NumberFormat(reader, SHORT).format(Number(value)) : figure;
  return `${own} (${whole})`;
}
