/** `fetch`: polls every feed once, says how each went, and sums up; for the shell and for cron. */
import { command } from "../src/command.ts";
import type { FeedResult } from "../src/feeds/feeds.ts";
import { fetch as say } from "../src/i18n/commands.ts";
import type { Locale, Words } from "../src/i18n/words.ts";
import { type Outcome, type Span, sentence } from "../src/reply.ts";

type Say = ReturnType<typeof say>;

const COUNTS = ["fresh", "updated", "duplicate", "offTopic"] as const;

export const fetchFeeds = command({
  name: "fetch",
  about: { en: "Poll every feed once", zh: "立即读取所有订阅源一次", ru: "Опросить все ленты один раз" },
  options: {},
  examples: ["fetch"],
  shell: true,
  async run(_args, ctx) {
    const { locale } = ctx.caller;
    const words = say(locale);
    const tell = (result: FeedResult) =>
      ctx.progress(`${result.source}: ${gist(result, words, result.reason?.[locale])}`);
    const results = await ctx.feeds.poll({ all: true, tell }, ctx.signal);
    for (const fault of ctx.feeds.faults) ctx.progress(fault[locale]);
    if (results.length === 0)
      return sentence(
        words.none,
        ctx.feeds.faults.length > 0 ? "bad-input" : "nothing",
        dataOf(results, ctx.feeds.faults, locale),
      );
    const failed = results.filter(({ outcome }) => outcome === "failed");
    const total = COUNTS.map((count) => results.reduce((sum, result) => sum + result[count], 0));
    const rows = results.map((result): Span[] => [
      result.source,
      ...COUNTS.map((count) => String(result[count])),
      result.outcome === "failed" ? "×" : "",
    ]);
    const summary = [
      ...COUNTS.map((count, at) => `${total[at]} ${words[count]}`),
      `${failed.length} ${words.failed}`,
    ].join(", ");
    return {
      summary,
      blocks: [
        {
          kind: "table",
          head: words.head,
          rows: [...rows, [{ strong: words.all }, ...total.map(String), String(failed.length)]],
        },
        ...failed.map(({ source, reason }) => ({
          kind: "prose" as const,
          spans: [{ strong: source }, ` ${reason?.[locale] ?? ""}`],
        })),
      ],
      audience: "caller",
      outcome: outcomeOf(results, failed.length),
      data: dataOf(results, ctx.feeds.faults, locale),
    };
  },
});

/** Exit code 0: every feed answered; 1: some failed; 2: all of them did. */
function outcomeOf(results: readonly FeedResult[], failed: number): Outcome {
  if (failed === 0) return "answered";
  return failed < results.length ? "nothing" : "bad-input";
}

function gist(result: FeedResult, words: Say, reason: string | undefined): string {
  const why = reason ? `: ${reason}` : "";
  if (result.outcome === "failed") return words.failed + why;
  if (result.outcome === "skipped") return words.skipped + why;
  const counts = COUNTS.filter((count) => result[count] > 0).map(
    (count) => `${result[count]} ${words[count]}`,
  );
  return (counts.join(", ") || words.unchanged) + why;
}

function dataOf(results: readonly FeedResult[], faults: readonly Words[], locale: Locale) {
  const sum = (count: (typeof COUNTS)[number]) => results.reduce((total, result) => total + result[count], 0);
  return {
    new: sum("fresh"),
    updated: sum("updated"),
    duplicate: sum("duplicate"),
    offTopic: sum("offTopic"),
    failed: results.filter(({ outcome }) => outcome === "failed").length,
    feeds: results.map(({ fresh, reason, ...result }) => ({
      ...result,
      new: fresh,
      reason: reason?.[locale] ?? null,
    })),
    faults: faults.map(({ en }) => en),
  };
}
