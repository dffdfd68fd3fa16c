/** Whether the bot may post where it has promised to: the channels that have a summary or a watch. */
import type { Target } from "../bot.ts";
import type { Caller } from "../command.ts";
import { reasonOf } from "../errors.ts";
import { channels as say, webhooks as webhookWords } from "../i18n/doctor.ts";
import type { Locale } from "../i18n/words.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { rowsOf } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import { type DeliveryPlace, webhookScope } from "./model.ts";
import { placeRow, webhookRow } from "./schema.ts";
import { failing } from "./webhook/posts.ts";
import type { Webhooks } from "./webhook/webhooks.ts";

/** What is missing to post there, in that language; null when nothing is. @throws when it cannot be asked now */
export type Missing = (
  platform: Caller["platform"],
  target: Target,
  locale: Locale,
) => Promise<string | null>;

/**
 * One finding for each channel where something is missing, or one that all is well.
 * @param operators the channel of whoever runs the bot, where one is named
 */
export async function examineChannels(
  store: StateStore,
  missing: Missing,
  operators?: DeliveryPlace,
): Promise<readonly Finding[]> {
  const places = new Map<string, DeliveryPlace>(operators && [["SCO_OPERATOR_CHANNEL", operators]]);
  for (const room of ["schedule", "watch"] as const)
    for await (const rows of rowsOf(store, room))
      for (const [, value] of rows) {
        const place = placeRow.safeParse(value).data;
        if (place && place.platform !== "terminal")
          places.set(`${place.platform} ${place.workspace} ${place.channel}`, place);
      }
  const findings = await Promise.all([...places].map(([name, place]) => findingFor(name, place, missing)));
  const troubles = findings.flat();
  if (places.size === 0 || troubles.length > 0) return troubles;
  const n = places.size;
  return [ok("channels", say.open(n))];
}

async function findingFor(
  name: string,
  { platform, workspace, channel }: DeliveryPlace,
  missing: Missing,
): Promise<Finding[]> {
  const why = (locale: Locale) => missing(platform, { workspace, channel }, locale);
  try {
    const en = await why("en");
    if (!en) return [];
    const [zh, ru] = await Promise.all([why("zh"), why("ru")]);
    return [bad("channels", say.missing(name, { en, zh: zh ?? en, ru: ru ?? en }))];
  } catch (thrown) {
    const said = reasonOf(thrown);
    return [warn("channels", say.notAsked(platform, said))];
  }
}

/** One finding for each webhook that takes nothing or whose secret no key opens, or one that all are well; none without webhooks. */
export async function examineWebhooks(
  store: StateStore,
  webhooks: Pick<Webhooks, "open">,
  now: number,
): Promise<readonly Finding[]> {
  const fails = await failing(store, now);
  const troubles: Finding[] = [];
  let n = 0;
  for await (const rows of rowsOf(store, "webhook"))
    for (const [, value] of rows) {
      const row = webhookRow.safeParse(value).data;
      if (!row) continue;
      n += 1;
      const name = `${row.platform} ${row.workspace} ${row.channel} → ${row.shown}`;
      const why = fails.get(webhookScope(row));
      const opens = await webhooks.open(row.sealed).then(
        () => true,
        () => false,
      );
      if (!opens) troubles.push(bad("webhooks", webhookWords.otherKey(name)));
      else if (why !== undefined) troubles.push(warn("webhooks", webhookWords.failing(name, why)));
    }
  if (n === 0 || troubles.length > 0) return troubles;
  return [ok("webhooks", webhookWords.well(n))];
}
