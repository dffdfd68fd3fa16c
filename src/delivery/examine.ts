/** Whether the bot may post where it has promised to: the channels that have a summary or a watch. */
import type { Target } from "../bot.ts";
import type { Caller } from "../command.ts";
import { reasonOf } from "../errors.ts";
import type { Locale } from "../i18n/words.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { rowsOf } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import type { Place } from "./model.ts";
import { placeRow } from "./schema.ts";

/** What is missing to post there, in that language; null when nothing is. @throws when it cannot be asked now */
export type Missing = (
  platform: Caller["platform"],
  target: Target,
  locale: Locale,
) => Promise<string | null>;

/** One finding for each channel where something is missing, or one that all is well. */
export async function examineChannels(store: StateStore, missing: Missing): Promise<readonly Finding[]> {
  const places = new Map<string, Place>();
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
  return [
    ok(
      "channels",
      n === 1 ? "May post in the one followed channel." : `May post in all ${n} followed channels.`,
      `可以在全部 ${n} 个频道发送消息。`,
      `Может писать во все каналы с подпиской: ${n}.`,
    ),
  ];
}

async function findingFor(
  name: string,
  { platform, workspace, channel }: Place,
  missing: Missing,
): Promise<Finding[]> {
  const why = (locale: Locale) => missing(platform, { workspace, channel }, locale);
  try {
    const en = await why("en");
    if (!en) return [];
    const [zh, ru] = await Promise.all([why("zh"), why("ru")]);
    return [bad("channels", `${name}: ${en}`, `${name}：${zh ?? en}`, `${name}: ${ru ?? en}`)];
  } catch (thrown) {
    const said = reasonOf(thrown);
    return [
      warn(
        "channels",
        `Whether the bot may post in its channels on ${platform} cannot be asked now (${said}).`,
        `目前无法查询机器人能否在 ${platform} 的频道发送消息（${said}）。`,
        `Может ли бот писать в свои каналы в ${platform}, сейчас не узнать (${said}).`,
      ),
    ];
  }
}
