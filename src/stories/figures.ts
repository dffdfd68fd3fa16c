/** Figures on which the articles of one story differ, side by side; which one is right is not for us to say. */
import type { Article } from "../article.ts";
import { sentences } from "../language/sentences.ts";
import type { Reader } from "./key-sentences.ts";
import type { Reading } from "./profile.ts";

/** Two statements of what seems the same thing, with different figures. */
export interface Figures {
  readonly sides: readonly [Side, Side];
}

export interface Side {
  /** The figure as written, with its unit where that is a sign or a short word: `41人`, `66 percent`. */
  readonly figure: string;
  /** The clause it stands in, letter for letter. */
  readonly text: string;
  /** Id of the article. */
  readonly article: string;
}

interface Stated extends Side, Reading {
  readonly value: number;
  readonly percent: boolean;
}

/** A number with its scale and unit; dates, ordinals and parts of names (SCO-1, 6.1级) are told apart below. */
const FIGURE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,$€£¥-])(?<digits>\d{1,3}(?:[, \u00a0]\d{3})+|\d+(?:[.,]\d+)?)\s?(?<scale>万|亿|million|billion|thousand|тыс\.?|тысяч[аи]?|млн|млрд|миллион(?:а|ов)?|миллиард(?:а|ов)?)?[余多]?\s?(?<unit>%|per ?cent|процент(?:а|ов)?|人|名|栋|户|家|吨|公里|公顷)?(?![\p{N}\-–—])/giu;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|тыс)/iu, 1e3],
  [/^万/u, 1e4],
  [/^(?:million|млн|миллион)/iu, 1e6],
  [/^亿/u, 1e8],
  [/^(?:billion|млрд|миллиард)/iu, 1e9],
];
/** What follows the number of a date, a time, a rank or a magnitude. */
const NO_FIGURE =
  /^\s?(?:年|月|日|号|时|点|分|级|届|次|版|岁|st\b|nd\b|rd\b|th\b|[-–]|January|February|March|April|May|June|July|August|September|October|November|December|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|лет|час|минут|years?\b|hours?\b|minutes?\b|days?\b|дн|сут|天|小时|分钟|周|个月)/iu;
const CLAUSES = /[,;:，；：。.!！?？—](?=\s|\p{Script=Han})|[，；。！？]/gu;
/** Share of the rarer side's words that the other must have too, and how rare together. */
const SHARED = 0.5;
const TELLING = 4;
/** A word less rare than this is no word in common. */
const LEAST = 1;
/** Counts further apart than this count different things. */
const RATIO = 1.6;
const MOST = 3;

export function disagreements(
  articles: readonly Article[],
  read: Reader,
  rarity: (term: string) => number,
): Figures[] {
  const stated = articles.map((article) => figuresIn(article, read));
  const agreed = (one: Stated, others: readonly Stated[]) =>
    others.some((other) => other.value === one.value && alike(one, other, rarity) > 0);
  const found: { sides: readonly [Side, Side]; score: number }[] = [];
  stated.forEach((own, at) => {
    for (const others of stated.slice(at + 1)) {
      for (const one of own) {
        for (const two of others) {
          if (one.value === two.value || far(one, two)) continue;
          const score = alike(one, two, rarity);
          if (score === 0 || agreed(one, others) || agreed(two, own)) continue;
          found.push({ sides: [sideOf(one), sideOf(two)], score });
        }
      }
    }
  });
  const told = new Set<string>();
  return found
    .sort((one, two) => two.score - one.score)
    .filter(({ sides }) => {
      const keys = sides.map(({ figure, article }) => `${article} ${figure}`);
      if (keys.some((key) => told.has(key))) return false;
      for (const key of keys) told.add(key);
      return true;
    })
    .slice(0, MOST)
    .map(({ sides }) => ({ sides }));
}

/** Counts so far apart count different things. */
function far(one: Stated, two: Stated): boolean {
  return Math.max(one.value, two.value) > RATIO * Math.min(one.value, two.value);
}

/** Above 0 when two figures seem to count one thing. */
function alike(one: Stated, two: Stated, rarity: (term: string) => number): number {
  if (one.percent !== two.percent) return 0;
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + rarity(word), 0);
  const meets = (word: string, side: Reading) => side.words.has(word) || side.echoes.has(word);
  const common = [...one.words].filter((word) => meets(word, two) && rarity(word) > LEAST);
  const least = Math.min(weigh(one.words), weigh(two.words));
  const shared = weigh(common);
  return common.length > 1 && shared >= TELLING && shared >= SHARED * least ? shared / least : 0;
}

function figuresIn({ id, body }: Article, read: Reader): Stated[] {
  const found: Stated[] = [];
  for (const [start, end] of sentences(body)) {
    for (const clause of body.slice(start, end).split(CLAUSES)) {
      for (const match of clause.matchAll(FIGURE)) {
        const { digits = "", scale, unit } = match.groups ?? {};
        const value = numberOf(digits, scale);
        const after = clause.slice(match.index + match[0].length);
        if (value < 10 || (value >= 1900 && value <= 2100 && !unit) || (!unit && NO_FIGURE.test(after)))
          continue;
        const { words, echoes } = read(clause);
        found.push({
          ...{ article: id, figure: match[0].trim(), text: clause.trim().replace(/^[-–—•]\s+/, ""), value },
          percent: /^(?:%|per|процент)/iu.test(unit ?? ""),
          words: new Set([...words].filter((word) => !/^\d/.test(word))),
          echoes,
        });
      }
    }
  }
  return found;
}

function numberOf(digits: string, scale: string | undefined): number {
  const grouped = /^\d{1,3}(?:[, \u00a0]\d{3})+$/.test(digits);
  const number = Number(grouped ? digits.replace(/[, \u00a0]/g, "") : digits.replace(",", "."));
  return number * (SCALES.find(([name]) => scale !== undefined && name.test(scale))?.[1] ?? 1);
}

const sideOf = ({ figure, text, article }: Stated): Side => ({ figure, text, article });
