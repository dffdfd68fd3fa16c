/** What a wish is read from: the sentence, what was shown before it, and the day. */
import type { Library } from "../articles/library.ts";
import type { Day } from "../time.ts";
import type { Sentence } from "./sentence.ts";
import type { LineFilters } from "./write.ts";

/** The list that was shown last, its line, and the article that was opened last. */
export interface Shown {
  readonly line: string;
  readonly ids: readonly string[];
  readonly opened?: string;
  /** The number that the first of them was shown with, on a later page. */
  readonly first?: number;
  /** When it was shown, epoch ms. */
  readonly at?: number;
}

export interface Scene {
  readonly sentence: Sentence;
  readonly today: Day;
  readonly library: Library;
  readonly before: Shown | undefined;
  /** It asked to open something: words of reading are no part of a query. */
  readonly opening?: true;
  /** The id of the article that a query plainly means. */
  readonly find: (query: string) => Promise<string | undefined>;
  /** The one of these articles that suits a query best. */
  readonly findAmong: (query: string, ids: readonly string[]) => Promise<string | undefined>;
}

/** One of a kind; of several none is meant more than the others: "Chinese or English, both will do". */
function one<T>(all: readonly T[]): T[] {
  const different = [...new Set(all)];
  return different.length === 1 ? different : [];
}

/** The filters that a sentence names. */
export function filtersOf({ slots }: Sentence, { days = true } = {}): LineFilters {
  return {
    languages: one(slots.languages.map(({ value }) => value.language)),
    publishers: slots.publishers.map(({ value }) => value).slice(0, 1),
    leftOut: slots.leftOut.map(({ value }) => value),
    days: days ? slots.days[0]?.value : undefined,
  };
}

/** Whether a sentence names a day that the calendar lacks. */
export function impossible({ slots }: Sentence): boolean {
  return slots.days.some(({ value }) => value.impossible);
}

/** Words that only point: "this topic", 这个话题, вот за этим. */
export function isThis(subject: string): boolean {
  return /^(?:(?:this|that|it|these|those|the same|topic|subject|one|search|story|thing|here|about|on|вот|за|это|этим|этой|эту|этот|этого|тем|той|тему|темой|него|ним|ней|запрос\p{L}*|сюжет\p{L}*|его|ее|её|их|мне|his|her|their|most|once|up|such|same|more|of|so|такое|такого|таком|такую|таким|такой|подобн\p{L}+|же|всё|тоже|这个?|那个?|该|此|它|话题|主题|内容|这类|这种|这事|那事|事情|同样|前后|经过|事|件|的)\s*)*$/iu.test(
    subject,
  );
}

/** What the line before was about. */
export function topicBefore(before: Shown | undefined): string | undefined {
  const line = before?.line ?? "";
  const query =
    /^(?:search|ask|watch|quotes|story|compare|coverage|trends)\s+(?:(?:--?)?(?:page|every|limit|from)[:=]?\s?\d+\s+)*(.+)$/u.exec(
      line,
    )?.[1];
  const topic = /^digest\s+\S+\s+(.+)$/u.exec(line)?.[1];
  return (
    (query ?? topic)
      ?.replace(/(?<!\s)\s*(?:page:\d+|sort:\w+|(?:--)?(?:on|after|before|period|by|as)[:=]\S+)/g, "")
      .trim() || undefined
  );
}
