/** The bot's own words: every phrase stands in all three languages beside the code that says it. */

export const LOCALES = ["en", "zh", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

/** One sentence in every language the bot speaks. */
export type Words = Readonly<Record<Locale, string>>;

/**
 * Declares a set of phrases. The compiler checks that no language lacks one.
 * @example const say = phrases({ en: { hits: (n: number) => `${n} hits` }, zh: {...}, ru: {...} });
 *          say(caller.locale).hits(3)
 */
export function phrases<T>(table: Readonly<Record<Locale, T>>): (locale: Locale) => T {
  return (locale) => table[locale];
}

/** One phrase of a set in every language, for an error that is told later. */
export function inEveryLocale<T>(say: (locale: Locale) => T, pick: (words: T) => string): Words {
  return { en: pick(say("en")), zh: pick(say("zh")), ru: pick(say("ru")) };
}

/** Maps a platform's locale ("zh-CN", "en_US", "ru") to one the bot speaks; English when it is another. */
export function localeOf(tag: string | null | undefined): Locale {
  const language = (tag ?? "").toLowerCase().split(/[-_.]/)[0];
  return LOCALES.find((locale) => locale === language) ?? "en";
}

/** Russian needs three forms of a counted noun: 1 статья, 2 статьи, 5 статей. */
export function russianCount(n: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules("ru").select(n);
  return `${n} ${form === "one" ? one : form === "few" ? few : many}`;
}
