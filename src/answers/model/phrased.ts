/** What a model made of the chosen sentences. */

/** Sentences of the paragraph, each with the numbers (from 1) of the chosen sentences that it rests on. */
export interface Phrased {
  readonly parts: readonly { readonly text: string; readonly cites: readonly number[] }[];
}
