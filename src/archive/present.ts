/** How the archive is, and what became of tending it, in words. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors, archive as say } from "../i18n/archive.ts";
import { type Reply, sentence } from "../reply.ts";
import type { Archive } from "./archive.ts";

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
  return new BotError("bad-input", errors.noArchive);
}
