/** What was typed in the chat, kept in a file that only its owner reads. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface History {
  /** Newest first; empty where there is none yet. */
  read(): readonly string[];
  write(lines: readonly string[]): void;
}

/** A history that cannot be read or written is none: the chat goes on. */
export function fileHistory(path: string): History {
  return {
    read() {
      try {
        return readFileSync(path, "utf8").split("\n").filter(Boolean);
      } catch {
        return [];
      }
    },
    write(lines) {
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, lines.join("\n"), { mode: 0o600 });
      } catch {
        // Nothing to be done about it, and nothing depends on it.
      }
    },
  };
}
