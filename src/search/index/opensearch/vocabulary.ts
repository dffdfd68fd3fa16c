/** The archive's words, asked of the engine: counts in one call, near spellings and sounds from documents of words. */
import { soundDistance, soundKeys } from "../../../language/names/distance.ts";
import { editsBetween } from "../../../language/spellings.ts";
import { foldWord } from "../../../language/words.ts";
import type { Cluster } from "../../../net/cluster.ts";
import type { NearWord, Vocabulary } from "../index.ts";
import { ALIGNED, ALIKE, KEPT } from "../memory/surfaces.ts";
import { termOf, written } from "./document.ts";
import { SEARCH_MS } from "./limits.ts";

/** Counts that are remembered, and for how long, in milliseconds. */
const REMEMBERED = 50_000;
const REMEMBERED_MS = 30_000;
/** Terms of one call. */
const TERMS = 2_000;
/** Near spellings that are looked at. */
const SPELLINGS = 100;

interface Row {
  readonly word: readonly [string];
  readonly stem?: readonly [string];
}

export interface EngineVocabulary extends Vocabulary {
  /** Counts are asked for anew: articles have changed. */
  forget(): void;
}

/** @param articles how many there are */
export function vocabularyOf(
  cluster: Cluster,
  alias: string,
  articles: () => Promise<number>,
): EngineVocabulary {
  const known = new Map<string, number>();
  let since = performance.now();

  async function counts(terms: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (performance.now() - since > REMEMBERED_MS || known.size > REMEMBERED) forget();
    const unknown = [...new Set(terms)].filter((term) => !known.has(term));
    for (let at = 0; at < unknown.length; at += TERMS) await learn(unknown.slice(at, at + TERMS));
    return new Map(terms.map((term) => [term, known.get(term) ?? 0]));
  }
  function forget(): void {
    known.clear();
    since = performance.now();
  }
  /** An artificial document of these terms: the engine tells of each how many articles have it. */
  async function learn(terms: readonly string[]): Promise<void> {
    const { body } = await cluster.ask<{
      term_vectors?: { terms?: { terms: Record<string, { doc_freq?: number }> } };
    }>("POST", `/${alias}/_termvectors`, {
      ms: SEARCH_MS,
      body: {
        doc: { terms: terms.map(written).join(" ") },
        fields: ["terms"],
        ...{
          term_statistics: true,
          field_statistics: false,
          positions: false,
          offsets: false,
          payloads: false,
        },
      },
    });
    const found = body.term_vectors?.terms?.terms ?? {};
    // What was replaced or removed is counted until the engine merges.
    const most = await articles();
    for (const term of terms) known.set(term, Math.min(most, found[written(term)]?.doc_freq ?? 0));
  }
  /** Told by their columns: to open each document would take the engine eight times as long. */
  async function words(query: object, size: number): Promise<NearWord[]> {
    const { body } = await cluster.ask<{ hits: { hits: readonly { fields: Row }[] } }>(
      "POST",
      `/${alias}/_search`,
      {
        ms: SEARCH_MS,
        body: {
          ...{ query, size, track_total_hits: false },
          ...{ stored_fields: "_none_", docvalue_fields: ["word", "stem"] },
        },
      },
    );
    return body.hits.hits.map(({ fields: { word, stem } }) => ({
      word: word[0],
      term: stem?.[0] ?? termOf(word[0]),
    }));
  }
  /** A word stays after its last article is gone; it is not told any more. */
  async function present(near: readonly NearWord[]): Promise<NearWord[]> {
    const having = await counts(near.map(({ term }) => term));
    return near.filter(({ term }) => (having.get(term) ?? 0) > 0);
  }

  return {
    counts,
    forget,
    async near(word, edits) {
      const fuzzy = { value: word, fuzziness: edits, transpositions: false, max_expansions: SPELLINGS };
      const found = await words({ fuzzy: { word: fuzzy } }, SPELLINGS);
      return inOrder(await present(found), (one) => editsBetween(word, one.word, edits));
    },
    async soundingLike(name) {
      const folded = foldWord(name);
      const keys = soundKeys(folded);
      if (keys.length === 0) return [];
      const found = await words({ bool: { filter: [{ terms: { sounds: keys } }] } }, ALIGNED);
      const alike = found.filter(({ word }) => soundDistance(folded, word) <= ALIKE);
      return inOrder(await present(alike), ({ word }) => soundDistance(folded, word)).slice(0, KEPT);
    },
  };
}

function inOrder(near: readonly NearWord[], distance: (one: NearWord) => number): NearWord[] {
  return near
    .map((one) => ({ one, far: distance(one) }))
    .sort((a, b) => a.far - b.far || (a.one.word < b.one.word ? -1 : 1))
    .map(({ one }) => one);
}
