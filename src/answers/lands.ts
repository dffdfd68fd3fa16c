/** Whose somebody is: an article says it once (the Indian secretary Malhotra), and then speaks of Malhotra alone. */
import type { Entity } from "../language/entities/entities.ts";
import { isAlike } from "../language/names/alike.ts";
import { type PersonName, peopleIn } from "../language/quotations/people.ts";

/** What may stand between a country and the person who is introduced, in UTF-16 units. */
const REACH = 70;
const ENDS = /[.!?。！？；;\n]/u;

export interface Introduced {
  readonly name: string;
  /** Id of a country. */
  readonly land: string;
}

/**
 * The people of a text whose country stands before their name in the same sentence, each once.
 * @param entities of the text, and the people whom it names, both in the order of their places
 */
export function introducedIn(
  text: string,
  entities: readonly Entity[],
  people: readonly PersonName[],
): readonly Introduced[] {
  const lands = entities.filter(({ kind }) => kind === "country");
  const known = new Map<string, string>();
  let next = 0;
  for (const { name, start } of people) {
    while ((lands[next]?.end ?? Infinity) <= start) next++;
    const land = lands[next - 1];
    if (land && !known.has(name) && start - land.end <= REACH && !ENDS.test(text.slice(land.end, start)))
      known.set(name, land.id);
  }
  return [...known].map(([name, land]) => ({ name, land }));
}

/** The countries of those whom a sentence names. */
export function landsOf(sentence: string, introduced: readonly Introduced[]): ReadonlySet<string> {
  const people = introduced.length > 0 ? peopleIn(sentence) : [];
  return new Set(
    introduced.filter(({ name }) => people.some((one) => isAlike(one.name, name))).map(({ land }) => land),
  );
}
