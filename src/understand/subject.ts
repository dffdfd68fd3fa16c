/** What a sentence is about, once all that it says besides is taken away. */
import { lowered, type TextMatch } from "../language/when/pattern.ts";
import { type Opener, subjectOf } from "./peel.ts";
import type { Sentence } from "./sentence.ts";
import { moodOf } from "./small-talk.ts";

/** A subject, and how the sentence looks around it. */
interface Clause {
  readonly text: string;
  readonly weight: number;
  /** Where its subjects stand. */
  readonly ranges: readonly (readonly [number, number])[];
}

const NAMED =
  /(?:^|[\s,])(?:about|on|regarding|concerning|mentioning|topic|theme|о|об|про|по теме|на тему|тема|за)(?=\s)|主题|话题|关于|有关|题材|方面|类/u;
const ONLY = /(?:^|[\s,])(?:only|just|только|лишь)(?=\s|$)|只要|只看|仅|只发|类$/u;
/** A part that only tells why somebody asks: "I was off Thursday", "summit's over", 峰会结束了. */
const ASIDE =
  /^\s*(?:i|we|they|he|she)(?:'m|'re|'ve| was| were| am| are| have been| cover| need to| have to)(?! (?:want|like|need))(?!.{0,40} (?:about|regarding|covering) ) |^\s*我们?(?:正?在|要|刚|前几天|这几天|明天)?(?:休假|请假|放假|出差|开会|生病|旅行|度假|不在|很忙)|^\s*(?:(?:я|мы) )?(?:был\p{L}{0,2} |сейчас )?(?:в отпуск|в командировк|на больничн|болел|уезжа|ухо[жд]|меня не будет)|(?:'s| is| are) (?:over|done|finished|travelling|closed|away)\s*$|结束了?$|(?:завершен\p{L}?|закончил\p{L}{0,3}|окончен\p{L}?)\s*$/u;
const SPLIT =
  /[,;:!?。]|\.(?=\s|$)|\s-\s|\s(?=(?:and|so|but|because|since|as) (?:i|we|you|it|they|he|she|my|our|can|could|please)(?![\p{L}'])|(?:can|could|would|will) (?:you|we|i)(?!\p{L}))/gu;
/** In Chinese a space stands where others put a comma, or between the words of a query. */
const PAUSE = /(?<=\p{Script=Han}\s*)\s(?=\s*\p{Script=Han})/u;

/**
 * The subject of a sentence without the parts that were read as something else.
 * @param whole join the subjects of all parts, as a search does; else the part that names a subject is taken
 */
export function subjectIn(
  sentence: Sentence,
  taken: readonly TextMatch<unknown>[],
  openers: readonly Opener[],
  whole: boolean,
): string {
  return clausesIn(sentence, taken, openers, whole)
    .map(({ text }) => text)
    .join(" ");
}

/** Where that subject stands: half-open ranges. */
export function rangesIn(
  sentence: Sentence,
  taken: readonly TextMatch<unknown>[],
  openers: readonly Opener[],
  whole: boolean,
): (readonly [number, number])[] {
  return clausesIn(sentence, taken, openers, whole).flatMap(({ ranges }) => ranges);
}

function clausesIn(
  { text, low, slots }: Sentence,
  taken: readonly TextMatch<unknown>[],
  openers: readonly Opener[],
  whole: boolean,
): readonly Clause[] {
  const masked = [...low];
  // Array.from would join surrogate pairs, and places would move.
  const units = masked.length === low.length ? masked : low.split("");
  for (const { start, end } of [...taken, ...slots.leftOut]) units.fill(" ", start, end);
  const bare = units.join("");
  const clauses: Clause[] = [];
  const asides: Clause[] = [];
  let at = 0;
  for (const mark of [...bare.matchAll(SPLIT), undefined]) {
    const end = mark?.index ?? bare.length;
    const part = bare.slice(at, end);
    const ranges = subjectsIn(part, at, openers);
    const subject = ranges
      .map(([from, to]) => tidy(units, text, from, to))
      .filter(Boolean)
      .join(" ");
    if (subject !== "" && !moodOf(lowered(subject))) {
      const intro = mark?.[0] === ":" ? -2 : 0;
      (ASIDE.test(part) ? asides : clauses).push({
        text: subject,
        weight: intro + (NAMED.test(part) ? 2 : 0) + (ONLY.test(part) ? 3 : 0),
        ranges,
      });
    }
    at = end + (mark?.[0].length ?? 0);
  }
  // Who says only why they ask says what about.
  const told = clauses.length > 0 || taken.length === 0 ? clauses : asides;
  if (whole) return told;
  return [...clauses].sort((a, b) => b.weight - a.weight).slice(0, 1);
}

/** Where the subjects of a clause stand, one for each of its parts between pauses. */
function subjectsIn(part: string, at: number, openers: readonly Opener[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (const piece of part.split(PAUSE)) {
    const [from, to] = subjectOf(piece, openers);
    found.push([at + start + from, at + start + to]);
    start += piece.length + 1;
  }
  return found;
}

/** The words as written, without what was taken out between them. */
function tidy(units: readonly string[], text: string, from: number, to: number): string {
  let out = "";
  for (let at = from; at < to; at += 1) out += units[at] === " " ? " " : (text[at] ?? "");
  return out
    .replace(/\s+/g, " ")
    .replace(/\s{0,9}\+\s*/g, " ")
    .trim();
}
