/** A button's custom_id holds its command line, or the name that a longer one is kept under. */
import type { Names } from "../../src/inbox/buttons.ts";
import type { Action } from "../../src/reply.ts";
import { COMPONENT } from "./limits.ts";

export interface Pressed {
  /** `form`: the line is filled in first. */
  readonly place: Action["place"] | "form";
  /** The line itself, or the name it is kept under. */
  readonly line?: string;
  readonly name?: string;
}

const LETTERS = { here: "h", new: "n", channel: "c", form: "f" } as const;
const PLACES: ReadonlyMap<string, Pressed["place"]> = new Map([
  ["h", "here"],
  ["n", "new"],
  ["c", "channel"],
  ["f", "form"],
]);
/** `h12:`, the longest that stands before a line. */
const HEAD = 4;

/** Whether a button can carry the line itself. */
export function carries(line: string): boolean {
  return HEAD + line.toWellFormed().length <= COMPONENT.customId;
}

/** Where version 0.2.0 kept a line. */
export const keptBefore = (name: string): string => `discord:line:${name}`;

/**
 * Makes the ids of one message: `h:search 上海` or, too long, `h#@42~0~8f3kXy~1`. Discord refuses a message with the
 * same id twice, so a repeated one gets a number: `h2:search 上海`.
 * @param names of lines that a button cannot carry
 */
export function createIds(names: Names): (action: Action) => string {
  const used = new Map<string, number>();
  return (action) => {
    const { place, run } =
      action.form === undefined ? action : ({ place: "form", run: action.form } as const);
    const what = carries(run) ? `:${run.toWellFormed()}` : `#${names.get(run) ?? "~"}`;
    const times = (used.get(place + what) ?? 0) + 1;
    used.set(place + what, times);
    return `${LETTERS[place]}${times > 1 ? times : ""}${what}`;
  };
}

/** What a custom_id (or a select menu's value) asks for; null when it is not one of ours. */
export function readId(id: string): Pressed | null {
  const found = /^([hncf])\d*([:#])(.*)$/s.exec(id);
  const place = PLACES.get(found?.[1] ?? "");
  const rest = found?.[3];
  if (!found || !place || !rest) return null;
  return found[2] === ":" ? { place, line: rest } : { place, name: rest };
}
