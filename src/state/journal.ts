/** The embedded default: memory plus an append-only journal, one JSON line a change, fsynced before it counts. */
import { constants, copyFile, type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import { makeFolder } from "../folder.ts";
import { type FolderLock, lockFolder } from "./lock.ts";
import { type Log, memoryStore } from "./memory.ts";
import type { StateStore } from "./store.ts";
import type { Table, Write } from "./table.ts";

const NAME = "state.jsonl";
/** Compact when the journal has more than this many lines for every live key, and is not tiny. */
const LINES_PER_KEY = 4;
const TINY = 2000;

/**
 * State in `folder`, created at the first write. One process writes at a time (a lock says who); others read.
 * A torn last line is cut off; a line that cannot be read inside is skipped, kept in `state.jsonl.damaged` and told.
 */
export function journalStore(folder: string, clock: Clock): StateStore {
  return memoryStore(clock, journal(folder, clock));
}

interface Read {
  readonly groups: readonly (readonly Write[])[];
  /** Bytes up to the end of the last whole line. */
  readonly size: number;
  readonly damaged: number;
}

/** Reads what can be read of a journal; throws only when the file itself cannot be. */
async function readJournal(file: string): Promise<Read> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const size = bytes.lastIndexOf(10) + 1;
  const groups: (readonly Write[])[] = [];
  let damaged = 0;
  for (const line of bytes.toString("utf8", 0, size).split("\n").slice(0, -1)) {
    try {
      groups.push(groupOf(JSON.parse(line)));
    } catch {
      damaged += 1;
    }
  }
  return { groups, size, damaged };
}

/** @throws when it is JSON, but no group of writes */
function groupOf(read: unknown): readonly Write[] {
  const isWrite = (one: unknown): boolean =>
    Array.isArray(one) &&
    typeof one[0] === "string" &&
    (one[1] === null || typeof one[1] === "string") &&
    (one[2] === null || typeof one[2] === "number");
  if (!Array.isArray(read) || !read.every(isWrite)) throw new TypeError("no group of writes");
  return read as readonly Write[];
}

const lineOf = (group: readonly Write[]): string => `${JSON.stringify(group)}\n`;

function journal(folder: string, clock: Clock): Log {
  const file = join(folder, NAME);
  let lock: FolderLock | undefined;
  let handle: FileHandle | undefined;
  let size = 0;
  let lines = 0;
  /** How many lines there were when live keys were counted last. */
  let looked = 0;
  let seen = "";
  let damage: string | null = null;
  let fault: string | null = null;

  /** Reads the file when it is not the one that was read last. */
  async function refresh(table: Table): Promise<void> {
    const now = await stat(file).then(
      (stats) => `${stats.ino} ${stats.size} ${stats.mtimeMs}`,
      () => "none",
    );
    if (now === seen) return;
    const read = await readJournal(file);
    table.apply(table.all(0).map(([key]): Write => [key, null, null]));
    for (const group of read.groups) table.apply(group);
    size = read.size;
    lines = read.groups.length;
    looked = 0;
    seen = now;
    damage =
      read.damaged > 0
        ? `${file}: ${read.damaged} ${read.damaged === 1 ? "line" : "lines"} could not be read; ${file}.damaged keeps a copy once something is saved.`
        : null;
  }

  async function hold(table: Table): Promise<FileHandle> {
    if (handle && lock?.held()) return handle;
    await handle?.close().catch(() => undefined);
    handle = undefined;
    await makeFolder(folder, 0o700);
    lock = await lockFolder(folder);
    await refresh(table);
    if (damage) await copyFile(file, `${file}.damaged`);
    await rewriteWhenLong(table, damage !== null);
    handle ??= await openAt(file, size);
    await syncFolder(folder);
    return handle;
  }

  async function rewriteWhenLong(table: Table, anyway = false): Promise<void> {
    // Counting what lives looks at every key: not after each line.
    if (!anyway && lines < looked + TINY) return;
    looked = lines;
    const live = table.sweep(clock.now());
    if (!anyway && lines <= live * LINES_PER_KEY) return;
    const fresh = `${file}.new`;
    const text = table.all(clock.now()).map((write) => lineOf([write]));
    const next = await open(fresh, "w");
    await next.writeFile(text.join(""));
    await next.sync();
    await next.close();
    await rename(fresh, file);
    await syncFolder(folder);
    await handle?.close();
    size = Buffer.byteLength(text.join(""));
    lines = text.length;
    looked = lines;
    handle = await openAt(file, size);
  }

  return {
    open: async (table) => {
      if (handle && lock?.held()) return;
      await refresh(table).catch((error) => {
        fault = `${file} cannot be read: ${reasonOf(error)}.`;
        throw unreadable(file, error);
      });
    },
    append: async (groups, table) => {
      try {
        const to = await hold(table);
        const bytes = Buffer.from(groups.map(lineOf).join(""));
        for (let done = 0; done < bytes.length; )
          done += (await to.write(bytes, done, bytes.length - done, size + done)).bytesWritten;
        await to.datasync();
        size += bytes.length;
        lines += groups.length;
        fault = null;
      } catch (error) {
        await handle?.truncate(size).catch(() => undefined);
        if (error instanceof BotError) throw error;
        fault = `${file} cannot be written: ${reasonOf(error)}.`;
        throw unwritable(file, error);
      }
      await rewriteWhenLong(table).catch(() => undefined);
    },
    get fault() {
      return fault ?? damage;
    },
    close: async () => {
      await handle?.close();
      handle = undefined;
      await lock?.release();
    },
  };
}

/** Opens for writing at `size`, cutting off a torn line behind it. */
async function openAt(file: string, size: number): Promise<FileHandle> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
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
  return new BotError(
    "unavailable",
    {
      en: `This could not be saved: ${file} cannot be written. Check the disk and SCO_DATA_DIR, then try again.`,
      zh: `未能保存：无法写入 ${file}。请检查磁盘和 SCO_DATA_DIR 后重试。`,
      ru: `Не удалось сохранить: нельзя записать ${file}. Проверьте диск и SCO_DATA_DIR и повторите.`,
    },
    { cause },
  );
}

function unreadable(file: string, cause: unknown): BotError {
  return new BotError(
    "unavailable",
    {
      en: `The saved settings cannot be read from ${file}. Check its permissions.`,
      zh: `无法读取 ${file} 中保存的设置，请检查文件权限。`,
      ru: `Не удалось прочитать настройки из ${file}. Проверьте права доступа.`,
    },
    { cause },
  );
}
