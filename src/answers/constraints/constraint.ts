/** What a constraint is: one thing that a question fixes, held against a sentence and what surrounds it. */
import type { Language } from "../../article.ts";
import type { Entity } from "../../language/entities/entities.ts";
import type { Passage, PassageTerm } from "../../search/search.ts";
import type { Question } from "../question.ts";

/** Met: the sentence or its surroundings say so. Open: nothing says either. Contradicted: they say something else. */
export type Verdict = "met" | "open" | "contradicted";

/** A text and the known things it names. */
export interface AnalyzedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A question with what its words look for. */
export interface AnalyzedQuestion extends AnalyzedText {
  readonly question: Question;
  /** Terms of `question.words`. */
  readonly terms: readonly PassageTerm[];
}

/** A sentence that may answer, and what stands around it. */
export interface AnalyzedSentence extends AnalyzedText {
  readonly passage: Passage;
  /** The sentences before and after. */
  readonly beside: AnalyzedText;
  readonly title: AnalyzedText;
  readonly body: string;
  /** Ids of the known things that the article names anywhere. */
  readonly named: () => ReadonlySet<string>;
  /** Ids of the countries whose people the sentence names, as the article introduces them. */
  readonly lands: () => ReadonlySet<string>;
  readonly language: Language;
  /** ISO 8601, or null when unknown. */
  readonly published: string | null;
  /** The article is in another language than the question. */
  readonly foreign: boolean;
  /** Who says the sentence, by the name that the article gives; undefined when it is nobody's statement. */
  readonly speaker: () => string | undefined;
}

/** Holds a sentence against what a question fixes; undefined where that does not apply to this sentence. */
export type ConstraintTest = (told: AnalyzedSentence) => Verdict | undefined;

/** Reads one kind of constraint from a question; undefined where the question has none of it. */
export type Check = (asked: AnalyzedQuestion) => ConstraintTest | undefined;

const SEVERITY: Readonly<Record<Verdict, number>> = { met: 0, open: 1, contradicted: 2 };

/** The worst of several verdicts: one thing contradicted is enough. */
export function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  return [...verdicts].sort((a, b) => SEVERITY[b] - SEVERITY[a])[0];
}
