/** `settings sources`: which publishers a workspace leaves out, wherever articles are shown, sent or counted there. */
import { publisherName } from "../articles/present.ts";
import type { Caller, Context } from "../command.ts";
import { BotError, cannotManageWorkspace } from "../errors.ts";
import { phrases } from "../i18n/words.ts";
import { type Reply, sentence } from "../reply.ts";
import { readSettings, type Settings, workspaceSettingsKey } from "../state/settings.ts";
import { mustManage } from "./subscribe.ts";

const MOST = 100;
const TRIES = 5;
const ALL = /^[-+]?(?:all|everything|off|none|reset|全部|所有|默认|все|всё|сброс)$/iu;

const say = phrases({
  en: {
    out: (names: string) =>
      `Left out here: ${names}. Bring one back: settings sources +NAME, or all: settings sources all`,
    none: "No publisher is left out here. Leave one out: settings sources -tass",
    saved: "Saved.",
    savedForAll: "Saved for the whole workspace.",
    all: "Saved: no publisher is left out here any more.",
    mine: "You changed this last.",
    others: (who: string) => `Changed last by the person with the id ${who}.`,
    comma: ", ",
  },
  zh: {
    out: (names: string) =>
      `这里不看：${names}。恢复一家：settings sources +名称；全部恢复：settings sources all`,
    none: "这里没有排除任何媒体。排除一家：settings sources -塔斯社",
    saved: "已保存。",
    savedForAll: "已为整个工作区保存。",
    all: "已保存：这里不再排除任何媒体。",
    mine: "上次由您更改。",
    others: (who: string) => `上次更改者的 ID：${who}。`,
    comma: "、",
  },
  ru: {
    out: (names: string) =>
      `Здесь не показываются: ${names}. Вернуть одно: settings sources +ИМЯ, все: settings sources all`,
    none: "Здесь показываются все издания. Убрать одно: settings sources -тасс",
    saved: "Сохранено.",
    savedForAll: "Сохранено для всего рабочего пространства.",
    all: "Сохранено: снова показываются все издания.",
    mine: "В последний раз это меняли вы.",
    others: (who: string) => `В последний раз это менял участник с ID ${who}.`,
    comma: ", ",
  },
});

/**
 * Shows or changes them.
 * @throws BotError with what was wrong, "forbidden" for who may not change the workspace, "unavailable"
 */
export async function leaveOut(value: string | undefined, ctx: Context): Promise<Reply> {
  const { caller, store } = ctx;
  const words = say(caller.locale);
  const key = workspaceSettingsKey(caller);
  if (value === undefined || value === "") return show(await readSettings(store, key), ctx);
  const isShared = caller.workspace !== "";
  if (isShared) mustManageWorkspace(caller);
  else mustManage(caller);
  const change = readChange(value, ctx);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await store.get(key);
    const { without: known = [], by: _, ...others } = await readSettings(store, key);
    const without = change(known);
    if (without.length > MOST) throw tooMany();
    const after = without.length > 0 ? { ...others, without, ...(isShared && { by: caller.user }) } : others;
    const kept = Object.keys(after).length > 0 ? after : undefined;
    if (!(await store.commit({ when: { [key]: before }, set: { [key]: kept } }))) continue;
    const saved = isShared ? words.savedForAll : words.saved;
    const text = without.length > 0 ? `${saved} ${leftOutInWords(without, ctx)}` : words.all;
    return sentence(text, "answered", { without });
  }
  throw new BotError("unavailable", {
    en: "This could not be saved, as it keeps changing. Try again.",
    zh: "设置正被频繁修改，未能保存，请再试一次。",
    ru: "Не удалось сохранить: настройка всё время меняется. Повторите.",
  });
}

function show({ without = [], by = "" }: Settings, ctx: Context): Reply {
  const { caller } = ctx;
  const words = say(caller.locale);
  if (without.length === 0) return sentence(words.none, "answered", { without });
  const who = by === "" ? [] : [by === caller.user ? words.mine : words.others(by)];
  const text = [leftOutInWords(without, ctx), ...who].join(" ");
  return sentence(text, "answered", { without, ...(by !== "" && { by }) });
}

/** @throws BotError "forbidden" */
function mustManageWorkspace({ managesWorkspace, operates }: Caller): void {
  if (!managesWorkspace && !operates) throw cannotManageWorkspace();
}

/** Which publishers are left out, in one sentence; "" where none is. */
export function leftOutInWords(without: readonly string[], { caller, library }: Context): string {
  const words = say(caller.locale);
  const names = without.map((name) => publisherName(name, library, caller.locale));
  return names.length > 0 ? words.out(names.join(words.comma)) : "";
}

type Change = (before: readonly string[]) => readonly string[];

/** `-tass`, `-tass, rt +dawn`, `all`. @throws BotError "bad-input" for a name that nobody has, or one without a sign */
function readChange(value: string, ctx: Context): Change {
  const text = value.normalize("NFKC").trim();
  if (ALL.test(text)) return () => [];
  const parts = text.split(/(?<![\s,，、;])[\s,，、;]+(?=[-+−–—])/u);
  const changes = parts.flatMap((part): Change[] => {
    const sign = /^[-+−–—]/u.exec(part)?.[0];
    if (sign === undefined) throw noSign(part);
    const names = part
      .slice(1)
      .split(/[,，、;]/u)
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length === 0) throw noSign(part);
    if (sign === "+") return [(before) => before.filter((id) => !names.some((name) => isOf(id, name, ctx)))];
    const ids = names.map((name) => idOf(name, ctx));
    return [(before) => [...new Set([...before, ...ids])]];
  });
  return (before) => changes.reduce((now, change) => change(now), before);
}

const bareName = (name: string): string => name.replace(/^["'“«]|["'”»]$/gu, "");

function isOf(id: string, name: string, { library }: Context): boolean {
  const bare = bareName(name);
  return id.toLowerCase() === (library.publisher(bare)?.id ?? bare).toLowerCase();
}

/** The id of a publisher, or the name of a source that articles have. */
function idOf(name: string, { library }: Context): string {
  const bare = bareName(name);
  const known = library.publisher(bare)?.id;
  if (known !== undefined) return known;
  const source = library.newest().find((article) => article.source.toLowerCase() === bare.toLowerCase());
  if (source) return source.source;
  throw new BotError("bad-input", {
    en: `I know no publisher “${bare.slice(0, 40)}”. All of them: sources`,
    zh: `没有名为“${bare.slice(0, 40)}”的媒体。查看全部：sources`,
    ru: `Издания «${bare.slice(0, 40)}» я не знаю. Все издания: sources`,
  });
}

function noSign(part: string): BotError {
  const name = part.replace(/^[-+−–—]/u, "").slice(0, 40) || "tass";
  return new BotError("bad-input", {
    en: `Write -${name} to leave it out, +${name} to bring it back, or all.`,
    zh: `排除请写 -${name}，恢复请写 +${name}，全部恢复请写 all。`,
    ru: `Напишите -${name}, чтобы убрать, +${name}, чтобы вернуть, или all.`,
  });
}

function tooMany(): BotError {
  return new BotError("bad-input", {
    en: `At most ${MOST} publishers can be left out.`,
    zh: `最多只能排除 ${MOST} 家媒体。`,
    ru: `Убрать можно не больше ${MOST} изданий.`,
  });
}
