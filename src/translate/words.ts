/** The words of a headline, run by run, in any of the three scripts. */

/** A word and its half-open UTF-16 range. */
export interface WordAt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

export const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

/** Words that stand together without a mark between them, run by run. */
export function wordsOf(text: string): readonly (readonly WordAt[])[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}%·・’'.,\s-]+/gu)]
    .map(({ 0: run, index }) =>
      [...segmenter.segment(run)].flatMap(({ segment, index: at, isWordLike }) =>
        isWordLike ? [{ text: segment, start: index + at, end: index + at + segment.length }] : [],
      ),
    )
    .filter((words) => words.length > 0);
}
