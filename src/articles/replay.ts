/** The article log read from any place of it, as often as is wanted, each entry with a number that orders them. */
import { open, stat } from "node:fs/promises";
import type { TextLog } from "../state/redis-log.ts";
import type { LogEntry } from "./log.ts";

/** An entry; of two of one article the one with the higher version, or the later of equal ones, is what counts. */
export interface Step {
  readonly entry: LogEntry;
  readonly version: number;
}

export interface Steps {
  readonly steps: readonly Step[];
  /** Where to go on from. */
  readonly place: string;
  /** How much of what there is to read is read with these, in (0, 1]; undefined where that is not known. */
  readonly share?: number;
}

export interface Replay {
  /**
   * Everything after a place, in pages; from the beginning where there is none, or the log was rewritten since.
   * @throws when the log cannot be read
   */
  after(place: string | undefined): AsyncIterable<Steps>;
  close(): Promise<void>;
}

/** Bytes read at once. */
const CHUNK = 1024 * 1024;
/** Versions count thousandths of a millisecond. */
const PER_MS = 1_000;

type IsEntry = (value: unknown) => value is LogEntry;

/**
 * @param written the path of a file, or a stream, which is closed with it
 * @param isEntry what is none is left out
 */
export const replayOf = (written: string | TextLog, isEntry: IsEntry): Replay =>
  typeof written === "string" ? replayFile(written, isEntry) : replayShared(written, isEntry);

/** A place is `INODE:OFFSET`. */
function replayFile(path: string, isEntry: IsEntry): Replay {
  return {
    async *after(place) {
      const info = await stat(path).catch(() => null);
      if (info === null) return;
      const [ino, at] = (place ?? "").split(":").map(Number);
      let offset = ino === info.ino && at !== undefined && at <= info.size ? at : 0;
      const began = offset;
      const file = await open(path, "r");
      try {
        for (let size = CHUNK; ; ) {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size, offset);
          const end = buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
          if (end === 0 && bytesRead < size) return;
          // A line that is longer than what was read.
          size = end === 0 ? 2 * size : CHUNK;
          if (end === 0) continue;
          offset += end;
          const entries = buffer
            .subarray(0, end)
            .toString("utf8")
            .split("\n")
            .flatMap((line) => parsed(line, isEntry));
          const steps = entries.map((entry) => ({ entry, version: Math.round(entry.at) * PER_MS }));
          const share = Math.min(1, (offset - began) / Math.max(1, info.size - began));
          yield { steps, place: `${info.ino}:${offset}`, share };
        }
      } finally {
        await file.close();
      }
    },
    close: async () => {},
  };
}

/** A place is the id of an entry of the stream: milliseconds, and a number within them. */
function replayShared(log: TextLog, isEntry: IsEntry): Replay {
  return {
    async *after(place) {
      for await (const page of log.read(place)) {
        const steps = page.flatMap(([id, text]) => {
          const [ms = 0, number = 0] = id.split("-").map(Number);
          const version = ms * PER_MS + Math.min(number, PER_MS - 1);
          return parsed(text, isEntry).map((entry) => ({ entry, version }));
        });
        const last = page.at(-1)?.[0];
        if (last !== undefined) yield { steps, place: last };
      }
    },
    close: log.close,
  };
}

function parsed(text: string, isEntry: IsEntry): LogEntry[] {
  try {
    const entry: unknown = JSON.parse(text);
    return isEntry(entry) ? [entry] : [];
  } catch {
    return [];
  }
}
