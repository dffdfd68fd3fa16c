/** What words mean, whatever their language: 统计, статистика and "statistics" are one. What is learnt of one is learnt of all. */
import { theDictionary } from "../language/open.ts";
import { foldWord, isStopWord, stem } from "../language/words.ts";

/** Renderings of a word that are taken: the likeliest. */
const TAKEN = 2;
const KNOWN = 20_000;
const known = new Map<string, readonly string[]>();

/** English stems that say what a word means; none for one that the dictionary lacks. */
export function conceptsOf(word: string): readonly string[] {
  const before = known.get(word);
  if (before) return before;
  const found = read(word);
  if (known.size >= KNOWN) known.clear();
  known.set(word, found);
  return found;
}

function read(word: string): readonly string[] {
  if (/^\p{Script=Han}+$/u.test(word)) return single(theDictionary().english(word));
  const folded = foldWord(word);
  if (folded.length < 3 || isStopWord(folded)) return [];
  if (/^[a-z]+$/.test(folded)) return [stem(folded)];
  return /^[а-я]+$/.test(folded) ? single(theDictionary().fromRussian(stem(folded))) : [];
}

/** The first renderings of one word. */
function single(renderings: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(renderings.flatMap((words) => (words.length === 1 ? words : [])))].slice(0, TAKEN);
}
