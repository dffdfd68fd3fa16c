/** What the project knows of languages, opened once in a process: glossary, dictionary, entities. */
import type { Language } from "../article.ts";
import { countries } from "./countries.ts";
import { type Dictionary, openDictionary } from "./dictionary.ts";
import { createEntities, type Entities, type Entity } from "./entities/entities.ts";
import { usualName } from "./entities/names.ts";
import { openOffices } from "./entities/offices.ts";
import { openNames } from "./entities/stored-names.ts";
import { GLOSSARY_PATH, type Glossary, type GlossaryEntry, openGlossary } from "./glossary.ts";
import { plainHan, stemsKey } from "./keys.ts";
import type { SourceName } from "./missing.ts";

/** Told the reason once for a source that cannot be read. */
type Missing = (source: SourceName, reason: string) => void;

/** Opens a source when it is first asked for; who asked without listening does not keep the fault from the next. */
function once<T>(
  source: SourceName,
  open: (absent: (reason: string) => void) => T,
): (missing?: Missing) => T {
  let opened: { value: T } | undefined;
  let fault: string | undefined;
  return (missing) => {
    opened ??= {
      value: open((reason) => {
        fault = reason;
      }),
    };
    if (fault !== undefined && missing) {
      missing(source, fault);
      fault = undefined;
    }
    return opened.value;
  };
}

let team: readonly GlossaryEntry[] = [];

/** Takes a team's own names; to be called before the glossary is first asked for. */
export function useTeamEntries(entries: readonly GlossaryEntry[]): void {
  team = entries;
}

/** A team's own names. */
export function teamEntries(): readonly GlossaryEntry[] {
  return team;
}

/** The glossary of this process, a team's own names first. */
export const theGlossary = once<Glossary>("glossary", (absent) => openGlossary(absent, GLOSSARY_PATH, team));
/** The dictionary of this process. */
export const theDictionary = once<Dictionary>("dictionary", openDictionary);

let entities: Entities | undefined;

/** The countries, bodies, people, places and offices that a text names, by their places. */
export function entitiesOf(text: string): readonly Entity[] {
  entities ??= createEntities(
    countries(),
    openNames(countries(), team, () => theGlossary().entries),
    openOffices(() => {}),
  );
  return entities.in(text);
}

type Names = Readonly<Record<Language, readonly string[]>>;

const namesById = new Map<string, Names | undefined>();

/** The names of an entity; the glossary is asked for the one entry, as reading all of it takes as long as an answer. */
function namesOf(id: string): Names | undefined {
  if (!namesById.has(id)) namesById.set(id, readNamesOf(id));
  return namesById.get(id);
}

function readNamesOf(id: string): Names | undefined {
  const [kind = "", usual = ""] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  if (kind === "country") return countries().find(({ code }) => code === usual);
  const found = /^\p{Script=Han}/u.test(usual)
    ? theGlossary().byHan(plainHan(usual))
    : theGlossary().byStems(stemsKey(usual).split(" "));
  return found.map(({ entry }) => entry).findLast((one) => `${one.kind}:${usualName(one)}` === id);
}

/** What an entity is usually called in a language; undefined for offices, and where no name is known in it. */
export function nameOf(id: string, language: Language): string | undefined {
  return namesOf(id)?.[language][0]?.replace("=", "");
}

/** All names of an entity, in all languages. */
export function allNamesOf(id: string): readonly string[] {
  const known = namesOf(id);
  return known ? [...known.zh, ...known.en, ...known.ru].map((name) => name.replace("=", "")) : [];
}

/** Ids of the countries that a text names, or of which it names a city that speaks for them. */
export function countriesIn(text: string): ReadonlySet<string> {
  return new Set(
    entitiesOf(text).flatMap(({ id, kind, seat }) =>
      kind === "country" ? [id] : seat === undefined ? [] : [seat],
    ),
  );
}
