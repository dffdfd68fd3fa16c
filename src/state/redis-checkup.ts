/** Whether a Redis takes and keeps what it is given: its version, persistence, eviction, changes and clock. */
import type { Redis } from "ioredis";
import { BotError, reasonOf } from "../errors.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { connect } from "./redis-client.ts";
import { PROBE } from "./redis-layout.ts";
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
      await client.ping();
      return [...(await told(client)), ...(await clock(client, now)), ...(await changes(client))];
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

/** What the server says of itself; hosted ones may let nobody ask. */
async function told(client: Redis): Promise<readonly Finding[]> {
  try {
    const info = await client.info();
    const fsync = await client.config("GET", "appendfsync").catch(() => []);
    return [version(info), eviction(info), saving(info, String((fsync as unknown[])[1] ?? ""))];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [
      warn(
        "redis",
        `Redis answers, but does not tell its version, persistence and eviction (${why}); allow INFO to its user, or look there yourself.`,
        `Redis 有响应，但不提供版本、持久化和淘汰策略（${why}）；请允许其用户执行 INFO，或自行查看。`,
        `Redis отвечает, но не сообщает версию, сохранение и вытеснение (${why}); разрешите пользователю INFO или проверьте сами.`,
      ),
    ];
  }
}

async function changes(client: Redis): Promise<readonly Finding[]> {
  try {
    await client.set(PROBE, "1", "PX", 1);
    return [];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [
      bad(
        "redis",
        `Redis takes no changes (${why}). REDIS_URL must name a primary with memory and disk left, and a user that may write.`,
        `Redis 不接受更改（${why}）。REDIS_URL 须指向内存和磁盘充足的主节点，且用户有写权限。`,
        `Redis не принимает изменений (${why}). REDIS_URL должен указывать на основной сервер с памятью и диском и на пользователя с правом записи.`,
      ),
    ];
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

/** @param fsync "always", "everysec", "no", or "" where the server does not tell */
function saving(persistence: string, fsync: string): Finding {
  if (field(persistence, "aof_enabled") !== "1")
    return warn(
      "redis",
      "Redis keeps changes in memory only (appendonly no); set appendonly yes, and appendfsync always to lose nothing.",
      "Redis 只在内存中保存更改（appendonly no）；请设 appendonly yes，若不容丢失再设 appendfsync always。",
      "Redis хранит изменения только в памяти (appendonly no); задайте appendonly yes, а чтобы не терять ничего — appendfsync always.",
    );
  return fsync === "always" || fsync === ""
    ? ok(
        "redis",
        "Redis writes every change to its log.",
        "Redis 会把每次更改写入日志。",
        "Redis пишет каждое изменение в журнал.",
      )
    : warn(
        "redis",
        `Redis may lose the last changes in a crash (appendfsync ${fsync}); set appendfsync always to lose nothing.`,
        `Redis 崩溃时可能丢失最近的更改（appendfsync ${fsync}）；若不容丢失请设 appendfsync always。`,
        `При сбое Redis может потерять последние изменения (appendfsync ${fsync}); чтобы не терять ничего, задайте appendfsync always.`,
      );
}

async function clock(client: Redis, now: () => number): Promise<readonly Finding[]> {
  const before = now();
  const told = await client.time().catch(() => null);
  if (told === null) return [];
  const [seconds = 0, micros = 0] = told.map(Number);
  const skewMs = Math.abs(seconds * 1_000 + micros / 1_000 - (before + now()) / 2);
  const away = (skewMs / 1_000).toFixed(1);
  return [
    skewMs < SKEW_MS
      ? ok(
          "clock",
          "This clock and Redis' agree.",
          "本机时钟与 Redis 一致。",
          "Часы совпадают с часами Redis.",
        )
      : bad(
          "clock",
          `This clock is ${away} s away from Redis'; set both by NTP.`,
          `本机时钟与 Redis 相差 ${away} 秒，请用 NTP 校时。`,
          `Часы расходятся с часами Redis на ${away} с; настройте NTP.`,
        ),
  ];
}
