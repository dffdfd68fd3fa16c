/** `status`: what the bot holds, how fresh it is, and what does not work as it should. */
import { type Rating, ratings } from "../src/answers/feedback.ts";
import { newestDate } from "../src/articles/library.ts";
import { command } from "../src/command.ts";
import { ageInWords, feedsInWords, freshnessOf } from "../src/feeds/freshness.ts";
import { status as say } from "../src/i18n/commands.ts";
import type { Span } from "../src/reply.ts";

export const status = command({
  name: "status",
  group: "setup",
  aliases: ["状态", "состояние", "статус"],
  about: {
    en: "What the bot holds and how it is doing",
    zh: "文章数量与运行状况",
    ru: "Что есть у бота и как он работает",
  },
  options: {},
  examples: ["status"],
  async run(_args, { library, search, health, caller, clock, store, feeds, meaning }) {
    const words = say(caller.locale);
    const progress = meaning.progress();
    const newest = newestDate(library);
    const indexedAt = (await search.ready()) ?? null;
    // A look at the state, so that what is said of it is of now.
    await store.get("settings:status").catch(() => undefined);
    const followed = await feeds.list().catch(() => []);
    const troubles = [
      ...health.troubles.map(({ words: trouble }) => trouble[caller.locale]),
      ...feedsInWords(freshnessOf(followed), caller),
      ...ageInWords(newest, clock.now(), caller.locale),
    ];
    const date = (instant: string | null | undefined): Span =>
      instant ? { date: instant, show: "minute" } : words.none;
    const rated = caller.operates ? await ratings(store, caller).catch(() => []) : [];
    const { countsInWords } = await import("../src/feeds/examine.ts");
    const rows: Span[][] = [
      [words.articles, String(library.size)],
      [words.newest, date(newest)],
      ...(followed.length > 0 ? [[words.feeds, countsInWords(followed, caller.locale)]] : []),
      ...(progress ? [[words.meaning, words.waiting(progress.waiting)]] : []),
      ...library.faults.slice(0, 10).map((fault): Span[] => [words.unread, fault[caller.locale]]),
      ...(troubles.length > 0
        ? troubles.map((text): Span[] => [words.degraded, text])
        : [[words.state, words.well]]),
      ...(rated.length > 0 ? [[words.rated, countsOf(rated)]] : []),
      ...rated
        .filter(({ good, bad }) => bad > good)
        .slice(0, 5)
        .map((one): Span[] => [words.doubted, `${one.question} (${countsOf([one])})`]),
    ];
    const { feeds: count, failing, read } = freshnessOf(followed);
    return {
      summary: `${words.title}: ${troubles[0] ?? words.well}`,
      blocks: [
        { kind: "heading", text: words.title },
        { kind: "table", rows },
      ],
      audience: "caller",
      outcome: "answered",
      data: {
        articles: library.size,
        newest: newest ?? null,
        indexAgeMs: indexedAt === null ? null : Math.max(0, clock.now() - indexedAt),
        degraded: health.troubles.map(({ part, words: trouble, since }) => ({
          part,
          reason: trouble.en,
          since: new Date(since).toISOString(),
        })),
        feeds: { followed: count, failing, lastRead: read },
        ...(progress && { meaning: progress }),
        faults: library.faults.map(({ en }) => en),
        ...(rated.length > 0 && { feedback: rated }),
      },
    };
  },
});

function countsOf(rated: readonly Rating[]): string {
  const sum = (of: (rating: Rating) => number) => rated.reduce((total, rating) => total + of(rating), 0);
  return `👍 ${sum((one) => one.good)} · 👎 ${sum((one) => one.bad)}`;
}
