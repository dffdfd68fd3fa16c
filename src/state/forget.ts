/** Forgetting: everything of one person, or of a workspace that removed the bot; what others have there is looked at in pages. */
import type { Caller } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/state.ts";
import { roomOf } from "./partition.ts";
import { personScope, workspaceScope } from "./scope.ts";
import type { StateStore } from "./store.ts";

type Place = Pick<Caller, "platform" | "workspace">;

/** Writes that one change carries at most. */
const BATCH = 100;
/** Rooms of a workspace that say who set something up in it. */
const SIGNED = ["schedule", "watch", "webhook", "outbox", "saved", "channel-feed", "settings"] as const;
/** How often a row is tried that somebody else keeps changing, and a workspace in which something is still going on. */
const TRIES = 10;

/**
 * Removes what belongs to a person in a workspace, and their name from what they set up for others, which stays.
 * Answers how many rows were removed or changed. @throws BotError "unavailable"
 */
export async function forgetPerson(store: StateStore, who: Place & Pick<Caller, "user">): Promise<number> {
  let forgotten = await removeAll(store, personScope(who));
  for (const room of SIGNED)
    for await (const rows of store.pages(`${room}:${workspaceScope(who)}`))
      for (const [key, value] of rows)
        if (isSignedBy(value, who.user)) forgotten += await unsign(store, key, value, who.user);
  for await (const rows of store.pages(`dead-letter:${workspaceScope(who)}`))
    for (const [key, value] of rows)
      if (isRecord(value) && isSignedBy(value.value, who.user)) {
        await store.delete(key);
        forgotten += 1;
      }
  return forgotten;
}

/** Takes the name out of a row as it is now: what a colleague changed meanwhile stays. */
async function unsign(store: StateStore, key: string, read: unknown, user: string): Promise<number> {
  let value = read;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!isSignedBy(value, user)) return 0;
    // A post that is under way is gone in a moment; whoever makes it must find it as it was.
    if (value.state === "sending") return 0;
    if (await store.commit({ when: { [key]: value }, set: { [key]: { ...value, by: "" } } })) return 1;
    value = await store.get(key);
  }
  throw new BotError("unavailable", errors.notUnsigned);
}

/** Removes everything of a workspace; answers how many rows there were. @throws BotError "unavailable" */
export async function forgetWorkspace(store: StateStore, place: Place): Promise<number> {
  const scope = workspaceScope(place);
  let forgotten = 0;
  // A post that ends meanwhile writes what became of it.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const removed = await removeAll(store, scope);
    forgotten += removed;
    if (removed === 0) break;
  }
  return forgotten;
}

async function removeAll(store: StateStore, scope: string): Promise<number> {
  let removed = 0;
  for await (const all of store.ofScope(scope)) {
    // That it is being forgotten is forgotten last.
    const keys = all.filter((key) => roomOf(key) !== "leaving");
    for (let at = 0; at < keys.length; at += BATCH) {
      const some = keys.slice(at, at + BATCH);
      await store.commit({ set: Object.fromEntries(some.map((key) => [key, undefined])) });
      removed += some.length;
    }
  }
  return removed;
}

function isSignedBy(value: unknown, user: string): value is Record<string, unknown> {
  return isRecord(value) && value.by === user;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
