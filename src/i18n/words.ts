/** How the bot's own words are declared. They stand in catalogues: `en/`, which gives the type, `zh/` and `ru/`, a file a room. */

export const LOCALES = ["en", "zh", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

/** One sentence in every language the bot speaks. */
export type Words = Readonly<Record<Locale, string>>;

/**
 * Joins what one set of phrases is in each language. The compiler checks that no language lacks one.
 * @example export const hits = phrases({ en: en.hits, zh: zh.hits, ru: ru.hits });
 *          hits(caller.locale).found(3)
 */
export function phrases<T>(table: Readonly<Record<Locale, T>>): (locale: Locale) => T {
  return (locale) => table[locale];
}

type Sentence = string | ((...details: never[]) => string);
/** A detail may be words itself: each language then takes its own. */
type Details<D extends readonly unknown[]> = { [I in keyof D]: D[I] extends string ? D[I] | Words : D[I] };
type Sentences<T> = {
  readonly [K in keyof T]: T[K] extends (...details: infer D) => string
    ? (...details: Details<D>) => Words
    : Words;
};

/**
 * Joins a set of sentences so that each is there in every language at once: an error is told later, to whoever reads it.
 * @example export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
 *          throw new BotError("not-found", errors.noSuchDay(text));
 */
export function sentences<T extends Readonly<Record<string, Sentence>>>(
  tables: Readonly<Record<Locale, T>>,
): Sentences<T> {
  const said = (locale: Locale, name: string, details: readonly unknown[]): string => {
    const sentence = tables[locale][name] as string | ((...details: readonly unknown[]) => string);
    return typeof sentence === "string" ? sentence : sentence(...details.map((one) => inLocale(one, locale)));
  };
  const all = (name: string, details: readonly unknown[]): Words => ({
    en: said("en", name, details),
    zh: said("zh", name, details),
    ru: said("ru", name, details),
  });
  const entries = Object.entries(tables.en).map(([name, sentence]) => [
    name,
    typeof sentence === "string" ? all(name, []) : (...details: unknown[]) => all(name, details),
  ]);
  return Object.fromEntries(entries) as Sentences<T>;
}

const inLocale = (detail: unknown, locale: Locale): unknown =>
  typeof detail === "object" && detail !== null && locale in detail ? (detail as Words)[locale] : detail;

/** One phrase of a set in every language, for an error that is told later. */
export function inEveryLocale<T>(say: (locale: Locale) => T, pick: (words: T) => string): Words {
  return { en: pick(say("en")), zh: pick(say("zh")), ru: pick(say("ru")) };
}

/** What is written the same in every language: a name, a version, a reason that somebody else gave. */
export function asIs(text: string): Words {
  return { en: text, zh: text, ru: text };
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
