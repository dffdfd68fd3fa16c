/** Whether two names are one person's, in whatever scripts and cases they are written. */

import { entitiesOf } from "../open.ts";
import { foldWord } from "../words.ts";
import { soundDistance } from "./distance.ts";

/** Names further apart do not sound alike; see `soundDistance`. */
const ALIKE = 0.2;

export function isAlike(one: string, other: string): boolean {
  if (isHan(one) && isHan(other)) return one.includes(other) || other.includes(one) || shareLast(one, other);
  const known = new Set(peopleIds(one));
  if (peopleIds(other).some((id) => known.has(id))) return true;
  return shareLast(one, other) || sounds(wordsOf(one).join(""), wordsOf(other).join(""));
}

/** The last word of either, which is the surname or stands for it, is a word of the other. */
function shareLast(one: string, other: string): boolean {
  const [own, theirs] = [wordsOf(one), wordsOf(other)];
  const has = (words: readonly string[], last: string | undefined) =>
    last !== undefined && words.some((word) => word === last || sounds(word, last));
  return has(theirs, own.at(-1)) || has(own, theirs.at(-1));
}

function sounds(one: string, other: string): boolean {
  return !(isHan(one) && isHan(other)) && soundDistance(one, other) <= ALIKE;
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[\s·・•]+/u).map(foldWord);
}

function isHan(name: string): boolean {
  return /^\p{Script=Han}/u.test(name);
}

function peopleIds(name: string): readonly string[] {
  return entitiesOf(name).flatMap(({ kind, id }) => (kind === "person" ? [id] : []));
}
