/** Why an article or a file of articles cannot be read, in sentences; each names what it wants instead. */
import { BotError, reasonOf } from "../errors.ts";
import { errors, fieldWants, UNREADABLE } from "../i18n/library.ts";
import { asIs, type Words } from "../i18n/words.ts";

/** What a field wants that got something else. */
export function wants(field: string, most?: number): Words {
  if (most !== undefined) return errors.atMost(most);
  return (Object.hasOwn(WANTS, field) ? WANTS[field] : undefined) ?? errors.text;
}

const WANTS: Readonly<Record<string, Words>> = fieldWants;

/** What was wrong, after its place: `a.jsonl:3: the line is not JSON`. */
export function faultAt(place: string, fault: Words): Words {
  return errors.faultAt(place, fault);
}

/** The words of whatever was thrown while reading; what others throw is told as it is, in a line. */
export function whyUnreadable(thrown: unknown): Words {
  if (thrown instanceof BotError) return thrown.words;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === "ENOENT") return UNREADABLE.missing;
  if (code === "EACCES") return UNREADABLE.forbidden;
  const [why = ""] = reasonOf(thrown).split("\n");
  return asIs(why);
}
