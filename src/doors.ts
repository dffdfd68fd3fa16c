/** Opens the rooms behind the doors that commands knock at. */
import { join } from "node:path";
import { createAnswers } from "./answers/answers.ts";
import type { Clock } from "./clock.ts";
import type { Command, Doors } from "./command.ts";
import type { Config } from "./config.ts";
import { createStories } from "./digest/stories.ts";
import { createTongue } from "./digest/tongue.ts";
import { createFeeds } from "./feeds/create.ts";
import type { Library } from "./library/library.ts";
import { readPublishers } from "./library/publishers.ts";
import { readArticles } from "./library/read.ts";
import { createLibrary } from "./library/shelf.ts";
import type { Log } from "./log.ts";
import type { Examine } from "./ops/finding.ts";
import { createHealth } from "./ops/health.ts";
import { root } from "./root.ts";
import { createSearch } from "./search/create.ts";
import { openStore } from "./state/open.ts";

export interface Opening {
  readonly commands: readonly Command[];
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** Articles to use instead of the shipped ones. */
  readonly corpus?: string | undefined;
  /** What is missing to post in a caller's channel; only a process with adapters can tell. */
  readonly missing?: Doors["missing"];
  readonly registerAtDiscord?: Doors["registerAtDiscord"];
  /** Told, in a sentence, of every article that could not be read. */
  readonly complain: (fault: string) => void;
  /** Examinations of the platforms, for `doctor`. */
  readonly platforms?: () => Promise<readonly Examine[]>;
}

/** Rooms are made when they are first used: an answer that needs no search builds no index. */
export async function openDoors(opening: Opening): Promise<Doors> {
  const { commands, config, log, clock, corpus, complain, missing = async () => null, platforms } = opening;
  const library = await openLibrary(corpus, complain);
  const health = createHealth(clock.now, log);
  const search = once(() => {
    const made = createSearch({
      publishers: library.publishers,
      now: clock.now,
      // Only the bot's own library is worth it: other articles come and go.
      ...(corpus === undefined && { snapshots: join(config.SCO_DATA_DIR, "index") }),
      fault: (err) => log.warn({ err }, "the search index could not be kept; the next start indexes anew"),
    });
    void made.add(library.newest());
    library.onChange(({ put, removed }) => {
      made.remove(removed);
      void made.add(put);
    });
    return made;
  });
  const stories = once(() => createStories({ library, tongue: createTongue() }));
  const answers = once(() => createAnswers(search(), library));
  const store = once(() => openStore(config, clock));
  const feeds = once(() =>
    createFeeds({
      file: config.SCO_FEEDS ?? join(root, "corpus", "feeds.yaml"),
      allowHosts: config.SCO_ALLOW_HOSTS,
      library,
      search,
      store,
      clock,
    }),
  );
  return {
    commands,
    library,
    clock,
    health,
    missing,
    examinations: async () => {
      const { examinations } = await import("./ops/doctor.ts");
      return examinations(config, library, clock, (await platforms?.()) ?? []);
    },
    registerAtDiscord: opening.registerAtDiscord,
    get search() {
      return search();
    },
    get stories() {
      return stories();
    },
    get answers() {
      return answers();
    },
    get store() {
      return store();
    },
    get feeds() {
      return feeds();
    },
  };
}

async function openLibrary(corpus: string | undefined, complain: (fault: string) => void): Promise<Library> {
  const publishers = await readPublishers(join(root, "corpus", "sources.yaml"));
  const { articles, faults } = await readArticles(corpus ?? join(root, "corpus", "articles"));
  for (const fault of faults) complain(fault);
  return createLibrary(publishers, articles, faults);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
