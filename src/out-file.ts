/** Writing a file that somebody named in the shell (`--out FILE`). */
import { writeFile } from "node:fs/promises";
import type { Caller } from "./command.ts";
import { BotError, reasonOf } from "./errors.ts";
import { errors } from "./i18n/core.ts";

/** @throws BotError "forbidden" outside of a shell: a path there would be one of the bot's own machine */
export function mustBeShell({ platform }: Pick<Caller, "platform">): void {
  if (platform === "terminal") return;
  throw new BotError("forbidden", errors.onlyInShell);
}

/** @throws BotError "bad-input" with the reason when it cannot be written */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (thrown) {
    const why = reasonOf(thrown);
    throw new BotError("bad-input", errors.notWritten(file, why));
  }
}
