/** Joins the library and the article log: reads at the start, writes what is new, follows other replicas. */
import type { Article } from "../article.ts";
import type { Clock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import { errors } from "../i18n/library.ts";
import type { Words } from "../i18n/words.ts";
import type { Library } from "./library.ts";
import { type ArticleLog, type Caps, type LogEntry, wanted } from "./log.ts";

export interface Keeper {
  /** Reads what is new in the log into the library; the first call reads all of it. Never rejects. */
  catchUp(): Promise<void>;
  /** Writes articles to the log and puts them into the library, also when the log cannot be written. */
  keep(articles: readonly Article[]): Promise<void>;
  /** Articles that came in, or changed, after an instant (epoch ms). */
  since(instant: number): readonly Article[];
  /** When an article came in, or changed last; undefined for one that is not in the log. */
  cameAt(id: string): number | undefined;
  /** Takes articles out of the library and the log. */
  drop(ids: readonly string[]): Promise<void>;
  /** Drops what the caps no longer allow, and rewrites the log when half of it is no longer wanted or some is damaged. */
  tidy(): Promise<void>;
}

export interface KeeperOptions {
  readonly library: Library;
  readonly log: () => ArticleLog;
  readonly caps: Caps;
  readonly clock: Clock;
  /** Told when the log cannot be used, and (null) when it can again. */
  readonly trouble: (words: Words | null) => void;
  /** With an archive elsewhere: articles that came last and are remembered here; the log is left as it is. */
  readonly remembers?: number;
}

/** A log shorter than this is not worth rewriting. */
const SHORT = 1_000;

export function createKeeper({ library, log, caps, clock, trouble, remembers }: KeeperOptions): Keeper {
  /** The live entries of the log; articles of the shipped corpus are not among them. */
  const live = new Map<string, LogEntry>();

  function take(entries: readonly LogEntry[]): void {
    const put: Article[] = [];
    const removed: string[] = [];
    for (const entry of entries) {
      if ("put" in entry) {
        live.set(entry.put.id, entry);
        if (!same(library.get(entry.put.id), entry.put)) put.push(entry.put);
      } else {
        live.delete(entry.remove);
        removed.push(entry.remove);
      }
    }
    if (put.length > 0) library.put(put);
    if (removed.length > 0) library.remove(removed);
    if (remembers === undefined) return;
    for (const id of live.keys()) {
      if (live.size <= remembers) break;
      live.delete(id);
    }
  }

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      trouble(damaged(log().faults));
    } catch (thrown) {
      trouble(thrown instanceof BotError ? thrown.words : unreadable(reasonOf(thrown)));
    }
  }

  return {
    catchUp: () => guarded(() => log().read(take)),
    async keep(articles) {
      const at = clock.now();
      const entries = articles.map((put) => ({ at, put }));
      await guarded(() => log().append(entries));
      take(entries);
    },
    since(instant) {
      const found: Article[] = [];
      for (const entry of live.values()) if ("put" in entry && entry.at > instant) found.push(entry.put);
      return found;
    },
    cameAt: (id) => live.get(id)?.at,
    async drop(ids) {
      const entries = ids.map((remove) => ({ at: clock.now(), remove }));
      await guarded(() => log().append(entries));
      take(entries);
    },
    tidy: () =>
      guarded(async () => {
        if (remembers !== undefined) return;
        const keep = wanted(live.values(), caps, clock.now());
        const kept = new Set(keep.map((entry) => ("put" in entry ? entry.put.id : "")));
        const gone = [...live.keys()].filter((id) => !kept.has(id));
        if (gone.length > 0) take(gone.map((remove) => ({ at: clock.now(), remove })));
        const { length } = log();
        const damage = log().faults.length > 0;
        if (damage || gone.length > 0 || length > Math.max(SHORT, 2 * keep.length)) await log().compact(keep);
      }),
  };
}

function same(known: Article | undefined, fresh: Article): boolean {
  return known === fresh || (known !== undefined && JSON.stringify(known) === JSON.stringify(fresh));
}

/** Null when all of the log could be read. */
function damaged([first]: readonly string[]): Words | null {
  if (first === undefined) return null;
  return errors.logDamaged(first);
}

function unreadable(why: string): Words {
  return errors.logUnreadable(why);
}
