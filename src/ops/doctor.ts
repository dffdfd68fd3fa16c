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
import { installation as say } from "../i18n/doctor.ts";
import { asIs } from "../i18n/words.ts";
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
        return [bad("doctor", say.notExamined(why))];
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
  const counted = ok("glossary", say.glossary(count, path));
  const wrong = faults.map((fault) => (count > 0 ? warn : bad)("glossary", fault));
  return count > 0 || faults.length === 0 ? [counted, ...wrong] : wrong;
}

async function version(): Promise<Finding> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return ok("version", asIs(`sco-bot ${version}`));
}

function node(): Finding {
  const major = Number(versions.node.split(".")[0]);
  return major >= OLDEST_NODE
    ? ok("node", asIs(`Node ${versions.node}`))
    : bad("node", say.oldNode(versions.node, OLDEST_NODE));
}

function settings(config: Config, faults: readonly string[]): Finding[] {
  if (faults.length > 0) return faults.map((fault) => bad("settings", asIs(fault)));
  const names = config.platforms
    .filter(({ configured }) => configured)
    .map(({ title }) => title)
    .join(", ");
  return names !== "" ? [ok("settings", say.configured(names))] : [warn("settings", say.notConfigured)];
}

function corpus(library: Library): Finding[] {
  const faults = library.faults.map((fault) => bad("corpus", say.unreadable(fault)));
  const count = library.size;
  const counted =
    count > 0 ? ok("corpus", say.articles(count, library.publishers.length)) : bad("corpus", say.noArticles);
  return [counted, ...faults];
}

async function folder(path: string): Promise<Finding[]> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK);
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [bad("disk", say.unwritable(path, why))];
  }
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const megabytes = Math.floor(free / 1024 / 1024);
  return free >= LOW_DISK_BYTES
    ? [ok("disk", say.free(path, megabytes))]
    : [(free < FULL_DISK_BYTES ? bad : warn)("disk", say.lowDisk(path, megabytes))];
}

/** One query is sent to the server of vectors, where there is one. */
async function embeddings({ on, trial }: Installation["meaning"]): Promise<readonly Finding[]> {
  if (!on) return [];
  try {
    const { dimension, ms } = await trial();
    const took = Math.round(ms);
    return [
      (took > SLOW_VECTOR_MS ? warn : ok)("embeddings", say.embeddings(took, dimension, SLOW_VECTOR_MS)),
    ];
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [bad("embeddings", say.noEmbeddings(why))];
  }
}

/** What this start noticed; state has an examination of its own. */
function troubles({ troubles }: Pick<Health, "troubles">): Finding[] {
  return troubles.filter(({ part }) => part !== "state").map(({ part, words }) => warn(part, words));
}

/** Rows that could not be used, the first few with the reason. */
async function deadLetters({ store }: Pick<Installation, "store">): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const rows of rowsOf(store, "dead-letter"))
    for (const [, value] of rows) {
      const { key, reason } = value as DeadLetter;
      if (found.length < MOST_LETTERS) found.push(bad("dead-letters", say.putAside(key, reason)));
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
  return [fault === null ? ok("state", say.journal(where)) : bad("state", say.brokenJournal(fault))];
}
