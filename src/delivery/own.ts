/** What somebody set up themselves: they may stop it from anywhere in the workspace, by its id. */
import type { Context } from "../command.ts";
import { own as say } from "../i18n/subscriptions.ts";
import { type Reply, sentence } from "../reply.ts";
import { readPages } from "../state/rows.ts";
import { channelScope, workspaceScope } from "../state/scope.ts";
import type { Schedule, Watch } from "./model.ts";
import { scheduleRow, watchRow } from "./schema.ts";
import { endSchedule, endWatch } from "./subscribe.ts";
import { titleOf } from "./words.ts";

export type Own =
  | { readonly kind: "watch"; readonly row: Watch }
  | { readonly kind: "schedule"; readonly row: Schedule };

/** The watch or summary of that id that the caller set up; undefined when there is none. @throws BotError */
export async function ownOf(id: string, { caller, store, clock }: Context): Promise<Own | undefined> {
  if (!/^[2-9a-z]{6}$/.test(id) || caller.user === "") return undefined;
  const scope = caller.workspace === "" ? `${channelScope(caller)}:` : workspaceScope(caller);
  const isOwn = (row: Watch | Schedule): boolean => row.id === id && row.by === caller.user;
  const watch = await first(readPages(store, `watch:${scope}`, watchRow, clock.now()), isOwn);
  // One of this channel is stopped as everybody's is.
  if (watch?.channel === caller.channel) return undefined;
  if (watch) return { kind: "watch", row: watch };
  const schedule = await first(readPages(store, `schedule:${scope}`, scheduleRow, clock.now()), isOwn);
  return schedule && { kind: "schedule", row: schedule };
}

async function first<T>(pages: AsyncIterable<readonly T[]>, is: (one: T) => boolean): Promise<T | undefined> {
  for await (const page of pages) {
    const found = page.find(is);
    if (found) return found;
  }
  return undefined;
}

export async function endOwn(own: Own, ctx: Context): Promise<Reply> {
  const words = say(ctx.caller.locale);
  if (own.kind === "watch") {
    await endWatch(ctx, own.row);
    const { id, query, every } = own.row;
    return sentence(words.watch(query), "answered", { stopped: { id, query, every } });
  }
  await endSchedule(ctx, own.row);
  return sentence(words.schedule(own.row.time), "answered", { stopped: titleOf(own.row) });
}
