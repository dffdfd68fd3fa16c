/** How the followed feeds are, for `doctor`, `/readyz` and the metrics. */
import { feeds as words } from "../i18n/doctor.ts";
import { examine as say } from "../i18n/freshness.ts";
import type { Locale } from "../i18n/words.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import type { FeedCondition, FeedHealth, Feeds } from "./feeds.ts";
import { feedsInWords, freshnessOf } from "./freshness.ts";

/** How many feeds are in which condition; conditions that none is in are left out. */
export function countConditions(all: readonly FeedHealth[]): Partial<Record<FeedCondition, number>> {
  const counts: Partial<Record<FeedCondition, number>> = {};
  for (const { condition } of all) counts[condition] = (counts[condition] ?? 0) + 1;
  return counts;
}

/** One finding for how they are together, one for each cause of failures where there are several, one for each feed that is odd, and one for each fault of the list. */
export async function examineFeeds(feeds: Pick<Feeds, "list" | "faults">): Promise<readonly Finding[]> {
  const all = await feeds.list();
  const faults = feeds.faults.map((fault) => bad("feeds", words.fault(fault)));
  const odd = all.flatMap(({ spec, reason, condition }) =>
    reason && condition !== "failing" ? [warn("feeds", words.reason(spec.source, reason))] : [],
  );
  const freshness = freshnessOf(all);
  const told = (locale: Locale) => feedsInWords(freshness, { locale, zone: "UTC" });
  const [en] = told("en");
  const [zh = "", ru = ""] = [...told("zh"), ...told("ru")];
  const together = en === undefined ? [] : [warn("feeds", { en, zh, ru })];
  const causes =
    freshness.causes.length > 1
      ? freshness.causes.map(({ reason, sources }) => warn("feeds", words.reason(namesOf(sources), reason)))
      : [];
  const count = (locale: Locale) => countsInWords(all, locale);
  const counted = ok("feeds", { en: count("en"), zh: count("zh"), ru: count("ru") });
  return [counted, ...together, ...causes, ...odd, ...faults];
}

const NAMED = 5;

function namesOf(sources: readonly string[]): string {
  const names = sources.slice(0, NAMED).join(", ");
  return sources.length > NAMED ? `${names} … (${sources.length})` : names;
}

/** How many feeds there are, and how many of them in which condition: `10 feeds are followed: 8 fine, 2 failing.` */
export function countsInWords(all: readonly FeedHealth[], locale: Locale): string {
  const { conditions, count } = say(locale);
  const parts = Object.entries(countConditions(all)).map(([condition, n]) => {
    const name = conditions[condition as FeedCondition];
    return locale === "zh" ? `${n} 个${name}` : `${n} ${name}`;
  });
  return count(all.length, parts.join(locale === "zh" ? "，" : ", ") || "0");
}
