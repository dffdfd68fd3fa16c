/** A form as Discord's modal, and what somebody filled in there: pure. */
import type { APIModalInteractionResponseCallbackData, APIModalSubmission } from "discord.js";
import type { Form, FormField } from "../../src/form.ts";
import { isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { MODAL } from "./limits.ts";

const LABEL = 18;
const TYPE = { menu: 3, text: 4, channel: 8 } as const;
/** Text channels, announcement channels and threads. */
const CHANNELS = [0, 5, 10, 11, 12];
const SHORT = 1;

type Modal = APIModalInteractionResponseCallbackData;

/**
 * A modal takes five fields: the first five of the form; the others stay as the line has them.
 * @param inServer elsewhere there is no other channel to choose
 */
export function modal(form: Form, customId: string, inServer: boolean): Modal {
  const fields = form.fields.filter(({ kind }) => inServer || kind !== "channel");
  // Discord gives no way to say at a field what is wrong with it but its description.
  const components = fields.slice(0, MODAL.fields).map((field) => {
    const description = field.fault ?? field.hint;
    return {
      type: LABEL,
      label: fit(oneLine(field.label), MODAL.label),
      ...(description && { description: fit(oneLine(description), MODAL.description) }),
      component: component(field),
    };
  });
  return {
    title: fit(oneLine(form.title), MODAL.title),
    custom_id: customId,
    components: components as unknown as Modal["components"],
  };
}

function component({ name, kind, value, choices = [], required = false }: FormField): object {
  const base = { custom_id: name, required };
  if (kind === "channel")
    return {
      ...base,
      type: TYPE.channel,
      channel_types: CHANNELS,
      default_values: [{ id: value, type: "channel" }],
    };
  if (kind === "one" || kind === "several") {
    const chosen = value.split(",");
    const options = choices.map((choice) => ({
      label: fit(oneLine(choice.shown), MODAL.option),
      value: choice.value,
      ...(chosen.includes(choice.value) && { default: true }),
    }));
    return { ...base, type: TYPE.menu, options, ...(kind === "several" && { max_values: options.length }) };
  }
  const text = oneLine(value).slice(0, MODAL.text);
  return {
    ...base,
    type: TYPE.text,
    style: SHORT,
    max_length: MODAL.text,
    ...(!isBlank(text) && { value: text }),
  };
}

export interface FilledIn {
  readonly filled: Readonly<Record<string, string>>;
  /** The channel that was chosen, and what the person may do there, as Discord says it. */
  readonly channel?: {
    readonly id: string;
    readonly permissions?: string | undefined;
    readonly type?: number | undefined;
  };
}

export function filledIn({ components, resolved }: APIModalSubmission): FilledIn {
  const fields = new Map<string, string>();
  for (const one of components ?? []) {
    const part = "component" in one ? one.component : undefined;
    if (part === undefined || !("custom_id" in part)) continue;
    const value = "values" in part ? part.values.join(",") : "value" in part ? part.value : "";
    fields.set(part.custom_id, String(value ?? "").trim());
  }
  const id = fields.get("channel");
  fields.delete("channel");
  const { permissions, type } = (id === undefined ? undefined : resolved?.channels?.[id]) ?? {};
  return { filled: Object.fromEntries(fields), ...(id && { channel: { id, permissions, type } }) };
}
