/** `settings`: showing and changing a person's and a channel's settings. */
import type { Caller, Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/delivery.ts";
import { forms, settings as say } from "../i18n/settings.ts";
import { LOCALES, type Locale, type Words } from "../i18n/words.ts";
import { timeOf } from "../language/when/clock-times.ts";
import { zoneOf } from "../language/when/zones.ts";
import { type Reply, type Span, sentence } from "../reply.ts";
import {
  channelSettingsKey,
  leftOutIn,
  personSettingsKey,
  readSettings,
  type Settings,
} from "../state/settings.ts";
import { leaveOut, leftOutInWords } from "./leave-out.ts";
import { readZone } from "./read-times.ts";
import { mustManage, schedulesOf } from "./subscribe.ts";
import { nextRun, quietUntil } from "./times.ts";

type Name = "language" | "zone" | "quiet" | "audience" | "followups";

export interface SettingsRequest {
  readonly what?: Name | "sources" | "export" | "import" | undefined;
  readonly value?: string | undefined;
  readonly for?: "me" | "channel" | undefined;
}

const NONE = /^(off|none|default|reset|关|关闭|默认|выкл|нет|сброс)$/i;
const LANGUAGES: Readonly<Record<Locale, RegExp>> = {
  en: /^(en|english|英语|英文|английский)$/i,
  zh: /^(zh|chinese|中文|汉语|китайский)$/i,
  ru: /^(ru|russian|русский|俄语|俄文)$/i,
};

/** Shows all, or changes one. @throws BotError with what was wrong, "unavailable" when it could not be saved */
export async function settings(
  { what, value: written, for: whom }: SettingsRequest,
  ctx: Context,
): Promise<Reply> {
  const value = written?.replace(/^(["'“«]?)(.*?)["'”»]?$/su, (all, open, inner) => (open ? inner : all));
  if (what === "export" || what === "import") {
    const { exportSettings, importSettings } = await import("./exchange.ts");
    return what === "export" ? exportSettings(value, ctx) : importSettings(value, ctx);
  }
  if (what === "sources") return leaveOut(value, ctx);
  if (value === undefined) return show(ctx);
  const name = what ?? nameOf(value);
  return change(name, value, whom ?? (name === "quiet" ? "channel" : "me"), ctx);
}

/** Which setting a value alone is of: `zh`, `Asia/Shanghai`, `22:00-07:00`. @throws BotError "bad-input" */
function nameOf(value: string): Name {
  const text = value.trim();
  if (LOCALES.some((locale) => LANGUAGES[locale].test(text))) return "language";
  if (zoneOf(text) !== undefined) return "zone";
  if (/\d\s*(?:-|–|—|至|到)\s*\d/.test(text)) return "quiet";
  throw new BotError("bad-input", errors.noSetting(text.slice(0, 40)));
}

async function show(ctx: Context): Promise<Reply> {
  const { caller, store, clock } = ctx;
  const words = say(caller.locale);
  const [me, channel, without] = await Promise.all([
    readSettings(store, personSettingsKey(caller), clock.now()),
    readSettings(store, channelSettingsKey(caller), clock.now()),
    leftOutIn(store, caller, clock.now()),
  ]);
  const names: readonly Name[] = ["language", "zone", "quiet", "audience", "followups"];
  const shown = (name: Name, value: string) =>
    name === "language" ? forms(caller.locale).languages[value as Locale] : inWords(value, caller.locale);
  const cell = (name: Name, set: string | undefined, usual: string) =>
    set === undefined ? usual : shown(name, set);
  const usual = {
    language: words.usual(shown("language", caller.locale)),
    zone: words.usual(caller.zone),
    quiet: words.channelsOnly,
    audience: words.usual(inWords(channel.audience ?? "me", caller.locale)),
    followups: words.usual(channel.followups === undefined ? words.on : words.off),
  };
  const usualHere = {
    language: words.eachTheirOwn,
    zone: words.eachTheirOwn,
    quiet: words.none,
    audience: words.eachTheirOwn,
    followups: words.usual(words.on),
  };
  const rows = names.map((name): Span[] => [
    words.names[name],
    cell(name, me[name], usual[name]),
    cell(name, channel[name], usualHere[name]),
  ]);
  return {
    summary: words.title,
    blocks: [
      { kind: "heading", text: words.title },
      { kind: "table", head: words.head, rows },
      ...(without.length > 0 ? [{ kind: "prose", spans: [leftOutInWords(without, ctx)] } as const] : []),
      { kind: "prose", spans: [{ dim: words.hint }] },
    ],
    audience: "caller",
    outcome: "answered",
    data: { me, channel, ...(without.length > 0 && { without }) },
  };
}

function inWords(value: string, locale: Locale): string {
  const words = say(locale);
  return value === "me" || value === "channel" || value === "off" ? words[value] : value;
}

async function change(name: Name, value: string, whom: "me" | "channel", ctx: Context): Promise<Reply> {
  const { caller, store } = ctx;
  const words = say(caller.locale);
  if (whom === "channel") mustManage(caller);
  else if (name === "quiet") throw onlyChannels();
  // "off" is what is kept of this one; the others are taken away by it.
  const read =
    name === "followups" ? readSwitch(value) : NONE.test(value.trim()) ? undefined : readValue(name, value);
  const key = whom === "me" ? personSettingsKey(caller) : channelSettingsKey(caller);
  await update(store, key, name, read);
  const at = whomWords(caller, whom);
  const text =
    read === undefined
      ? words.cleared(words.names[name], at)
      : words.saved(words.names[name], inWords(read, caller.locale), at);
  const hushed = name === "quiet" || name === "zone" ? await hushedBy(ctx) : [];
  const note = hushed.length > 0 && whom === "channel" ? ` ${words.hushed(hushed.join(", "))}` : "";
  return sentence(text + note, "answered", { for: whom, [name]: read ?? null });
}

/** Times of the channel's summaries that lie in its quiet hours, so that none of them would come. */
async function hushedBy(ctx: Context): Promise<readonly string[]> {
  const { caller, store, clock } = ctx;
  const [{ quiet, zone }, schedules] = await Promise.all([
    readSettings(store, channelSettingsKey(caller), clock.now()),
    schedulesOf(ctx),
  ]);
  return schedules
    .filter((one) => quietUntil(quiet, nextRun(one, clock.now()), zone ?? one.zone) !== undefined)
    .map((one) => `${one.time} (${one.zone})`);
}

const whomWords = ({ locale }: Caller, whom: "me" | "channel"): string => say(locale).whom[whom];

/** Changes one setting without losing what somebody else changes meanwhile. */
async function update(
  store: Context["store"],
  key: string,
  name: Name,
  value: string | undefined,
): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const before = (await store.get(key)) as Settings | undefined;
    const { [name]: _, ...others } = before ?? {};
    const after = { ...others, ...(value !== undefined && { [name]: value }) };
    const kept = Object.keys(after).length > 0 ? after : undefined;
    if (await store.commit({ when: { [key]: before }, set: { [key]: kept } })) return;
  }
  throw new BotError("unavailable", errors.nameAFileToExport);
}

function readValue(name: Name, value: string): string {
  const text = value.trim();
  if (name === "zone") return readZone(text);
  if (name === "language") {
    const language = LOCALES.find((locale) => LANGUAGES[locale].test(text));
    if (language) return language;
    throw wrong(text, LOCALES.join(", "), errors.language);
  }
  if (name === "audience") {
    if (/^(me|private|自己|仅自己|я|мне)$/i.test(text)) return "me";
    if (/^(channel|all|everybody|public|频道|所有人|все|канал)$/i.test(text)) return "channel";
    throw wrong(text, "me, channel", errors.audience);
  }
  const [from, to, ...more] = text.split(/(?<!\s)\s*(?:-|–|—|至|到)\s*/).map(timeOf);
  if (from && to && more.length === 0 && from !== to) return `${from}-${to}`;
  throw wrong(text, "22:00-07:00, off", errors.quiet);
}

/** @throws BotError "bad-input" */
function readSwitch(value: string): "off" | undefined {
  const text = value.trim();
  if (/^(off|no|false|关|关闭|否|выкл|нет)$/i.test(text)) return "off";
  if (/^(on|yes|true|default|reset|开|打开|是|默认|вкл|да|сброс)$/i.test(text)) return undefined;
  throw wrong(text, "on, off", errors.choice);
}

function wrong(got: string, wanted: string, what: Words): BotError {
  const text = got.slice(0, 40);
  return new BotError("bad-input", errors.noSuchValue(text, what, wanted));
}

function onlyChannels(): BotError {
  return new BotError("bad-input", errors.onlyChannels);
}
