/** Whether words that nobody addressed to the bot clearly go on from the list that it showed this person. */
import { BACK, MORE, YEAR_ALONE } from "./follow-up.ts";
import type { Shown } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { subjectIn } from "./subject.ts";

/** People who talk to each other write more than this. */
const LONGEST = 60;

/**
 * Yes only to what means nothing but the list: another page, a place in it, or a language, publisher or day with no word
 * besides. Whatever has a subject of its own may be talk between people.
 */
export function goesOnClearly(sentence: Sentence, before: Shown): boolean {
  const { low, slots, places, ids, addresses } = sentence;
  if (low.length > LONGEST || addresses.length > 0) return false;
  const bare = low.replace(/(?<![?!.。？！])[?!.。？！]+$/u, "").trim();
  if (MORE.test(bare) || BACK.test(bare) || YEAR_ALONE.test(bare)) return true;
  const number = /^\d{1,2}$/.test(bare) ? Number(bare) - (before.first ?? 1) : undefined;
  if (number !== undefined) return number >= 0 && number < before.ids.length;
  const { languages, publishers, days, newest, pages } = slots;
  const taken = [...places, ...ids, ...languages, ...publishers, ...days, ...newest, ...pages];
  if (taken.length === 0) return false;
  return subjectIn(sentence, taken, ["polite", "find", "read", "news", "when"], true) === "";
}
