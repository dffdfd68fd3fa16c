/** Words that no article has in any language, by others that may stand for them: client by customer, 祖母 by grandmother. */
import type { Expanding } from "./expanding.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { pairsOf, WEIGHTS } from "./variants.ts";
import { isWord } from "./words.ts";

/** Renderings of a word that are carried on, words that may stand for each, and what these are elsewhere. */
const KEPT = { renderings: 3, related: 6, elsewhere: 3 };
const DECAY = 0.9;

/** Related words for each word that nothing else has found. */
export async function relate(terms: readonly DraftTerm[], asked: Expanding): Promise<readonly Addition[]> {
  const met: DraftTerm[] = [];
  for (const one of terms) if ((await asked.lexicon.present(one.variants)).length > 0) met.push(one);
  return terms
    .filter((one) => !met.some(({ start, end }) => start <= one.start && end >= one.end))
    .map(({ start, end, term }) => ({ start, end, term, variants: relatedTo(term, asked) }))
    .filter(({ variants }) => variants.length > 0);
}

function relatedTo(term: string, { dictionary }: Expanding): readonly Variant[] {
  const found: Variant[] = [];
  const add = (terms: readonly string[], weight: number) => found.push({ terms, weight, via: "related" });
  /** An English word and what it is in the other languages. */
  const addWord = (stem: string, weight: number) => {
    if (stem !== term) add([stem], weight);
    const han = dictionary.han([stem]).filter(({ length }) => length > 1);
    for (const [i, word] of han.slice(0, KEPT.elsewhere).entries()) add(pairsOf(word), weight * DECAY ** i);
    for (const [i, words] of dictionary.russian([stem]).slice(0, KEPT.elsewhere).entries())
      add(words, weight * DECAY ** i);
  };
  for (const [i, stem] of englishOf(term, dictionary).entries()) {
    const weight = WEIGHTS.related * DECAY ** i;
    addWord(stem, weight);
    for (const [k, other] of dictionary.related(stem).slice(0, KEPT.related).entries())
      addWord(other, weight * DECAY ** (k + 1));
  }
  return found;
}

/** The English stems that a term is or is rendered as; of two that belong together, what they are a kind of. */
function englishOf(term: string, dictionary: Expanding["dictionary"]): readonly string[] {
  if (/^[a-z]+$/.test(term)) return [term];
  const rendered = isWord({ term }) ? dictionary.fromRussian(term) : dictionary.english(term);
  const single = rendered.filter(({ length }) => length === 1);
  const heads = rendered.filter(({ length }) => length === 2).map((stems) => stems.slice(-1));
  return [...new Set([...single, ...heads].flat())].slice(0, KEPT.renderings);
}
