/** What `daily` and `watching` say of a channel in which posting was refused: why, and a button that goes on. */
import { paused as say } from "../i18n/subscriptions.ts";
import type { Locale } from "../i18n/words.ts";
import type { Block } from "../reply.ts";
import type { Pause } from "./model.ts";

/** Nothing while nothing is paused. */
export function pausedBlocks(pause: Pause | undefined, locale: Locale): readonly Block[] {
  if (!pause) return [];
  const words = say(locale);
  return [
    { kind: "prose", spans: [{ strong: words.paused(pause.reason) }] },
    { kind: "actions", actions: [{ label: words.resume, run: "daily resume", place: "new" }] },
  ];
}
