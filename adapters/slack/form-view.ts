/** A form as a modal, and what somebody filled in there: pure. */
import type { types } from "@slack/bolt";
import type { Form, FormField } from "../../src/form.ts";
import type { Action } from "../../src/reply.ts";
import { cut } from "./cut.ts";
import { clean } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { Click } from "./receive.ts";
import { FORM_VIEW } from "./surface.ts";

/** What a form has to know when it comes back: its line, and the message whose button opened it. */
export interface Origin {
  readonly line: string;
  readonly place: Action["place"];
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly ephemeral: boolean;
}

const ACTION = "value";

/** @param direct in a direct message there is no other channel to choose */
export function formView(form: Form, click: Click, place: Action["place"], direct: boolean): types.ModalView {
  const { channel, thread, responseUrl, ephemeral } = click;
  const origin: Origin = { line: form.line, place, channel, thread, responseUrl, ephemeral };
  const remembered = JSON.stringify(origin);
  // A line that is too long for the view to remember can only be given up: the card is still there to be pressed.
  if (remembered.length > LIMITS.metadata.max) throw new RangeError("a form's line is too long");
  return {
    type: "modal",
    callback_id: FORM_VIEW,
    private_metadata: remembered,
    title: plain(form.title, LIMITS.modalTitle.max),
    submit: plain(form.submit, LIMITS.modalTitle.max),
    close: plain(form.cancel, LIMITS.modalTitle.max),
    blocks: form.fields.filter(({ kind }) => kind !== "channel" || !direct).map(input),
  };
}

function input(field: FormField): types.InputBlock {
  const hint = field.fault ?? field.hint;
  return {
    type: "input",
    block_id: field.name,
    label: plain(field.label, LIMITS.label.max),
    ...(hint && { hint: plain(hint, LIMITS.label.max) }),
    optional: field.required !== true,
    element: element(field),
  };
}

function element(field: FormField): types.InputBlock["element"] {
  const { kind, value } = field;
  const options = (field.choices ?? []).map((choice) => ({
    text: plain(choice.shown, LIMITS.option.max),
    value: choice.value,
  }));
  if (kind === "time")
    return {
      type: "timepicker",
      action_id: ACTION,
      ...(/^\d\d:\d\d$/.test(value) && { initial_time: value }),
    };
  if (kind === "channel")
    return {
      type: "conversations_select",
      action_id: ACTION,
      ...(/^[CG]/.test(value) && { initial_conversation: value }),
      filter: { include: ["public", "private"], exclude_bot_users: true },
    };
  if (kind === "one") {
    const initial = options.find((option) => option.value === value);
    return {
      type: "static_select",
      action_id: ACTION,
      options,
      ...(initial && { initial_option: initial }),
    };
  }
  if (kind === "several") {
    const initial = options.filter((option) => value.split(",").includes(option.value));
    return {
      type: "checkboxes",
      action_id: ACTION,
      options,
      ...(initial.length > 0 && { initial_options: initial }),
    };
  }
  const max_length = LIMITS.input.max;
  const text = clean(value).slice(0, max_length);
  return { type: "plain_text_input", action_id: ACTION, max_length, ...(text && { initial_value: text }) };
}

const plain = (text: string, max: number): types.PlainTextElement => ({
  type: "plain_text",
  text: cut(clean(text), max),
  emoji: false,
});

/** A form that came back: what was filled in, by field, and where it came from; null when it is none of ours. */
export function filledIn(view: {
  readonly private_metadata?: string;
  readonly state?: { readonly values?: unknown };
}): { readonly origin: Origin; readonly filled: Readonly<Record<string, string>> } | null {
  let origin: Partial<Origin>;
  try {
    origin = JSON.parse(view.private_metadata ?? "") as Partial<Origin>;
  } catch {
    return null;
  }
  if (typeof origin.line !== "string" || typeof origin.channel !== "string") return null;
  const fields = Object.entries((view.state?.values ?? {}) as Record<string, Record<string, State>>);
  const filled = Object.fromEntries(fields.map(([name, block]) => [name, filledValue(block[ACTION])]));
  return { origin: { ephemeral: true, place: "new", ...origin } as Origin, filled };
}

/** https://docs.slack.dev/reference/views#view-state */
interface State {
  readonly value?: string | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
}

function filledValue(state: State | undefined): string {
  const chosen = state?.selected_options?.map(({ value }) => value).join(",");
  return (
    chosen ??
    state?.selected_option?.value ??
    state?.selected_time ??
    state?.selected_conversation ??
    state?.value?.trim() ??
    ""
  );
}
