/** The optional model: says the chosen sentences in one paragraph, or nothing at all. */
import type { Language } from "../../article.ts";
import type { AnswerSentence } from "../answers.ts";

/** One sentence of the paragraph, and which of the chosen sentences (1, 2, 3) it rests on. */
export interface Phrased {
  readonly parts: readonly { readonly text: string; readonly cites: readonly number[] }[];
}

/** Undefined when there is no model, it failed, or what it said did not pass the check. Never rejects. */
export type Phraser = (
  question: string,
  language: Language,
  sentences: readonly AnswerSentence[],
  signal?: AbortSignal,
) => Promise<Phrased | undefined>;
