/** The words of a headline, run by run, in any of the three scripts. */

/** Words that stand together without a mark between them. */
export interface Run {
  readonly words: readonly string[];
  /** Place of the first word among all words of the text. */
  readonly at: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

export const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

export function wordsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const part of text.split(/[^\p{L}\p{M}\p{N}%·・’'.,\s-]+/u)) {
    const words = [...segmenter.segment(part)].flatMap(({ segment, isWordLike }) =>
      isWordLike ? [segment] : [],
    );
    if (words.length > 0) runs.push({ words, at });
    at += words.length;
  }
  return runs;
}
