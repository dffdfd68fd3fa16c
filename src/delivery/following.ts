/** What a workspace follows: how much for everybody to see, and the caller's own by name; private channels stay private. */
import type { Context } from "../command.ts";
import { phrases, russianCount } from "../i18n/words.ts";
import { type Reply, type Span, sentence } from "../reply.ts";
import { readRows } from "../state/rows.ts";
import { channelScope, workspaceScope } from "../state/scope.ts";
import { scheduleRow, watchRow } from "./schema.ts";
import { titleOf, watchLine } from "./words.ts";

const say = phrases({
  en: {
    none: "Nothing is followed here yet. In a channel, write for example: daily 09:00, or: watch Central Asia energy",
    total: (watches: number, schedules: number, channels: number) =>
      `${watches} ${watches === 1 ? "watch" : "watches"} and ${schedules} daily ${schedules === 1 ? "summary" : "summaries"} in ${channels} ${channels === 1 ? "channel" : "channels"}`,
    yours: "Set up by you",
  },
  zh: {
    none: "这里还没有关注任何内容。可以在频道里输入，例如：daily 09:00，或：watch 中亚 能源",
    total: (watches: number, schedules: number, channels: number) =>
      `${channels} 个频道里有 ${watches} 项关注和 ${schedules} 份每日摘要`,
    yours: "由您设置",
  },
  ru: {
    none: "Здесь пока ничего не отслеживается. Напишите в канале, например: daily 09:00 или: watch энергетика Центральной Азии",
    total: (watches: number, schedules: number, channels: number) =>
      `${russianCount(watches, "тема", "темы", "тем")} и ${russianCount(schedules, "ежедневная сводка", "ежедневные сводки", "ежедневных сводок")}, каналов: ${channels}`,
    yours: "Настроено вами",
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
  const data = { watches: watches.length, schedules: schedules.length, channels, yours };
  if (all.length === 0) return sentence(words.none, "nothing", data);
  const total = words.total(watches.length, schedules.length, channels);
  const rows = yours.map((line): Span[] => [{ code: line }]);
  return {
    summary: total,
    blocks: [
      { kind: "prose", spans: [total] },
      ...(rows.length > 0 ? [{ kind: "table" as const, head: [words.yours], rows }] : []),
    ],
    audience: "caller",
    outcome: "answered",
    data,
  };
}
