/** Names of people and things: those of the question must stand near what answers, in whatever script. */
import { isAlike } from "../../language/names/alike.ts";
import { type PersonName, peopleIn } from "../../language/quotations/people.ts";
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type Check,
  type Verdict,
  worst,
} from "./constraint.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a person put into quotation marks, a numbered name (SCO-2), or several capitals is a name too. */
const QUOTED = /[“"«《]([^”"»》]{2,40})[”"»》]|\b\p{L}{1,40}-\d+\b|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu;

/** The people that a question names, in the order of their places; a word that only begins it is no name. */
export function peopleOf({ text }: Pick<AnalyzedQuestion, "text">): readonly PersonName[] {
  const first = /^\P{L}*\p{L}+(?:-\p{L}+)*/u.exec(text)?.[0].length ?? 0;
  return peopleIn(text).filter(({ name, end }) => end > first || /\s|\p{Script=Han}/u.test(name));
}

/** Names of a question that are no country, body, place or office: those have checks of their own. */
function namesOf(asked: AnalyzedQuestion): readonly Range[] {
  const { text, entities } = asked;
  const free = ({ start, end }: Range) =>
    !entities.some((one) => one.kind !== "person" && one.start < end && one.end > start);
  const quoted = [...text.matchAll(QUOTED)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  const all = [...peopleOf(asked), ...quoted];
  return all.filter(
    (one) =>
      free(one) &&
      !all.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

export const names: Check = (asked) => {
  const wanted = new Set(namesOf(asked).map(({ start, end }) => asked.text.slice(start, end)));
  if (wanted.size === 0) return undefined;
  const all = [...wanted].map((written) => ({ written, parts: termsOf(asked, written) }));
  return (told) => {
    let people: readonly PersonName[] | undefined;
    const inTold = () => (people ??= peopleIn(`${told.text}\n${told.title.text}`));
    return worst(all.map((name) => held(asked, told, name, inTold)));
  };
};

interface Wanted {
  readonly written: string;
  /** The terms that it is made of. */
  readonly parts: readonly number[];
}

/** Whether one name stands in the sentence, beside it or in the title; `people` are those that these two name. */
function held(
  asked: AnalyzedQuestion,
  told: AnalyzedSentence,
  { written, parts }: Wanted,
  people: () => readonly PersonName[],
): Verdict {
  const met = (list: readonly number[]) =>
    isMet(
      parts.map((i) => list[i] ?? 0),
      written,
    );
  const there = (text: string) => text.includes(written);
  const { passage, beside, title } = told;
  if (there(told.text) || met(passage.here)) return "met";
  if (there(beside.text) || there(title.text) || met(passage.near) || met(passage.title)) return "met";
  const said = told.speaker();
  if (said && isAlike(written, said)) return "met";
  if (told.foreign && people().some(({ name }) => isAlike(written, name))) return "met";
  if (met(passage.whole) || there(told.body)) return "open";
  const known = parts.some((i) => asked.terms[i]?.known);
  return told.foreign && !known ? "open" : "contradicted";
}

/** The terms that a name is made of, one for each of its words; for a Han name all that lie in it. */
function termsOf({ question, terms }: AnalyzedQuestion, written: string): readonly number[] {
  const at = question.words.indexOf(written);
  if (at < 0) return [];
  return terms.flatMap((term, i) => (term.start >= at && term.end <= at + written.length ? [i] : []));
}

/** A name of several words is met by its last one or by most of them: a namesake shares the first. */
function isMet(strengths: readonly number[], written: string): boolean {
  if (strengths.length === 0) return false;
  const count = strengths.filter((one) => one > 0).length;
  if (/\p{Script=Han}/u.test(written)) return count * 2 > strengths.length;
  return count === strengths.length || (count > 0 && (strengths.at(-1) ?? 0) > 0);
}
