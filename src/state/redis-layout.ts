/** How things are named in Redis. The braces decide the slot of a cluster: what stands in them stays together. */

import { claimName, countName, valueName } from "./names.ts";
import { BUCKETS, bucketOf, indexOf, partitionOf } from "./partition.ts";
import type { Indexed } from "./store.ts";

const tag = (partition: string): string => `{sco:${partition}}`;

export const valueKey = (key: string): string => tag(partitionOf(key)) + valueName(key);
export const claimKey = (key: string): string => tag(partitionOf(key)) + claimName(key);
export const countKey = (key: string): string => tag(partitionOf(key)) + countName(key);
/** What a name of a value begins with in a partition. */
export const valuesOf = (partition: string): string => tag(partition) + valueName("");
/** Sorted set of the keys of a partition, all with score 0; what is listed is found by it. */
export const keysOf = (partition: string): string => `${tag(partition)}keys`;
/** Sorted set of those of them that expire, by when. */
export const expiringOf = (partition: string): string => `${tag(partition)}expiring`;
/** A bucket of the index of a room: sorted set of keys by when somebody has to look at them. */
export const indexBucket = (room: Indexed, bucket: number): string => `${tag(`#${bucket}`)}index:${room}`;
export const bucketsOf = (room: Indexed): readonly string[] =>
  Array.from({ length: BUCKETS }, (_, bucket) => indexBucket(room, bucket));
/** Which layout the keys have; absent in an empty Redis and in one of 0.2.0 and before. */
export const LAYOUT = "{sco}layout";
/** Written to see whether changes are taken; it expires at once. */
export const PROBE = "{sco}probe";

/** Where a key stands in an index, or undefined. */
export function entryOf(key: string): string | undefined {
  const room = indexOf(key);
  return room && indexBucket(room, bucketOf(key));
}
