/**
 * Query expansion: the terms of a run of words with everything else that they can be met by. Each expander is a
 * function from the terms so far to additions; the loop below takes them in, in this order, which matters:
 *
 * 1. translateWords, translateHan: what glossary and dictionary know.
 * 2. readPinyin: words that are none otherwise, read as syllables.
 * 3. correct: what is still unknown is a misspelling of what is known.
 * 4. translateWords: corrected words are translated in their turn.
 * 5. carryNames, carryChineseNames: names that nothing else took to another alphabet.
 * 6. standFor: of a question, countries for their capitals.
 * 7. relate: what is still not found, by other words that may stand for it.
 */
import type { Dictionary } from "../../language/dictionary.ts";
import type { Glossary } from "../../language/glossary.ts";
import type { Vocabulary } from "../index/index.ts";
import { carryChineseNames } from "./chinese-names.ts";
import { correct } from "./correct.ts";
import type { Expander, Expanding } from "./expanding.ts";
import { translateHan } from "./han.ts";
import { createLexicon } from "./lexicon.ts";
import { carryNames } from "./names.ts";
import { readPinyin } from "./pinyin.ts";
import { relate } from "./related.ts";
import { standFor } from "./seats.ts";
import type { Addition, DraftTerm, QueryTerm, Variant } from "./terms.ts";
import { translateWords } from "./words.ts";
import { writtenTerms } from "./written.ts";

const EXPANDERS: readonly Expander[] = [
  translateWords,
  translateHan,
  readPinyin,
  correct,
  translateCorrected,
  carryNames,
  carryChineseNames,
  standFor,
  relate,
];
/** A space between Han words that somebody typed divides them; in an article it may be the scar of a line's end. */
const DIVIDED = /(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu;
/** Variants kept for one term; the rest cost time and hardly ever decide. */
const KEPT = 32;

/** The terms of a run of plain words; every term keeps its own wording as a variant, met or not. */
export async function expand({
  text: typed,
  vocabulary,
  glossary,
  dictionary,
  wide = false,
}: {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly glossary: Glossary;
  readonly dictionary: Dictionary;
  readonly wide?: boolean;
}): Promise<readonly QueryTerm[]> {
  const text = typed.replace(DIVIDED, "，");
  const asked: Expanding = { text, lexicon: createLexicon(vocabulary), glossary, dictionary, wide };
  let terms: readonly DraftTerm[] = writtenTerms(text);
  await asked.lexicon.learn(terms.flatMap(({ variants }) => variants.flatMap((variant) => variant.terms)));
  for (const expander of EXPANDERS) terms = withAdditions(terms, await expander(terms, asked), text);
  const done: QueryTerm[] = [];
  const seen = new Set<string>();
  for (const term of terms.filter(({ term }) => !seen.has(term) && seen.add(term)))
    done.push(finished(term, await asked.lexicon.present(term.variants)));
  return done;
}

async function translateCorrected(
  terms: readonly DraftTerm[],
  asked: Expanding,
): Promise<readonly Addition[]> {
  return terms.some(({ corrected }) => corrected !== undefined) ? translateWords(terms, asked) : [];
}

/** The terms with what was found for them, and what was found where no term stood. */
function withAdditions(
  terms: readonly DraftTerm[],
  additions: readonly Addition[],
  text: string,
): readonly DraftTerm[] {
  if (additions.length === 0) return terms;
  const all: DraftTerm[] = [...terms];
  const places = new Map<string, number>();
  const keysOf = ({ start, end, term }: Addition | DraftTerm) => [
    `${start} ${end} ${term}`,
    `${start} ${end}`,
  ];
  const note = (at: number, term: DraftTerm) => {
    for (const key of keysOf(term)) if (!places.has(key)) places.set(key, at);
  };
  for (const [at, term] of terms.entries()) note(at, term);
  for (const addition of additions) {
    const [exact = "", place = ""] = keysOf(addition);
    const at = places.get(exact) ?? places.get(place);
    const before = at === undefined ? undefined : all[at];
    if (at !== undefined && before) {
      const { term, corrected } = addition.corrected === undefined ? before : addition;
      const variants = [...before.variants, ...addition.variants];
      all[at] = { ...before, term, variants, ...(corrected !== undefined && { corrected }) };
      continue;
    }
    const { start, end, term, weight = 1, variants } = addition;
    const fresh = { written: text.slice(start, end), start, end, weight, term, variants };
    all.push(fresh);
    note(all.length - 1, fresh);
  }
  return all;
}

/** The finished term: variants without double, best first, the written one kept though no article has it. */
function finished(
  { written, start, end, weight, corrected, variants }: DraftTerm,
  present: readonly Variant[],
): QueryTerm {
  const best = new Map<string, Variant>();
  const met = new Set(present);
  for (const one of variants.filter((one) => one.via === "written" || met.has(one))) {
    const key = one.terms.join(" ");
    if (one.weight > (best.get(key)?.weight ?? 0)) best.set(key, one);
  }
  const kept = [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, KEPT);
  return { written, start, end, weight, variants: kept, ...(corrected !== undefined && { corrected }) };
}
