/** A capital speaks for its state: what Minsk says is what Belarus says. Expanding of questions alone. */
import { countries } from "../../language/countries.ts";
import { stemsKey } from "../../language/keys.ts";
import { entitiesOf } from "../../language/open.ts";
import type { Expanding } from "./expanding.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { pairsOf, translations, WEIGHTS } from "./variants.ts";

/** For each capital the names of its country, and for each country those of its capitals. */
export async function standFor(
  _: readonly DraftTerm[],
  { text, wide, ...asked }: Expanding,
): Promise<readonly Addition[]> {
  if (!wide) return [];
  return entitiesOf(text).flatMap(({ kind, id, seat, start, end }): readonly Addition[] => {
    const variants = seat ? countryOf(seat) : kind === "country" ? seatsOf(id, asked) : [];
    return variants.length > 0 ? [{ start, end, term: text.slice(start, end), variants }] : [];
  });
}

function countryOf(seat: string): readonly Variant[] {
  const country = countries().find(({ code }) => `country:${code}` === seat);
  const names = [...(country?.en ?? []), ...(country?.ru ?? [])].map((name) => stemsKey(name).split(" "));
  return related([...(country?.zh ?? []).map(pairsOf), ...names]);
}

function seatsOf(id: string, { glossary }: Pick<Expanding, "glossary">): readonly Variant[] {
  const country = countries().find(({ code }) => `country:${code}` === id);
  const cities = (country?.seats ?? []).flatMap((city) => glossary.byStems(stemsKey(city).split(" ")));
  return related(cities.flatMap(({ han, stems }) => [...han.map(pairsOf), ...stems]));
}

function related(names: readonly (readonly string[])[]): readonly Variant[] {
  return translations(names, WEIGHTS.seat, 1).map((one) => ({ ...one, via: "related" }));
}
