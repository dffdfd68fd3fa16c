/** How telling a term is among the articles of some days. */
import type { Article } from "../article.ts";
import type { Steps } from "../slices.ts";
import type { Tongue } from "./profile.ts";
import { readTerms } from "./profile.ts";

/** Articles that are read for it at most, evenly spread: a day of thousands is told as quickly as a day of hundreds. */
const READ = 60;
/** Few articles cannot tell which words are common; so many that nobody wrote stand behind them. */
const PRIOR = 20;

/**
 * Inverse document frequency of terms over some articles: the same for the same articles. Terms that any article of this
 * beat may have are 0; one that is in none of those that were read counts as in one, as whoever asks has it in another.
 */
export function* rarityOf(articles: readonly Article[], tongue: Tongue): Steps<(term: string) => number> {
  const step = Math.max(1, Math.ceil(articles.length / READ));
  const counts = new Map<string, number>();
  let read = 0;
  for (let at = 0; at < articles.length; at += step) {
    const article = articles[at];
    if (!article) continue;
    yield;
    read++;
    const text = `${article.title}\n${article.body.slice(0, 2_000)}`;
    for (const term of new Set(readTerms(tongue.analyze(text)).map((one) => one.term)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => (tongue.common.has(term) ? 0 : Math.log((read + PRIOR) / (counts.get(term) ?? 1)));
}
