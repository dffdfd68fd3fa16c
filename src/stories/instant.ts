/** An instant as it is typed behind `--since`. */
import { BotError } from "../errors.ts";

/** Epoch milliseconds. @throws BotError("bad-input") */
export function readInstant(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) {
    throw new BotError("bad-input", {
      en: `since needs an instant such as 2025-05-26T01:00:00Z, not “${text.slice(0, 40)}”.`,
      zh: `since 需要 2025-05-26T01:00:00Z 这样的时刻，而不是“${text.slice(0, 40)}”。`,
      ru: `since — это момент вида 2025-05-26T01:00:00Z, а не «${text.slice(0, 40)}».`,
    });
  }
  return instant;
}
