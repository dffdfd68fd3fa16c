/** The form that shares one article to a channel of one's choice. */
import type { Form } from "../form.ts";
import { shareForm as say } from "../i18n/saved.ts";
import type { Locale } from "../i18n/words.ts";

/** @param line what is shown there */
export function shareForm(line: string, channel: string, locale: Locale): Form {
  const { label, ...words } = say(locale);
  return {
    ...words,
    fields: [{ name: "channel", kind: "channel", label, required: true, value: channel }],
    line,
  };
}
