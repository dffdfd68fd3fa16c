/** One writer a folder: a lock file that names its process and is touched while that lives. */
import { readFileSync } from "node:fs";
import { type FileHandle, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { systemClock } from "../clock.ts";
import { BotError } from "../errors.ts";

/** Somebody on another machine (or container) counts as gone when the file was not touched for this long. */
const STALE_MS = 15_000;
const TOUCH_MS = 4000;

export interface FolderLock {
  /** Whether nobody has taken it over, as of the last touch. */
  held(): boolean;
  release(): Promise<void>;
}

/** @throws BotError "unavailable" naming the process that holds it */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, "state.lock");
  const me = `${process.pid}@${hostname()}#${startOf(process.pid)}`;
  let handle = await create(file, me);
  if (!handle) {
    const other = await holderOf(file);
    if (!(await gone(file, other))) throw taken(folder, other);
    const aside = `${file}.${process.pid}`;
    await rename(file, aside).catch(unlessGone);
    await rm(aside, { force: true });
    handle = await create(file, me);
    if (!handle) throw taken(folder, await holderOf(file));
  }
  return keep(file, handle, me);
}

function keep(file: string, handle: FileHandle, me: string): FolderLock {
  let mine = true;
  let touched = systemClock.now();
  const stopped = new AbortController();
  const touching = async (): Promise<void> => {
    while (mine) {
      await systemClock.sleep(TOUCH_MS, stopped.signal);
      await handle.write(me, 0);
      touched = systemClock.now();
      mine &&= (await holderOf(file)) === me;
    }
  };
  touching().catch(() => undefined);
  return {
    held: () => mine && systemClock.now() - touched < STALE_MS,
    release: async () => {
      stopped.abort();
      await handle.close();
      if (mine && (await holderOf(file)) === me) await rm(file, { force: true });
      mine = false;
    },
  };
}

const holderOf = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");

async function create(file: string, text: string): Promise<FileHandle | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
  try {
    await handle.write(text, 0);
    return handle;
  } catch (full) {
    await handle.close();
    await rm(file, { force: true });
    throw full;
  }
}

/** Somebody else may have been faster. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** Whether the holder is gone: on this machine by its process, elsewhere by the age of its last touch. */
async function gone(file: string, holder: string): Promise<boolean> {
  const [, pid = "", host = "", start = ""] = /^(\d+)@(.*)#(.*)$/.exec(holder) ?? [];
  if (host === hostname() && pid !== "") return !isAlive(Number(pid)) || startOf(Number(pid)) !== start;
  const touched = await stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );
  return systemClock.now() - touched > STALE_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, where the system tells (Linux), so that a reused number is not taken for it. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function taken(folder: string, holder: string): BotError {
  const who = holder.split("#")[0] ?? "";
  return new BotError("unavailable", {
    en: `This could not be saved: another sco-bot (process ${who}) is running with ${folder}. Change it in its chat, or stop it first.`,
    zh: `未能保存：另一个 sco-bot（进程 ${who}）正在使用 ${folder}。请在它的聊天中修改，或先停止它。`,
    ru: `Не удалось сохранить: другой sco-bot (процесс ${who}) работает с ${folder}. Измените это в его чате или сначала остановите его.`,
  });
}
