/** How sure it is that a sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { Article } from "../article.ts";
import type { PassageTerm } from "../search/search.ts";
import { lacksCode, lacksCountry, lacksNumber } from "./particulars.ts";
import type { Question } from "./question.ts";
import { type RankedSentence, sharer } from "./rank.ts";

/** Features of a question and a sentence; in [0, 1] but for `length`. */
export interface Features {
  /** Share of the question that the article meets, its square, and the share that the sentence meets itself. */
  readonly covered: number;
  readonly wholly: number;
  readonly here: number;
  /** Share that the sentence, its neighbours and the title meet; once more when the languages differ. */
  readonly around: number;
  readonly aroundForeign: number;
  /** The article is in another language than the question. */
  readonly foreign: number;
  /** Shares that the article does not meet, of words that other articles have, and of words that none has. */
  readonly elsewhere: number;
  readonly elsewhereForeign: number;
  readonly unheard: number;
  readonly unheardForeign: number;
  /** Share of the words, whatever they weigh, that the article does not have. */
  readonly missed: number;
  /** Logarithm of the number of words: of a long question more is known. */
  readonly length: number;
  /** The kind of thing that is wanted (a sum, a time, a reason) is not in the sentence. */
  readonly lacks: number;
  /** Particulars of the question that the article does not have: numbers, SCO-2, a name, a country. */
  readonly lacksNumber: number;
  readonly lacksCode: number;
  readonly lacksName: number;
  readonly lacksCountry: number;
}

/**
 * Logistic regression, both classes weighing the same, on the dev halves of test/answers/judged.json, of a second
 * set of near misses, and of XQuAD, whose questions have no answer once their paragraph is taken away.
 */
const FITTED: Readonly<Record<keyof Features | "bias", number>> = {
  bias: -4.76,
  covered: 1.13,
  wholly: 1.36,
  here: 0.58,
  around: 2.2,
  aroundForeign: 0.89,
  foreign: -0.09,
  elsewhere: -1.2,
  elsewhereForeign: 1.1,
  unheard: -1.68,
  unheardForeign: 0.57,
  missed: -1.9,
  length: 1.56,
  lacks: -1.68,
  lacksNumber: -1.61,
  lacksCode: -2.03,
  lacksName: -1.55,
  lacksCountry: -2.29,
};

/** In [0, 1]; 0.5 is where as large a share of answers as of non-answers is judged wrongly. */
export function confidenceOf(
  question: Question,
  terms: readonly PassageTerm[],
  best: RankedSentence,
  article: Article,
  foreign: boolean,
): number {
  let sum = FITTED.bias;
  for (const [name, value] of Object.entries(featuresOf(question, terms, best, article, foreign)))
    sum += value * FITTED[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}

function featuresOf(
  question: Question,
  terms: readonly PassageTerm[],
  { passage, covered, here, around, offers }: RankedSentence,
  { title, body, published }: Article,
  foreign: boolean,
): Features {
  const text = `${title}\n${body}`;
  const met = terms.map((_, i) =>
    Math.max(passage.here[i] ?? 0, passage.title[i] ?? 0, passage.whole[i] ?? 0),
  );
  const share = sharer(terms);
  const elsewhere = share(terms.map(({ known }, i) => (known ? 1 - (met[i] ?? 0) : 0)));
  const unheard = 1 - share(terms.map(({ known }) => (known ? 1 : 0)));
  const words = terms.flatMap(({ start, end }, i) => (end - start > 1 ? [met[i] ?? 0] : []));
  const unmet = terms.filter((_, i) => met[i] === 0);
  return {
    covered,
    wholly: covered ** 2,
    here,
    around,
    aroundForeign: foreign ? around : 0,
    foreign: Number(foreign),
    elsewhere: foreign ? 0 : elsewhere,
    elsewhereForeign: foreign ? elsewhere : 0,
    unheard: foreign ? 0 : unheard,
    unheardForeign: foreign ? unheard : 0,
    missed: words.filter((one) => one === 0).length / Math.max(1, words.length),
    length: Math.log(1 + words.length),
    lacks: Number(offers === 0),
    lacksNumber: Number(lacksNumber(question.words, text, published)),
    lacksCode: Number(lacksCode(question.asked, text)),
    // A name that nobody knows may be there in another script, and a part of it in another form.
    lacksName: Number(
      unmet.some(
        ({ written, known }) => isName(written) && (known || !foreign) && !text.includes(written.slice(0, 5)),
      ),
    ),
    lacksCountry: Number(lacksCountry(question.words, text)),
  };
}

/** Names of countries and peoples have a feature of their own. */
function isName(written: string): boolean {
  return /^\p{Lu}/u.test(written) && !lacksCountry(written, "");
}
