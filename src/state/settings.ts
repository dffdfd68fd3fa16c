/** Settings of channels and people, and how they are laid over what a platform says of a caller. */
import type { Clock } from "../clock.ts";
import type { Caller } from "../command.ts";
import { LOCALES, type Locale } from "../i18n/words.ts";
import { isZone } from "../time.ts";
import { bury } from "./rows.ts";
import { channelScope, personScope, workspaceScope } from "./scope.ts";
import type { StateStore } from "./store.ts";

export interface Settings {
  readonly language?: Locale;
  /** IANA zone. */
  readonly zone?: string;
  /** `22:00-07:00` on the clocks of the zone; channels only. */
  readonly quiet?: string;
  /** Who sees answers when nothing else is said. */
  readonly audience?: "me" | "channel";
  /** `off`: the bot goes on only when it is addressed. */
  readonly followups?: "off";
  /** Publishers that are left out, by id, or by name where they are none of ours; workspaces only. */
  readonly without?: readonly string[];
  /** Who changed that last; "" once that person was forgotten; workspaces only. */
  readonly by?: string;
}

type Scoped = Pick<Caller, "platform" | "workspace" | "channel" | "user">;

export const channelSettingsKey = (at: Omit<Scoped, "user">): string => `settings:${channelScope(at)}`;
export const personSettingsKey = (at: Omit<Scoped, "channel">): string => `settings:${personScope(at)}`;

/** Of the whole workspace, beside its channels and people, none of which is named by a star; where there is none, the person's. */
export const workspaceSettingsKey = (at: Omit<Scoped, "channel">): string =>
  at.workspace === "" ? personSettingsKey(at) : `settings:${workspaceScope(at)}*`;

/** Publishers that are left out there. @throws BotError "unavailable" */
export async function leftOutIn(
  store: StateStore,
  at: Omit<Scoped, "channel">,
  now: number,
): Promise<readonly string[]> {
  return (await readSettings(store, workspaceSettingsKey(at), now)).without ?? [];
}

/** What each setting may say. Written out, as every answer reads settings and no schema is loaded for them. */
const FITS: { readonly [K in keyof Required<Settings>]: (value: unknown) => boolean } = {
  language: (value) => LOCALES.some((locale) => locale === value),
  zone: (value) => typeof value === "string" && isZone(value),
  quiet: (value) => typeof value === "string" && /^\d\d:\d\d-\d\d:\d\d$/.test(value),
  audience: (value) => value === "me" || value === "channel",
  followups: (value) => value === "off",
  without: (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  by: (value) => typeof value === "string",
};

/** The settings that a row has; what says none is left out. */
export function settingsIn(row: unknown): Settings {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return {};
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => misfit(name, value) === undefined));
}

/** The name of a setting that does not say one; later versions may have others. */
function misfit(name: string, value: unknown): string | undefined {
  const fits = Object.hasOwn(FITS, name) ? FITS[name as keyof Settings] : undefined;
  return fits === undefined || fits(value) ? undefined : name;
}

/**
 * What is stored under a settings key; nothing is an empty object. A row that is damaged is put aside, but for what is
 * good in it. @throws BotError "unavailable"
 */
export async function readSettings(store: StateStore, key: string, now: number): Promise<Settings> {
  const value = await store.get(key);
  if (value === undefined) return {};
  const good = settingsIn(value);
  const isRow = typeof value === "object" && value !== null && !Array.isArray(value);
  const bad = isRow ? Object.entries(value).flatMap(([name, one]) => misfit(name, one) ?? []) : ["row"];
  if (bad.length > 0) {
    const rest = Object.keys(good).length > 0 ? good : undefined;
    await bury(store, { key, value, reason: `${bad.join(", ")}: no setting`, at: now }, rest);
  }
  return good;
}

/** Nobody waits longer than this for settings; what was known before is used instead. */
const PATIENCE_MS = 200;
const KEPT = 5000;

/**
 * Makes the overlay that `createBot` asks for: a person's setting beats the channel's, which beats the
 * platform's. Never rejects and never waits long, whatever the store does.
 */
export function createSettle(store: StateStore, clock: Clock): (caller: Caller) => Promise<Caller> {
  const known = new Map<string, Settings>();

  async function look(key: string): Promise<Settings> {
    try {
      const settings = await readSettings(store, key, clock.now());
      known.delete(key);
      known.set(key, settings);
      const oldest = known.size > KEPT ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return settings;
    } catch {
      return known.get(key) ?? {};
    }
  }

  /** One timer for all keys: starting and stopping one costs more than reading a setting. */
  async function lookAll(keys: readonly string[]): Promise<readonly (Settings | undefined)[]> {
    const stop = new AbortController();
    const late = clock.sleep(PATIENCE_MS, stop.signal).catch(() => undefined);
    try {
      const either = keys.map((key) => Promise.race([look(key), late.then(() => known.get(key) ?? {})]));
      return await Promise.all(either);
    } finally {
      stop.abort();
    }
  }

  return async (caller) => {
    const [person, channel, workspace] = await lookAll([
      personSettingsKey(caller),
      channelSettingsKey(caller),
      workspaceSettingsKey(caller),
    ]);
    const without = workspace?.without ?? [];
    const { language, zone, audience, followups } = { ...channel, ...person };
    return {
      ...caller,
      ...(language && { locale: language }),
      ...(zone && { zone }),
      ...(without.length > 0 && { without }),
      ...(followups === "off" && { followups: false }),
      ...(audience && { audience: audience === "channel" ? ("channel" as const) : ("caller" as const) }),
    };
  };
}
