/** A watch that cannot be looked for is put aside, and whoever set it up is told. */
import { delivery as say } from "../i18n/delivery.ts";
import { bury, readRow } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import { type Delivery, newId, outboxKey } from "./model.ts";
import { watchRow } from "./schema.ts";
import { watchLine } from "./words.ts";

/** @throws BotError "unavailable" */
export async function parkWatch(store: StateStore, key: string, reason: string, now: number): Promise<void> {
  const watch = await readRow(store, key, watchRow, now);
  if (!watch || !(await bury(store, { key, value: watch, reason, at: now }))) return;
  const { id, platform, workspace, channel, by, locale, zone } = watch;
  const title = watchLine(watch);
  const notice: Delivery = {
    ...{ id: `${newId()}!`, kind: "notice", source: id, platform, target: { workspace, channel } },
    ...{ title, due: now, by, locale, zone, state: "pending", attempt: 0, after: now },
    text: say(locale).parked(watch.query.slice(0, 100)),
  };
  const at = outboxKey(notice);
  await store.commit({ set: { [at]: notice }, at: { [at]: now } });
}
