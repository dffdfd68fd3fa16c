/** A hit as it is shown: where the terms are, the passage that answers, and why it is there. */

import type { Article } from "../../article.ts";
import { foldText } from "../../language/fold.ts";
import { locate } from "../../language/locate.ts";
import { partsOf } from "../../language/sentences.ts";
import type { Mark, Token } from "../../language/text.ts";
import type { Plan, PlanTerm } from "../index/index.ts";
import type { Ranked } from "../rank/rank.ts";
import { occurrences } from "../rank/wording.ts";
import { type Hit, READ_THROUGH, type Reason } from "../search.ts";
import { joinMarks } from "./highlights.ts";
import { snippetOf, type TermPlace } from "./snippet.ts";

/** What one query term gave to the article. */
interface Share {
  readonly planned: PlanTerm;
  readonly phrase: boolean;
  readonly terms: readonly string[];
  readonly through: Reason["through"];
  readonly title: number;
  readonly body: number;
}

/** Explains and illustrates one ranked article. */
export function hitOf(plan: Plan, { article, met, score, factors }: Ranked): Hit {
  const runs = plan.clauses.flatMap((clause) => clause.runs);
  const shares = met.flatMap(({ run, term, variant, value, titleValue }): Share[] => {
    const { phrase = false, terms = [] } = runs[run] ?? {};
    const planned = terms[term];
    if (!planned) return [];
    const through = planned.corrected && variant.via === "written" ? "correction" : variant.via;
    return [{ planned, phrase, terms: variant.terms, through, title: titleValue, body: value - titleValue }];
  });
  const title = placesIn(article, "title", shares);
  const body = placesIn(article, "body", shares);
  const passage = snippetOf(article.body, body.places);
  return {
    id: article.id,
    score,
    snippet: passage.text === "" ? snippetOf(article.title, title.places) : passage,
    matched: wordsOf(shares),
    reasons: shares.flatMap((share) => [
      ...reason(share, "title", share.title, article, title),
      ...reason(share, "body", share.body, article, body),
    ]),
    factors,
  };
}

/** The query's words that hit, as written: pairs that overlap (睦邻, 邻友, 友好) are one word again. */
function wordsOf(shares: readonly Share[]): string[] {
  const words: { text: string; end: number }[] = [];
  for (const { planned } of shares) {
    const { written, start, end } = planned;
    const last = words.at(-1);
    const shared = last ? last.end - start : 0;
    if (last && shared > 0 && end > last.end && last.text.endsWith(written.slice(0, shared))) {
      last.text += written.slice(shared);
      last.end = end;
    } else if (!last?.text.includes(written)) words.push({ text: written, end });
  }
  return [...new Set(words.map(({ text }) => text))];
}

interface Places {
  readonly places: readonly TermPlace[];
  readonly of: ReadonlyMap<Share, readonly Mark[]>;
}

/** Finds what the shares met in a field. */
function placesIn(article: Article, field: "title" | "body", shares: readonly Share[]): Places {
  const text = article[field];
  const here = shares.filter((share) => share[field] > 0);
  const terms = telling(here.filter(({ phrase }) => !phrase).flatMap((share) => share.terms));
  const byTerm = new Map<string, Token[]>();
  for (const token of terms.size > 0 ? tokensIn(text, terms) : []) {
    const tokens = byTerm.get(token.term);
    if (tokens) tokens.push(token);
    else byTerm.set(token.term, [token]);
  }
  const folded = here.some(({ phrase }) => phrase) ? foldText(text) : undefined;
  const of = new Map<Share, readonly Mark[]>();
  const places: TermPlace[] = [];
  for (const share of here) {
    const marks =
      share.phrase && folded
        ? occurrences(folded, foldText(share.planned.written).text)
        : share.terms.flatMap((term) => (byTerm.get(term) ?? []).map(({ start, end }): Mark => [start, end]));
    of.set(share, joinMarks(marks));
    for (const [start, end] of marks)
      places.push({ start, end, key: share.planned.written, weight: share[field] / share.terms.length });
  }
  return { places: places.sort((a, b) => a.start - b.start || a.end - b.end), of };
}

/** Where terms are in a text; of a long one only so much is read from the first of them on, as one passage is shown. */
function* tokensIn(text: string, terms: ReadonlySet<string>): Iterable<Token> {
  let first: number | undefined;
  for (const [from, to] of partsOf(text)) {
    if (first !== undefined && from - first > READ_THROUGH) return;
    for (const token of locate(text.slice(from, to), terms)) {
      first ??= from;
      yield { ...token, start: from + token.start, end: from + token.end };
    }
  }
}

/** Single Han characters are only marked when nothing longer is: they stand inside other words everywhere. */
function telling(terms: readonly string[]): ReadonlySet<string> {
  const longer = terms.filter((term) => !/^\p{Script=Han}$/u.test(term));
  return new Set(longer.length > 0 ? longer : terms);
}

function reason(
  share: Share,
  field: "title" | "body",
  weight: number,
  article: Article,
  { of }: Places,
): Reason[] {
  if (weight <= 1e-9) return [];
  const written = (of.get(share) ?? []).map(([start, end]) => article[field].slice(start, end));
  // Single characters are not looked for beside longer terms; what they met is themselves.
  const found = new Set(written.length > 0 ? written : share.terms);
  return [{ term: share.planned.written, found: [...found], field, through: share.through, weight }];
}
