/** Puts search together: analysis, index, query language, ranking and suggestions behind one door. */
import type { Article, Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import { readNames } from "../language/glossary.ts";
import { MISSING, type SourceName } from "../language/missing.ts";
import { createAnalyzer } from "./analyze.ts";
import { hitOf } from "./explain/hit.ts";
import { remarksOn } from "./explain/notices.ts";
import { passagesOf } from "./explain/passages.ts";
import { insteadOf } from "./explain/zero-results.ts";
import { createFilling } from "./index/indexer.ts";
import { createInverted, type Inverted } from "./index/inverted.ts";
import { filterOf } from "./query/fits.ts";
import { createSources } from "./query/names.ts";
import { parseQuery, type Reading } from "./query/parse.ts";
import { printQuery } from "./query/print.ts";
import type { Query } from "./query/query.ts";
import { evaluate, type Tools } from "./rank/evaluate.ts";
import { createPhrases } from "./rank/phrase.ts";
import { rank } from "./rank/rank.ts";
import { relatedTo } from "./rank/related.ts";
import type { Asked, Results, Search } from "./search.ts";
import { createSuggester, namesOf } from "./suggest/suggest.ts";

const LIMIT = 10;

/** One analyzer serves every index of the process: what it reads from disk is read once. */
let shared: ReturnType<typeof createAnalyzer> | undefined;
/** Articles whose own index is kept for the next watch that asks. */
const ALONE_KEPT = 50;

/** An empty search; articles are added to it. Costs nothing until then. */
export function createSearch({
  publishers = [],
  now = () => 0,
  snapshots,
  fault = () => {},
  missing = () => {},
}: {
  publishers?: readonly Publisher[];
  /** Folder that snapshots of the index are kept in; without one, every start indexes anew. */
  snapshots?: string;
  /** Told when a snapshot cannot be written. */
  fault?: (thrown: unknown) => void;
  /** Told once in a process, with words for a person, of each source of translations that cannot be read. */
  missing?: (source: SourceName, words: Words, reason: string) => void;
  /** Epoch milliseconds; stamps the index. */
  now?: () => number;
} = {}): Search {
  shared ??= createAnalyzer((source, reason) => missing(source, MISSING[source], reason));
  const analyzer = shared;
  const index = createInverted(analyzer);
  const phrases = createPhrases(analyzer);
  const sources = createSources(publishers, (name) => analyzer.fold(name).text);
  const suggester = createSuggester(
    publishers.map(namesOf),
    (text) => analyzer.fold(text).text,
    () => readNames((reason) => missing("glossary", MISSING.glossary, reason)),
  );
  const keys = new Map<string, string>();
  const tools: Tools = { analyzer, index, phrases };

  const keyOf = (source: string): string => {
    const known = keys.get(source);
    if (known !== undefined) return known;
    const key = sources.keyOf(source);
    keys.set(source, key);
    return key;
  };
  const read = (
    query: string,
    { now, zone, only }: Asked,
  ): Reading & { fits: ReturnType<typeof filterOf> } => {
    const reading = parseQuery(query, sources);
    const fits = filterOf(reading.query, keyOf, now, zone);
    if (only === undefined) return { ...reading, fits };
    return { ...reading, fits: (article) => article.id === only && (!fits || fits(article)) };
  };
  /** An index of one article, which knows nothing of misspellings: a watch means what it says. */
  const indexOf = (article: Article): Inverted => {
    const known = alones.get(article);
    if (known) return known;
    const alone = createInverted(analyzer);
    alone.put(article);
    const made = { ...alone, size: 1, slots: 1, version: 1, nearWords: () => [] };
    if (alones.size >= ALONE_KEPT) alones.clear();
    alones.set(article, made);
    return made;
  };
  /** An article is asked about by every watch in turn. */
  const alones = new Map<Article, Inverted>();
  const { add, remove, ready, snapshot } = createFilling(index, analyzer, {
    folder: snapshots,
    now,
    fault,
    seen: (article) => {
      suggester.put(article);
      sources.see(article.source);
      keys.clear();
    },
    gone: suggester.remove,
  });

  /** The articles as `insteadOf` looks for the nearest among them. */
  const shelf = (asked: Asked) => ({
    ...asked,
    best: (query: Query) => {
      const evaluation = evaluate(query, tools, filterOf(query, keyOf, asked.now, asked.zone), false);
      const { ranked } = rank(query, evaluation, tools, { limit: 3, offset: 0, now: asked.now });
      return ranked.map(({ article }) => article.id);
    },
    languageOf: analyzer.languageOf,
    *articles() {
      for (let slot = 0; slot < index.slots; slot++) {
        const article = index.article(slot);
        if (article) yield article;
      }
    },
  });

  return {
    get size() {
      return index.size;
    },
    add,
    remove,
    ready,
    snapshot,
    search: async (text, asked) => {
      const began = performance.now();
      const { query, remarks, fits } = read(text, asked);
      const evaluation = evaluate(query, tools, fits, false);
      const { limit = LIMIT, offset = 0, now } = asked;
      const { total, ranked } = rank(query, evaluation, tools, { limit, offset, now });
      const hits = ranked.map((one) => hitOf(one, evaluation, analyzer));
      const instead = total === 0 && asked.only === undefined ? insteadOf(query, shelf(asked)) : [];
      const results: Results = {
        query: printQuery(query),
        total,
        tookMs: performance.now() - began,
        hits,
        remarks: [...remarks, ...remarksOn(evaluation, tools), ...instead],
      };
      return results;
    },
    matches: async (text, article, asked) => {
      const { query, fits } = read(text, asked);
      const alone = { ...tools, index: indexOf(article) };
      const evaluation = evaluate(query, alone, fits, true);
      const [only] = rank(query, evaluation, alone, { limit: 1, offset: 0, now: asked.now }).ranked;
      return only && hitOf(only, evaluation, analyzer);
    },
    passages: async (text, asked) => {
      const { query, fits } = read(text, asked);
      const { limit = LIMIT, now } = asked;
      return passagesOf(query, evaluate(query, tools, fits, false), tools, { limit, now });
    },
    related: (id, limit) => relatedTo(id, limit, tools),
    suggest: suggester.suggest,
    languageOf: (text) => analyzer.languageOf(text),
  };
}
