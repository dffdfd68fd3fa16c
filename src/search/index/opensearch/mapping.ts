/** How articles lie in the engine: fields of terms that we made, so that its own analysis has nothing to do. */

/** Changes with the mapping or the documents: another layout is another index. */
export const LAYOUT = 3;

/**
 * What a term gives to an article there: as `rank/score.ts` counts it, with the title's terms written four times.
 * Without the engine's idf: the weight of each term comes with the query, or the rarest translation would weigh most.
 */
const SIMILARITY =
  "double f = doc.freq; double n = 1.2 * (0.3 + 0.7 * doc.length / (field.sumTotalTermFreq / (double) field.docCount)); return query.boost * (0.5 + f * 2.2 / (f + n));";

const terms = (options: "docs" | "freqs") => ({
  ...{ type: "text", analyzer: "whitespace", index_options: options, norms: options === "freqs" },
  ...(options === "freqs" && { similarity: "own" }),
});
const keyword = { type: "keyword" };
/** Looked for alone. */
const sought = { ...keyword, doc_values: false };

/** Names of fields are data for queries; nothing else may be in a document (`dynamic: strict`). */
export const MAPPING = {
  dynamic: "strict",
  properties: {
    id: keyword,
    /**
     * The title's terms four times, then the body's: looked for, and read of candidates. A document is kept and told as it
     * was sent: to leave parts of it out the engine would have to write each anew.
     */
    terms: terms("freqs"),
    title_terms: terms("freqs"),
    /** Han characters that begin no term, for a phrase that is one of them. */
    characters: terms("docs"),
    /** Tokens of the body. */
    length: { type: "integer" },
    published: { type: "date" },
    /** The same or, where nobody says so, when a feed first brought it: for order alone. */
    moment: { type: "date", index: false },
    language: keyword,
    source: keyword,
    /** Keys of the publishers of the article and its copies. */
    publishers: sought,
    /** Addresses of the article and its copies. */
    links: sought,
    /** The article. */
    doc: { type: "object", enabled: false },
    /** A word as articles write it, how it sounds, and a term that it does not give by itself; told by their columns. */
    word: keyword,
    sounds: sought,
    stem: { ...keyword, index: false },
    /** How far the article log has come: one document. */
    checkpoint: { type: "object", enabled: false },
  },
} as const;

/** Settings of an index that is made. */
export const SETTINGS = {
  number_of_shards: 1,
  /** One where there is another node for it. */
  auto_expand_replicas: "0-1",
  refresh_interval: "2s",
  similarity: { own: { type: "scripted", script: { source: SIMILARITY } } },
} as const;

/** The same mapping, as the engine answers it, keys in whatever order. */
export function sameMapping(other: unknown): boolean {
  return normal(other) === normal(MAPPING);
}

/** The engine leaves out what is its default, and says `dynamic` as a text. */
function normal(mapping: unknown): string {
  return JSON.stringify(mapping, (key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return key === "norms" || key === "_meta" ? undefined : value;
    if (key === "_meta") return undefined;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
