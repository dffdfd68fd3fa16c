/** Buttons: a command line in a button's value, or the name that it is kept under when it is too long for one. */
import type { types } from "@slack/bolt";
import type { Names } from "../../src/inbox/buttons.ts";
import type { Action } from "../../src/reply.ts";
import { cut } from "./cut.ts";
import { clean, escapeText } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** What every `action_id` of ours begins with; then the place, then a number that makes it unique. */
export const ACTION_PREFIX = "sco:";

/** What a click says: where its answer goes, and the line itself or the name that it is kept under. */
export interface Pressed {
  readonly place: Action["place"];
  /** The line is filled in first. */
  readonly form?: true;
  readonly line: string;
  /** Set when `line` is only the beginning of a line that is kept. */
  readonly name?: string;
}

/** Characters that Slack may send back as entities are written as `%xx`. */
const encode = (line: string): string => line.replace(/[%&<>]/g, encodeURIComponent);
const decode = (value: string): string => value.replace(/%(25|26|3C|3E)/g, decodeURIComponent);

/** Whether a button can carry the line itself. */
export function carries(line: string): boolean {
  return encode(clean(line)).length < LIMITS.buttonValue.max;
}

/** Where version 0.2.0 kept a line. */
export const keptBefore = (name: string): string => `slack-button:lines:${name}`;

/**
 * @param names of lines that a button cannot carry
 * @param nth makes the action id unique in its message
 * @param about what it is about: a screen reader says it too, where many buttons have one label
 */
export function button(action: Action, names: Names, nth: number, about?: string): types.Button {
  const words = clean(action.label).trim() || "…";
  const label = cut(words, LIMITS.buttonText.max, (t) => escapeText(t).length);
  const run = action.form ?? action.run;
  const place = action.form === undefined ? action.place : `form-${action.place}`;
  const heard = about && cut(clean(`${words}: ${about}`).trim(), LIMITS.buttonText.max);
  return {
    type: "button",
    action_id: `${ACTION_PREFIX}${place}:${nth}`,
    text: { type: "plain_text", text: escapeText(label), emoji: false },
    value: valueFor(clean(run), names.get(run)),
    ...(heard && { accessibility_label: heard }),
    ...(action.style && { style: action.style }),
  };
}

/** The two verdicts on an answer, as Slack's own pair of thumbs. */
export function feedbackButtons(good: Action, bad: Action, names: Names): types.FeedbackButtons {
  const one = ({ label, run }: Action) => ({
    text: { type: "plain_text" as const, text: cut(clean(label), LIMITS.buttonText.max), emoji: true },
    value: valueFor(clean(run), names.get(run)),
  });
  return {
    type: "feedback_buttons",
    action_id: `${ACTION_PREFIX}${good.place}:0`,
    positive_button: one(good),
    negative_button: one(bad),
  };
}

/** `=line`, or `#name beginning of the line` when the line is too long. */
function valueFor(line: string, name = "~"): string {
  if (carries(line)) return `=${encode(line)}`;
  const head = `#${name} `;
  return (
    head + encode(cut(line, LIMITS.buttonValue.max - head.length, (t) => encode(t).length).replace(/…$/, ""))
  );
}

/** Reads a click; null when it is none of ours. */
export function pressed(actionId: string, value: string | undefined): Pressed | null {
  const [, form, place] = /^sco:(form-)?(here|new|channel):/.exec(actionId) ?? [];
  if (place === undefined || !value) return null;
  const how = { place: place as Action["place"], ...(form && { form: true as const }) };
  if (value.startsWith("=")) return { ...how, line: decode(value.slice(1)) };
  const kept = /^#(\S{1,99}) (.*)$/s.exec(value);
  return kept ? { ...how, name: kept[1] ?? "", line: decode(kept[2] ?? "") } : null;
}
