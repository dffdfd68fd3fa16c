/** A button's custom_id holds its command line; one that is too long is kept in the state store under a short key. */
import { createHash } from "node:crypto";
import type { Action } from "../../src/reply.ts";
import type { StateStore } from "../../src/state/store.ts";
import { COMPONENT } from "./limits.ts";

/** A line that did not fit into a custom_id. */
export interface SavedLine {
  readonly key: string;
  readonly line: string;
}

export interface Pressed {
  readonly place: Action["place"];
  /** The line itself, or the key it was saved under. */
  readonly line?: string;
  readonly key?: string;
}

const LETTERS = { here: "h", new: "n", channel: "c" } as const;
const PLACES: Readonly<Record<string, Action["place"]>> = { h: "here", n: "new", c: "channel" };
/** Buttons work for half a year; a message older than that is rarely pressed. */
const KEPT_MS = 183 * 24 * 3_600_000;

/**
 * Makes the ids of one message: `h:search 上海` or, too long, `h#8f3k…`. Discord refuses a message with the
 * same id twice, so a repeated one gets a number: `h2:search 上海`.
 */
export function createIds(): { idOf(action: Action): string; readonly saved: readonly SavedLine[] } {
  const used = new Map<string, number>();
  const saved: SavedLine[] = [];
  return {
    saved,
    idOf(action) {
      const line = action.run.toWellFormed();
      const letter = LETTERS[action.place];
      const times = (used.get(letter + line) ?? 0) + 1;
      used.set(letter + line, times);
      const head = `${letter}${times > 1 ? times : ""}`;
      if (head.length + 1 + line.length <= COMPONENT.customId) return `${head}:${line}`;
      const key = createHash("sha256").update(line).digest("base64url").slice(0, 22);
      if (!saved.some((one) => one.key === key)) saved.push({ key, line });
      return `${head}#${key}`;
    },
  };
}

/** What a custom_id (or a select menu's value) asks for; null when it is not one of ours. */
export function readId(id: string): Pressed | null {
  const found = /^([hnc])\d*([:#])(.*)$/s.exec(id);
  const place = PLACES[found?.[1] ?? ""];
  const rest = found?.[3];
  if (!found || !place || !rest) return null;
  return found[2] === ":" ? { place, line: rest } : { place, key: rest };
}

/** Remembers long lines here and in the store, so that they work while the store is away and after a restart. */
export function createLines(store: Pick<StateStore, "get" | "set">): {
  save(lines: readonly SavedLine[]): Promise<void>;
  find(pressed: Pressed): Promise<string | undefined>;
} {
  const near = new Map<string, string>();
  const storeKey = (key: string) => `discord:line:${key}`;
  return {
    async save(lines) {
      for (const { key, line } of lines) {
        near.set(key, line);
        const oldest = near.keys().next().value;
        if (near.size > 1_000 && oldest !== undefined) near.delete(oldest);
      }
      await Promise.all(lines.map(({ key, line }) => store.set(storeKey(key), line, KEPT_MS)));
    },
    async find({ line, key }) {
      if (line !== undefined || key === undefined) return line;
      const kept = near.get(key) ?? (await store.get(storeKey(key)));
      return typeof kept === "string" ? kept : undefined;
    },
  };
}
