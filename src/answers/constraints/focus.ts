/** What is asked for by its noun or verb: how many *trees*, what is the *salary*, who *designed* it. */
import { theDictionary } from "../../language/open.ts";
import { foldWord, stem } from "../../language/words.ts";
import { offers } from "../question.ts";
import type { AnalyzedQuestion, Check } from "./constraint.ts";

const AUX =
  "did|does|do|will|would|was|were|is|are|has|have|had|can|could|of|in|on|at|from|took|take|came|went";
const FORMS: readonly RegExp[] = [
  new RegExp(
    `\\bhow (?:many|much) (?:\\p{L}+[ -]){0,2}?(\\p{L}+)(?= (?:${AUX})\\b|[?,]|$| \\p{L}+ed\\b)`,
    "iu",
  ),
  /\b(?:what|which) (?:is|was|are|were) the (?:\p{L}+ )?(\p{L}{4,})(?= (?:of|in|for|at|between)\b)/iu,
  /\bwho (?!is|was|are|were|will|has|had|else|said)(\p{L}{4,})/iu,
  /(?<!\p{L})сколько (?:\p{L}+[ыи]х )?(\p{L}{4,})/iu,
  /(?<!\p{L})как(?:ой|ая|ое|ие|ова?|овы|ую|ого|ом|ими?) (?:был[аои]? )?(?:\p{L}+(?:ый|ая|ое|ые|ых|ой|ую|ом) )?(\p{L}{4,})/iu,
  /(?<!\p{L})кто (?!так|это|явля|буд)(\p{L}{4,})/iu,
  /(?:多少|几)(?:[个名次位家封届条张种件支辆座只头匹艘台]|公里|[万亿]?吨)?(?![个名次位家封届条张种件支辆座只钱天年月日点度米人])(\p{Script=Han}{2})/u,
  /(\p{Script=Han}{2})(?:总额|总数|数量)?(?:大约|约|共|一共)?(?:是|有|为|达到?|超过)多少/u,
  /什么(?!时候|意思|样|原因|地方|时间|职务|是)(\p{Script=Han}{2})/u,
  /(?:的|[^\p{Script=Han}])(\p{Script=Han}{2})(?:都)?(?:是谁|是什么|在哪)/u,
  /谁(?!是|的)(\p{Script=Han}{2})/u,
];

/** The noun or verb that tells what is wanted, where the question has one. */
function focusOf({ text }: AnalyzedQuestion): string | undefined {
  for (const form of FORMS) {
    const found = form.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function isTranslated(word: string): boolean {
  const dictionary = theDictionary();
  if (/\p{Script=Han}/u.test(word)) return dictionary.english(word).length > 0;
  const stemmed = stem(foldWord(word));
  return dictionary.han([stemmed]).length + dictionary.fromRussian(stemmed).length > 0;
}

/** The part of a sentence between marks: a number in another part counts something else. */
function clauseAt(text: string, at: number): string {
  const marks = /[，；;：:—]|,(?!\d)/gu;
  const cuts = [...text.matchAll(marks)].map(({ index }) => index);
  return text.slice(cuts.findLast((cut) => cut < at) ?? 0, cuts.find((cut) => cut >= at) ?? text.length);
}

export const focus: Check = (asked) => {
  const written = focusOf(asked);
  const at = written === undefined ? -1 : asked.question.words.indexOf(written);
  if (written === undefined || at < 0) return undefined;
  const end = at + written.length;
  const terms = asked.terms.flatMap((term, i) =>
    term.start < end && term.end > at && term.end - term.start <= written.length + 1 ? [i] : [],
  );
  if (terms.length === 0) return undefined;
  const met = (list: readonly number[]) => terms.some((i) => (list[i] ?? 0) > 0);
  // A word that has translations, none of which any article has, is not spoken of.
  const known = terms.some((i) => asked.terms[i]?.known) || isTranslated(written);
  const counts = asked.question.wants === "number";
  return ({ text, passage, foreign }) => {
    if (met(passage.here)) {
      const mark = passage.met.find(({ term }) => terms.includes(term))?.mark;
      return !counts || !mark || offers(clauseAt(text, mark[0]), "number") > 0 ? "met" : "open";
    }
    if (met(passage.near) || met(passage.title)) return "open";
    return foreign && !known ? "open" : "contradicted";
  };
};
