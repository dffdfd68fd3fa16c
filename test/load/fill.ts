/** State and articles by the thousand for the long runs: what a large installation keeps, beside what the run itself looks at. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileLog } from "../../src/articles/file-log.ts";
import { sharedLog } from "../../src/articles/shared-log.ts";
import { systemClock } from "../../src/clock.ts";
import {
  DAY_MS,
  lastKey,
  type Schedule,
  scheduleKey,
  type Watch,
  watchKey,
} from "../../src/delivery/model.ts";
import { nextRun } from "../../src/delivery/times.ts";
import { openStore } from "../../src/state/open.ts";
import { redisStore } from "../../src/state/redis.ts";
import { redisLog } from "../../src/state/redis-log.ts";
import { generate } from "../bench/generate.ts";
import { wordLists } from "../bench/words.ts";

/** What `--articles`, `--schedules` and `--watches` say. */
export interface Size {
  readonly articles: number;
  readonly schedules: number;
  readonly watches: number;
}

/** Channels of one workspace, and rows of one change. */
const CHANNELS = 50;
const BATCH = 200;
/** Filling may take as long as a busy machine needs. */
const PATIENCE_MS = 60_000;
const HALF_A_DAY_MS = 43_200_000;

/** Schedules are due in half a day, watches look for what no article says, articles are two months old and older. */
export async function fillState(
  state: { readonly REDIS_URL?: string; readonly SCO_DATA_DIR: string },
  { articles, schedules, watches }: Size,
): Promise<void> {
  const { REDIS_URL: url, SCO_DATA_DIR: folder } = state;
  const store =
    url === undefined
      ? openStore({ REDIS_URL: undefined, SCO_DATA_DIR: folder }, systemClock)
      : redisStore(url, systemClock, { commandMs: PATIENCE_MS });
  const now = systemClock.now();
  const time = new Date(now + HALF_A_DAY_MS).toISOString().slice(11, 16);
  for (let from = 0; from < Math.max(schedules, watches); from += CHANNELS) {
    const set: Record<string, unknown> = {};
    const at: Record<string, number> = {};
    for (let n = from; n < from + CHANNELS; n++) {
      const place = { platform: "slack", workspace: `FILL${from / CHANNELS}`, channel: `C${n}` };
      const common = { ...place, zone: "UTC", by: "U1", locale: "en" as const };
      const schedule: Schedule = { ...common, id: "s", time, days: [1, 2, 3, 4, 5, 6, 7], empty: "skip" };
      const watch: Watch = { ...common, id: "w", query: `vx${n.toString(36)}qj zw${n % 97}kx`, every: 30 };
      if (n < schedules) {
        set[scheduleKey(schedule)] = schedule;
        set[lastKey(schedule)] = now;
        at[scheduleKey(schedule)] = nextRun(schedule, now);
      }
      if (n < watches) set[watchKey(watch)] = watch;
    }
    await store.commit({ set, at });
  }
  await store.close();
  if (articles === 0) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stream = url === undefined ? undefined : redisLog(url, "articles");
  const log = stream ? sharedLog(stream) : fileLog(join(folder, "articles.jsonl"));
  const made = generate(articles, await wordLists()).articles;
  // Too old for a watch to be told of them, and young enough to be kept.
  for (let from = 0; from < made.length; from += BATCH)
    await log.append(
      made.slice(from, from + BATCH).map((article, n) => {
        const published = new Date(now - (60 + ((from + n) % 600)) * DAY_MS).toISOString();
        return { at: now - 2 * DAY_MS, put: { ...article, published } };
      }),
    );
  await stream?.close();
}

/** @throws RangeError for what is no count */
export function sizeOf(values: Partial<Record<keyof Size, string>>): Size {
  const count = (name: keyof Size): number => {
    const n = Number(values[name] ?? 0);
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`--${name} is a count, not ${values[name]}`);
    return n;
  };
  return { articles: count("articles"), schedules: count("schedules"), watches: count("watches") };
}
