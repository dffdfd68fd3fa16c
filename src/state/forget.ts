/** Forgetting: everything of one person, or of a workspace that removed the bot. */
import type { Caller } from "../command.ts";
import { personScope, workspaceScope } from "./scope.ts";
import type { StateStore } from "./store.ts";

/** Writes that one change carries at most. */
const BATCH = 500;

/**
 * Removes what belongs to a person in a workspace, and their name from what they set up in channels, which stays.
 * Answers how many entries were removed or changed. @throws BotError "unavailable"
 */
export async function forgetPerson(
  store: StateStore,
  who: Pick<Caller, "platform" | "workspace" | "user">,
): Promise<number> {
  const own = personScope(who);
  const around = workspaceScope(who);
  const changes: [string, unknown][] = [];
  for (const [key, value] of await store.entries("")) {
    const scope = key.split(":")[1] ?? "";
    if (scope === own) changes.push([key, undefined]);
    else if (scope.startsWith(around) && isRecord(value) && value.by === who.user)
      changes.push([key, { ...value, by: "" }]);
  }
  await write(store, changes);
  return changes.length;
}

/** Removes everything of a workspace. @throws BotError "unavailable" */
export async function forgetWorkspace(
  store: StateStore,
  place: Pick<Caller, "platform" | "workspace">,
): Promise<number> {
  const scope = workspaceScope(place);
  const keys = (await store.keys("")).filter((key) => key.split(":")[1]?.startsWith(scope));
  await write(
    store,
    keys.map((key) => [key, undefined]),
  );
  return keys.length;
}

async function write(store: StateStore, changes: readonly (readonly [string, unknown])[]): Promise<void> {
  for (let at = 0; at < changes.length; at += BATCH)
    await store.commit({ set: Object.fromEntries(changes.slice(at, at + BATCH)) });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
