/** Sentences of the best articles for a question, with what each of the question's terms met in and around them. */

import type { Article } from "../../article.ts";
import { sentences } from "../../language/sentences.ts";
import type { Mark, Token } from "../../language/text.ts";
import type { Evaluation, evaluate, Tools } from "../rank/evaluate.ts";
import { rank } from "../rank/rank.ts";
import { idf, type Wanted } from "../rank/score.ts";
import type { Passage, Passages, PassageTerm } from "../search.ts";
import { joinMarks } from "./highlights.ts";

/** Sentences of an article that are looked at; what a text says comes early. */
const MOST_SENTENCES = 80;

/**
 * @param evaluation what the whole articles give for the same query
 * @param limit how many articles are opened
 */
export function passagesOf(
  query: Parameters<typeof evaluate>[0],
  evaluation: Evaluation,
  tools: Tools,
  { limit, now }: { readonly limit: number; readonly now: number },
): Passages {
  const { wanted } = evaluation;
  const { ranked } = rank(query, evaluation, tools, { limit, offset: 0, now });
  const terms = wanted.map((one) => termOf(one, tools.index.size));
  const looked = new Set(wanted.flatMap((one) => one.routes.flatMap((route) => route.alternative.terms)));
  const best = ranked[0] ? ranked[0].sum * ranked[0].factor : 1;
  const passages = ranked.flatMap(({ article, sum, factor }) =>
    ofArticle(article, wanted, looked, tools).map((passage) => ({
      ...passage,
      articleScore: (sum * factor) / best,
    })),
  );
  return { terms, passages };
}

/** A term that no article has weighs as much as the rarest. */
function termOf({ term, routes }: Wanted, articles: number): PassageTerm {
  const known = routes.map((route) => route.weight / route.alternative.weight);
  const weight = known.length > 0 ? Math.max(...known) : term.weight * idf(articles, 0);
  const { written, start, end, corrected } = term;
  return { written, start, end, weight, known: known.length > 0, ...(corrected && { corrected }) };
}

function ofArticle(
  article: Article,
  wanted: readonly Wanted[],
  looked: ReadonlySet<string>,
  { analyzer }: Tools,
): Omit<Passage, "articleScore">[] {
  const { title, body } = article;
  const inTitle = strengths(wanted, analyzer.locate(title, looked), () => title, analyzer);
  const tokens = analyzer.locate(body, looked);
  const spans = sentences(body).slice(0, MOST_SENTENCES);
  const whole = strengths(wanted, tokens, () => body, analyzer);
  const found = spans.map(([start, end]) => {
    const own = tokens.filter((token) => token.start >= start && token.end <= end);
    const text = body.slice(start, end);
    return { text, own, start, here: strengths(wanted, own, () => text, analyzer) };
  });
  return found.map(({ text, own, start, here }, at) => ({
    id: article.id,
    at,
    text,
    here,
    near: mostOf(found[at - 1]?.here, found[at + 1]?.here, wanted.length),
    title: inTitle,
    whole,
    marks: joinMarks(own.map((token): Mark => [token.start - start, token.end - start])),
    met: meetings(wanted, own, start),
  }));
}

/** How well each term is met by tokens: the weight of its best alternative all of whose parts are there. */
function strengths(
  wanted: readonly Wanted[],
  tokens: readonly Token[],
  text: () => string,
  analyzer: Tools["analyzer"],
): readonly number[] {
  const there = new Set(tokens.map((token) => token.term));
  return wanted.map(({ routes, phrase, term }) => {
    if (phrase) return analyzer.fold(text()).text.includes(analyzer.fold(term.written).text) ? 1 : 0;
    let best = 0;
    for (const { alternative } of routes)
      if (alternative.weight > best && alternative.terms.every((one) => there.has(one)))
        best = alternative.weight;
    return best;
  });
}

/** Which term met which words; the parts of a translation that is a phrase are joined where they touch. */
function meetings(wanted: readonly Wanted[], own: readonly Token[], start: number): Passage["met"] {
  const there = new Set(own.map((token) => token.term));
  return wanted.flatMap(({ routes }, term) => {
    const parts = new Set(
      routes.flatMap(({ alternative: { terms } }) => (terms.every((one) => there.has(one)) ? terms : [])),
    );
    const marks = own
      .filter((token) => parts.has(token.term))
      .map((token): Mark => [token.start - start, token.end - start]);
    return joinMarks(marks).map((mark) => ({ term, mark }));
  });
}

function mostOf(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
  length: number,
): readonly number[] {
  return Array.from({ length }, (_, i) => Math.max(a?.[i] ?? 0, b?.[i] ?? 0));
}
