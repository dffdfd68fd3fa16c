/** The language tools of search, as clustering needs them. */
import { createAnalyzer } from "../search/analyze.ts";
import type { Tongue } from "./profile.ts";

/** Analysis now; translations and glossary once they are there. */
export function createTongue(): Tongue {
  const analyzer = createAnalyzer();
  return { analyze: analyzer.analyze, translate: () => [], concepts: () => [] };
}
