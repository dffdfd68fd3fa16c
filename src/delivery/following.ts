/** What a workspace follows: how much for everybody to see, and the caller's own by name; private channels stay private. */
import type { Caller, Context } from "../command.ts";
import { phrases, russianCount } from "../i18n/words.ts";
import { type Block, type Reply, type Span, sentence } from "../reply.ts";
import { readRow, readRows } from "../state/rows.ts";
import { channelScope, workspaceScope } from "../state/scope.ts";
import { dateInWords } from "../time.ts";
import { type Webhook, webhookKey, webhookScope } from "./model.ts";
import { daysInWords } from "./read-times.ts";
import { deliveryRow, scheduleRow, watchRow, webhookRow } from "./schema.ts";
import { titleOf, watchLine } from "./words.ts";

const say = phrases({
  en: {
    none: "Nothing is followed here yet. In a channel, write for example: daily 09:00, or: watch Central Asia energy",
    watches: (n: number) => `${n} ${n === 1 ? "watch" : "watches"}`,
    schedules: (n: number) => `${n} daily ${n === 1 ? "summary" : "summaries"}`,
    total: (what: readonly string[], n: number) =>
      `${what.join(" and ")} in ${n} ${n === 1 ? "channel" : "channels"}`,
    yours: "Set up by you",
    webhook: (address: string, since: string) => `Webhook of this channel: ${address}, since ${since}`,
    failing: (reason: string) => `It does not take what is sent: ${reason}`,
    every: (n: number) => `at most one message in ${n} min`,
    stop: "Stop",
  },
  zh: {
    none: "这里还没有关注任何内容。可以在频道里输入，例如：daily 09:00，或：watch 中亚 能源",
    watches: (n: number) => `${n} 项关注`,
    schedules: (n: number) => `${n} 份每日摘要`,
    total: (what: readonly string[], n: number) => `${n} 个频道里有 ${what.join("和 ")}`,
    yours: "由您设置",
    every: (n: number) => `每 ${n} 分钟最多一条消息`,
    stop: "停止",
    webhook: (address: string, since: string) => `本频道的 Webhook：${address}，自${since}起`,
    failing: (reason: string) => `目前未能接收：${reason}`,
  },
  ru: {
    none: "Здесь пока ничего не отслеживается. Напишите в канале, например: daily 09:00 или: watch энергетика Центральной Азии",
    watches: (n: number) => russianCount(n, "тема", "темы", "тем"),
    schedules: (n: number) => russianCount(n, "ежедневная сводка", "ежедневные сводки", "ежедневных сводок"),
    total: (what: readonly string[], n: number) => `${what.join(" и ")}, каналов: ${n}`,
    yours: "Настроено вами",
    every: (n: number) => `не чаще одного сообщения в ${n} мин`,
    stop: "Остановить",
    webhook: (address: string, since: string) => `Вебхук этого канала: ${address}, с ${since}`,
    failing: (reason: string) => `Не принимает отправленное: ${reason}`,
  },
});

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
