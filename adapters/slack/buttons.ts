/** Buttons: a command line in a button's value, or saved under a short key when it is too long for one. */
import { createHash } from "node:crypto";
import type { types } from "@slack/bolt";
import type { Action, Block, Reply } from "../../src/reply.ts";
import type { StateStore } from "../../src/state/store.ts";
import { cut } from "./cut.ts";
import { clean, escapeText } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** How long a saved line is kept: buttons are promised to work for a month. */
const KEPT_MS = 45 * 24 * 3600_000;
/** What every `action_id` of ours begins with; then the place, then a number that makes it unique. */
export const ACTION_PREFIX = "sco:";

/** What a click says: where its answer goes, and the line itself or the key that it was saved under. */
export interface Pressed {
  readonly place: Action["place"];
  readonly line: string;
  /** Set when `line` is only the beginning of a line that was saved. */
  readonly key?: string;
}

/** Characters that Slack may send back as entities are written as `%xx`. */
const encode = (line: string): string => line.replace(/[%&<>]/g, encodeURIComponent);
const decode = (value: string): string => value.replace(/%(25|26|3C|3E)/g, decodeURIComponent);
const storeKey = (key: string): string => `slack-button:lines:${key}`;
const keyOf = (line: string): string => createHash("sha256").update(line).digest("base64url").slice(0, 22);
const isLong = (line: string): boolean => encode(line).length > LIMITS.buttonValue.max - 1;

/**
 * @param nth makes the action id unique in its message
 * @param about what it is about: a screen reader says it too, where many buttons have one label
 */
export function button(action: Action, nth: number, about?: string): types.Button {
  const words = clean(action.label).trim() || "…";
  const label = cut(words, LIMITS.buttonText.max, (t) => escapeText(t).length);
  const heard = about && cut(clean(`${words}: ${about}`).trim(), LIMITS.buttonText.max);
  return {
    type: "button",
    action_id: `${ACTION_PREFIX}${action.place}:${nth}`,
    text: { type: "plain_text", text: escapeText(label), emoji: false },
    value: valueFor(clean(action.run)),
    ...(heard && { accessibility_label: heard }),
    ...(action.style && { style: action.style }),
  };
}

/** `=line`, or `#key beginning of the line` when the line is too long. */
function valueFor(line: string): string {
  if (!isLong(line)) return `=${encode(line)}`;
  const head = `#${keyOf(line)} `;
  return (
    head + encode(cut(line, LIMITS.buttonValue.max - head.length, (t) => encode(t).length).replace(/…$/, ""))
  );
}

/** Reads a click; null when it is none of ours. */
export function pressed(actionId: string, value: string | undefined): Pressed | null {
  const place = /^sco:(here|new|channel):/.exec(actionId)?.[1];
  if ((place !== "here" && place !== "new" && place !== "channel") || !value) return null;
  if (value.startsWith("=")) return { place, line: decode(value.slice(1)) };
  const saved = /^#([\w-]{22}) (.*)$/s.exec(value);
  return saved ? { place, key: saved[1] ?? "", line: decode(saved[2] ?? "") } : null;
}

function actionsOf(block: Block): readonly Action[] {
  if (block.kind === "actions") return block.actions;
  return block.kind === "card" ? (block.actions ?? []) : [];
}

/** Saves the lines of a reply that no button can carry; the same line has the same key. */
export async function saveLines(reply: Reply, store: StateStore): Promise<void> {
  const lines = reply.blocks.flatMap(actionsOf).map((action) => clean(action.run));
  await Promise.all(lines.filter(isLong).map((line) => store.set(storeKey(keyOf(line)), line, KEPT_MS)));
}

/** The whole line of a saved button, or null when it is gone. */
export async function savedLine(key: string, store: StateStore): Promise<string | null> {
  const line = await store.get(storeKey(key));
  return typeof line === "string" ? line : null;
}
