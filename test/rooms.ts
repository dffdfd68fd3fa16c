/** The walls: each room's doors, by which other rooms may enter it, and what is still let through elsewhere. */
import type { Import } from "./imports.ts";

interface Room {
  /** Files that any room may import. */
  readonly doors: readonly string[];
  /** Files that only the named rooms may import besides: what they show, or what they are built upon. */
  readonly side?: Readonly<Record<string, readonly string[]>>;
}

/** Every folder of `src/`. The wiring (`src/doors.ts`, `src/main.ts`, `src/main/`) puts rooms together and enters anywhere. */
export const ROOMS: Readonly<Record<string, Room>> = {
  answers: {
    doors: ["answers"],
    side: { commands: ["feedback", "present", "thread"] },
  },
  archive: { doors: ["archive"], side: { commands: ["present"] } },
  articles: {
    doors: ["library", "addresses", "keep", "read", "links", "present", "remarks"],
    side: {
      // It brings the log to the engine, and gives ids that are free there.
      archive: ["identity", "replay"],
      commands: [
        "cards",
        "edit",
        "elsewhere",
        "hits",
        "lookup",
        "save",
        "saved",
        "saved-list",
        "search-form",
        "search-list",
        "share-form",
      ],
      delivery: ["left-out"],
      src: ["left-out"],
      eval: ["shelf"],
      feeds: ["draft", "edit", "identity", "unreadable"],
    },
  },
  delivery: {
    doors: ["open", "counts", "examine", "webhook/webhooks"],
    side: {
      commands: [
        ...["channel-feed", "daily", "following", "forms", "list", "read-times"],
        ...["settings", "subscribe", "suggest-zones", "watch", "webhook/change"],
      ],
    },
  },
  eval: { doors: ["eval"] },
  feeds: {
    doors: ["feeds", "examine", "freshness"],
    side: { articles: ["dates", "decode", "plain"], commands: ["opml", "present"] },
  },
  i18n: {
    // What doctor says is found in every room.
    doors: ["words", "countries", "doctor"],
    side: {
      // Each catalogue is the words of one room.
      adapters: ["discord", "reading-room", "slack", "terminal"],
      commands: ["commands"],
      src: ["core"],
      answers: ["answers"],
      archive: ["archive"],
      articles: ["articles", "library", "saved"],
      delivery: ["delivery", "settings", "subscriptions", "times", "webhooks"],
      eval: ["eval"],
      feeds: ["feeds", "freshness"],
      inbox: ["inbox"],
      language: ["language"],
      meaning: ["meaning"],
      net: ["net"],
      ops: ["ops"],
      state: ["state"],
      stories: ["stories", "story"],
      translate: ["translate"],
      understand: ["small-talk", "understand"],
    },
  },
  inbox: {
    doors: ["inbox", "buttons", "operators", "parse", "nearest", "bounds", "tokens"],
    side: {
      adapters: ["about-message", "once", "recent", "welcome"],
      commands: ["example"],
      ops: ["create-bot", "fair-use"],
    },
  },
  language: {
    doors: [
      ...["open", "text", "tokens", "words", "sentences", "detect", "dictionary", "glossary"],
      ...[
        "numbers",
        "quantities",
        "han",
        "keys",
        "team-glossary",
        "exclusions",
        "entities/entities",
        "word-rows",
      ],
      ...["quotations/quotations", "quotations/people", "names/alike", "names/pinyin", "names/same-person"],
      ...["when/days", "when/clock-times", "when/zones", "when/pattern"],
    ],
    side: {
      // An index stores what is read here, so search is built upon its parts.
      search: [
        ...[
          "countries",
          "fold",
          "literal",
          "locate",
          "missing",
          "sound",
          "spellings",
          "stop-words/chinese",
          "version",
        ],
        ...["names/distance", "names/han-sounds", "names/palladius", "names/sounds", "names/surnames"],
      ],
      stories: ["names/han-sounds"],
      eval: ["spellings"],
      understand: ["spellings", "when/small-numbers", "when/weekdays"],
      inbox: ["spellings"],
    },
  },
  main: { doors: [] },
  meaning: { doors: ["meaning"] },
  net: { doors: ["guard", "connector", "refusal", "cluster"] },
  ops: { doors: ["doctor", "finding", "health"] },
  search: {
    doors: ["search", "create", "analyze"],
    side: {
      // What is behind one of search's indices is kept there.
      archive: ["indices", "mapping", "opensearch", "write"].map((file) => `index/opensearch/${file}`),
      src: ["without"],
    },
  },
  state: {
    doors: ["store", "rows", "scope", "settings", "forget", "partition", "redis-url", "seal"],
    side: { ops: ["redis-checkup"] },
  },
  stories: {
    doors: ["stories", "period", "tongue"],
    side: {
      src: ["without"],
      commands: [
        ...["brief", "brief-files", "brief-saved", "brief-words"],
        ...[
          "chart",
          "compare",
          "coverage",
          "find-story",
          "options",
          "summary",
          "quotes/find",
          "quotes/present",
        ],
        ...["present-compare", "present-new", "present-story"],
      ],
      delivery: ["added", "named", "summary"],
    },
  },
  translate: { doors: ["translate", "headline"] },
  understand: {
    doors: ["open", "understand"],
    side: { commands: ["day-asked", "shown"] },
  },
};

/** Imports past a door that are still there, and why; one that is gone must leave this list. */
export const PAST_DOORS: Readonly<Record<string, string>> = {
  "src/articles/replay.ts → src/state/redis-log.ts": "a type: the log that replicas share is written there",
  "src/articles/shared-log.ts → src/state/redis-log.ts":
    "a type: the log that replicas share is written there",
  "src/answers/model/check.ts → src/search/expand/terms.ts": "a type of the terms that a plan has",
  "commands/why.ts → src/search/query/parse.ts": "the query is shown as search reads it",
  "commands/why.ts → src/search/query/print.ts": "the query is shown as search reads it",
  "src/ops/outside.ts → src/delivery/schema.ts":
    "the second look reads the rows of deliveries without opening delivery",
  "src/stories/period.ts → src/search/query/dates.ts":
    "one reader of written dates; it belongs to language/when",
  "src/translate/check.ts → src/answers/model/claims.ts":
    "one check of what a model writes, for answers and headlines",
  "src/translate/check.ts → src/answers/model/numbers.ts":
    "one check of what a model writes, for answers and headlines",
  "src/translate/headline.ts → src/stories/key-sentences.ts":
    "a sentence that may stand alone; it belongs to language",
  "src/translate/headline.ts → src/stories/leaning.ts":
    "a sentence that leans on the one before; it belongs to language",
  "src/understand/confirm.ts → src/delivery/read-times.ts":
    "days of a schedule in words; they belong to language/when",
};

const WIRING = /^src\/(?:doors\.ts$|main\.ts$|main\/)/;

/** The imports that enter a room of `src/` other than through its doors, as `who → whom`. */
export function pastDoors(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [, room, file] = /^src\/([a-z0-9]+)\/(.+)\.ts$/.exec(to) ?? [];
      const who = /^(?:src\/)?([a-z0-9]+)\//.exec(from)?.[1] ?? "src";
      if (room === undefined || file === undefined || room === who || WIRING.test(from)) return false;
      const { doors = [], side = {} } = ROOMS[room] ?? {};
      return !doors.includes(file) && !side[who]?.includes(file);
    })
    .map(({ from, to }) => `${from} → ${to}`);
}
