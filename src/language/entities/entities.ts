/** What a text speaks of: countries, bodies, people, places and offices, each once, by the longest known name at a place. */
import type { Country } from "../countries.ts";
import { type NameIndex, readNameText } from "./name-index.ts";
import type { KnownName, NameKind } from "./names.ts";
import { type Modifier, type Offices, officesIn } from "./offices.ts";
import { createShorts } from "./shorts.ts";

export type EntityKind = NameKind | "office";

/** A known thing where a text names it: a half-open UTF-16 range. */
export interface Entity {
  /** The same in every language: `country:BY`, `body:Shanghai Cooperation Organization`, `office:president`. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly start: number;
  readonly end: number;
  /** Of an office: what makes another office of it. */
  readonly modifiers: readonly Modifier[];
  /** Of an office: ids of the countries and bodies whose it is, nearest first. */
  readonly of: readonly string[];
  /** Of a city or a seat of power: id of the country that it speaks for. */
  readonly seat?: string;
}

export interface Entities {
  /** In the order of their places; linear in the text. A name within a longer one is not told. */
  in(text: string): readonly Entity[];
}

const OWNERS: ReadonlySet<EntityKind> = new Set(["country", "body", "place"]);

export function createEntities(
  countries: readonly Country[],
  names: NameIndex<KnownName>,
  offices: Offices,
): Entities {
  const shorts = createShorts(countries);
  return {
    in(text) {
      const read = readNameText(text);
      const found = names.find(read);
      const named: Entity[] = found.map(({ value: { id, kind, seat }, start, end }) => ({
        id,
        kind,
        start,
        end,
        modifiers: [],
        of: [],
        ...(seat !== undefined && { seat: `country:${seat}` }),
      }));
      const short: Entity[] = shorts(read, found).map(({ value, start, end }) => ({
        id: `country:${value}`,
        kind: "country",
        start,
        end,
        modifiers: [],
        of: [],
      }));
      const all = [...named, ...short];
      const owners = all.filter(({ kind }) => OWNERS.has(kind));
      const held = officesIn(read, offices, owners).map(
        (office): Entity => ({ ...office, id: `office:${office.id}`, kind: "office" }),
      );
      return longest([...all, ...held]);
    },
  };
}

/** Drops what lies within something longer. */
function longest(entities: readonly Entity[]): Entity[] {
  const sorted = [...entities].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  return sorted.filter(({ end }) => {
    if (end <= reach) return false;
    reach = end;
    return true;
  });
}
