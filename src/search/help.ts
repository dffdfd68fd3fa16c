/** What to tell a person about a query that was corrected, partly dropped, or found nothing. */
import type { Evaluation, Run } from "./evaluate.ts";
import type { Wanted } from "./score.ts";
import type { Remark } from "./search.ts";

/** Corrections and dropped words; a pair of characters that no article has is no loss when its words are there. */
export function remarksOn({ runs }: Evaluation): Remark[] {
  return runs.flatMap(({ text, wanted, loosened }) => [
    ...(loosened ? [{ kind: "broken", fault: "no-such-phrase", part: text, readAs: text } as const] : []),
    ...wanted.flatMap(({ term, routes }): Remark[] => {
      if (routes.length > 0)
        return term.corrected ? [{ kind: "corrected", from: term.written, to: term.corrected }] : [];
      if (met(term.start, term.end, wanted)) return [];
      return [{ kind: "dropped", term: HAN_ALONE.test(term.written) ? widest(term, wanted) : term.written }];
    }),
  ]);
}

/** A word that the segmenter does not know is left as single characters, which say nothing to a reader. */
const HAN_ALONE = /^\p{Script=Han}$/u;

/** As much of the query as begins with a term and is in no article either. */
function widest({ start, written }: Wanted["term"], wanted: Run["wanted"]): string {
  return wanted
    .filter(({ term, routes }) => term.start === start && routes.length === 0)
    .reduce((longest, { term }) => (term.written.length > longest.length ? term.written : longest), written);
}

/** Whether any character of a range is part of another term that was found. */
function met(start: number, end: number, wanted: Run["wanted"]): boolean {
  return wanted.some(({ term, routes }) => routes.length > 0 && term.start < end && term.end > start);
}
