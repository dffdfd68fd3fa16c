/** One writer a folder: a lock file that names its process and is touched while that lives. */
import { readFileSync } from "node:fs";
import { type FileHandle, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { type Clock, systemClock } from "../clock.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/state.ts";

/** Somebody on another machine (or container) counts as gone when the file was not touched for this long. */
const STALE_MS = 15_000;
const TOUCH_MS = 4000;

export interface FolderLock {
  /** Whether it is still ours. Looks at the file when it was not touched for a while: the process or a clock stood still or jumped. */
  holds(): Promise<boolean>;
  release(): Promise<void>;
}

/** Lock files that this process holds: its own name in another one was left behind. */
const heldHere = new Set<string>();

/** @throws BotError "unavailable" naming the process that holds it */
export async function lockFolder(folder: string, clock: Clock = systemClock): Promise<FolderLock> {
  const file = resolve(folder, "state.lock");
  const me = `${process.pid}@${hostname()}#${startOf(process.pid)}`;
  let handle = await create(file, me);
  if (!handle) {
    const other = await holderOf(file);
    const leftBehind = other === me && !heldHere.has(file);
    if (!leftBehind && !(await gone(file, other, clock))) throw taken(folder, other);
    const aside = `${file}.${process.pid}`;
    await rename(file, aside).catch(unlessGone);
    await rm(aside, { force: true });
    handle = await create(file, me);
    if (!handle) throw taken(folder, await holderOf(file));
  }
  heldHere.add(file);
  return keep(file, handle, me, clock);
}

function keep(file: string, handle: FileHandle, me: string, clock: Clock): FolderLock {
  let mine = true;
  let touched = { monotonic: clock.monotonic(), wall: clock.now() };
  const stopped = new AbortController();

  /** Says that we live, and sees whether somebody took us for dead. @throws when the disk says no */
  async function touch(): Promise<void> {
    if ((await holderOf(file)) !== me) mine = false;
    else await handle.write(me, 0);
    if (mine) touched = { monotonic: clock.monotonic(), wall: clock.now() };
  }

  async function touching(): Promise<void> {
    while (mine && !stopped.signal.aborted) {
      await systemClock.sleep(TOUCH_MS, stopped.signal).catch(() => undefined);
      // A touch that fails is tried again at the next turn.
      if (!stopped.signal.aborted) await touch().catch(() => undefined);
    }
  }
  void touching();

  return {
    async holds() {
      const still = clock.monotonic() - touched.monotonic;
      // A machine that was suspended counts no monotonic time, but the others did.
      const passed = Math.max(still, Math.abs(clock.now() - touched.wall));
      if (mine && passed >= STALE_MS) await touch();
      return mine;
    },
    release: async () => {
      stopped.abort();
      await handle.close();
      if (mine && (await holderOf(file)) === me) await rm(file, { force: true });
      mine = false;
      heldHere.delete(file);
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
async function gone(file: string, holder: string, clock: Clock): Promise<boolean> {
  const [, pid = "", host = "", start = ""] = /^(\d+)@(.*)#(.*)$/.exec(holder) ?? [];
  if (host === hostname() && pid !== "") return !isAlive(Number(pid)) || startOf(Number(pid)) !== start;
  const touched = await stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );
  return clock.now() - touched > STALE_MS;
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
  return new BotError("unavailable", errors.folderTaken(who, folder));
}
