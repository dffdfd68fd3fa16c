/** What the engine found, as a small index of its own: read, verified and explained by the same code as all of memory. */
import { foldText } from "../../../language/fold.ts";
import { slicer } from "../../../slices.ts";
import type { WordingTest } from "../../rank/wording.ts";
import type { Plan } from "../index.ts";
import { createInverted } from "../memory/inverted.ts";
import { pack } from "../memory/postings.ts";
import { readingOf } from "../memory/read.ts";
import { type Stored, written } from "./document.ts";
import { phraseTerms } from "./query.ts";

const HAN_ONE = /^\p{Script=Han}$/u;

/** Reads no more of the articles' terms than the plan asks about. */
export async function indexOf(
  found: readonly Stored[],
  plan: Plan,
  wording: (phrase: string) => WordingTest,
  keyOf: (source: string) => string,
) {
  const { terms, characters } = termsOf(plan);
  const mayBe = beginningsOf(terms.keys());
  const inverted = createInverted({ analyze: () => [] });
  const postings = new Map<string, number[]>();
  const rest = slicer();
  for (const [slot, { article, title, body }] of found.entries()) {
    const counts = new Map<string, { title: number; body: number }>();
    const count = (text: string, field: "title" | "body"): number => {
      let length = 0;
      for (let at = 0, end = 0; at < text.length; at = end + 1, length++) {
        end = text.indexOf(" ", at);
        if (end < 0) end = text.length;
        if (characters.length === 0 && !mayBe(text, at)) continue;
        const one = text.slice(at, end);
        const term =
          terms.get(one) ?? (characters.some((character) => one.includes(character)) ? one : undefined);
        if (term === undefined) continue;
        const known = counts.get(term) ?? { title: 0, body: 0 };
        known[field]++;
        counts.set(term, known);
      }
      return length;
    };
    count(title, "title");
    inverted.adopt(article, slot, count(body, "body"));
    for (const [term, times] of counts) {
      const list = postings.get(term) ?? [];
      list.push(pack(slot, times.title, times.body));
      postings.set(term, list);
    }
    const pause = rest();
    if (pause) await pause;
  }
  for (const [term, list] of postings) inverted.restore(term, Uint32Array.from(list));
  return readingOf(inverted, wording, keyOf);
}

/**
 * Whether a term that begins at a place may be one of these, by its first two characters: candidates have some hundred
 * thousand terms together, and hardly one of them is asked about.
 */
function beginningsOf(terms: Iterable<string>): (text: string, at: number) => boolean {
  const begun = new Uint8Array(4_096);
  const place = (first: number, second: number) => (first * 67 + second) & 4_095;
  for (const term of terms)
    begun[place(term.charCodeAt(0), term.length > 1 ? term.charCodeAt(1) : SPACE)] = 1;
  return (text, at) => {
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : SPACE;
    return begun[place(text.charCodeAt(at), second)] === 1;
  };
}

const SPACE = 32;

/** The terms that a plan asks about, as they stand in the engine; and single characters, met by any term that has them. */
function termsOf({ clauses, mustNot }: Plan) {
  const terms = new Map<string, string>();
  const characters: string[] = [];
  for (const run of [...clauses.flatMap((clause) => clause.runs), ...mustNot]) {
    if (run.phrase) {
      const folded = foldText(run.text).text;
      if (HAN_ONE.test(folded)) characters.push(folded);
      for (const term of phraseTerms(run.text)) terms.set(written(term), term);
    }
    for (const { variants } of run.terms)
      for (const variant of variants) for (const term of variant.terms) terms.set(written(term), term);
  }
  return { terms, characters };
}
