/** Names that tell something of a story: no common word, no part of somebody's name, nothing that every article of the beat has. */
import type { Language } from "../article.ts";
import type { Entity } from "../language/entities/entities.ts";
import { isTransliterated } from "../language/names/han-sounds.ts";
import { isFullName } from "../language/names/same-person.ts";
import { entitiesOf, nameOf } from "../language/open.ts";

/** A name as written: a half-open UTF-16 range. */
export interface NameMention {
  /** What it is, in whatever language it is written. */
  readonly id: string;
  readonly kind: Entity["kind"];
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Of a city that speaks for a state: id of the country. */
  readonly seat?: string;
}

const KINDS: ReadonlySet<Entity["kind"]> = new Set([
  "person",
  "body",
  "place",
  "event",
  "document",
  "country",
]);
/** The organization, and what is its own: another article calls that the summit or the secretariat. */
const EVERYWHERE = /^\p{L}+:(?:Shanghai Cooperation Organization$|SCO )/u;
/** What each country has, and kinds of papers and meetings: a memorandum, a group. */
const GENERIC = /^\p{L}+:(?:\p{Ll}|(?:Ministry|Meeting|Council|Department|Committee|Group) of )/u;

export function namesThatTell(text: string): readonly NameMention[] {
  const entities = entitiesOf(text);
  return entities.flatMap(({ id, kind, start, end, seat }, at): readonly NameMention[] => {
    if (!KINDS.has(kind) || EVERYWHERE.test(id) || (kind !== "country" && GENERIC.test(id))) return [];
    const name = text.slice(start, end).replace(/['’]s$/u, "");
    const capital = /^[\p{Lu}\p{Script=Han}]/u.test(name);
    if (!capital || (kind === "person" ? isPart(text, name, start) : inLongerName(text, entities, at)))
      return [];
    return [{ id, kind, name, start, end: start + name.length, ...(seat !== undefined && { seat }) }];
  });
}

/** Whether it is a family name alone, or a given name of somebody else's. */
function isPart(text: string, name: string, start: number): boolean {
  const beside = text.charAt(start - 1) + text.charAt(start + name.length);
  return !isFullName(name) || /[·・•]/u.test(beside);
}

/** Whether a Chinese name goes on in characters that foreign names are written with, or is parted by a dot: 图拉 in 图拉耶夫. */
function inLongerName(text: string, entities: readonly Entity[], at: number): boolean {
  const { start = 0, end = 0 } = entities[at] ?? {};
  if (/[·・•]/u.test(text.charAt(start - 1) + text.slice(start, end) + text.charAt(end))) return true;
  if (!isTransliterated(text.slice(start, end))) return false;
  const behind = entities[at + 1]?.start !== end && isTransliterated(text.slice(end, end + 2));
  const before =
    entities[at - 1]?.end !== start && isTransliterated(text.slice(Math.max(0, start - 2), start));
  return behind || before;
}

/** A name as the reader calls it; what the article has stands beside it where that is in another script. */
export function nameFor({ id, name }: Pick<NameMention, "id" | "name">, reader: Language): string {
  const own = nameOf(id, reader);
  if (own === undefined || own === name) return name;
  return scriptOf(own) === scriptOf(name) ? own : `${own} (${name})`;
}

function scriptOf(name: string): string {
  return /\p{Script=Han}/u.test(name) ? "Han" : /\p{Script=Cyrillic}/u.test(name) ? "Cyrillic" : "Latin";
}
