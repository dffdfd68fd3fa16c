/** Articles that somebody put aside, for themselves or for a channel: a row each, so that forgetting finds it. */
import * as z from "zod";
import type { Caller } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/library.ts";
import { readRows } from "../state/rows.ts";
import { channelScope, personScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";

const savedRow = z.object({
  /** The article's id. */
  article: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Who put it there; "" once they are forgotten. */
  by: z.string(),
});
export type Saved = z.infer<typeof savedRow>;

/** Whose list it is. */
export type ListOwner = "me" | "channel";

/** Articles of one list; who wants more takes some out. */
export const MOST_SAVED = 100;
/** How often a save is tried again when something else is saved at the same moment. */
const TRIES = 10;
/** For so long a list's saves are counted: those of one moment must not pass the limit together. */
const EDITION_MS = 3_600_000;

/** A list, newest entry first. @throws BotError "unavailable" */
export async function savedOf(
  owner: ListOwner,
  caller: Caller,
  store: StateStore,
  now: number,
): Promise<readonly Saved[]> {
  const rows = await readRows(store, `${prefixOf(owner, caller)}:`, savedRow, now);
  return [...rows].sort((a, b) => b.at - a.at || (a.article < b.article ? -1 : 1));
}

/** Answers false where it is there already, and "full" where there is no room. @throws BotError "unavailable" */
export async function save(
  article: string,
  owner: ListOwner,
  caller: Caller,
  store: StateStore,
  now: number,
): Promise<boolean | "full"> {
  const key = keyOf(article, owner, caller);
  const edition = `edition:${prefixOf(owner, caller).slice("saved:".length)}:saved`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    // Read before the list: whoever saves in between makes this one count anew.
    const counted = await store.get(edition);
    const list = await savedOf(owner, caller, store, now);
    if (list.some((one) => one.article === article)) return false;
    if (list.length >= MOST_SAVED) return "full";
    const isSaved = await store.commit({
      when: { [key]: undefined, [edition]: counted },
      set: {
        [key]: { article, at: now, by: caller.user } satisfies Saved,
        [edition]: (typeof counted === "number" ? counted : 0) + 1,
      },
      ttl: { [edition]: EDITION_MS },
    });
    if (isSaved) return true;
  }
  throw new BotError("unavailable", errors.listChanged);
}

/** Takes articles out of a list. @throws BotError "unavailable" */
export async function unsave(
  articles: readonly string[],
  owner: ListOwner,
  caller: Caller,
  store: StateStore,
): Promise<void> {
  if (articles.length === 0) return;
  await store.commit({
    set: Object.fromEntries(articles.map((id) => [keyOf(id, owner, caller), undefined])),
  });
}

function keyOf(article: string, owner: ListOwner, caller: Caller): string {
  return `${prefixOf(owner, caller)}:${encodeURIComponent(article)}`;
}

function prefixOf(owner: ListOwner, caller: Caller): string {
  return `saved:${owner === "me" ? personScope(caller) : channelScope(caller)}`;
}
