/** A query while it is being read: the tree so far, the remarks, and where an OR stands. */
import type { Language } from "../../article.ts";
import type { Remark } from "../search.ts";
import { EVERYTHING, type Fault, type Query, type Term } from "./query.ts";

type Mutable = { -readonly [K in keyof Query]: Query[K] } & {
  clauses: (readonly Term[])[];
  mustNot: Term[];
  sources: string[];
  notSources: string[];
  languages: Language[];
  notLanguages: Language[];
};

export type Broken = Remark & { readonly kind: "broken" };

export interface Draft {
  readonly query: Mutable;
  readonly remarks: Broken[];
  broken(fault: Fault, part: string, readAs?: string): void;
  /** Takes a term into the tree; a pending OR joins it to the term before. */
  place(term: Term, minus: boolean): void;
  /** Notes an OR as it was written; it joins what comes next, if that can be. */
  or(written: string): void;
  /** Says that a filter comes: an OR between two filters is what they mean anyway, others are lone. */
  filter(): void;
  /** Says that a pending OR has nothing to join. */
  dropOr(): void;
}

/** Starts an empty query. */
export function createDraft(): Draft {
  const query = structuredClone(EVERYTHING) as Mutable;
  const remarks: Broken[] = [];
  let pendingOr: string | undefined;
  let previous: "term" | "filter" | "none" = "none";

  const broken: Draft["broken"] = (fault, part, readAs = "") => {
    remarks.push({ kind: "broken", fault, part: part.trim(), readAs });
  };
  const dropOr = () => {
    if (pendingOr) broken("lone-or", pendingOr);
    pendingOr = undefined;
  };
  return {
    query,
    remarks,
    broken,
    dropOr,
    or(written) {
      dropOr();
      pendingOr = written;
    },
    filter() {
      if (previous !== "filter") dropOr();
      pendingOr = undefined;
      previous = "filter";
    },
    place(term, minus) {
      const joined = query.clauses.at(-1);
      if (!minus && pendingOr && previous === "term" && joined) {
        // The same alternative again is no other one.
        const again = joined.some(
          ({ kind, text, title }) => kind === term.kind && text === term.text && title === term.title,
        );
        if (!again) query.clauses[query.clauses.length - 1] = [...joined, term];
        pendingOr = undefined;
        return;
      }
      dropOr();
      if (minus) query.mustNot.push(term);
      else query.clauses.push([term]);
      previous = minus ? "none" : "term";
    },
  };
}
