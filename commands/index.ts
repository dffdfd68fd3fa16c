/** The commands that the modules of this folder declare. */
import type { Command } from "../src/command.ts";
import { readModules } from "./folder.ts";

/** Commands in the order of their names. A module exports one declaration made by `command(…)`. */
export async function loadCommands(): Promise<readonly Command[]> {
  return (await readModules())
    .flatMap((module) => Object.values(module).filter(isCommand))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
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
