/** Examines an installation: what runs, what it keeps, whether it may do what it is asked to. */
import { constants } from "node:fs";
import { access, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import { versions } from "node:process";
import type { Library } from "../articles/library.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { examineWebhooks } from "../delivery/examine.ts";
import type { Webhooks } from "../delivery/webhook/webhooks.ts";
import { BotError, reasonOf } from "../errors.ts";
import { examineFeeds } from "../feeds/examine.ts";
import type { Feeds } from "../feeds/feeds.ts";
import { makeFolder } from "../folder.ts";
import { readTeamGlossary } from "../language/team-glossary.ts";
import type { Meaning } from "../meaning/meaning.ts";
import { root } from "../root.ts";
import { type DeadLetter, rowsOf } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import { bad, type Examine, type Finding, ok, warn } from "./finding.ts";
import type { Health } from "./health.ts";

const OLDEST_NODE = 20;
/** Below this a journal of a busy team could fill the disk within days. */
const LOW_DISK_BYTES = 200 * 1024 * 1024;
/** Below this the next write may be the one that fails. */
const FULL_DISK_BYTES = 10 * 1024 * 1024;

/** How long a search waits for a query's vector. */
const SLOW_VECTOR_MS = 300;

/** Dead letters that are told one by one. */
const MOST_LETTERS = 10;

export interface Installation {
  readonly config: Config;
  /** What is wrong with the settings; `config` is what is left of them. */
  readonly faults: readonly string[];
  readonly library: Library;
  readonly clock: Clock;
  readonly health: Pick<Health, "troubles">;
  readonly meaning: Pick<Meaning, "on" | "trial">;
  readonly store: StateStore;
  readonly feeds: Pick<Feeds, "list" | "faults">;
  readonly webhooks: Pick<Webhooks, "open">;
  /** Examinations that platforms bring. */
  readonly others: readonly Examine[];
}

/** The parts that every installation has, and those that platforms bring. */
export function examinations(all: Installation): readonly Examine[] {
  const { config, faults, library, feeds, others } = all;
  return [
    async () => [await version(), node()],
    async () => settings(config, faults),
    async () => corpus(library),
    async () => teamGlossary(config.SCO_GLOSSARY),
    async () => troubles(all.health),
    () => folder(config.SCO_DATA_DIR),
    () => state(all),
    () => deadLetters(all),
    () => examineWebhooks(all.store, all.webhooks, all.clock.now()),
    () => examineFeeds(feeds),
    () => embeddings(all.meaning),
    ...others,
  ];
}

/** Runs them all, in order; one that throws becomes a finding, unless it only lacked the state, which has its own. */
export async function examine(all: readonly Examine[]): Promise<readonly Finding[]> {
  const found = await Promise.all(
    all.map((look) =>
      look().catch((thrown: unknown): Finding[] => {
        if (thrown instanceof BotError && thrown.code === "unavailable") return [];
        const why = reasonOf(thrown);
        return [
          bad(
            "doctor",
            `One part could not be examined: ${why}`,
            `有一项无法检查：${why}`,
            `Одну часть не удалось проверить: ${why}`,
          ),
        ];
      }),
    ),
  );
  // Several parts may have asked the same that is away.
  return found.flat().filter(({ words }, i, all) => all.findIndex((one) => one.words.en === words.en) === i);
}

/** How many names a team has added, and every line of its file that is not used. */
function teamGlossary(path: string | undefined): readonly Finding[] {
  if (path === undefined) return [];
  const { entries, faults } = readTeamGlossary(path);
  const count = entries.length;
  const counted = ok(
    "glossary",
    `${count} ${count === 1 ? "entry" : "entries"} of your own from ${path}`,
    `自有术语 ${count} 条，来自 ${path}`,
    `Своих статей глоссария: ${count}, из ${path}`,
  );
  const wrong = faults.map(({ en, zh, ru }) => (count > 0 ? warn : bad)("glossary", en, zh, ru));
  return count > 0 || faults.length === 0 ? [counted, ...wrong] : wrong;
}

async function version(): Promise<Finding> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return ok("version", `sco-bot ${version}`, `sco-bot ${version}`, `sco-bot ${version}`);
}

function node(): Finding {
  const major = Number(versions.node.split(".")[0]);
  return major >= OLDEST_NODE
    ? ok("node", `Node ${versions.node}`, `Node ${versions.node}`, `Node ${versions.node}`)
    : bad(
        "node",
        `Node ${versions.node} is too old; install ${OLDEST_NODE} or newer.`,
        `Node ${versions.node} 太旧，请安装 ${OLDEST_NODE} 或更新版本。`,
        `Node ${versions.node} слишком старый; нужен ${OLDEST_NODE} или новее.`,
      );
}

function settings(config: Config, faults: readonly string[]): Finding[] {
  if (faults.length > 0) return faults.map((fault) => bad("settings", fault, fault, fault));
  const names = config.platforms
    .filter(({ configured }) => configured)
    .map(({ title }) => title)
    .join(", ");
  return names !== ""
    ? [
        ok(
          "settings",
          `Settings are complete for ${names}.`,
          `${names} 的设置完整。`,
          `Настройки полны: ${names}.`,
        ),
      ]
    : [
        warn(
          "settings",
          "Neither Slack nor Discord is configured; npm start is a chat in the terminal. See README.",
          "尚未配置 Slack 或 Discord；npm start 只会打开终端对话。参见 README。",
          "Ни Slack, ни Discord не настроены; npm start откроет чат в терминале. См. README.",
        ),
      ];
}

function corpus(library: Library): Finding[] {
  const faults = library.faults.map(({ en, zh, ru }) =>
    bad("corpus", `${en}. Correct or remove it.`, `${zh}。请更正或删除。`, `${ru}. Исправьте или удалите.`),
  );
  const count = library.size;
  const counted =
    count > 0
      ? ok(
          "corpus",
          `${count === 1 ? "1 article" : `${count} articles`}, ${library.publishers.length} publishers`,
          `${count} 篇文章，${library.publishers.length} 家媒体`,
          `Статей: ${count}, изданий: ${library.publishers.length}`,
        )
      : bad(
          "corpus",
          "There are no articles. Run: npx sco import FILE",
          "没有文章。请运行：npx sco import FILE",
          "Статей нет. Выполните: npx sco import FILE",
        );
  return [counted, ...faults];
}

async function folder(path: string): Promise<Finding[]> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK);
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [
      bad(
        "disk",
        `${path} cannot be written to (${why}). Set SCO_DATA_DIR to a folder that can.`,
        `无法写入 ${path}（${why}）。请把 SCO_DATA_DIR 设为可写的文件夹。`,
        `В ${path} нельзя писать (${why}). Задайте в SCO_DATA_DIR другую папку.`,
      ),
    ];
  }
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const size = `${Math.floor(free / 1024 / 1024)} MB`;
  return free >= LOW_DISK_BYTES
    ? [
        ok(
          "disk",
          `${path} can be written to; ${size} are free.`,
          `${path} 可写，剩余 ${size}。`,
          `В ${path} можно писать; свободно ${size}.`,
        ),
      ]
    : [
        (free < FULL_DISK_BYTES ? bad : warn)(
          "disk",
          `Only ${size} are free at ${path}; make room.`,
          `${path} 仅剩 ${size}，请清理空间。`,
          `В ${path} свободно лишь ${size}; освободите место.`,
        ),
      ];
}

/** One query is sent to the server of vectors, where there is one. */
async function embeddings({ on, trial }: Installation["meaning"]): Promise<readonly Finding[]> {
  if (!on) return [];
  try {
    const { dimension, ms } = await trial();
    const took = Math.round(ms);
    return [
      (took > SLOW_VECTOR_MS ? warn : ok)(
        "embeddings",
        `The embeddings server answers in ${took} ms with ${dimension} numbers; a search waits ${SLOW_VECTOR_MS} ms at most.`,
        `向量服务在 ${took} 毫秒内返回 ${dimension} 个数；搜索最多等待 ${SLOW_VECTOR_MS} 毫秒。`,
        `Сервер векторов отвечает за ${took} мс, чисел: ${dimension}; поиск ждёт не дольше ${SLOW_VECTOR_MS} мс.`,
      ),
    ];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [
      bad(
        "embeddings",
        `The embeddings server cannot be used: ${why}. See SCO_EMBED_URL and SCO_EMBED_MODEL; search goes by words alone.`,
        `向量服务不可用：${why}。请检查 SCO_EMBED_URL 和 SCO_EMBED_MODEL；搜索仅按词语进行。`,
        `Сервер векторов недоступен: ${why}. Проверьте SCO_EMBED_URL и SCO_EMBED_MODEL; поиск идёт только по словам.`,
      ),
    ];
  }
}

/** What this start noticed; state has an examination of its own. */
function troubles({ troubles }: Pick<Health, "troubles">): Finding[] {
  return troubles
    .filter(({ part }) => part !== "state")
    .map(({ part, words }) => warn(part, words.en, words.zh, words.ru));
}

/** Rows that could not be used, the first few with the reason. */
async function deadLetters({ store }: Pick<Installation, "store">): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const rows of rowsOf(store, "dead-letter"))
    for (const [, value] of rows) {
      const { key, reason } = value as DeadLetter;
      if (found.length < MOST_LETTERS)
        found.push(
          bad(
            "dead-letters",
            `${key} could not be used and was put aside: ${reason}. Set it up again in its channel.`,
            `${key} 无法使用，已单独存放：${reason}。请在其频道重新设置。`,
            `Запись ${key} непригодна и отложена: ${reason}. Настройте её заново в канале.`,
          ),
        );
    }
  return found;
}

async function state({ config, store, clock }: Installation): Promise<readonly Finding[]> {
  if (config.REDIS_URL) {
    const { examineRedis } = await import("../state/redis-checkup.ts");
    return examineRedis(config.REDIS_URL, clock.now);
  }
  const where = config.SCO_DATA_DIR;
  await store.size("schedule").catch(() => undefined);
  const { fault } = store.health;
  return [
    fault === null
      ? ok(
          "state",
          `State is kept in a journal in ${where}; one process only. For several set REDIS_URL.`,
          `状态保存在 ${where} 的日志中，仅限单进程；多进程请设置 REDIS_URL。`,
          `Состояние — в журнале в ${where}, для одного процесса; для нескольких задайте REDIS_URL.`,
        )
      : bad(
          "state",
          `${fault} Mend the file, or stop the bot and put a backup back.`,
          `${fault} 请修复该文件，或停止机器人后恢复备份。`,
          `${fault} Исправьте файл или остановите бота и верните копию.`,
        ),
  ];
}
