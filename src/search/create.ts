/** The conductor of search: query → expand → index → rank → explain, and suggest beside them, behind one door. */
import type { Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import { namesOfEntries, readNames } from "../language/glossary.ts";
import { MISSING, type SourceName } from "../language/missing.ts";
import { teamEntries } from "../language/open.ts";
import { inSlices } from "../slices.ts";
import { createAnalyzer } from "./analyze.ts";
import { hitOf } from "./explain/hit.ts";
import { remarksOn } from "./explain/notices.ts";
import { passagesOf } from "./explain/passages.ts";
import { insteadOf } from "./explain/zero-results.ts";
import { ASKS, createFinder, LIMIT } from "./find.ts";
import { createMemoryIndex, type MemoryIndex } from "./index/memory/memory.ts";
import type { MemoryOptions } from "./index/memory/options.ts";
import { createMatcher } from "./matcher.ts";
import { neighbourhood } from "./neighbourhood.ts";
import { createPercolator } from "./percolator.ts";
import { createSources } from "./query/names.ts";
import { parseQuery } from "./query/parse.ts";
import { printQuery } from "./query/print.ts";
import { createReader } from "./query/read.ts";
import { relatedTo } from "./rank/related.ts";
import { createWording } from "./rank/wording.ts";
import type { Hit, Nearness, Remark, Search } from "./search.ts";
import { standing } from "./standing.ts";
import { createSuggester, namesOf } from "./suggest/suggest.ts";

/** What ends in a question mark. */
const QUESTION = /[?？]\s*$/;

export interface CreateSearchOptions {
  readonly publishers?: readonly Publisher[];
  /** Folder that snapshots of the index are kept in; without one, every start indexes anew. */
  readonly snapshots?: string;
  /** Folder with the build's index of the shipped articles. */
  readonly shipped?: string;
  /** Told when a snapshot cannot be written. */
  readonly fault?: (thrown: unknown) => void;
  /** Told once in a process, with words for a person, of each source of translations that cannot be read. */
  readonly missing?: (source: SourceName, words: Words, reason: string) => void;
  /** Closeness in meaning, where there is a server for it. */
  readonly near?: Nearness | undefined;
  /** Epoch milliseconds; stamps the index. */
  readonly now?: () => number;
  /** What it searches in. */
  readonly open?: (options: MemoryOptions) => MemoryIndex;
}

/** An empty search; articles are added to it. Costs nothing until then. */
export function createSearch({
  publishers = [],
  now = () => 0,
  snapshots,
  shipped,
  fault = () => {},
  missing = () => {},
  near,
  open = createMemoryIndex,
}: CreateSearchOptions = {}): Search {
  const analyzer = createAnalyzer((source, reason) => missing(source, MISSING[source], reason));
  const wording = createWording();
  const sources = createSources(publishers, (name) => analyzer.fold(name).text);
  const suggester = createSuggester(
    publishers.map(namesOf),
    (text) => analyzer.fold(text).text,
    () => [
      ...namesOfEntries(teamEntries()),
      ...readNames((reason) => missing("glossary", MISSING.glossary, reason)),
    ],
  );
  const keys = new Map<string, string>();
  const keyOf = (source: string): string => {
    const known = keys.get(source) ?? sources.keyOf(source);
    keys.set(source, known);
    return known;
  };
  const index = open({
    ...{ analyzer, keyOf, wording, now, fault },
    folder: snapshots,
    shipped,
    seen: (article) => {
      suggester.put(article);
      if (sources.see(article.source)) keys.clear();
    },
    gone: suggester.remove,
  });
  const finder = createFinder({ index, expand: analyzer.expand, keyOf, wording, near });
  const read = createReader(sources, finder.isTitle);
  const matcher = createMatcher({
    ...{ analyzer, keyOf, wording, filtersFor: finder.filtersFor },
    read: (text) => standing(parseQuery(text, sources).query, { ...analyzer, vocabulary: index.vocabulary }),
  });

  return {
    get size() {
      return index.size;
    },
    add: index.put,
    remove: (ids) => void index.remove(ids),
    ready: async () => (await index.ready()).changedAt,
    get: index.get,
    snapshot: index.snapshot,
    search: async (text, asked) => {
      const began = performance.now();
      const { query, remarks } = await read(text);
      const kind = QUESTION.test(text) ? "question" : "query";
      const { plan, total, ranked, cut } = await finder.answer(query, asked, kind);
      const absent = await finder.absentPhrases(plan, ranked);
      const instead =
        total === 0 && asked.only === undefined
          ? await insteadOf(query, neighbourhood(finder, index, asked))
          : [];
      const hits: Hit[] = [];
      await inSlices(ranked, (one) => hits.push(hitOf(plan, one)));
      const cutRemark: readonly Remark[] = cut ? [{ kind: "cut" }] : [];
      return {
        query: printQuery(query),
        total,
        hits,
        remarks: [...remarks, ...remarksOn(plan, absent), ...cutRemark, ...instead],
        tookMs: performance.now() - began,
      };
    },
    matches: matcher.matches,
    meets: matcher.meets,
    percolator: () => createPercolator(matcher.read),
    passages: async (text, asked) => {
      const { query } = await read(text);
      const plan = await finder.plan(query, finder.filtersFor(query, asked), {
        enough: ASKS.nothing,
        wide: true,
      });
      return passagesOf(plan, (await finder.page(query, plan, asked)).ranked);
    },
    scores: async (text, asked) => {
      const { query } = await read(text);
      const filters = finder.filtersFor(query, asked);
      const plan = asked.standing
        ? { ...(await matcher.read(text)).plan, filters, statistics: await index.statistics() }
        : await finder.plan(query, filters, { enough: ASKS.topic });
      return index.scores(plan, asked.limit ?? LIMIT);
    },
    related: (id, limit) => relatedTo(id, limit, index),
    suggest: suggester.suggest,
    languageOf: (text) => analyzer.languageOf(text),
  };
}
