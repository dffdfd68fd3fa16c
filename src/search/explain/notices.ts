/** What to tell a person about a query that was corrected, partly dropped, or found nothing. */
import type { Mark } from "../../language/text.ts";
import type { Plan, PlanTerm, Run } from "../index/index.ts";
import type { Remark } from "../search.ts";
import { joinMarks } from "./highlights.ts";

/**
 * Corrections, dropped words and what was left out; a pair of characters that no article has is no loss when its words are there.
 * @param absent phrases that no article has
 */
export function remarksOn(plan: Plan, absent: ReadonlySet<Run>): Remark[] {
  const runs = plan.clauses.flatMap((clause) => clause.runs);
  const without = plan.mustNot.filter(({ about }) => about);
  const leftOut = without.map(({ text }): Remark => ({ kind: "without", term: text }));
  const helped = runs.flatMap((run) => {
    const { text, terms, phrase, loosened } = run;
    if (phrase) return absent.has(run) ? [{ kind: "dropped", term: text } as const] : [];
    return [
      ...(loosened ? [{ kind: "broken", fault: "no-such-phrase", part: text, readAs: text } as const] : []),
      ...terms.flatMap(({ variants, corrected, written }): Remark[] =>
        variants.length > 0 && corrected ? [{ kind: "corrected", from: written, to: corrected }] : [],
      ),
      ...droppedFrom(terms).map(
        ([start, end]): Remark => ({ kind: "dropped", term: text.slice(start, end) }),
      ),
    ];
  });
  return [...helped, ...leftOut];
}

/** A run's text without what no article has. */
export function knownPart({ text, terms }: Run): string {
  let known = "";
  let at = 0;
  for (const [start, end] of [...droppedFrom(terms), [text.length, text.length] as const]) {
    known += text.slice(at, start);
    at = end;
  }
  return known.replace(/\s+/g, " ").trim();
}

/** What nothing was found for; Han words and pairs that overlap are one piece again. */
function droppedFrom(terms: readonly PlanTerm[]): readonly Mark[] {
  return joinMarks(
    terms.flatMap((term): Mark[] => {
      if (term.variants.length > 0 || isMet(term, terms)) return [];
      return [[term.start, HAN_ALONE.test(term.written) ? widest(term, terms) : term.end]];
    }),
  );
}

/** A word that the segmenter does not know is left as single characters, which say nothing to a reader. */
const HAN_ALONE = /^\p{Script=Han}$/u;

/** Where the longest part of the query ends that begins with a term and is in no article either. */
function widest({ start, end }: PlanTerm, terms: readonly PlanTerm[]): number {
  return terms
    .filter((term) => term.start === start && term.variants.length === 0)
    .reduce((longest, term) => Math.max(longest, term.end), end);
}

/** Whether any character of a term's range is part of another that some article has. */
function isMet({ start, end }: PlanTerm, terms: readonly PlanTerm[]): boolean {
  return terms.some((term) => term.variants.length > 0 && term.start < end && term.end > start);
}
