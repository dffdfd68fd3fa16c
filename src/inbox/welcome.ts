/** The first line that somebody reads of the bot, with what to begin with: where it was invited, and in its Home. */
import { welcome as say } from "../i18n/inbox.ts";
import type { Locale } from "../i18n/words.ts";
import type { Action, Reply } from "../reply.ts";

/** What to press first. Searching and the summary ask for their words in a form. */
export function firstSteps(locale: Locale): readonly Action[] {
  const words = say(locale);
  return [
    { label: words.today, run: "digest", place: "new", style: "primary" },
    { label: words.search, run: "help search", place: "new", form: "search" },
    { label: words.daily, run: "help daily", place: "new", form: "daily 09:00" },
  ];
}

export function welcome(locale: Locale): Reply {
  const { hello } = say(locale);
  return {
    ...{ summary: hello, audience: "channel", outcome: "answered" },
    blocks: [
      { kind: "prose", spans: [hello] },
      { kind: "actions", actions: firstSteps(locale) },
    ],
  };
}
