/** Does once what the first question would have to do: opening dictionaries, names and stories takes longer than answering. */
import { newestDate } from "../articles/library.ts";
import type { Doors } from "../command.ts";
import type { Config } from "../config.ts";
import { LOCALES } from "../i18n/words.ts";
import type { Understanding } from "../understand/open.ts";
import { callerAtTerminal } from "./terminal.ts";

const DAY_MS = 24 * 3_600_000;
/** Stories of the newest day that are told, in three languages as a rule. */
const TOLD = 6;

/** Asks a little of everything; in a burst of first questions all would wait for it. */
export async function warmUp(
  { search, stories, library, clock, translate }: Doors,
  { understand }: Understanding,
  config: Config,
): Promise<void> {
  await search.ready();
  await search.search("health 卫生 здоровье", { limit: 1, now: clock.now(), zone: "UTC" });
  await search.suggest("health", 1);
  const newest = Date.parse(newestDate(library) ?? "") || clock.now();
  const day = await stories.within({ from: newest - DAY_MS, to: newest + 1 });
  for (const story of day.slice(0, TOLD)) await story.tell();
  const [story] = day;
  for (const locale of LOCALES) translate.terms(story?.articles[0].title ?? "", locale);
  await understand("What did the ministers sign?", callerAtTerminal(config));
}
