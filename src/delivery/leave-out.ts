/** `settings sources`: which publishers a workspace leaves out, wherever articles are shown, sent or counted there. */
import { publisherName } from "../articles/present.ts";
import type { Caller, Context } from "../command.ts";
import { BotError, cannotManageWorkspace } from "../errors.ts";
import { errors } from "../i18n/delivery.ts";
import { leaveOut as say } from "../i18n/subscriptions.ts";
import { type Reply, sentence } from "../reply.ts";
import { readSettings, type Settings, workspaceSettingsKey } from "../state/settings.ts";
import { mustManage } from "./subscribe.ts";

const MOST = 100;
const TRIES = 5;
const ALL = /^[-+]?(?:all|everything|off|none|reset|全部|所有|默认|все|всё|сброс)$/iu;

/**
 * Shows or changes them.
 * @throws BotError with what was wrong, "forbidden" for who may not change the workspace, "unavailable"
 */
export async function leaveOut(value: string | undefined, ctx: Context): Promise<Reply> {
  const { caller, store, clock } = ctx;
  const words = say(caller.locale);
  const key = workspaceSettingsKey(caller);
  if (value === undefined || value === "") return show(await readSettings(store, key, clock.now()), ctx);
  const isShared = caller.workspace !== "";
  if (isShared) mustManageWorkspace(caller);
  else mustManage(caller);
  const change = readChange(value, ctx);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await store.get(key);
    const { without: known = [], by: _, ...others } = await readSettings(store, key, clock.now());
    const without = change(known);
    if (without.length > MOST) throw tooMany();
    const after = without.length > 0 ? { ...others, without, ...(isShared && { by: caller.user }) } : others;
    const kept = Object.keys(after).length > 0 ? after : undefined;
    if (!(await store.commit({ when: { [key]: before }, set: { [key]: kept } }))) continue;
    const saved = isShared ? words.savedForAll : words.saved;
    const text = without.length > 0 ? `${saved} ${leftOutInWords(without, ctx)}` : words.all;
    return sentence(text, "answered", { without });
  }
  throw new BotError("unavailable", errors.notOfChannel);
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
  throw new BotError("bad-input", errors.noPublisher(bare.slice(0, 40)));
}

function noSign(part: string): BotError {
  const name = part.replace(/^[-+−–—]/u, "").slice(0, 40) || "tass";
  return new BotError("bad-input", errors.noSign(name));
}

function tooMany(): BotError {
  return new BotError("bad-input", errors.tooManyLeftOut(MOST));
}
