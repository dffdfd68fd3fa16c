/** A button's custom_id holds its command line, or the name that a longer one is kept under. */
import type { Names } from "../../src/inbox/buttons.ts";
import type { Action } from "../../src/reply.ts";
import { COMPONENT } from "./limits.ts";

export interface Pressed {
  readonly place: Action["place"];
  /** The line is filled in first. */
  readonly form?: true;
  /** The line itself, or the name it is kept under. */
  readonly line?: string;
  readonly name?: string;
}

const LETTERS = { here: "h", new: "n", channel: "c" } as const;
/** Of those whose line is filled in first. */
const FORMS = { here: "f", new: "g", channel: "s" } as const;
const READ: ReadonlyMap<string, Pick<Pressed, "place" | "form">> = new Map([
  ["h", { place: "here" }],
  ["n", { place: "new" }],
  ["c", { place: "channel" }],
  ["f", { place: "here", form: true }],
  ["g", { place: "new", form: true }],
  ["s", { place: "channel", form: true }],
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
  return ({ place, run, form }) => {
    const letter = form === undefined ? LETTERS[place] : FORMS[place];
    const line = form ?? run;
    const what = carries(line) ? `:${line.toWellFormed()}` : `#${names.get(line) ?? "~"}`;
    const times = (used.get(letter + what) ?? 0) + 1;
    used.set(letter + what, times);
    return `${letter}${times > 1 ? times : ""}${what}`;
  };
}

/** What a custom_id (or a select menu's value) asks for; null when it is not one of ours. */
export function readId(id: string): Pressed | null {
  const found = /^([a-z])\d*([:#])(.*)$/s.exec(id);
  const how = READ.get(found?.[1] ?? "");
  const rest = found?.[3];
  if (!found || !how || !rest) return null;
  return found[2] === ":" ? { ...how, line: rest } : { ...how, name: rest };
}
