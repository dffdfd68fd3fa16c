/** All settings, schedules and watches as one JSON file, out and in. */
import { chmod, readFile, writeFile } from "node:fs/promises";
import * as z from "zod";
import type { Context } from "../command.ts";
import { BotError, reasonOf } from "../errors.ts";
import { errors, exchange as say } from "../i18n/delivery.ts";
import { LOCALES } from "../i18n/words.ts";
import { timeOf } from "../language/when/clock-times.ts";
import { type Reply, sentence } from "../reply.ts";
import { partitionOf } from "../state/partition.ts";
import { rowsOf } from "../state/rows.ts";
import type { Indexed, StateStore } from "../state/store.ts";
import { isZone } from "../time.ts";
import { beginAlerts } from "./alerts.ts";
import { lastKey, type Schedule, scheduleKey, type Watch, watchKey } from "./model.ts";
import { plannedKey } from "./planned.ts";
import { nextRun } from "./times.ts";

const language = z.enum(LOCALES);
const zone = z.string().refine(isZone, "an IANA time zone");
const time = z.string().refine((text) => timeOf(text) === text, "a time as HH:MM");
const day = z.iso.date("a day as 2025-05-26");
const settings = z.strictObject({
  language: language.optional(),
  zone: zone.optional(),
  quiet: z
    .string()
    .regex(/^\d\d:\d\d-\d\d:\d\d$/)
    .optional(),
  audience: z.enum(["me", "channel"]).optional(),
  followups: z.literal("off").optional(),
  without: z.array(z.string().min(1).max(200)).max(200).optional(),
  by: z.string().optional(),
});
const place = {
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  platform: z.string().regex(/^[a-z]+$/, "a platform"),
  workspace: z.string(),
  channel: z.string(),
  zone,
  by: z.string(),
  locale: language,
};
const schedule = z.strictObject({
  ...place,
  time,
  days: z.array(z.int().min(1).max(7)).min(1),
  topic: z.exactOptional(z.string().min(1)),
  lang: z.exactOptional(language),
  empty: z.enum(["skip", "say"]),
  until: z.exactOptional(day),
  setUp: z.exactOptional(z.int().min(0)),
});
const watch = z.strictObject({
  ...{ ...place, query: z.string().min(1), every: z.int().min(1).max(1440) },
  silence: z.exactOptional(z.int().min(1).max(60)),
  rush: z.exactOptional(z.number().min(2).max(50)),
  mention: z.exactOptional(z.string().regex(/^[A-Z0-9]{6,24}$/, "the id of a group or role")),
});
const file = z.strictObject({
  format: z.literal("sco-bot settings 1"),
  exported: z.string(),
  settings: z.record(z.string().regex(/^[a-z]+\/[^/:]*\/[^/:]+$/), settings),
  schedules: z.array(schedule),
  watches: z.array(watch),
});

/** Writes everything to a file that only its owner can read. @throws BotError */
export async function exportSettings(path: string | undefined, ctx: Context): Promise<Reply> {
  const { store, clock, caller } = ctx;
  const to = mustBeShell(path, ctx);
  const [stored, schedules, watches] = [
    await all(store, "settings"),
    await all(store, "schedule"),
    await all(store, "watch"),
  ];
  const content = {
    format: "sco-bot settings 1",
    exported: new Date(clock.now()).toISOString(),
    settings: Object.fromEntries(stored.map(([key, value]) => [key.slice("settings:".length), value])),
    schedules: schedules.map(([, value]) => value),
    watches: watches.map(([, value]) => value),
  };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  // The mode is for a new file alone: one that is there keeps its own, so it is closed to others first.
  await chmod(to, 0o600).catch(() => undefined);
  await writeFile(to, text, { mode: 0o600 }).catch((error) => {
    throw unusable(to, reasonOf(error), error);
  });
  const total = stored.length + schedules.length + watches.length;
  return sentence(say(caller.locale).out(total, to), "answered", { file: to, entries: total });
}

/** Reads such a file; all of it is saved, or, when anything in it is wrong, nothing. @throws BotError */
export async function importSettings(path: string | undefined, ctx: Context): Promise<Reply> {
  const { store, clock, caller } = ctx;
  const from = mustBeShell(path, ctx);
  const text = await readFile(from, "utf8").catch((error) => {
    throw unusable(from, reasonOf(error), error);
  });
  const read = file.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw unusable(from, `${issue?.path.join(".") || "file"}: ${issue?.message ?? ""}`, read.error);
  }
  const { settings: all, schedules, watches } = read.data;
  const set: Record<string, unknown> = {};
  const at: Record<string, number> = {};
  for (const [scope, value] of Object.entries(all)) set[`settings:${scope}`] = value;
  for (const one of schedules) {
    const key = scheduleKey(one satisfies Schedule);
    set[key] = one;
    // What was due before is not made up for.
    set[lastKey(one)] = clock.now();
    set[plannedKey(one)] = [clock.now()];
    at[key] = nextRun(one, clock.now());
  }
  for (const one of watches) {
    const alerts = beginAlerts(one satisfies Watch, [], clock.now());
    Object.assign(set, { [watchKey(one)]: one, ...alerts.set });
    Object.assign(at, alerts.at);
  }
  await saveAll(store, set, at);
  const total = Object.keys(all).length + schedules.length + watches.length;
  return sentence(say(caller.locale).in(total, from), "answered", { file: from, entries: total });
}

/** Every row of a room, by key. */
async function all(store: StateStore, room: Indexed): Promise<readonly (readonly [string, unknown])[]> {
  const found = new Map<string, unknown>();
  for await (const rows of rowsOf(store, room)) for (const [key, value] of rows) found.set(key, value);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows of one workspace that are saved as one step. */
const BATCH = 200;

/** Workspace by workspace, in steps that Redis does at once. */
async function saveAll(
  store: StateStore,
  set: Readonly<Record<string, unknown>>,
  at: Readonly<Record<string, number>>,
): Promise<void> {
  const workspaces = new Map<string, [string, unknown][]>();
  for (const row of Object.entries(set)) {
    const rows = workspaces.get(partitionOf(row[0])) ?? [];
    rows.push(row);
    workspaces.set(partitionOf(row[0]), rows);
  }
  for (const rows of workspaces.values())
    for (let from = 0; from < rows.length; from += BATCH)
      await store.commit({ set: Object.fromEntries(rows.slice(from, from + BATCH)), at });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file's path is only taken from whoever runs the bot, at the shell. */
function mustBeShell(path: string | undefined, { caller }: Context): string {
  if (caller.platform !== "terminal" || !caller.operates)
    throw new BotError("forbidden", errors.exchangeInShell);
  if (path) return path;
  throw new BotError("bad-input", errors.nameAFile);
}

function unusable(path: string, reason: string, cause: unknown): BotError {
  return new BotError("bad-input", errors.unusableFile(path, reason), { cause });
}
