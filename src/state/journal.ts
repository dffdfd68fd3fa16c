/** The embedded default: memory plus an append-only journal, one JSON line a change, fsynced before it counts. */
import { constants, type FileHandle, open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import { makeFolder } from "../folder.ts";
import { errors } from "../i18n/state.ts";
import { type JournalReading, keepDamaged, lineOf, readJournal } from "./journal-file.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { memoryStore, type WriteAheadLog } from "./memory.ts";
import type { StateStore } from "./store.ts";
import type { Table } from "./table.ts";

const NAME = "state.jsonl";
/** Rewrite when the journal has more than this many lines for every row, and is not tiny. */
const LINES_PER_ROW = 4;
const TINY = 2000;
/** Rows that are written in one turn of the event loop. */
const SLICE = 1000;

/**
 * State in `folder`, created at the first write. One process writes at a time (a lock says who); others read.
 * A torn last line is cut off; what cannot be read inside is left out, kept in `state.jsonl.damaged-DATE` and told.
 */
export function journalStore(folder: string, clock: Clock): StateStore {
  return memoryStore(clock, journal(folder, clock));
}

/** A new journal that holds the rows; what was appended to the old one meanwhile is still missing. */
interface Rewritten {
  readonly handle: FileHandle;
  readonly lines: number;
}

function journal(folder: string, clock: Clock): WriteAheadLog {
  const file = join(folder, NAME);
  let lock: FolderLock | undefined;
  let handle: FileHandle | undefined;
  let size = 0;
  let lines = 0;
  /** Lines from which on a rewrite is thought of again. */
  let look = TINY;
  let seen = "";
  let damage: string | null = null;
  let damaged: JournalReading["damaged"] = [];
  /** Why the last write, and the last look at the file, failed. */
  let fault: string | null = null;
  let unread: string | null = null;
  let locked = false;
  let refreshing: Promise<void> | undefined;
  /** What was appended since a rewrite began. */
  let behind: string[] | undefined;
  let rewriting: Promise<void> | undefined;
  let rewritten: Rewritten | undefined;

  /** Reads the file when it is not the one that was read last. */
  async function refresh(table: Table): Promise<void> {
    const now = await stat(file).then(
      (stats) => `${stats.ino} ${stats.size} ${stats.mtimeMs}`,
      (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? "none" : Promise.reject(error)),
    );
    if (now === seen) return;
    table.clear();
    seen = "";
    const read = await readJournal(file, table.apply);
    ({ size, lines, damaged } = read);
    look = TINY;
    seen = now;
    const n = `${read.bad} ${read.bad === 1 ? "line" : "lines"}`;
    damage =
      read.bad > 0
        ? `${file}: ${n} could not be read; they are kept in ${file}.damaged-DATE once something is saved.`
        : null;
  }

  function upToDate(table: Table): Promise<void> {
    refreshing ??= refresh(table).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  async function lookAt(table: Table): Promise<void> {
    try {
      await upToDate(table);
      unread = null;
    } catch (error) {
      unread = `${file} cannot be read: ${reasonOf(error)}.`;
      throw unreadable(file, error);
    }
  }

  async function hold(table: Table): Promise<FileHandle> {
    const held = (await lock?.holds()) === true;
    if (handle && held) return handle;
    await handle?.close().catch(() => undefined);
    handle = undefined;
    await discard();
    await makeFolder(folder, 0o700);
    if (!held) {
      await lock?.release();
      lock = undefined;
      lock = await lockFolder(folder, clock);
    }
    await upToDate(table);
    if (damaged.length > 0) await keepDamaged(file, damaged, clock.now());
    damaged = [];
    handle = await openAt(file, size);
    await syncFolder(folder);
    if (damage) {
      await rewrite(table);
      await takeRewritten();
    }
    return handle;
  }

  /** Writes the rows as they are into a new file, slice by slice; what is appended meanwhile is remembered. */
  async function rewrite(table: Table): Promise<void> {
    const fresh = await open(`${file}.new`, "w", 0o600);
    try {
      behind = [];
      let written = 0;
      let slice: string[] = [];
      for (const write of table.all(clock.now())) {
        slice.push(lineOf([write]));
        written += 1;
        if (slice.length < SLICE) continue;
        await fresh.appendFile(slice.join(""));
        slice = [];
        await breathe();
      }
      await fresh.appendFile(slice.join(""));
      await fresh.sync();
      rewritten = { handle: fresh, lines: written };
    } catch (error) {
      behind = undefined;
      await fresh.close().catch(() => undefined);
      throw error;
    }
  }

  /** Puts a rewritten journal in the place of the old one, between two appends. */
  async function takeRewritten(): Promise<void> {
    if (!rewritten || !behind) return;
    const { handle: fresh, lines: written } = rewritten;
    [rewritten, lines, look] = [undefined, written + behind.length, written + behind.length + TINY];
    const more = behind.join("");
    behind = undefined;
    try {
      await fresh.appendFile(more);
      await fresh.datasync();
      const fits = (await fresh.stat()).size;
      await rename(`${file}.new`, file);
      await handle?.close().catch(() => undefined);
      [handle, size] = [fresh, fits];
    } catch {
      // The old one is still whole and goes on.
      await fresh.close().catch(() => undefined);
      return;
    }
    await syncFolder(folder);
  }

  async function discard(): Promise<void> {
    await rewriting?.catch(() => undefined);
    await rewritten?.handle.close().catch(() => undefined);
    [rewritten, behind] = [undefined, undefined];
  }

  async function write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; )
      done += (await handle?.write(bytes, done, bytes.length - done, size + done))?.bytesWritten ?? 0;
    await handle?.datasync();
    size += bytes.length;
  }

  return {
    open: (table) => (handle ? undefined : lookAt(table)),
    append: async (groups, table) => {
      try {
        await hold(table);
        await takeRewritten();
        const text = groups.map(lineOf);
        await write(text.join(""));
        behind?.push(...text);
        lines += groups.length;
        [fault, unread, locked] = [null, null, false];
      } catch (error) {
        // Without a lock the only sentence is that another process has it.
        locked = error instanceof BotError && lock === undefined;
        await handle?.truncate(size).catch(() => undefined);
        fault = error instanceof BotError ? error.words.en : `${file} cannot be written: ${reasonOf(error)}.`;
        throw error instanceof BotError ? error : unwritable(file, error);
      }
    },
    applied: (table) => {
      if (!handle || behind || lines < look) return;
      if (lines <= table.size * LINES_PER_ROW) {
        look = lines + TINY;
        return;
      }
      // One that fails is thought of again after as many lines more.
      look = lines + TINY;
      rewriting = rewrite(table).catch(() => undefined);
    },
    get fault() {
      return fault ?? unread ?? damage;
    },
    get locked() {
      return locked;
    },
    close: async () => {
      await discard();
      await handle?.close();
      handle = undefined;
      await lock?.release();
      lock = undefined;
    },
  };
}

/** Opens for writing at `size`, cutting off a torn line behind it; no one else may read it. */
async function openAt(file: string, size: number): Promise<FileHandle> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  await handle.chmod(0o600).catch(() => undefined);
  await handle.truncate(size);
  return handle;
}

/** A rename is safe once its folder is; some systems cannot sync a folder, which is then as good as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function unwritable(file: string, cause: unknown): BotError {
  return new BotError("unavailable", errors.unwritable(file), { cause });
}

function unreadable(file: string, cause: unknown): BotError {
  return new BotError("unavailable", errors.unreadable(file), { cause });
}
