/** Countries as the reader calls them. */
import type { Locale } from "./words.ts";

const NAMES = new Map<Locale, Intl.DisplayNames>();

/** The name of a country by its ISO 3166 code; the code where the platform knows no name. */
export function countryName(code: string, locale: Locale): string {
  let names = NAMES.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
    NAMES.set(locale, names);
  }
  return /^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code;
}
