/** A sentence of an answer, as its article has it. */

export interface AnswerSentence {
  /** Verbatim from the article's body. */
  readonly text: string;
  readonly score: number;
  /** The article's id. */
  readonly article: string;
  /** Words of the sentence in another language, and the words of the question that they answer. */
  readonly gloss: readonly { readonly found: string; readonly asked: string }[];
}
