/** What an article adds to a story: the figures and names that none before it had. */
import type { Article } from "../article.ts";
import { NUMBER, PERCENT, plainNumber, SCALE, scaled } from "../language/numbers.ts";
import { entitiesOf, nameOf } from "../language/open.ts";
import { sentences } from "../language/sentences.ts";

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
  /** People, bodies, places, events, by their usual names in the article's language. */
  readonly names: readonly string[];
}

/** Text that is looked through, in UTF-16 units; the news of a story stands at the beginning. */
const LOOKED_THROUGH = 6_000;
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?<sign>[$€£¥₽]\\s?)?(?<digits>${NUMBER})\\s?(?<scale>${SCALE})?\\s?(?<percent>${PERCENT})?(?![\\p{N}])`,
  "giu",
);
/** What follows the number of a day, a time, a rank or a year. */
const NO_FIGURE =
  /^\s?(?:年|月|日|号|时|点|届|次|版|岁|st\b|nd\b|rd\b|th\b|[-–:：]|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|янв|фев|мар|апр|ма[яй]\b|июн|июл|авг|сен|окт|ноя|дек|год|г\.)/iu;
/** What a plain number counts: the next word where it is a plural or Russian, or some characters of Han (29份文件). */
const COUNTED = /^(?:\p{Script=Han}{1,4}|(?:[a-z]{2,30}s|people)(?!\p{L})|[а-яё]{3,30})/u;
const MONTH_BEFORE =
  /(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\s$|[月年第]$|№\s?$/iu;
/** The organization itself is in every story. */
const EVERYWHERE = "body:Shanghai Cooperation Organization";
const NAMED: ReadonlySet<string> = new Set(["person", "body", "place", "event", "document"]);

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
    const names: string[] = [];
    const whole = `${title}\n${text}`;
    for (const { id, kind, start, end } of entitiesOf(whole)) {
      if (!NAMED.has(kind) || ids.has(id) || id === EVERYWHERE) continue;
      ids.add(id);
      names.push(nameOf(id, language) ?? whole.slice(start, end));
    }
    return { figures, names };
  };
}

/** The figures of a sentence, each with what it is worth, so that 4.3 billion and 43亿 are one. */
export function figuresIn(
  sentence: string,
): { readonly figure: string; readonly counted: string; readonly value: string }[] {
  const found: { figure: string; counted: string; value: string }[] = [];
  for (const match of sentence.matchAll(FIGURE)) {
    const { sign = "", digits = "", scale = "", percent = "" } = match.groups ?? {};
    const plain = plainNumber(digits);
    if (plain === undefined) continue;
    const bare = sign === "" && scale === "" && percent === "";
    const year = bare && /^(?:19|20)\d\d$/.test(plain);
    const after = sentence.slice(match.index + match[0].length);
    if (year || (bare && (NO_FIGURE.test(after) || MONTH_BEFORE.test(sentence.slice(0, match.index)))))
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
