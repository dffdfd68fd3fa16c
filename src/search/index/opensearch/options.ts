/** What an index on a search engine is made with. */
import type { Article } from "../../../article.ts";
import type { Token } from "../../../language/text.ts";
import type { Cluster } from "../../../net/cluster.ts";
import type { WordingTest } from "../../rank/wording.ts";

export interface EngineOptions {
  readonly cluster: Cluster;
  /** The name that the index in use goes by. */
  readonly alias: string;
  readonly analyze: (text: string) => readonly Token[];
  readonly keyOf: (source: string) => string;
  readonly wording?: (phrase: string) => WordingTest;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Is given every article that comes from the engine. */
  readonly found?: (articles: readonly Article[]) => void;
}
