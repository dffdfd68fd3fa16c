/** `deliveries`: what was sent in a channel, what was not and why, and what waits. */
import type { Context } from "../command.ts";
import { unsent as why } from "../i18n/delivery.ts";
import { list as say } from "../i18n/subscriptions.ts";
import type { Locale } from "../i18n/words.ts";
import { type Reply, type Span, sentence } from "../reply.ts";
import { lastRows, readRows } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import { type Delivery, type Done, webhookScope } from "./model.ts";
import { deliveryRow, doneRow } from "./schema.ts";

const MOST = 50;

/** The channel's last fifty, what waits first, then newest first. */
export async function listDeliveries({ caller, store, clock, limit }: Context): Promise<Reply> {
  const scope = channelScope(caller);
  const words = say(caller.locale);
  const ofWebhook = webhookScope(caller);
  const [waiting, ended] = await Promise.all([
    bothOf((each) => readRows(store, `outbox:${each}:`, deliveryRow, clock.now()), scope, ofWebhook),
    bothOf((each) => lastRows(store, `done:${each}:`, MOST, doneRow, clock.now()), scope, ofWebhook),
  ]);
  const pending = [...waiting].sort((a, b) => a.due - b.due);
  const done = [...ended].sort((a, b) => b.at - a.at);
  if (pending.length + done.length === 0) return sentence(words.none, "nothing", { deliveries: [] });
  const most = Math.min(limit ?? MOST, MOST);
  const rows = [
    ...pending.map((item) => pendingRow(item, caller.locale)),
    ...done.map((item) => endedRow(item, caller.locale)),
  ].slice(0, most);
  const sent = done.filter(({ state }) => state === "sent").length;
  const counts = words.counts(sent, pending.length, done.length - sent);
  return {
    summary: `${words.title}: ${counts}`,
    blocks: [
      { kind: "heading", text: words.title },
      { kind: "prose", spans: [{ dim: counts }] },
      { kind: "table", head: words.head, rows },
    ],
    audience: "caller",
    outcome: "answered",
    data: { deliveries: [...pending.map(pendingData), ...done.map(doneData)].slice(0, most) },
  };
}

async function bothOf<T>(
  read: (scope: string) => Promise<readonly T[]>,
  ...scopes: readonly string[]
): Promise<readonly T[]> {
  return (await Promise.all(scopes.map(read))).flat();
}

const isoOf = (instant: number): string => new Date(instant).toISOString();

/** What it was, and where it went when not to the channel. */
function titled({ title, to }: Pick<Delivery, "title" | "to">, locale: Locale): string {
  return to === undefined ? title : `${title} → ${say(locale).webhook}`;
}

function pendingRow(item: Delivery, locale: Locale): readonly Span[] {
  const { due, why: reason } = item;
  const words = say(locale);
  const wait: Span = reason === undefined ? "" : why(locale)[reason];
  return [{ date: isoOf(due), show: "minute" }, { strong: words.pending }, titled(item, locale), wait];
}

function endedRow(done: Done, locale: Locale): readonly Span[] {
  const { due, state, why: reason, reason: detail, link } = done;
  const words = say(locale);
  const explained = [
    reason === undefined ? "" : why(locale)[reason],
    reason === "empty" ? "" : (detail ?? ""),
  ];
  const last: Span = link ? { link: words.open, url: link } : explained.filter(Boolean).join(": ");
  return [{ date: isoOf(due), show: "minute" }, words[state], titled(done, locale), last];
}

function pendingData({ id, kind, title, due, why: reason, attempt, after, to }: Delivery): object {
  return {
    ...{
      id,
      kind,
      title,
      to: to ?? "channel",
      state: "pending",
      since: isoOf(due),
      after: isoOf(after),
      attempts: attempt,
    },
    ...(reason && { why: reason }),
  };
}

function doneData({ id, kind, title, to, due, at, state, why: reason, reason: detail, link }: Done): object {
  return {
    ...{ id, kind, title, to: to ?? "channel", state, due: isoOf(due), at: isoOf(at) },
    ...(reason && { why: reason }),
    ...(detail && { reason: detail }),
    ...(link && { link }),
  };
}
