/** Figures on which the articles of one story differ, side by side; which one is right is not for us to say. */
import type { Article } from "../article.ts";
import { NUMBER, plainNumber } from "../language/numbers.ts";
import { quantitiesIn } from "../language/quantities.ts";
import { sentences } from "../language/sentences.ts";
import type { Steps } from "../slices.ts";
import { apart, type Bearings, bearingsOf, boundAt, within } from "./apart.ts";
import type { ProfileReader } from "./key-sentences.ts";
import type { TermProfile } from "./profile.ts";

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

interface Stated extends Side, Whole {
  readonly value: number;
  readonly unit: string;
  /** The words right behind the number: what is counted, with what they are called in other languages. */
  readonly counted: TermProfile;
  /** People are counted. */
  readonly people: boolean;
  readonly script: "han" | "cyrillic" | "latin";
  /** Told as a bound: 1 for "more than", -1 for "nearly". */
  readonly bound: -1 | 0 | 1;
}

/** What a sentence says as a whole. */
interface Whole extends TermProfile {
  readonly sentence: string;
  readonly bearings: Bearings;
  /** What tells that a figure holds for a part or another time: a first day, a plan. */
  readonly scope: string;
}

const CLAUSES = /[,;:，；：。.!！?？—](?=\s|\p{Script=Han})|[，；。！？]/gu;
/** What is counted stands within so much behind its number. */
const COUNTED = /^[\s个名位家户只艘架辆座所栋条多余]*[^，。；,.;:：]{1,24}/u;
const PEOPLE =
  /^\s*[余多]?(?:people\b|persons?\b|dead\b|deaths?\b|человек|жител|人(?!民)|名(?![单义])|死者|погибш)/iu;
/** A first day, a plan, a part: figures of different ones do not differ. */
const SCOPES: readonly RegExp[] = [
  /首[日批]|头[一两几]|第一[天批]|\bfirst (?:\d+ |two |three )?(?:days?|hours?|batch|stage)\b|перв(?:ый|ые|ых|ой) (?:д|\p{L}+ сут|парти)/iu,
  /计划|预计|拟|目标|\b(?:targets?|planned|expected|plans?|to be|asked|should)\b|(?<!\p{L})(?:планир|ожида|намеч|пройд[её]т|собер[её]т|состоится|отберут|предлож|до)/iu,
  /一周|中期|\b(?:so far|to date|by noon|midway)\b|(?<!\p{L})(?:пока|на данный момент|к настоящему)(?!\p{L})/iu,
  /去年|上年|\blast year|\bagainst\b|прошл\p{L}{1,4} год|в прошлом/iu,
  /升至|更新|降至|最终|宣布结束|收官|\b(?:cut to|final|raised to|updated)\b|выросл|итог|сократ/iu,
];
/** Share of the rarer side's words that the other must have too, and how rare together. */
const SHARED = 0.51;
/** Across scripts, where only some words have renderings. */
const SHARED_ACROSS = 0.17;
/** Below this a count needs one word more. */
const SMALL = 10;
const TELLING = 4;
/** A word less rare than this is no word in common. */
const LEAST = 1;
/** Counts further apart than this count different things. */
const RATIO = 1.75;
const MOST = 3;
/** What is looked at: so much of a sentence, so many figures of one and of an article, so many pairs of figures in all. */
const SENTENCE = 600;
const OF_SENTENCE = 8;
const OF_ARTICLE = 32;
const PAIRS = 6_000;
/** Digits and units are what differs, and no ground to compare. */
const UNIT =
  /^(?:\d|million|billion|trillion|thousand|tonn?(?:e|es|s)?$|percent|миллион|миллиард|тысяч|тонн|млн|млрд|процент)/u;
const DIGITS = new RegExp(NUMBER, "u");

export function* disagreements(
  articles: readonly Article[],
  read: ProfileReader,
  rarity: (term: string) => number,
): Steps<Figures[]> {
  const stated: Stated[][] = [];
  for (const article of articles) {
    stated.push(yield* figuresIn(article, read));
  }
  const agreed = (one: Stated, two: Stated, others: readonly Stated[]) =>
    others.some(
      (other) =>
        other.value === one.value &&
        // "41, up from 38" knows of the 38.
        ((other.sentence === two.sentence && other.unit === two.unit) || alike(one, other, rarity) > 0),
    );
  let left = PAIRS;
  const found: { sides: readonly [Side, Side]; score: number }[] = [];
  for (const [at, own] of stated.entries()) {
    for (const others of stated.slice(at + 1)) {
      for (const one of own) {
        yield;
        for (const two of others) {
          if (one.value === two.value || far(one, two) || meet(one, two) || meet(two, one)) continue;
          if (--left < 0) continue;
          const score = alike(one, two, rarity);
          if (score === 0 || agreed(one, two, others) || agreed(two, one, own)) continue;
          found.push({ sides: [sideOf(one), sideOf(two)], score });
        }
      }
    }
  }
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

/** Whether one is the other, told roughly. */
function meet(one: Stated, other: Stated): boolean {
  return rounded(one, other) || within(one.value, one.bound, other.value);
}

/** Whether one is the other in a larger unit, told in fewer digits (3812 m, 3.8 km). */
function rounded(one: Stated, other: Stated): boolean {
  const [written, exact] = [one, other].map(
    ({ figure }) => plainNumber(figure.match(DIGITS)?.[0] ?? "") ?? "",
  );
  if (!written || !exact || Number(exact) < 100 * Number(written)) return false;
  const digits = written.replace(/^[0.]+|\./g, "").length;
  return digits >= 2 && digits < 16 && Number(other.value.toPrecision(digits)) === one.value;
}

/** Above 0 when two figures seem to measure one thing. */
function alike(one: Stated, two: Stated, rarity: (term: string) => number): number {
  if (one.unit !== two.unit || one.scope !== two.scope || apart(one.bearings, two.bearings)) return 0;
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + rarity(word), 0);
  const meets = (word: string, side: TermProfile) => side.words.has(word) || side.echoes.has(word);
  const commonOf = (side: Stated, other: Stated) =>
    [...side.words].filter((word) => meets(word, other) && rarity(word) > LEAST);
  const common = [commonOf(one, two), commonOf(two, one)].sort((a, b) => weigh(b) - weigh(a))[0] ?? [];
  const least = Math.min(weigh(one.words), weigh(two.words));
  const shared = weigh(common);
  // A unit is one thing in common; a bare count needs that the same is counted.
  const bare = one.unit === "count";
  const sameThing =
    one.people && two.people ? true : [...one.counted.words].some((word) => meets(word, two.counted));
  const spoken = one.counted.words.size > 0 && two.counted.words.size > 0;
  if (!sameThing && (bare || (spoken && one.script === two.script))) return 0;
  if (bare && Math.min(one.value, two.value) < SMALL && common.length < 3) return 0;
  const enough = bare || one.unit === "day" ? 2 : 1;
  const share = one.script !== two.script ? SHARED_ACROSS : SHARED;
  const told = common.length >= enough && shared >= (bare ? TELLING : TELLING - 1);
  return told && shared >= share * least ? shared / least : 0;
}

/** Reads a text, and Han words that no rendering is known for by their first two characters (贸易额 as 贸易). */
function shortened(read: ProfileReader): ProfileReader {
  return (text) => {
    const { words, echoes } = read(text);
    const heads = [...words]
      .filter((word) => /^\p{Script=Han}{3}/u.test(word))
      .map((word) => word.slice(0, 2));
    return { words, echoes: new Set([...echoes, ...heads.flatMap((head) => [...read(head).echoes])]) };
  };
}

function* figuresIn({ id, body }: Article, read: ProfileReader): Steps<Stated[]> {
  const readShort = shortened(read);
  const found: Stated[] = [];
  for (const [start, end] of sentences(body)) {
    if (found.length >= OF_ARTICLE) break;
    yield;
    const sentence = body.slice(start, Math.min(end, start + SENTENCE));
    let seen = 0;
    // Read once, and only where it has a figure.
    let whole: Whole | undefined;
    for (const clause of sentence.split(CLAUSES)) {
      for (const { start: from, end: to, value, unit } of quantitiesIn(clause)) {
        if (++seen > OF_SENTENCE) break;
        whole ??= wholeOf(sentence, readShort);
        const after = clause.slice(to).match(COUNTED)?.[0] ?? "";
        const before = /\p{Script=Han}/u.test(clause) ? clause.slice(Math.max(0, from - 6), from) : "";
        found.push({
          ...{ article: id, figure: clause.slice(from, to + classifier(clause, to)).trim(), value, unit },
          text: clause.trim().replace(/^[-–—•]\s+/, ""),
          ...whole,
          counted: read(`${before} ${after}`),
          bound: boundAt(clause.slice(0, from)),
          people: PEOPLE.test(clause.slice(to)),
          script: scriptOf(clause),
        });
      }
    }
  }
  return found;
}

/** What a sentence says as a whole, the same for all its figures. */
function wholeOf(sentence: string, read: ProfileReader): Whole {
  const { words, echoes } = read(sentence.trim());
  return {
    words: new Set([...words].filter((word) => !UNIT.test(word))),
    ...{ echoes, sentence, bearings: bearingsOf(sentence) },
    scope: SCOPES.filter((scope) => scope.test(sentence))
      .map(({ source }) => source.slice(0, 8))
      .join(" "),
  };
}

function scriptOf(clause: string): Stated["script"] {
  return /\p{Script=Han}/u.test(clause) ? "han" : /\p{Script=Cyrillic}/u.test(clause) ? "cyrillic" : "latin";
}

/** How many characters behind a number name what is counted by one of them: 41人. */
function classifier(clause: string, at: number): number {
  return /^(?:人|名|栋|户|家|艘|辆)/u.test(clause.slice(at)) ? 1 : 0;
}

const sideOf = ({ figure, text, article }: Stated): Side => ({ figure, text, article });
