/** What 0.2.0 and before left in Redis, all of it in one slot, is copied to where this version looks for it. */
import { systemClock } from "../clock.ts";
import { isListed, partitionOf } from "./partition.ts";
import type { Client } from "./redis-client.ts";
import { entryOf, expiringOf, keysOf, LAYOUT, valueKey } from "./redis-layout.ts";

const NOW = "2";
/** Keys of the earlier layout. */
const OLD = "{sco}:";
const OLD_INDEX = `${OLD}index`;
/** Articles have a log of their own, which takes them over itself. */
const ARTICLES = "articles:";
const PAGE = 200;
/** A process that dies while it copies keeps others from it for this long. */
const COPYING_MS = 30_000;
const WAIT_MS = 250;

/** Does nothing where it was done or nothing is there; one process does it, the others wait. The earlier keys stay, for going back. */
export async function takeOver(to: Client): Promise<void> {
  for (;;) {
    const [layout, there] = await Promise.all([to.get(LAYOUT), to.exists(OLD_INDEX)]);
    if (layout === NOW || there === 0) return;
    if ((await to.set(`${LAYOUT}:copying`, "1", "PX", COPYING_MS, "NX")) === "OK") break;
    await systemClock.sleep(WAIT_MS);
  }
  let from = "-";
  for (;;) {
    const names = await to.zrangebylex(OLD_INDEX, from, "+", "LIMIT", 0, PAGE);
    await Promise.all(names.filter((name) => !name.startsWith(ARTICLES)).map((name) => copy(to, name)));
    const last = names.at(-1);
    if (last === undefined) break;
    from = `(${last}`;
    await to.pexpire(`${LAYOUT}:copying`, COPYING_MS);
  }
  await to.set(LAYOUT, NOW);
}

/** Copied again it is the same; a row that this version has changed since is not there before the layout is. */
async function copy(to: Client, name: string): Promise<void> {
  const [json, ttl] = await Promise.all([to.get(`${OLD}v:${name}`), to.pttl(`${OLD}v:${name}`)]);
  if (json === null) return;
  // Whoever looks at it finds out when it is due.
  const entry = entryOf(name);
  if (entry) await to.zadd(entry, 0, name);
  if (ttl > 0) await to.set(valueKey(name), json, "PX", ttl);
  else await to.set(valueKey(name), json);
  if (!isListed(name)) return;
  const partition = partitionOf(name);
  await to.zadd(keysOf(partition), 0, name);
  if (ttl > 0) await to.zadd(expiringOf(partition), systemClock.now() + ttl, name);
}
