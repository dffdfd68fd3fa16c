/** Tries every feed of the list, followed or not, so that whoever runs the bot sees which of them work from here. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { Checked, Probe } from "./feeds.ts";
import { isStale } from "./health.ts";
import { askLeave } from "./pages.ts";
import { type FeedsRoom, probe } from "./room.ts";
import type { FeedSpec } from "./spec.ts";

/** Feeds tried at the same time; those of one host wait for each other. */
const AT_ONCE = 8;

export async function checkFeeds(
  room: FeedsRoom,
  tell: (checked: Checked) => void,
  signal: AbortSignal,
): Promise<readonly Checked[]> {
  const followed = await room.followed();
  const listed = (await room.list()).specs;
  const all = [...new Map([...listed, ...followed].map((spec) => [spec.url, spec])).values()];
  const on = new Set(followed.map(({ url }) => url));
  const results = new Map<string, Checked>();
  const queue = [...all];
  const work = async () => {
    for (let spec = queue.shift(); spec && !signal.aborted; spec = queue.shift()) {
      const checked = await tried(room, spec, on.has(spec.url), signal);
      results.set(spec.url, checked);
      tell(checked);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return all.flatMap(({ url }) => results.get(url) ?? []);
}

async function tried(
  room: FeedsRoom,
  spec: FeedSpec,
  followed: boolean,
  signal: AbortSignal,
): Promise<Checked> {
  const nothing = { spec, followed, probe: null, newest: null, kept: 0 };
  try {
    const found = await room.hosts.inTurn(spec.url, () => probe(room, spec.url, {}, signal), signal);
    if (!found) return { ...nothing, reason: errors.waiting };
    if (found.format === "html") await askLeave(room, spec, found.url, signal);
    const dates = found.items.flatMap(({ published }) => published ?? []).sort();
    const newest = dates.at(-1) ?? null;
    return {
      spec,
      followed,
      probe: found,
      newest,
      kept: found.kept,
      reason: faultOf(found, newest, room.clock.now()),
    };
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof BotError)) throw thrown;
    return { ...nothing, reason: thrown.words };
  }
}

/** What is wrong with a feed that answers; null when it is fine. */
function faultOf({ items, problems }: Probe, newest: string | null, now: number): Words | null {
  if (items.length === 0) return problems.find(({ kind }) => kind === "empty")?.reason ?? null;
  if (isStale(newest, now)) {
    const day = newest?.slice(0, 10);
    return errors.stale(day);
  }
  if (newest !== null) return problems.find(({ kind }) => kind === "ahead")?.reason ?? null;
  return errors.undated;
}
