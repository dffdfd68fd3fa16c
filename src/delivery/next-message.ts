/** The message of a watch that gathers what comes until it is sent. */
import type { Settings } from "../state/settings.ts";
import { NAMED } from "./compose.ts";
import type { Delivery, FoundArticle, Spoke, Watch } from "./model.ts";
import { briefOf } from "./news.ts";
import { quietUntil } from "./times.ts";
import { titleMark, watchLine } from "./words.ts";

/** A burst that is still arriving goes into one message. */
const SETTLE_MS = 2000;

/** One article of each headline; none whose headline the open message has. */
export function firstOfEach<T extends FoundArticle>(
  all: readonly T[],
  open: Delivery | undefined,
): readonly T[] {
  const titles = new Set((open?.found ?? []).map(markOf));
  return all.filter((one) => {
    const mark = markOf(one);
    const isFirst = !titles.has(mark);
    titles.add(mark);
    return isFirst;
  });
}

/** Marks of titles; one article is found by thousands of watches. */
const marks = new Map<string, string>();
const MARKS_KEPT = 1000;

export function markOf({ title }: Pick<FoundArticle, "title">): string {
  const known = marks.get(title);
  if (known !== undefined) return known;
  if (marks.size >= MARKS_KEPT) marks.clear();
  const mark = titleMark(title);
  marks.set(title, mark);
  return mark;
}

/** The next message of a watch, still empty: after its quiet interval and the channel's quiet hours. */
export function messageOf(watch: Watch, spoke: Spoke, settings: Settings, now: number): Delivery {
  const { id, platform, workspace, channel, by } = watch;
  const zone = settings.zone ?? watch.zone;
  const free = Math.max(now + SETTLE_MS, Math.min(spoke.at, now) + watch.every * 60_000);
  const quiet = quietUntil(settings.quiet, free, zone);
  return {
    id: `${id}.${spoke.n}`,
    kind: "watch",
    source: id,
    platform,
    target: { workspace, channel },
    title: watchLine(watch),
    due: now,
    by,
    locale: settings.language ?? watch.locale,
    zone,
    state: "pending",
    attempt: 0,
    after: quiet ?? free,
    ...(quiet !== undefined && { why: "quiet hours" as const }),
    query: watch.query,
    ...(watch.mention && { mention: watch.mention }),
    n: spoke.n,
    news: [],
    total: 0,
  };
}

/** All are counted; the message keeps what it names. */
export function withTold(item: Delivery, told: readonly FoundArticle[]): Delivery {
  const { found = [], news = [] } = item;
  const room = Math.max(0, NAMED - found.length);
  return {
    ...item,
    news: [...news, ...told.map(briefOf)].slice(0, room),
    total: (item.total ?? found.length) + told.length,
  };
}
