/** How the archive is, and what became of tending it, in words. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { phrases } from "../i18n/words.ts";
import { type Reply, sentence } from "../reply.ts";
import type { Archive } from "./archive.ts";

const say = phrases({
  en: {
    title: "The archive",
    rows: {
      index: "index",
      articles: "articles",
      behind: "on their way",
      replicas: "copies beside the first",
      snapshot: "newest snapshot",
    },
    none: "none yet; the service makes it, or “index rebuild”",
    stale: "The index was made by another version of the analysis. Run: npx sco index rebuild",
    parked: (n: number) => `Not taken by the engine (${n}):`,
    others: (names: string) => `Kept for going back: ${names}`,
    rebuilt: (name: string, n: number) => `${name} is in use, with ${n} articles.`,
    back: (name: string) =>
      `${name} is kept; docs/scaling.md says how to go back to it and how to remove it.`,
    verified: (checked: number, missing: number, removed: number) =>
      `${checked} articles of the log were looked for: ${missing} were missing and were sent again, ${removed} were there though removed and were taken out.`,
    bar: (bar: string, done: number, of: number) => `${bar} ${done} of ${of}`,
  },
  zh: {
    title: "存档",
    rows: { index: "索引", articles: "文章", behind: "待写入", replicas: "副本", snapshot: "最新快照" },
    none: "尚未建立；服务启动后会建立，或运行“index rebuild”",
    stale: "索引由其他版本的分析程序建立。请运行：npx sco index rebuild",
    parked: (n: number) => `引擎未收录（${n}）：`,
    others: (names: string) => `保留以便恢复：${names}`,
    rebuilt: (name: string, n: number) => `已启用 ${name}，共 ${n} 篇文章。`,
    back: (name: string) => `${name} 仍保留；恢复和删除方法见 docs/scaling.md。`,
    verified: (checked: number, missing: number, removed: number) =>
      `核对了日志中的 ${checked} 篇文章：缺少 ${missing} 篇，已重新写入；已删除但仍在的 ${removed} 篇，已移除。`,
    bar: (bar: string, done: number, of: number) => `${bar} ${done} / ${of}`,
  },
  ru: {
    title: "Архив",
    rows: {
      index: "индекс",
      articles: "статей",
      behind: "в пути",
      replicas: "копий кроме первой",
      snapshot: "новейший снимок",
    },
    none: "ещё нет; его создаст служба или «index rebuild»",
    stale: "Индекс создан другой версией анализа. Выполните: npx sco index rebuild",
    parked: (n: number) => `Не принято (${n}):`,
    others: (names: string) => `Сохранены для возврата: ${names}`,
    rebuilt: (name: string, n: number) => `Введён в действие ${name}; статей: ${n}.`,
    back: (name: string) =>
      `${name} сохранён; как вернуться к нему и как удалить, сказано в docs/scaling.md.`,
    verified: (checked: number, missing: number, removed: number) =>
      `Проверено статей журнала: ${checked}; не было и отправлено снова: ${missing}; были, хотя удалены, и убраны: ${removed}.`,
    bar: (bar: string, done: number, of: number) => `${bar} ${done} из ${of}`,
  },
});

/** Parked articles that are shown. */
const SHOWN = 20;

/** @throws BotError("bad-input") where there is no archive */
export async function tended(action: "status" | "rebuild" | "verify", ctx: Context): Promise<Reply> {
  if (!ctx.archive) throw noArchive();
  if (action === "rebuild") return rebuilt(ctx.archive, ctx);
  if (action === "verify") return verified(ctx.archive, ctx);
  return status(ctx.archive, ctx);
}

async function status(archive: Archive, { caller }: Context): Promise<Reply> {
  const words = say(caller.locale);
  const found = await archive.status();
  const { index, articles, behind, replicas, snapshot, current, parked, others } = found;
  const rows = { index: index ?? words.none, articles, behind, replicas, snapshot: snapshot ?? "—" };
  const notes = [
    ...(current ? [] : [words.stale]),
    ...(parked.length > 0 ? [words.parked(parked.length)] : []),
    ...parked.slice(0, SHOWN).map(({ id, reason }) => `${id}: ${reason}`),
    ...(others.length > 0 ? [words.others(others.join(", "))] : []),
  ];
  return {
    summary: words.title,
    blocks: [
      { kind: "heading", text: words.title },
      {
        kind: "table",
        rows: (["index", "articles", "behind", "replicas", "snapshot"] as const).map((name) => [
          { dim: words.rows[name] },
          String(rows[name]),
        ]),
      },
      ...notes.map((note) => ({ kind: "prose", spans: [note] }) as const),
    ],
    audience: "caller",
    outcome: "answered",
    data: found,
  };
}

async function rebuilt(archive: Archive, ctx: Context): Promise<Reply> {
  const words = say(ctx.caller.locale);
  const made = await archive.rebuild(bar(ctx));
  const text = words.rebuilt(made.index, made.articles);
  const before = made.before === null ? "" : ` ${words.back(made.before)}`;
  return sentence(`${text}${before}`, "answered", made);
}

async function verified(archive: Archive, ctx: Context): Promise<Reply> {
  const found = await archive.verify(bar(ctx));
  const { checked, missing, resurrected } = found;
  return sentence(say(ctx.caller.locale).verified(checked, missing, resurrected), "answered", found);
}

/** A line whenever a twentieth more is done. */
function bar({ caller, progress }: Context) {
  const words = say(caller.locale);
  let told = -1;
  return (done: number, of: number): void => {
    const part = Math.floor((20 * done) / Math.max(1, of));
    if (part === told) return;
    told = part;
    progress(words.bar(`[${"#".repeat(part)}${"·".repeat(Math.max(0, 20 - part))}]`, done, of));
  };
}

function noArchive(): BotError {
  return new BotError("bad-input", {
    en: "There is no archive in OpenSearch here: set SCO_SEARCH_URL to its address (docs/scaling.md).",
    zh: "此处没有 OpenSearch 存档：请将 SCO_SEARCH_URL 设为其地址（见 docs/scaling.md）。",
    ru: "Архива в OpenSearch здесь нет: задайте его адрес в SCO_SEARCH_URL (docs/scaling.md).",
  });
}
