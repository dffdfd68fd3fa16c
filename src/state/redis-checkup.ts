/** Whether a Redis takes and keeps what it is given: its version, persistence, eviction, changes and clock. */
import type { Redis } from "ioredis";
import { BotError, reasonOf } from "../errors.ts";
import { clock as clocks, redis as say } from "../i18n/doctor.ts";
import { asIs } from "../i18n/words.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { connect } from "./redis-client.ts";
import { PROBE } from "./redis-layout.ts";
import { redisAddress } from "./redis-url.ts";

/** The commands that the store uses need 6.2; a clock that is off by more makes schedules late or early. */
const OLDEST = [6, 2] as const;
const SKEW_MS = 2_000;
/** Longer than in service: everything else is loaded and examined meanwhile, and what is late is not away. */
const PATIENCE_MS = 5_000;

/** @param now epoch milliseconds of this machine, when asked */
export async function examineRedis(url: string, now: () => number): Promise<readonly Finding[]> {
  let broken: string | undefined;
  try {
    const complain = (error: unknown) => {
      broken = reasonOf(error) || String((error as NodeJS.ErrnoException).code ?? "");
    };
    const client = (await connect(redisAddress(url), complain, PATIENCE_MS)) as Redis;
    try {
      await client.ping();
      return [...(await told(client)), ...(await clock(client, now)), ...(await changes(client))];
    } finally {
      client.disconnect();
    }
  } catch (thrown) {
    const why = broken || (thrown instanceof BotError ? thrown.message : saidOf(thrown));
    return [bad("redis", say.notAnswering(why))];
  }
}

/** What the server says of itself; hosted ones may let nobody ask. */
async function told(client: Redis): Promise<readonly Finding[]> {
  try {
    const info = await client.info();
    const fsync = await client.config("GET", "appendfsync").catch(() => []);
    return [version(info), eviction(info), saving(info, String((fsync as unknown[])[1] ?? ""))];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [warn("redis", say.silent(why))];
  }
}

async function changes(client: Redis): Promise<readonly Finding[]> {
  try {
    await client.set(PROBE, "1", "PX", 1);
    return [];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [bad("redis", say.noChanges(why))];
  }
}

/** What ioredis says of a command before there is a connection is about its own queue. */
function saidOf(thrown: unknown): string {
  const why = reasonOf(thrown);
  return /enableOfflineQueue/.test(why) ? "no connection" : why;
}

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, "m").exec(info)?.[1]?.trim() ?? "";
}

function version(server: string): Finding {
  const text = field(server, "redis_version");
  const [major = 0, minor = 0] = text.split(".").map(Number);
  const fine = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return fine ? ok("redis", asIs(`Redis ${text}`)) : bad("redis", say.tooOld(text));
}

function eviction(memory: string): Finding {
  const policy = field(memory, "maxmemory_policy");
  return policy === "noeviction" || field(memory, "maxmemory") === "0"
    ? ok("redis", say.noEviction)
    : bad("redis", say.eviction(policy));
}

/** @param fsync "always", "everysec", "no", or "" where the server does not tell */
function saving(persistence: string, fsync: string): Finding {
  if (field(persistence, "aof_enabled") !== "1") return warn("redis", say.inMemory);
  return fsync === "always" || fsync === "" ? ok("redis", say.saved) : warn("redis", say.savedLate(fsync));
}

async function clock(client: Redis, now: () => number): Promise<readonly Finding[]> {
  const before = now();
  const told = await client.time().catch(() => null);
  if (told === null) return [];
  const [seconds = 0, micros = 0] = told.map(Number);
  const skewMs = Math.abs(seconds * 1_000 + micros / 1_000 - (before + now()) / 2);
  const away = (skewMs / 1_000).toFixed(1);
  return [skewMs < SKEW_MS ? ok("clock", clocks.agrees("Redis")) : bad("clock", say.clockDiffers(away))];
}
