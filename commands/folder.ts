/** The modules of this folder: a new file is a new command, nothing else has to change. `build.js` writes the imports out. */
import { readdir } from "node:fs/promises";

/** What each module exports. */
export async function readModules(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) =>
    /^(?!(?:index|folder)\.)[\w-]+\.(?:ts|js)$/.test(name),
  );
  const modules: Readonly<Record<string, unknown>>[] = [];
  for (const file of files) modules.push(await import(`./${file}`));
  return modules;
}
