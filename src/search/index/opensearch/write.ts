/**
 * Puts articles into the engine and takes them out: bulks of some megabytes, versions from outside, faults one by one. The
 * engine takes one bulk while the next is made.
 */
import type { Article } from "../../../article.ts";
import { ClusterError } from "../../../net/cluster.ts";
import { inTurns, slicer } from "../../../slices.ts";
import { documentsOf } from "./document.ts";
import { BULK, BULKS, WRITE_MS } from "./limits.ts";
import type { EngineOptions } from "./options.ts";

/** What became of an article. Of two changes the one with the higher version stands, whoever sends it when. */
export interface ArticleChange {
  readonly id: string;
  readonly version: number;
  /** Null: it is removed; what is left of it keeps older versions out. */
  readonly article: Article | null;
}

/** A change that the engine will never take, and why. */
export interface Parked {
  readonly id: string;
  readonly reason: string;
}

export interface Writer {
  /**
   * Resolves when the engine has all that it takes.
   * @throws ClusterError when it has no room or no time (429, 503, a full disk): all may be sent again
   */
  write(changes: readonly ArticleChange[]): Promise<readonly Parked[]>;
}

interface Item {
  readonly _id: string;
  readonly status: number;
  readonly error?: { readonly type?: string; readonly reason?: string };
}

/** What is told of each item: the rest would be as long as what was sent. */
const TOLD = "items.*._id,items.*.status,items.*.error";
/** Words that are known to be there; sending one again does no harm. */
const WORDS = 300_000;

/** @param index where to, when it is not where the alias points */
export function createWriter(
  { cluster, alias, analyze, keyOf }: Pick<EngineOptions, "cluster" | "alias" | "analyze" | "keyOf">,
  index = alias,
): Writer {
  const words = new Set<string>();

  async function send(lines: readonly string[]): Promise<Parked[]> {
    if (lines.length === 0) return [];
    const alone = index === alias ? "&require_alias=true" : "";
    const { body } = await cluster.ask<{ items: readonly Readonly<Record<string, Item>>[] }>(
      "POST",
      `/${index}/_bulk?filter_path=${TOLD}${alone}`,
      { lines, ms: WRITE_MS },
    );
    const items = body.items.flatMap((item) => Object.values(item));
    const busy = items.find(({ status, error }) => isForLater(status, error?.type));
    if (busy)
      throw new ClusterError(
        busy.status,
        busy.error?.type ?? "busy",
        busy.error?.reason ?? "the engine is busy",
      );
    // 409: somebody was faster or newer.
    return items
      .filter(({ status, error }) => error && status !== 409)
      .map(({ _id, error }) => ({ id: _id, reason: `${error?.type}: ${error?.reason ?? ""}`.slice(0, 300) }));
  }

  return {
    async write(changes) {
      const sending: Promise<readonly Parked[]>[] = [];
      const ids = new Set<string>();
      const rest = slicer();
      let lines: string[] = [];
      let fresh: string[] = [];
      let length = 0;
      const flush = async () => {
        const own = fresh;
        const sent = send(lines).catch((thrown: unknown) => {
          for (const word of own) words.delete(word);
          throw thrown;
        });
        // It is waited for further down.
        sent.catch(() => undefined);
        sending.push(sent);
        [lines, fresh, length] = [[], [], 0];
        await sending.at(-BULKS);
      };
      const add = (action: object, source?: object) => {
        for (const part of source ? [action, source] : [action]) {
          const line = JSON.stringify(part);
          length += line.length;
          lines.push(line);
        }
      };
      const put = async (meta: object, article: Article) => {
        const { source, words: own } = await inTurns(
          documentsOf(article, analyze, keyOf, (id) => words.has(id)),
        );
        for (const word of own) {
          fresh.push(word.id);
          words.add(word.id);
          add({ create: { _id: word.id } }, word.source);
        }
        add({ index: meta }, source);
      };
      if (words.size > WORDS) words.clear();
      try {
        for (const { id, version, article } of changes) {
          // Of changes with one version the last counts: they must not overtake each other.
          if (ids.has(id)) {
            await flush();
            await Promise.all(sending);
            ids.clear();
          }
          ids.add(id);
          const meta = { _id: id, version, version_type: "external_gte" };
          // The engine forgets a deletion after a minute, and an older write would bring the article back.
          if (article === null) add({ index: meta }, { id });
          else await put(meta, article);
          if (length > BULK) await flush();
          const pause = rest();
          if (pause) await pause;
        }
        await flush();
        return (await Promise.all(sending)).flat();
      } finally {
        await Promise.allSettled(sending);
      }
    },
  };
}

/** A full disk blocks writes with 403 or 429; all of these pass. */
function isForLater(status: number, type = ""): boolean {
  return (
    status === 429 ||
    status === 503 ||
    type === "cluster_block_exception" ||
    type === "unavailable_shards_exception"
  );
}
