/** Misspelt words of five letters and more: the nearest word that the articles, the glossary or the dictionary have. */
import { surfaceOf } from "../analysis/words.ts";
import { type Asked, type Draft, WEIGHTS } from "./draft.ts";
import { isWord } from "./words.ts";

const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 8;

/** Corrects each word that nobody knows; a word that means something somewhere is left as it is. */
export function correct(drafts: readonly Draft[], asked: Asked): void {
  for (const draft of drafts) {
    if (draft.term.length < SHORTEST || !isWord(draft) || isKnown(draft, asked)) continue;
    const nearest = nearestTo(draft.term, asked);
    if (nearest === undefined) continue;
    draft.term = nearest;
    draft.corrected = surfaceOf(nearest, draft.written);
    draft.alternatives.push({ terms: [nearest], weight: WEIGHTS.correction, through: "correction" });
  }
}

function isKnown({ term, alternatives }: Draft, { vocabulary, glossary, dictionary }: Asked): boolean {
  return (
    vocabulary.count(term) > 0 ||
    alternatives.some(({ through }) => through !== "written") ||
    glossary.byStems([term]).length > 0 ||
    dictionary.han([term]).length > 0
  );
}

/** Words of the articles come before the glossary's, these before the dictionary's, common before rare ones. */
function nearestTo(term: string, { vocabulary, glossary, dictionary }: Asked): string | undefined {
  const allowed = term.length >= LONG ? 2 : 1;
  const lists = [
    () => vocabulary.near(term, 2).map((near) => near.term),
    () => glossary.words,
    () => dictionary.wordsLike(term),
  ];
  for (const list of lists) {
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const other of list()) {
      if (Math.abs(other.length - term.length) > allowed || other === term) continue;
      const edits = editsBetween(term, other, allowed);
      if (edits > allowed) continue;
      const cost = edits + (other[0] === term[0] ? 0 : 0.5) - Math.min(0.4, vocabulary.count(other) / 1000);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Letters added, lost, changed or swapped with their neighbour (Damerau); anything above `limit` is one more. */
export function editsBetween(one: string, other: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}
