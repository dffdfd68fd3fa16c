/** The words of a press brief, whatever file it becomes. */
import { brief as say } from "../i18n/stories.ts";
import type { Locale } from "../i18n/words.ts";
import { dateInWords, spanInWords } from "../time.ts";
import type { Brief, BriefSource } from "./brief.ts";

/** All that a brief says besides its quotations. */
export function briefWords({ period, topic, asOf, zone, stories, total }: Brief, locale: Locale) {
  const words = say(locale);
  const days = spanInWords(period.first, period.last, locale);
  return {
    title: words.title(days, topic ?? ""),
    asOf: words.asOf(dateInWords(asOf, "minute", zone, locale), zone),
    counts: words.counts(stories.length, total),
    contents: words.contents,
    sources: words.sources,
    differ: words.differ,
    none: words.none(days),
    written: words.written,
    /** `People's Daily, 26 May 2025, Chinese`. */
    facts: ({ publisher, published, language }: BriefSource) =>
      [
        publisher,
        published === null ? words.undated : dateInWords(published, "day", zone, locale),
        words.languages[language],
      ]
        .filter(Boolean)
        .join(locale === "zh" ? "，" : ", "),
  };
}
