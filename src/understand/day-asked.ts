/** The days of which a question asks only what happened; such a question is for the digest. */
import type { Library } from "../articles/library.ts";
import type { Day } from "../time.ts";
import { plainText, readSentence } from "./sentence.ts";
import { subjectIn } from "./subject.ts";
import { period } from "./write.ts";

/** As `digest` takes them; undefined for every other question. */
export function dayAsked(question: string, today: Day, library: Library): string | undefined {
  const sentence = readSentence(plainText(question), { library, today });
  const [days] = sentence.slots.days;
  if (!days || days.value.impossible || !sentence.has("happened")) return undefined;
  const subject = subjectIn(sentence, sentence.slots.days, ["polite", "find", "news", "summary"], true);
  return subject === "" ? period(days.value, today) : undefined;
}
