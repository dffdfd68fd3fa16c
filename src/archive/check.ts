/** Whether a server can be the archive's: what it is, how old, whether it lets us in, and what it has under our names. */
import { BotError, reasonOf } from "../errors.ts";
import { errors } from "../i18n/archive.ts";
import type { Words } from "../i18n/words.ts";
import { type Cluster, ClusterError } from "../net/cluster.ts";
import { hasOurMapping } from "../search/index/opensearch/indices.ts";

const OLDEST = [2, 19] as const;
/** A start waits no longer for a server that does not answer. */
const START_MS = 1_500;

/** What forbids to use the server, with what to do; null when nothing does. @throws ClusterError when it does not answer */
export async function refusalOf(cluster: Cluster, alias: string): Promise<Words | null> {
  try {
    const { body } = await cluster.ask<{ version?: { distribution?: string; number?: string } }>("GET", "/", {
      ms: START_MS,
    });
    const { distribution, number = "" } = body?.version ?? {};
    if (distribution !== "opensearch") return isNone;
    const [major = 0, minor = 0] = number.split(".").map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return tooOld(number);
    return (await hasOurMapping(cluster, alias)) ? null : otherMapping(alias);
  } catch (thrown) {
    if (!(thrown instanceof ClusterError)) throw thrown;
    if (thrown.status === 401) return notLetIn;
    if (thrown.status === 403) return notAllowed(thrown.message);
    // Nothing of ours is there yet.
    if (thrown.type === "index_not_found_exception") return null;
    if (thrown.status >= 400 && thrown.status < 500 && thrown.status !== 429) return isNone;
    throw thrown;
  }
}

const isNone: Words = errors.isNone;
const notLetIn: Words = errors.notLetIn;
const tooOld = (version: string): Words => errors.tooOld(version);
const notAllowed = (why: string): Words => errors.notAllowed(why);
const otherMapping = (alias: string): Words => errors.otherMapping(alias);

/** What an operator reads when the engine does not answer, or not as it should. */
export function troubleWith(thrown: unknown): Words {
  // The state, or the article log.
  if (thrown instanceof BotError) return thrown.words;
  const why = reasonOf(thrown);
  const { type, status } = thrown instanceof ClusterError ? thrown : { type: "", status: 0 };
  if (type === "cluster_block_exception") return errors.full(why);
  if (status === 429 || status === 503) return errors.overloaded(why);
  if (type === "index_not_found_exception") return errors.filling;
  return errors.notAnswering(why);
}
