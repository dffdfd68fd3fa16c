/** What to tell a person about a query that was corrected, partly dropped, or found nothing. */
import type { Mark } from "../../language/text.ts";
import type { Evaluation, Run, Tools } from "../rank/evaluate.ts";
import type { Wanted } from "../rank/score.ts";
import type { Remark } from "../search.ts";
import { joinMarks } from "./highlights.ts";

/** Corrections and dropped words; a pair of characters that no article has is no loss when its words are there. */
export function remarksOn({ runs, narrowed }: Evaluation, { phrases, index }: Tools): Remark[] {
  /** A phrase of an article that a filter or another condition keeps out is there all the same. */
  const isElsewhere = ({ phrase, term, titleOnly, routes }: Wanted) =>
    narrowed &&
    phrase &&
    routes.length === 0 &&
    phrases.having(term.written, titleOnly, index, () => true).length > 0;
  return runs.flatMap(({ text, wanted, loosened }) => [
    ...(loosened ? [{ kind: "broken", fault: "no-such-phrase", part: text, readAs: text } as const] : []),
    ...wanted.flatMap(({ term, routes }): Remark[] =>
      routes.length > 0 && term.corrected
        ? [{ kind: "corrected", from: term.written, to: term.corrected }]
        : [],
    ),
    ...droppedFrom(wanted.filter((one) => !isElsewhere(one))).map(
      ([start, end]): Remark => ({ kind: "dropped", term: text.slice(start, end) }),
    ),
  ]);
}

/** What nothing was found for; Han words and pairs that overlap are one piece again. */
function droppedFrom(wanted: Run["wanted"]): readonly Mark[] {
  return joinMarks(
    wanted.flatMap(({ term, routes }): Mark[] => {
      if (routes.length > 0 || met(term.start, term.end, wanted)) return [];
      return [[term.start, HAN_ALONE.test(term.written) ? widest(term, wanted) : term.end]];
    }),
  );
}

/** A word that the segmenter does not know is left as single characters, which say nothing to a reader. */
const HAN_ALONE = /^\p{Script=Han}$/u;

/** Where the longest part of the query ends that begins with a term and is in no article either. */
function widest({ start, end }: Wanted["term"], wanted: Run["wanted"]): number {
  return wanted
    .filter(({ term, routes }) => term.start === start && routes.length === 0)
    .reduce((longest, { term }) => Math.max(longest, term.end), end);
}

/** Whether any character of a range is part of another term that was found. */
function met(start: number, end: number, wanted: Run["wanted"]): boolean {
  return wanted.some(({ term, routes }) => routes.length > 0 && term.start < end && term.end > start);
}
