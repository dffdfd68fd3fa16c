/** An instant as it is typed behind `--since`. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/story.ts";

/** Epoch milliseconds. @throws BotError("bad-input") */
export function readInstant(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) {
    throw new BotError("bad-input", errors.notAnInstant(text.slice(0, 40)));
  }
  return instant;
}
