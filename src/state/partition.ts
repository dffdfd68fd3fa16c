/** What belongs together stays together: the partition of a key is its workspace, or a bucket of its room. */
import { INDEXED, type Indexed, type Step } from "./store.ts";

/** Buckets of an index, and of a room without workspaces; the number is part of the layout and never changes. */
export const BUCKETS = 16;
/** Rooms without workspaces that somebody lists; all others of the kind are only ever read by their key. */
const LISTED = new Set(["feeds", "answers", "archive"]);

export function roomOf(key: string): string {
  const end = key.indexOf(":");
  return end < 0 ? key : key.slice(0, end);
}

/** The scope in the middle of a key: `slack/T1/C1`; "" where there is none. */
export function scopeOfKey(key: string): string {
  const from = key.indexOf(":");
  if (from < 0) return "";
  const to = key.indexOf(":", from + 1);
  return key.slice(from + 1, to < 0 ? undefined : to);
}

/** The workspace of a key or of a prefix of keys (`slack/T1`), or undefined. */
export function workspaceOf(key: string): string | undefined {
  const scope = scopeOfKey(key);
  const end = scope.indexOf("/", scope.indexOf("/") + 1);
  return end < 0 ? undefined : scope.slice(0, end);
}

/** `slack/T1`, or `feeds#3`. Rows of one partition can be changed together. */
export function partitionOf(key: string): string {
  return workspaceOf(key) ?? `${roomOf(key)}#${bucketOf(key)}`;
}

/** The partitions that rows with this prefix can be in. */
export function partitionsOf(prefix: string): readonly string[] {
  const workspace = workspaceOf(prefix);
  if (workspace !== undefined) return [workspace];
  const room = roomOf(prefix);
  if (!LISTED.has(room) || !prefix.includes(":")) throw new RangeError(`nothing lists ${prefix}`);
  return Array.from({ length: BUCKETS }, (_, bucket) => `${room}#${bucket}`);
}

/**
 * The partition of a change; "" when it is empty.
 * @throws RangeError when its rows do not belong together: a defect of whoever wrote it
 */
export function mustBeOnePartition({ when, set }: Step): string {
  let one: string | undefined;
  const must = (key: string): void => {
    const partition = partitionOf(key);
    one ??= partition;
    if (partition !== one) throw new RangeError(`one change of ${one}, ${partition}`);
  };
  for (const [key] of when) must(key);
  for (const { key } of set) must(key);
  return one ?? "";
}

/** Whether rows under this key are found by `list` and `ofScope`. */
export function isListed(key: string): boolean {
  return workspaceOf(key) !== undefined || LISTED.has(roomOf(key));
}

/** The indexed room that a key is in, or undefined. */
export function indexOf(key: string): Indexed | undefined {
  const room = roomOf(key);
  if (room !== "outbox") return BY_NAME.get(room);
  const [platform, , , to = platform] = scopeOfKey(key).split("/");
  return `outbox/${to}`;
}

const BY_NAME: ReadonlyMap<string, Indexed> = new Map(INDEXED.map((one) => [one, one]));

/** FNV-1a, as it is known: spreads short names evenly. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}
