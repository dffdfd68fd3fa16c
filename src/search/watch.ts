/** What a new article must have so that a watch can match it: articles without it need not be held against the watch. */
import { analyze } from "../language/tokens.ts";
import type { QueryTerm } from "./expand/terms.ts";
import type { Vocabulary } from "./index/index.ts";
import type { Query, Term } from "./query/query.ts";
import type { WatchTerms } from "./search.ts";

interface Tools {
  readonly vocabulary: Vocabulary;
  expand(text: string, vocabulary: Vocabulary): Promise<readonly QueryTerm[]>;
}

/** Has every term: what an article of tomorrow may have, glossary and dictionary have to tell today. */
const EVERYTHING: Vocabulary = {
  counts: async (terms) => new Map(terms.map((term) => [term, 1])),
  near: async () => [],
  soundingLike: async () => [],
};

/** One list for each clause; undefined when a clause cannot be told by terms, or there is none. */
export async function requiredTerms(query: Query, tools: Tools): Promise<WatchTerms | undefined> {
  const lists: (readonly string[])[] = [];
  for (const entry of query.clauses) {
    const own = new Set<string>();
    for (const term of entry) {
      const terms = await termsOf(term, tools);
      if (terms.length === 0) return undefined;
      for (const one of terms) own.add(one);
    }
    lists.push([...own]);
  }
  return lists.length > 0 ? lists : undefined;
}

async function termsOf({ kind, text }: Term, { vocabulary, expand }: Tools): Promise<readonly string[]> {
  if (kind === "phrase") {
    // Every run of two characters and every longer word of the phrase stands in an article that has it.
    const sure = analyze(text).map(({ term }) => term);
    const pairs = sure.filter(
      (term) => /^\p{Script=Han}{2}$/u.test(term) || /^(?!\p{Script=Han})\p{L}{4,}$/u.test(term),
    );
    return pairs.slice(0, 1);
  }
  // What is read as pinyin depends on what the articles have; the rest must not.
  const expanded = [...(await expand(text, EVERYTHING)), ...(await expand(text, vocabulary))];
  const variants = expanded.flatMap((term) => term.variants).filter(({ via }) => via !== "script");
  // Of terms that must all be there, the longest tells most.
  return [...new Set(variants.map(({ terms }) => terms.reduce((a, b) => (b.length > a.length ? b : a))))];
}
