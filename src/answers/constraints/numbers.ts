/** Numbers of a question: they must be near what answers, in whatever form. */
import { analyze } from "../../language/tokens.ts";
import { numbersIn, numbersOf } from "../model/numbers.ts";
import type { AnalyzedSentence, Check, Verdict } from "./constraint.ts";
import { yearsIn } from "./years.ts";

/** "First" and "one" say too little to be looked for; years have a check of their own. */
const TELLS_LITTLE = new Set(["1", "1/2"]);

export const numbers: Check = ({ question, text }) => {
  const years = new Set([...yearsIn(text)].map(String));
  const wanted = numbersIn(question.words, analyze).filter(
    (forms) => !forms.some((form) => TELLS_LITTLE.has(form) || years.has(form)),
  );
  if (wanted.length === 0) return undefined;
  // Sentences of one article share its body.
  const read = new Map<string, ReadonlySet<string>>();
  const once = (text: string): ReadonlySet<string> => {
    const have = read.get(text) ?? numbersOf(text, analyze);
    read.set(text, have);
    return have;
  };
  return (told) => held(wanted, told, once);
};

function held(
  wanted: readonly (readonly string[])[],
  told: AnalyzedSentence,
  numbersOf: (text: string) => ReadonlySet<string>,
): Verdict {
  const [, month, day] = told.published?.slice(0, 10).split("-") ?? [];
  const dated = [`month ${Number(month)}`, String(Number(month)), String(Number(day))];
  const all = (text: string) => {
    const have = numbersOf(text);
    return wanted.every((forms) => forms.some((form) => have.has(form) || dated.includes(form)));
  };
  if (all(`${told.text}\n${told.beside.text}\n${told.title.text}`)) return "met";
  return all(`${told.title.text}\n${told.body}`) ? "open" : "contradicted";
}
