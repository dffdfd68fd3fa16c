/** `trends [words]`: how much was written each day, by language. */
import { command } from "../src/command.ts";
import { trends as say } from "../src/i18n/commands.ts";
import { sentence } from "../src/reply.ts";
import { subjectOption } from "../src/stories/options.ts";
import { addDays, dayOf, spanInWords } from "../src/time.ts";

/** Days that are shown where none are asked for, and at most. */
const DAYS = 30;

export const trends = command({
  name: "trends",
  group: "stories",
  aliases: ["趋势", "динамика", "trend"],
  about: {
    en: "How much was written each day, by language",
    zh: "每天的报道数量，按语言统计",
    ru: "Сколько писали каждый день на каждом языке",
  },
  options: {
    query: subjectOption,
    period: {
      kind: "text",
      named: true,
      about: {
        en: "Days, such as 2025-05 or 2025-05-24..2025-05-30; the last 30 when left out",
        zh: "时间段，如 2025-05 或 2025-05-24..2025-05-30；不写则为最近 30 天",
        ru: "Дни, например 2025-05 или 2025-05-24..2025-05-30; без них последние 30",
      },
    },
  },
  shares: true,
  examples: ["trends --period=2025-05", "trends --period=2025-05-24..2025-05-30 media forum"],
  async run({ query = "", period }, ctx) {
    const { articlesOn, daysOf, rowsOf } = await import("../src/stories/coverage.ts");
    const { readPeriod, spanOfPeriod } = await import("../src/stories/period.ts");
    const { barChart } = await import("../src/stories/chart.ts");
    const { clock, caller } = ctx;
    const { locale, zone } = caller;
    const words = say(locale);
    const today = dayOf(clock.now(), zone);
    const { first, last } = period
      ? readPeriod(period, clock.now(), zone)
      : { first: addDays(today, 1 - DAYS), last: today };
    const published = spanOfPeriod({ first, last }, zone);
    // An archive beyond memory counts by itself: there may be more articles than anybody would read through.
    const counted = query === "" && !caller.without?.length && ctx.search.engine?.days;
    const counts = counted ? await counted(published.from, published.to, zone) : undefined;
    const days = counts
      ? rowsOf(counts, first, last)
      : daysOf(await articlesOn(query, published, ctx), zone, first, last);
    const total = days.reduce((sum, day) => sum + day.total, 0);
    const data = { query, from: first, to: last, zone, total, days };
    const span = spanInWords(first, last, locale);
    if (total === 0) return sentence(words.none(query, span), "nothing", data);
    const sums = (["zh", "en", "ru"] as const)
      .map((language) => [language, days.reduce((sum, day) => sum + day[language], 0)] as const)
      .filter(([, n]) => n > 0);
    const facts = [
      words.articles(total),
      ...sums.map(([language, n]) => `${words.languages[language]} ${n}`),
    ].join(" · ");
    const title = words.title(query, span);
    return {
      summary: `${title}: ${facts}`,
      blocks: [
        { kind: "heading", text: title },
        { kind: "prose", spans: [{ dim: facts }] },
        barChart(
          days,
          { title, alt: `${title}: ${facts}` },
          sums.map(([language]) => ({ name: words.languages[language], of: (day) => day[language] })),
        ),
      ],
      audience: "caller",
      outcome: "answered",
      data,
    };
  },
});
