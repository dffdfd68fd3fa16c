/** Folders that are made where they are missing. */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, as `mkdir({ recursive: true })` does; but that never comes back in Node 20 where the
 * system finds no place for one, as under /proc.
 * @param mode permissions of what is made
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (thrown) {
    if (await isFolder(path)) return;
    const above = dirname(path);
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT" || (await isFolder(above))) throw thrown;
    await makeFolder(above, mode);
    await makeFolder(path, mode);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
