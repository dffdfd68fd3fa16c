/** What a workspace follows: how much for everybody to see, and the caller's own by name; private channels stay private. */
import type { Caller, Context } from "../command.ts";
import { following as say } from "../i18n/subscriptions.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { readRow, readRows } from "../state/rows.ts";
import { channelScope, workspaceScope } from "../state/scope.ts";
import { dateInWords } from "../time.ts";
import { type Webhook, webhookKey, webhookScope } from "./model.ts";
import { daysInWords } from "./read-times.ts";
import { deliveryRow, scheduleRow, watchRow, webhookRow } from "./schema.ts";
import { titleOf, watchLine } from "./words.ts";

/** @throws BotError "unavailable" */
export async function following({ caller, store, clock }: Context): Promise<Reply> {
  const words = say(caller.locale);
  // Direct messages of all people are in the workspace without a name; each sees their own.
  const scope = caller.workspace === "" ? `${channelScope(caller)}:` : workspaceScope(caller);
  const [watches, schedules] = await Promise.all([
    readRows(store, `watch:${scope}`, watchRow, clock.now()),
    readRows(store, `schedule:${scope}`, scheduleRow, clock.now()),
  ]);
  const all = [...watches, ...schedules];
  const channels = new Set(all.map(({ channel }) => channel)).size;
  const mine = ({ by }: { readonly by: string }): boolean => by !== "" && by === caller.user;
  const yours = [...schedules.filter(mine).map(titleOf), ...watches.filter(mine).map(watchLine)];
  const [webhook, fault] = caller.manages ? await webhookOf({ caller, store, clock }) : [];
  const data = {
    ...{ watches: watches.length, schedules: schedules.length, channels, yours },
    webhook: webhook?.shown ?? null,
    ...(fault && { webhookFault: fault }),
  };
  if (all.length === 0 && !webhook) return sentence(words.none, "nothing", data);
  const counted = [
    ...(watches.length > 0 ? [words.watches(watches.length)] : []),
    ...(schedules.length > 0 ? [words.schedules(schedules.length)] : []),
  ];
  const total = counted.length > 0 ? words.total(counted, channels) : words.none;
  const cards: readonly Block[] = [
    ...schedules.filter(mine).map((one) => {
      const when = `${one.time} · ${daysInWords(one.days, caller.locale)} · ${one.zone}`;
      return cardOf(one, when, one.topic ?? "", caller);
    }),
    ...watches.filter(mine).map((one) => cardOf(one, one.query, words.every(one.every), caller)),
  ];
  return {
    summary: total,
    blocks: [
      { kind: "prose", spans: [total] },
      ...(webhook
        ? [
            {
              kind: "prose" as const,
              spans: [
                words.webhook(webhook.shown, dateInWords(webhook.at, "day", caller.zone, caller.locale)),
              ],
            },
          ]
        : []),
      ...(fault ? [{ kind: "prose" as const, spans: [{ strong: words.failing(fault) }] }] : []),
      ...(cards.length > 0 ? [{ kind: "prose" as const, spans: [{ dim: words.yours }] }, ...cards] : []),
    ],
    audience: "caller",
    outcome: "answered",
    data,
  };
}

/** The channel's webhook, and why its receiver took nothing lately. */
async function webhookOf({
  caller,
  store,
  clock,
}: Pick<Context, "caller" | "store" | "clock">): Promise<readonly [Webhook?, string?]> {
  const webhook = await readRow(store, webhookKey(caller), webhookRow, clock.now());
  if (!webhook) return [];
  const waiting = await readRows(store, `outbox:${webhookScope(caller)}:`, deliveryRow, clock.now());
  const failed = waiting.find(({ attempt, reason }) => attempt > 0 && reason !== undefined);
  return failed?.reason === undefined ? [webhook] : [webhook, failed.reason];
}

/** What somebody set up, the channel that gets it, and how to stop it from anywhere. */
function cardOf(
  { id, channel }: { readonly id: string; readonly channel: string },
  title: string,
  more: string,
  { locale, platform }: Caller,
): Block {
  const where: Span[] = platform === "terminal" ? [] : [{ channel }];
  const facts = [...where, ...(where.length > 0 && more ? [" · "] : []), ...(more ? [more] : [])];
  return {
    kind: "card",
    title: { strong: title },
    ...(facts.length > 0 && { facts }),
    lines: [],
    actions: [{ label: say(locale).stop, run: `unwatch ${id}`, place: "new", style: "danger" }],
  };
}
