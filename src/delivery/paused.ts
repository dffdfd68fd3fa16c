/** What `daily` and `watching` say of a channel in which posting was refused: why, and a button that goes on. */
import { type Locale, phrases } from "../i18n/words.ts";
import type { Block } from "../reply.ts";
import type { Pause } from "./model.ts";

const say = phrases({
  en: { paused: (reason: string) => `Paused, as posting here was refused: ${reason}.`, resume: "Resume" },
  zh: { paused: (reason: string) => `已暂停，因为无法在此发送：${reason}。`, resume: "恢复" },
  ru: {
    paused: (reason: string) => `Приостановлено: писать сюда не разрешили (${reason}).`,
    resume: "Возобновить",
  },
});

/** Nothing while nothing is paused. */
export function pausedBlocks(pause: Pause | undefined, locale: Locale): readonly Block[] {
  if (!pause) return [];
  const words = say(locale);
  return [
    { kind: "prose", spans: [{ strong: words.paused(pause.reason) }] },
    { kind: "actions", actions: [{ label: words.resume, run: "daily resume", place: "new" }] },
  ];
}
