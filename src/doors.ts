/** Opens the rooms behind the doors that commands knock at. */
import { join } from "node:path";
import type { Archive } from "./archive/archive.ts";
import { fileLog } from "./articles/file-log.ts";
import { articleId } from "./articles/identity.ts";
import { createKeeper, type Keeper } from "./articles/keep.ts";
import type { Beyond, Library } from "./articles/library.ts";
import { type ArticleLog, isEntry } from "./articles/log.ts";
import { readPublishers } from "./articles/publishers.ts";
import { readArticles } from "./articles/read.ts";
import { sharedLog } from "./articles/shared-log.ts";
import { createLibrary } from "./articles/shelf.ts";
import type { Clock } from "./clock.ts";
import type { Command, Doors } from "./command.ts";
import { type Config, ConfigError } from "./config.ts";
import { createWebhooks } from "./delivery/webhook/webhooks.ts";
import { createFeeds } from "./feeds/create.ts";
import type { Words } from "./i18n/words.ts";
import { faultyOperators, operatorsOf } from "./inbox/operators.ts";
import { useTeamEntries } from "./language/open.ts";
import { readTeamGlossary } from "./language/team-glossary.ts";
import type { Log } from "./log.ts";
import { openMeaning } from "./meaning/meaning.ts";
import { once } from "./once.ts";
import type { Examine } from "./ops/finding.ts";
import { createHealth, type Health } from "./ops/health.ts";
import { root } from "./root.ts";
import { createSearch } from "./search/create.ts";
import type { Search } from "./search/search.ts";
import { noticingStore } from "./state/noticing.ts";
import { openStore } from "./state/open.ts";
import { redisLog, segmentsOf020, type TextLog } from "./state/redis-log.ts";
import type { StateStore } from "./state/store.ts";
import { openTranslate } from "./translate/translate.ts";
import { createWithout } from "./without.ts";

export interface DoorsOptions {
  readonly commands: readonly Command[];
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** Articles to use instead of the shipped ones. */
  readonly corpus?: string | undefined;
  /** What is missing to post in a caller's channel; only a process with adapters can tell. */
  readonly missing?: Doors["missing"];
  readonly groupOf?: Doors["groupOf"];
  /** Tells a platform the commands; only a process with platforms can. */
  readonly register?: Doors["register"];
  /** Waits until the whole article log is read; else for a moment, and answers come from what is there. */
  readonly patient?: boolean;
  /** Where long work of the shell says how far it is, line by line. */
  readonly progress?: (line: string) => void;
  /** Told, in a sentence, of every article that could not be read. */
  readonly complain: (fault: Words) => void;
  /** What is wrong with the settings, for `doctor`. */
  readonly faults?: readonly string[];
  /** For `doctor`: a search engine that cannot be used is told, and keeps nothing from starting. */
  readonly examining?: boolean;
  /** Examinations of the platforms, for `doctor`. */
  readonly platforms?: (store: StateStore) => Promise<readonly Examine[]>;
}

/** How long a start waits for the article log: an index that begins with it is filled from its snapshot. */
const LOG_MS = 3_000;
/** And with an archive, which answers without it. */
const ARCHIVE_MS = 500;
/** Beside an archive: articles that came last and are remembered for watches; hardly others than those that stay in memory. */
const REMEMBERED = 20_000;

/** Rooms are made when they are first used: an answer that needs no search builds no index. */
export async function openDoors(opening: DoorsOptions): Promise<Doors> {
  const { commands, config, log, clock, corpus, complain, missing = async () => null, platforms } = opening;
  let archive: Archive | undefined;
  const library = await openLibrary(
    corpus,
    complain,
    config.SCO_WEB_PORT === undefined ? undefined : config.SCO_PUBLIC_URL,
    () => archive,
  );
  const health = createHealth(clock.now, log);
  const nobodies = faultyOperators(config.SCO_OPERATORS, config.platforms);
  if (nobodies) health.worse("operators", nobodies);
  if (config.SCO_GLOSSARY !== undefined) {
    const { entries, faults } = readTeamGlossary(config.SCO_GLOSSARY);
    useTeamEntries(entries);
    for (const { en } of faults) log.warn(en);
    if (faults[0]) health.worse("team glossary", faults[0]);
  }
  const { store, articleLog, written } = openState(config, clock, health);
  if (config.SCO_SEARCH_URL && corpus === undefined) {
    const { openArchive } = await import("./archive/open.ts");
    const rooms = { config, library, clock, health, store, written };
    archive = openArchive({ ...rooms, isEntry, idOf: articleId });
    const refused = await archive.refused();
    if (refused && opening.examining !== true) throw new ConfigError([refused.en], config);
  }
  const kept = createKeeper({
    ...{ library, clock },
    log: articleLog,
    caps: { articles: config.SCO_KEEP_ARTICLES, days: config.SCO_KEEP_DAYS },
    trouble: (words) => (words === null ? health.well("articles") : health.worse("articles", words)),
    ...(archive && { remembers: REMEMBERED }),
  });
  const tellStories = once(async () => {
    const { createStories } = await import("./stories/stories.ts");
    const { createTongue } = await import("./stories/tongue.ts");
    return createStories({ library, tongue: createTongue() });
  });
  // An article has its story before it is kept, so that every process and every start tells the same.
  const keeper: Keeper = {
    ...kept,
    keep: async (articles) => {
      const fresh = archive ? await archive.fresh(articles) : articles;
      await kept.keep(await (await tellStories()).place(fresh));
    },
  };
  const caughtUp = corpus === undefined ? keeper.catchUp() : Promise.resolve();
  await (opening.patient ? caughtUp : Promise.race([caughtUp, clock.sleep(archive ? ARCHIVE_MS : LOG_MS)]));
  const meaning = openMeaning(config, { clock, health, fills: !opening.patient });
  const folders = { snapshots: join(config.SCO_DATA_DIR, "index"), shipped: join(root, "dist", "index") };
  const search = once(() => {
    const made = createSearch({
      ...(meaning.on && { near: meaning.near }),
      publishers: library.publishers,
      now: clock.now,
      // Only the bot's own library is worth it: other articles come and go.
      ...(corpus === undefined && folders),
      missing: (source, words) => health.worse(source, words),
      fault: (err) => log.warn({ err }, "the search index could not be kept; the next start indexes anew"),
    });
    const fill = once(() => {
      meaning.add(library.newest());
      library.onChange(({ put, removed }) => {
        made.remove(removed);
        meaning.remove(removed);
        void made.add(put);
        meaning.add(put);
      });
      return made.add(library.newest());
    });
    if (!archive) void fill();
    // Beside an archive, memory has what is the newest when the log is read, and a process that answers once has it only when it must.
    else if (!opening.patient) void caughtUp.then(fill);
    const near = opening.patient ? whenWhole(made, fill) : made;
    return archive?.search(near) ?? near;
  });
  const phraser = once(async () => {
    const { openPhraser } = await import("./answers/model/open.ts");
    return openPhraser(config, clock, health);
  });
  const answersOver = async (over: Search, articles: Library) => {
    const { createAnswers } = await import("./answers/answers.ts");
    return createAnswers(over, articles, await phraser());
  };
  const findAnswers = once(() => answersOver(search(), library));
  const feeds = once(() =>
    createFeeds({
      file: config.SCO_FEEDS ?? join(root, "corpus", "feeds.yaml"),
      ...(config.SCO_PACK && { packs: config.SCO_PACK }),
      keepDays: config.SCO_KEEP_DAYS,
      robots: config.SCO_ROBOTS === "on",
      allowHosts: config.SCO_ALLOW_HOSTS,
      contact: config.SCO_CONTACT,
      library,
      search,
      store,
      clock,
      keeper,
    }),
  );
  const webhooks = createWebhooks({
    ...{ secretKey: config.SCO_SECRET_KEY, allowHosts: config.SCO_ALLOW_HOSTS },
    ...{ contact: config.SCO_CONTACT, clock },
    operates: operatorsOf(config.SCO_OPERATORS, config.platforms),
  });
  const without = once(() => createWithout(doors, answersOver));
  const doors: Doors = {
    commands,
    library,
    clock,
    health,
    keeper,
    archive,
    progress: opening.progress ?? (() => undefined),
    missing,
    groupOf: opening.groupOf ?? (() => undefined),
    examinations: async () => {
      const { examinations } = await import("./ops/doctor.ts");
      return examinations({
        ...{ config, faults: opening.faults ?? [], library, clock, health, meaning },
        ...{ store: store(), feeds: feeds(), webhooks },
        others: [...(archive ? [archive.examine] : []), ...((await platforms?.(store())) ?? [])],
      });
    },
    register: opening.register ?? (async () => undefined),
    get search() {
      return search();
    },
    stories: {
      within: async (...asked) => (await tellStories()).within(...asked),
      get: async (id) => (await tellStories()).get(id),
      tell: async (...asked) => (await tellStories()).tell(...asked),
      place: async (articles) => (await tellStories()).place(articles),
    },
    answers: { ask: async (...asked) => (await findAnswers()).ask(...asked) },
    without: (publishers) => without()(publishers),
    translate: openTranslate(config, store, clock, health),
    meaning,
    webhooks,
    get store() {
      return store();
    },
    get feeds() {
      return feeds();
    },
  };
  return doors;
}

/** State, and the article log beside it: in Redis where there is one, so that every replica has the same; else in files. */
function openState(
  config: Config,
  clock: Clock,
  health: Health,
): {
  readonly store: () => StateStore;
  readonly articleLog: () => ArticleLog;
  /** What the article log is written in, to be read once more: a file, or a stream of its own. */
  readonly written: () => string | TextLog;
} {
  const { REDIS_URL: url, SCO_DATA_DIR: folder } = config;
  let stream: TextLog | undefined;
  const path = join(folder, "articles.jsonl");
  const written = () => (url === undefined ? path : redisLog(url, "articles"));
  const articleLog = once(() => {
    if (url === undefined) return fileLog(path);
    stream = redisLog(url, "articles", (to) => segmentsOf020(to, "articles"));
    return sharedLog(stream);
  });
  const store = once(() => {
    const opened = noticingStore(openStore(config, clock), health);
    const closeStore = opened.close.bind(opened);
    const close = async (): Promise<void> => {
      await Promise.all([closeStore(), stream?.close()]);
    };
    return Object.defineProperty(opened, "close", { value: close });
  });
  return { store, articleLog, written };
}

/** For a process that answers once: a question waits for the whole index; one that stays answers from what is there. */
function whenWhole(search: Search, fill: () => Promise<void>): Search {
  const whole = async () => {
    await fill();
    await search.ready();
  };
  const waiting: Pick<Search, "search" | "matches" | "meets" | "get" | "passages" | "scores" | "related"> = {
    search: async (...asked) => {
      await whole();
      return search.search(...asked);
    },
    matches: async (...asked) => {
      await whole();
      return search.matches(...asked);
    },
    meets: async (...asked) => {
      await whole();
      return search.meets(...asked);
    },
    scores: async (...asked) => {
      await whole();
      return search.scores(...asked);
    },
    get: async (...asked) => {
      await whole();
      return search.get(...asked);
    },
    related: async (...asked) => {
      await whole();
      return search.related(...asked);
    },
    passages: async (...asked) => {
      await whole();
      return search.passages(...asked);
    },
  };
  return Object.assign(Object.create(search) as Search, waiting);
}

async function openLibrary(
  corpus: string | undefined,
  complain: (fault: Words) => void,
  site: string | undefined,
  beyond: () => Beyond | undefined,
): Promise<Library> {
  const publishers = await readPublishers(join(root, "corpus", "sources.json"));
  const { articles, faults } = await readArticles(corpus ?? join(root, "corpus", "articles"));
  for (const fault of faults) complain(fault);
  return createLibrary(publishers, articles, faults, site, beyond);
}
