/** What a sentence is about, once all that it says besides is taken away. */
import { type Found, lowered } from "../language/when/pattern.ts";
import { type Opener, subjectOf } from "./peel.ts";
import type { Sentence } from "./sentence.ts";
import { moodOf } from "./small-talk.ts";

/** A subject, and how the sentence looks around it. */
interface Clause {
  readonly text: string;
  readonly weight: number;
}

const NAMED =
  /(?:^|[\s,])(?:about|on|regarding|concerning|mentioning|topic|theme|о|об|про|по теме|на тему|тема|за)(?=\s)|主题|话题|关于|有关|题材|方面|类/u;
const ONLY = /(?:^|[\s,])(?:only|just|только|лишь)(?=\s|$)|只要|只看|仅|只发|类$/u;
/** A part that only tells why somebody asks: "I was off Thursday", "summit's over", 峰会结束了. */
const ASIDE =
  /^\s*(?:i|we|they|he|she)(?:'m|'re|'ve| was| were| am| are| have been| cover| need to| have to)(?! (?:want|like|need)) |(?:'s| is| are) (?:over|done|finished|travelling|closed|away)\s*$|结束了?$|(?:завершен\p{L}?|закончил\p{L}{0,3}|окончен\p{L}?)\s*$/u;
const SPLIT = /[,;:!?。]|\.(?=\s|$)|\s-\s/gu;

/**
 * The subject of a sentence without the parts that were read as something else.
 * @param whole join the subjects of all parts, as a search does; else the part that names a subject is taken
 */
export function subjectIn(
  { text, low }: Sentence,
  taken: readonly Found<unknown>[],
  openers: readonly Opener[],
  whole: boolean,
): string {
  const masked = [...low];
  // Array.from would join surrogate pairs, and places would move.
  const units = masked.length === low.length ? masked : low.split("");
  for (const { start, end } of taken) units.fill(" ", start, end);
  const bare = units.join("");
  const clauses: Clause[] = [];
  let at = 0;
  for (const mark of [...bare.matchAll(SPLIT), undefined]) {
    const end = mark?.index ?? bare.length;
    const part = bare.slice(at, end);
    const [from, to] = subjectOf(part, openers);
    const subject = tidy(units, text, at + from, at + to);
    if (subject !== "" && !moodOf(lowered(subject)) && !ASIDE.test(part)) {
      const intro = mark?.[0] === ":" ? -2 : 0;
      clauses.push({ text: subject, weight: intro + (NAMED.test(part) ? 2 : 0) + (ONLY.test(part) ? 3 : 0) });
    }
    at = end + (mark?.[0].length ?? 0);
  }
  if (whole) return clauses.map((clause) => clause.text).join(" ");
  const best = [...clauses].sort((a, b) => b.weight - a.weight)[0];
  return best?.text ?? "";
}

/** The words as written, without what was taken out between them. */
function tidy(units: readonly string[], text: string, from: number, to: number): string {
  let out = "";
  for (let at = from; at < to; at += 1) out += units[at] === " " ? " " : (text[at] ?? "");
  return out
    .replace(/\s+/g, " ")
    .replace(/\s*\+\s*/g, " ")
    .trim();
}
