/** The form of `search`: what to look for. */
import type { Form } from "../form.ts";
import { searchForm as say } from "../i18n/saved.ts";
import type { Locale } from "../i18n/words.ts";

export function searchForm(query: string, locale: Locale): Form {
  const { label, hint, ...words } = say(locale);
  return {
    ...words,
    fields: [{ name: "query", kind: "text", label, hint, required: true, value: query }],
    line: query === "" ? "search" : `search ${query}`,
  };
}
