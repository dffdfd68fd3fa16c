/** Types for the parts of `natural` that are used; the package's entry point would load databases. */
declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distances: { DamerauLevenshteinDistance(a: string, b: string): number };
  export default distances;
}
