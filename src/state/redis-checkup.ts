/** Whether a Redis keeps what it is given: its version, persistence, eviction and clock. */
import type { Redis } from "ioredis";
import { BotError, reasonOf } from "../errors.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { connect } from "./redis.ts";
import { redisAddress } from "./redis-url.ts";

/** The commands that the store uses need 6.2; a clock that is off by more makes schedules late or early. */
const OLDEST = [6, 2] as const;
const SKEW_MS = 2_000;

/** @param now epoch milliseconds of this machine, when asked */
export async function examineRedis(url: string, now: () => number): Promise<readonly Finding[]> {
  let broken: string | undefined;
  try {
    const client = (await connect(redisAddress(url), (error) => {
      broken = reasonOf(error) || String((error as NodeJS.ErrnoException).code ?? "");
    })) as Redis;
    try {
      const [server, memory, persistence] = await Promise.all(
        ["server", "memory", "persistence"].map((part) => client.info(part)),
      );
      const skew = await skewOf(client, now);
      return [version(server ?? ""), eviction(memory ?? ""), saving(persistence ?? ""), clock(skew)];
    } finally {
      client.disconnect();
    }
  } catch (thrown) {
    const why = broken || (thrown instanceof BotError ? thrown.message : saidOf(thrown));
    return [
      bad(
        "redis",
        `Redis does not answer (${why}). Check REDIS_URL and that the server runs.`,
        `Redis 没有响应（${why}）。请检查 REDIS_URL 以及服务器是否在运行。`,
        `Redis не отвечает (${why}). Проверьте REDIS_URL и работает ли сервер.`,
      ),
    ];
  }
}

/** What ioredis says of a command before there is a connection is about its own queue. */
function saidOf(thrown: unknown): string {
  const why = reasonOf(thrown);
  return /enableOfflineQueue/.test(why) ? "no connection" : why;
}

async function skewOf(client: Redis, now: () => number): Promise<number> {
  const before = now();
  const [seconds = 0, micros = 0] = (await client.time()).map(Number);
  return seconds * 1_000 + micros / 1_000 - (before + now()) / 2;
}

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, "m").exec(info)?.[1]?.trim() ?? "";
}

function version(server: string): Finding {
  const text = field(server, "redis_version");
  const [major = 0, minor = 0] = text.split(".").map(Number);
  const fine = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return fine
    ? ok("redis", `Redis ${text}`, `Redis ${text}`, `Redis ${text}`)
    : bad(
        "redis",
        `Redis ${text} is too old; install 6.2 or newer.`,
        `Redis ${text} 太旧，请安装 6.2 或更新版本。`,
        `Redis ${text} слишком старый; нужен 6.2 или новее.`,
      );
}

function eviction(memory: string): Finding {
  const policy = field(memory, "maxmemory_policy");
  return policy === "noeviction" || field(memory, "maxmemory") === "0"
    ? ok("redis", "Redis throws nothing away.", "Redis 不会丢弃数据。", "Redis ничего не выбрасывает.")
    : bad(
        "redis",
        `Redis may throw settings away (maxmemory-policy ${policy}); set it to noeviction.`,
        `Redis 可能丢弃设置（maxmemory-policy ${policy}），请设为 noeviction。`,
        `Redis может выбросить настройки (maxmemory-policy ${policy}); задайте noeviction.`,
      );
}

function saving(persistence: string): Finding {
  return field(persistence, "aof_enabled") === "1"
    ? ok(
        "redis",
        "Redis writes every change to its log.",
        "Redis 会把每次更改写入日志。",
        "Redis пишет каждое изменение в журнал.",
      )
    : warn(
        "redis",
        "Redis keeps changes in memory only (appendonly no); set appendonly yes, and appendfsync always to lose nothing.",
        "Redis 只在内存中保存更改（appendonly no）；请设 appendonly yes，若不容丢失再设 appendfsync always。",
        "Redis хранит изменения только в памяти (appendonly no); задайте appendonly yes, а чтобы не терять ничего — appendfsync always.",
      );
}

function clock(skewMs: number): Finding {
  const seconds = (Math.abs(skewMs) / 1_000).toFixed(1);
  return Math.abs(skewMs) < SKEW_MS
    ? ok("clock", "This clock and Redis' agree.", "本机时钟与 Redis 一致。", "Часы совпадают с часами Redis.")
    : bad(
        "clock",
        `This clock is ${seconds} s away from Redis'; set both by NTP.`,
        `本机时钟与 Redis 相差 ${seconds} 秒，请用 NTP 校时。`,
        `Часы расходятся с часами Redis на ${seconds} с; настройте NTP.`,
      );
}
