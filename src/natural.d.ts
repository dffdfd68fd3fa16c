/** Types for the parts of `natural` that are used; the package's entry point would load databases. */
declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distances: { DamerauLevenshteinDistance(a: string, b: string): number };
  export default distances;
}

declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  /** What of a phrase is there, by any keys. */
  type Observation = Readonly<Record<string, string>>;
  export default class BayesClassifier {
    constructor(stemmer: undefined, smoothing: number);
    readonly classifier: {
      addExample(observation: Observation, label: string): void;
      /** Best first. */
      getClassifications(observation: Observation): { label: string; value: number }[];
    };
  }
}
