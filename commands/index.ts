/** Finds every command of this folder: a new file is a new command, nothing else has to change. */
import { readdir } from "node:fs/promises";
import type { Command } from "../src/command.ts";

/** Commands in the order of their names. A module exports one declaration made by `command(…)`. */
export async function loadCommands(): Promise<readonly Command[]> {
  const files = (await readdir(import.meta.dirname)).filter(
    (name) => /^(?!index)[\w-]+\.[jt]s$/.test(name) && !name.endsWith(".d.ts"),
  );
  const commands: Command[] = [];
  for (const file of files) {
    const exported = (await import(`./${file}`)) as Readonly<Record<string, unknown>>;
    commands.push(...Object.values(exported).filter(isCommand));
  }
  return commands.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isCommand(exported: unknown): exported is Command {
  return (
    typeof exported === "object" &&
    exported !== null &&
    "name" in exported &&
    "run" in exported &&
    "options" in exported
  );
}
