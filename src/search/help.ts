/** What to tell a person about a query that was corrected, partly dropped, or found nothing. */
import type { Evaluation, Run } from "./evaluate.ts";
import type { Remark } from "./search.ts";

/** Corrections and dropped words; a pair of characters that no article has is no loss when its words are there. */
export function remarksOn({ runs }: Evaluation): Remark[] {
  return runs.flatMap(({ text, wanted, loosened }) => [
    ...(loosened ? [{ kind: "broken", fault: "no-such-phrase", part: text, readAs: text } as const] : []),
    ...wanted.flatMap(({ term, routes }): Remark[] => {
      if (routes.length > 0)
        return term.corrected ? [{ kind: "corrected", from: term.written, to: term.corrected }] : [];
      return met(term.start, term.end, wanted) ? [] : [{ kind: "dropped", term: term.written }];
    }),
  ]);
}

/** Whether any character of a range is part of another term that was found. */
function met(start: number, end: number, wanted: Run["wanted"]): boolean {
  return wanted.some(({ term, routes }) => routes.length > 0 && term.start < end && term.end > start);
}
