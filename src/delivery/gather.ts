/** What articles bring to watches is gathered in their next messages: of many watches at once, and never twice. */
import { leavesOut } from "../articles/left-out.ts";
import type { Library } from "../articles/library.ts";
import { scopeOfKey } from "../state/partition.ts";
import { asRow, isAway } from "../state/rows.ts";
import {
  channelSettingsKey,
  leftOutIn,
  type Settings,
  settingsIn,
  workspaceSettingsKey,
} from "../state/settings.ts";
import { type Put, type StateStore, type Step, stepOf } from "../state/store.ts";
import { countForAlerts } from "./alerts.ts";
import {
  type Delivery,
  doneKey,
  doneOf,
  type FoundArticle,
  knownKey,
  LEFT_OUT_MS,
  lastKey,
  outboxKey,
  pauseKey,
  SEEN_MS,
  type Spoke,
  type Watch,
  type Why,
  webhookKey,
} from "./model.ts";
import { briefOf } from "./news.ts";
import { firstOfEach, markOf, messageOf, withTold } from "./next-message.ts";
import { deliveryRow, pauseRow, spokeRow, watchRow } from "./schema.ts";
import { followUp } from "./threads/threads.ts";
import { alsoToWebhook } from "./webhook/also.ts";

const TRIES = 6;
/** Other publishers repeat a headline within hours; a column has the same one every day. */
const ECHO_MS = 18 * 3_600_000;

/** Articles that a watch, by its key, may not have been told of. */
export interface Hit {
  readonly key: string;
  readonly found: readonly FoundArticle[];
}

/** What became of a hit: the watch may be no more, others may have kept changing its rows, or its rows are of no use. */
export type Gathered = "gathered" | "gone" | "busy" | { readonly defect: unknown };

interface Rooms {
  readonly store: StateStore;
  readonly library: Pick<Library, "get" | "publisher">;
}
interface Around extends Rooms {
  readonly now: number;
}
type Values = ReadonlyMap<string, unknown>;

/** What a watch is news to, with the names under which it is seen. */
interface One extends FoundArticle {
  readonly byId: string;
  readonly byTitle: string;
}

/** A hit with the keys of what is read for it. */
interface Asked {
  readonly hit: Hit;
  readonly scope: string;
  readonly last: string;
  readonly known: string;
  readonly channel: string;
  readonly workspace: string;
  readonly pause: string;
  readonly webhook: string;
  readonly all: readonly One[];
}

/** A hit that brings something, and the message that it goes into if none is open. */
interface Draft extends Asked {
  readonly watch: Watch;
  readonly spoke: Spoke | undefined;
  readonly settings: Settings;
  readonly paused: boolean;
  readonly hasWebhook: boolean;
  /** New to the watch; of these those whose headline nobody told it lately; and those that it was told before. */
  readonly unseen: readonly One[];
  readonly untold: readonly One[];
  readonly again: readonly One[];
  readonly message: Delivery;
  readonly outbox: string;
}

/**
 * Adds to the open messages of watches what they have not seen, each as one step, and again where somebody else was
 * quicker. Answers what became of each. @throws BotError "unavailable"
 */
export async function gather(rooms: Rooms, hits: readonly Hit[], now: number): Promise<readonly Gathered[]> {
  const { store } = rooms;
  const around = { ...rooms, now };
  const ends = new Map<Hit, Gathered>();
  /** Those that go on; what is wrong with one is its own. */
  async function going<A extends Asked, B extends object>(
    all: readonly A[],
    work: (one: A) => Promise<B | "gathered" | "gone">,
  ): Promise<readonly (readonly [A, B])[]> {
    const made = await Promise.all(
      all.map(async (one) => {
        try {
          const made = await work(one);
          if (typeof made === "object") return [[one, made] as const];
          ends.set(one.hit, made);
        } catch (thrown) {
          if (isAway(thrown)) throw thrown;
          ends.set(one.hit, { defect: thrown });
        }
        return [];
      }),
    );
    return made.flat();
  }
  for (let tries = 0; tries < TRIES && ends.size < hits.length; tries += 1) {
    const asked = hits.filter((hit) => !ends.has(hit)).map(asking);
    const rows = await valuesOf(store, asked.flatMap(keysOf));
    const drafts = (await going(asked, (one) => draftOf(around, one, rows))).map(([, draft]) => draft);
    const open = await valuesOf(
      store,
      drafts.map(({ outbox }) => outbox),
    );
    const steps = await going(drafts, (draft) => stepFor(around, draft, open));
    const happened = await store.commitAll(steps.map(([, step]) => step));
    for (const [at, [{ hit }]] of steps.entries()) if (happened[at]) ends.set(hit, "gathered");
  }
  return hits.map((hit) => ends.get(hit) ?? "busy");
}

async function valuesOf(store: StateStore, keys: readonly string[]): Promise<Values> {
  const values = await store.getAll(keys);
  return new Map(keys.map((key, at) => [key, values[at]]));
}

function asking(hit: Hit): Asked {
  const { key } = hit;
  const scope = scopeOfKey(key);
  const [platform = "", workspace = "", channel = ""] = scope.split("/").map(decodeURIComponent);
  const at = { platform, workspace, channel, id: key.slice(key.lastIndexOf(":") + 1), user: "" };
  const seen = knownKey(at);
  return {
    ...{ hit, scope, last: lastKey(at), known: seen, channel: channelSettingsKey(at) },
    ...{ workspace: workspaceSettingsKey(at), pause: pauseKey(scope), webhook: webhookKey(at) },
    all: hit.found.map((one) => ({ ...one, byId: seen + one.id, byTitle: seen + markOf(one) })),
  };
}

/** What is read for every hit. */
function keysOf({ hit, last, known, channel, workspace, pause, webhook, all }: Asked): readonly string[] {
  const seen = all.flatMap(({ byId, byTitle }) => [byId, byTitle]);
  return [hit.key, last, known, channel, workspace, pause, webhook, ...seen];
}

async function draftOf(
  { store, library, now }: Around,
  asked: Asked,
  rows: Values,
): Promise<Draft | "gathered" | "gone"> {
  const { hit, all } = asked;
  const watch = await asRow(store, hit.key, rows.get(hit.key), watchRow, now);
  if (!watch) return "gone";
  const settingsOf = (key: string): Settings => settingsIn(rows.get(key));
  // Where there is no workspace a person's own settings say it.
  const without =
    watch.workspace === ""
      ? await leftOutIn(store, { ...watch, user: watch.by }, now)
      : (settingsOf(asked.workspace).without ?? []);
  const isOut = leavesOut(library, without);
  const wanted = without.length > 0 ? all.filter((one) => !isOut(library.get(one.id) ?? one)) : all;
  const known = rows.get(asked.known);
  const knownIds = new Set(Array.isArray(known) ? known : []);
  const again = wanted.filter(({ byId }) => rows.get(byId) !== undefined);
  const unseen = wanted.filter((one) => !again.includes(one) && !knownIds.has(one.id));
  if (unseen.length === 0 && again.length === 0) return "gathered";
  const spoke = await asRow(store, asked.last, rows.get(asked.last), spokeRow, now);
  const settings = settingsOf(asked.channel);
  const message = messageOf(watch, spoke ?? { n: 1, at: 0 }, settings, now);
  return {
    ...asked,
    ...{ watch, spoke, settings, unseen, again, message, outbox: outboxKey(message) },
    paused: (await asRow(store, asked.pause, rows.get(asked.pause), pauseRow, now)) !== undefined,
    hasWebhook: rows.get(asked.webhook) !== undefined,
    untold: unseen.filter(({ byTitle }) => rows.get(byTitle) === undefined),
  };
}

async function stepFor(around: Around, draft: Draft, rows: Values): Promise<Step | "gathered"> {
  const { store, now } = around;
  const { hit, last, watch, spoke, settings, paused, unseen, again, message, outbox } = draft;
  const open = await asRow(store, outbox, rows.get(outbox), deliveryRow, now);
  const told = firstOfEach(draft.untold, open);
  // In a channel that takes nothing no thread goes on.
  const below = paused ? { told: [], again: [] } : { told, again };
  const { first, counted, change: threads } = await followUp(around, watch, below, { settings, now });
  if (unseen.length === 0 && Object.keys(threads.set).length === 0) return "gathered";
  const leads = paused ? [] : first;
  const whole = withTold(open ? noLater(open, message) : message, leads);
  // A message that is still open tells no headline twice.
  const echoMs = Math.max(ECHO_MS, whole.after - now);
  const set: Put[] = [];
  for (const { byId, byTitle } of unseen)
    set.push({ key: byId, value: 1, ttl: SEEN_MS }, { key: byTitle, value: 1, ttl: echoMs });
  const skip = (these: readonly FoundArticle[], why: Why): void => {
    for (const { id, title } of these) {
      const skipped = { ...message, id: `${message.id}-${id}` };
      const value = doneOf(skipped, now, { state: "skipped", why, reason: title });
      set.push({ key: doneKey(draft.scope, value), value, ttl: LEFT_OUT_MS });
    }
  };
  skip(
    unseen.filter((one) => !told.includes(one)),
    "duplicate story",
  );
  skip(counted, "nothing new in it");
  if (paused) skip(told, "paused");
  if (leads.length > 0) set.push({ key: outbox, value: whole, at: whole.after });
  const besides = [stepOf(threads)];
  if (draft.hasWebhook && told[0]) {
    const twin = { ...message, id: `${watch.id}.${told[0].id}`, news: told.map(briefOf) };
    besides.push(stepOf(await alsoToWebhook(store, twin, now)));
  }
  if (unseen.length > 0 && (watch.rush || watch.silence))
    besides.push(stepOf(await countForAlerts(store, watch, unseen, { settings, paused, now })));
  return {
    when: [
      [hit.key, watch],
      [last, spoke],
      [outbox, open],
      ...unseen.map(({ byId }) => [byId, undefined] as const),
      ...besides.flatMap(({ when }) => when),
    ],
    set: [...set, ...besides.flatMap((one) => one.set)],
  };
}

/** A message that is open leaves no later than one that begins now would: its time may be of a clock that was ahead. */
function noLater(open: Delivery, message: Delivery): Delivery {
  if (open.after <= message.after) return open;
  const { why: _, ...bare } = open;
  return { ...bare, after: message.after, ...(message.why && { why: message.why }) };
}
