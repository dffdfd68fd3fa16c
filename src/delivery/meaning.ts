/** What a saved query means, said before it is saved: it must look for something, and what was left out of it is told. */
import { remarkLines } from "../articles/remarks.ts";
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { meansNothing as nothing } from "../i18n/subscriptions.ts";
import { inEveryLocale } from "../i18n/words.ts";
import type { Block } from "../reply.ts";

/**
 * Lines on what of a query could not be read. That no article has its words yet is no fault: they are awaited.
 * @throws BotError "bad-input" when nothing is left to look for
 */
export async function meaningOf(query: string, ctx: Context): Promise<readonly Block[]> {
  const { search, caller, clock } = ctx;
  await search.ready();
  const read = await search.search(query, { limit: 1, now: clock.now(), zone: caller.zone });
  if (read.query === "") {
    const shown = query.slice(0, 60);
    throw new BotError(
      "bad-input",
      inEveryLocale(nothing, (told) => told(shown)),
    );
  }
  const unread = read.remarks.filter((one) => one.kind === "broken" && one.fault !== "no-such-phrase");
  return remarkLines(unread, caller.locale);
}
