/** The article log as a file of JSON Lines; a line that a crash cut short is left out when it is read. */
import { open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { BotError, reasonOf } from "../errors.ts";
import { makeFolder } from "../folder.ts";
import { errors } from "../i18n/library.ts";
import { type ArticleLog, isEntry, type LogEntry } from "./log.ts";

/** Bytes read at once and entries handed over at once: a few milliseconds of work each. */
const CHUNK = 256 * 1024;
const SLICE = 250;
const MOST_FAULTS = 20;

/** One process at a time may append (the state's lock sees to that); any number may read. */
export function fileLog(path: string): ArticleLog {
  let offset = 0;
  let length = 0;
  let line = 0;
  let inode = 0;
  const faults: string[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  async function append(entries: readonly LogEntry[]): Promise<void> {
    try {
      await makeFolder(dirname(path));
      const file = await open(path, "a+");
      try {
        const { size, ino } = await file.stat();
        const torn = size > 0 && (await lastByte(file, size)) !== 0x0a;
        const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
        await file.appendFile(torn ? `\n${text}` : text);
        await file.datasync();
        const upToDate = offset === size && (size === 0 || ino === inode);
        if (upToDate)
          [offset, length, line, inode] = [
            (await file.stat()).size,
            length + entries.length,
            line + entries.length,
            ino,
          ];
      } finally {
        await file.close();
      }
    } catch (thrown) {
      throw unavailable(path, thrown);
    }
  }

  async function read(take: (entries: readonly LogEntry[]) => void): Promise<void> {
    const info = await stat(path).catch(() => null);
    if (info === null) return;
    if (info.ino !== inode || info.size < offset) {
      [offset, length, line, inode] = [0, 0, 0, info.ino];
      faults.length = 0;
    }
    const file = await open(path, "r");
    try {
      let rest = Buffer.alloc(0);
      for (let more = true; more; await breathe()) {
        const chunk = Buffer.alloc(CHUNK);
        const { bytesRead } = await file.read(chunk, 0, CHUNK, offset + rest.length);
        more = bytesRead > 0;
        const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
        const end = bytes.lastIndexOf(0x0a) + 1;
        await handOver(bytes.subarray(0, end).toString("utf8"), take);
        offset += end;
        rest = Buffer.from(bytes.subarray(end));
      }
    } finally {
      await file.close();
    }
  }

  async function handOver(text: string, take: (entries: readonly LogEntry[]) => void): Promise<void> {
    let slice: LogEntry[] = [];
    for (const written of text.split("\n").slice(0, -1)) {
      line += 1;
      const entry = parsed(written);
      if (entry) slice.push(entry);
      else if (written.trim() !== "" && faults.length < MOST_FAULTS) faults.push(`${path}:${line}`);
      if (slice.length < SLICE) continue;
      length += slice.length;
      take(slice);
      slice = [];
      await breathe();
    }
    length += slice.length;
    if (slice.length > 0) take(slice);
  }

  async function compact(keep: readonly LogEntry[]): Promise<void> {
    const fresh = `${path}.new`;
    try {
      const file = await open(fresh, "w");
      try {
        for (let at = 0; at < keep.length; at += SLICE) {
          const lines = keep.slice(at, at + SLICE).map((entry) => `${JSON.stringify(entry)}\n`);
          await file.appendFile(lines.join(""));
        }
        await file.sync();
        const { size, ino } = await file.stat();
        [offset, length, line, inode] = [size, keep.length, keep.length, ino];
      } finally {
        await file.close();
      }
      await rename(fresh, path);
      faults.length = 0;
    } catch (thrown) {
      throw unavailable(path, thrown);
    }
  }

  return {
    append: (entries) => inTurn(() => append(entries)),
    read: (take) => inTurn(() => read(take)),
    compact: (keep) => inTurn(() => compact(keep)),
    get length() {
      return length;
    },
    faults,
  };
}

async function lastByte(file: Awaited<ReturnType<typeof open>>, size: number): Promise<number | undefined> {
  return (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0];
}

function parsed(text: string): LogEntry | null {
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) ? entry : null;
  } catch {
    return null;
  }
}

function unavailable(path: string, cause: unknown): BotError {
  const why = reasonOf(cause);
  return new BotError("unavailable", errors.logUnavailable(path, why), { cause });
}
