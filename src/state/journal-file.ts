/** The journal's file: read as a stream, whatever its size; what cannot be read in it is kept apart. */
import { type FileHandle, open } from "node:fs/promises";
import { setImmediate as breathe } from "node:timers/promises";
import type { Write } from "./table.ts";

/** Bytes read at once: some milliseconds of work. */
const CHUNK = 512 * 1024;
/** A line that is longer was never written by us. */
const LONGEST = 64 * 1024 * 1024;
const NEWLINE = 10;

/** A part of the file: [from, to) in bytes. */
type Part = readonly [from: number, to: number];

export interface JournalReading {
  /** Bytes up to the end of the last whole line. */
  readonly size: number;
  readonly lines: number;
  /** Lines that could not be read, and where. */
  readonly bad: number;
  readonly damaged: readonly Part[];
}

export const lineOf = (group: readonly Write[]): string => `${JSON.stringify(group)}\n`;

/** Hands over each group of writes in order. @throws when the file itself cannot be read; one that is not there is empty */
export async function readJournal(
  file: string,
  take: (group: readonly Write[]) => void,
): Promise<JournalReading> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!handle) return { size: 0, lines: 0, bad: 0, damaged: [] };
  try {
    return await readFrom(handle, take);
  } finally {
    await handle.close();
  }
}

async function readFrom(
  handle: FileHandle,
  take: (group: readonly Write[]) => void,
): Promise<JournalReading> {
  const damaged: Part[] = [];
  const chunk = Buffer.alloc(CHUNK);
  let [size, lines, bad] = [0, 0, 0];
  let rest: Buffer[] = [];
  let pending = 0;
  const lineFrom = (line: Buffer): void => {
    const group = line.length > LONGEST ? null : groupIn(line);
    if (group) take(group);
    else {
      bad += 1;
      damaged.push([size, size + line.length + 1]);
    }
    lines += 1;
    size += line.length + 1;
  };
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK, size + pending);
    if (bytesRead === 0) break;
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0 && to < bytesRead; to = chunk.indexOf(NEWLINE, from)) {
      const tail = chunk.subarray(from, to);
      lineFrom(rest.length > 0 ? Buffer.concat([...rest, tail]) : tail);
      [rest, pending, from] = [[], 0, to + 1];
    }
    rest.push(Buffer.from(chunk.subarray(from, bytesRead)));
    pending += bytesRead - from;
    await breathe();
  }
  // A write that was cut short was never confirmed; anything else behind the last line was not written by us.
  const torn = rest[0]?.subarray(0, 3).toString() ?? "";
  if (pending > 0 && !'[["'.startsWith(torn)) {
    bad += 1;
    damaged.push([size, size + pending]);
  }
  return { size, lines, bad, damaged };
}

/** The writes that a line says, or null when it says none. */
function groupIn(line: Buffer): readonly Write[] | null {
  const isWrite = (one: unknown): boolean =>
    Array.isArray(one) &&
    typeof one[0] === "string" &&
    (one[1] === null || typeof one[1] === "string") &&
    (one[2] === null || typeof one[2] === "number") &&
    (one[3] === undefined || typeof one[3] === "number");
  try {
    const read: unknown = JSON.parse(line.toString("utf8"));
    return Array.isArray(read) && read.every(isWrite) ? (read as readonly Write[]) : null;
  } catch {
    return null;
  }
}

/** Copies parts of a file into `FILE.damaged-DATE`, so that nothing is dropped that somebody might still read. */
export async function keepDamaged(file: string, parts: readonly Part[], now: number): Promise<void> {
  const from = await open(file, "r");
  const day = new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
  const to = await open(`${file}.damaged-${day}`, "a", 0o600);
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (const [start, end] of parts)
      for (let at = start; at < end; ) {
        const { bytesRead } = await from.read(chunk, 0, Math.min(CHUNK, end - at), at);
        if (bytesRead === 0) break;
        await to.appendFile(chunk.subarray(0, bytesRead));
        at += bytesRead;
      }
    await to.sync();
  } finally {
    await from.close();
    await to.close();
  }
}
