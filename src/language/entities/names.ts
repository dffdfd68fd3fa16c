/** Names of countries, bodies, people and places, in all their forms, ready to be looked for. */
import type { Country } from "../countries.ts";
import type { EntryKind, GlossaryEntry } from "../glossary.ts";
import { plainHan } from "../keys.ts";
import { casesOf } from "../russian/cases.ts";
import { foldWord, isStopWord } from "../words.ts";
import { createNameIndex, type NameForms, type NameIndex, type StoredNames } from "./name-index.ts";

export type NameKind = "country" | Exclude<EntryKind, "term">;

export interface KnownName {
  /** `country:RU`, or the kind and the usual English name: `body:Shanghai Cooperation Organization`. */
  readonly id: string;
  readonly kind: NameKind;
  /** Country that a city or an office speaks for. */
  readonly seat?: string;
}

/** What an entry's id is made of: its first English name, where it has one. */
export function usualName({ zh, en, ru }: Pick<GlossaryEntry, "zh" | "en" | "ru">): string {
  return en[0] ?? zh[0] ?? ru[0] ?? "";
}

/** All names, in one index. @param stored names that come after these */
export function indexNames(
  countries: readonly Country[],
  glossary: readonly GlossaryEntry[],
  stored?: StoredNames<KnownName>,
): NameIndex<KnownName> {
  const index = createNameIndex<KnownName>(stored);
  const add: Add = (names, name, forms) => {
    for (const written of names) {
      const plain = written.replace("=", "");
      const capitals = !written.startsWith("=") ? "any" : /\p{Ll}/u.test(plain) ? "first" : "all";
      for (const form of forms(plain)) index.add(form, name, capitals);
    }
  };
  const seats = new Map(countries.flatMap(({ code, seats }) => seats.map((city) => [city, code] as const)));
  if (!stored) addCountries(countries, add);
  for (const { kind, zh, en, ru } of glossary) {
    if (kind === "term") continue;
    const usual = usualName({ zh, en, ru });
    const seat = seats.get(usual);
    const name: KnownName = { id: `${kind}:${usual}`, kind, ...(seat !== undefined && { seat }) };
    add(zh, name, (form) => [plainHan(form)]);
    add(en.map(withCapitals), name, (form) => [form]);
    add(ru.map(withCapitals), name, (form) => [kind === "person" ? personCases(form) : casesOf(form)]);
  }
  return index;
}

type Add = (
  names: readonly string[],
  name: KnownName,
  forms: (plain: string) => readonly (string | NameForms)[],
) => void;

function addCountries(countries: readonly Country[], add: Add): void {
  const platform = ["zh", "en", "ru"].map(
    (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
  );
  for (const { code, zh, en, ru } of countries) {
    const name = { id: `country:${code}`, kind: "country" } as const;
    const [inChinese, inEnglish, inRussian] = platform.map((names) => [names.of(code) ?? ""].filter(isName));
    add([...zh, ...(inChinese ?? [])], name, (form) => [plainHan(form)]);
    add([...en, ...(inEnglish ?? [])], name, english);
    add([...ru, ...(inRussian ?? [])], name, (form) => [casesOf(form)]);
  }
}

/** Whether a name of the platform's is one by itself, and no common word (Того). */
function isName(name: string): boolean {
  return (name.length > 3 && !isStopWord(foldWord(name))) || /\p{Script=Han}/u.test(name);
}

/** Russian names that without a capital are forms of common words (of gas). */
const LIKE_WORDS = /^(?:Газа|Мары)$/u;

/** Two or three capitals are a name only as capitals (UN, ЕС), and a name like a word only with its first one. */
function withCapitals(name: string): string {
  if (LIKE_WORDS.test(name)) return `=${name}`;
  return /^\p{Lu}{2,3}$/u.test(name) && !/^(?:SCO|ШОС|СНГ|ООН)$/.test(name) ? `=${name}` : name;
}

/** An English name and its plural, which only people's names need (Russians). */
function english(name: string): readonly string[] {
  return /^\p{L}+[^s\P{L}]$/u.test(name) && name.length > 3 ? [name, `${name}s`] : [name];
}

/** Given name and surname are declined each by itself. */
function personCases(name: string): NameForms {
  return name.split(" ").flatMap((word) => casesOf(word.charAt(0).toUpperCase() + word.slice(1)));
}
