/** The list that was shown last to a person in a place, so that "the second one" and "more" can be understood. */
import type { Caller, Doors } from "../command.ts";
import type { Reply } from "../reply.ts";
import { personScope, placeOf } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";
import type { Shown } from "./scene.ts";

/** How long it is remembered. */
const KEPT_MS = 86_400_000;
/** For so long it is gone on from by words that nobody addressed to the bot. */
export const FRESH_MS = 30 * 60_000;
/** Articles of a list that are remembered, and letters of its line. */
const MOST = 50;
const LONGEST_LINE = 500;
/** Commands whose answers are lists, or may be gone on from. */
const LISTS = new Set(["search", "latest", "digest", "related", "ask", "daily", "watch"]);

/** Threads and channels of one person that are remembered. */
const PLACES = 200;

const whereOf = (caller: Caller): string => caller.thread ?? caller.channel;
const keyOf = (caller: Caller): string => `shown:${personScope(caller)}:${placeOf(whereOf(caller), PLACES)}`;

/** What was shown last; undefined when nothing is remembered. */
export async function recallShown(store: StateStore, caller: Caller): Promise<Shown | undefined> {
  const value = await store.get(keyOf(caller)).catch(() => undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const { line, ids, opened, first, at, where } = value as Partial<Shown & { where: string }>;
  if (where !== whereOf(caller)) return undefined;
  return typeof line === "string" && Array.isArray(ids)
    ? {
        ...{ line, ids },
        ...(typeof opened === "string" && { opened }),
        ...(typeof first === "number" && { first }),
        ...(typeof at === "number" && { at }),
      }
    : undefined;
}

/** Remembers a list, or which article of it was opened; a memory that cannot be written is no reason to fail. */
export async function rememberShown(
  { store, clock }: Pick<Doors, "store" | "clock">,
  caller: Caller,
  line: string,
  reply: Reply,
): Promise<void> {
  // Where there is no channel (a page, the Home) nobody says anything next.
  if (reply.outcome === "bad-input" || caller.channel === "") return;
  const [name = "", id = ""] = line.split(" ");
  const plain = line
    .replace(/\s--public/, "")
    .replace(/--([a-z]+)=/g, "$1:")
    .slice(0, LONGEST_LINE);
  const before = name === "read" ? await recallShown(store, caller) : undefined;
  const ids = idsIn(reply);
  const shown = LISTS.has(name)
    ? { line: plain, ids, ...(reply.first !== undefined && { first: reply.first }) }
    : name === "read"
      ? { ...(before ?? { line: plain, ids }), opened: id.toLowerCase() }
      : undefined;
  if (!shown) return;
  const row = { ...shown, at: clock.now(), where: whereOf(caller) };
  await store.set(keyOf(caller), row, KEPT_MS).catch(() => undefined);
}

/** The articles of a reply in the order in which it shows them: those that a button reads. */
export function idsIn({ blocks }: Reply): readonly string[] {
  const runs = blocks.flatMap((block) =>
    ("actions" in block ? (block.actions ?? []) : []).map(({ run }) => run),
  );
  const ids = runs.flatMap((run) => /^read (?!-)(\S+)(?: |$)/.exec(run)?.[1] ?? []);
  return [...new Set(ids)].slice(0, MOST);
}
