/** The real bot over the shipped articles, for tests of commands. */
import { join } from "node:path";
import { loadCommands } from "../../commands/index.ts";
import { createAnswers } from "../../src/answers/answers.ts";
import type { Keeper } from "../../src/articles/keep.ts";
import { readPublishers } from "../../src/articles/publishers.ts";
import { readArticles } from "../../src/articles/read.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { clockAt, systemClock } from "../../src/clock.ts";
import type { Caller, Doors } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import { createWebhooks } from "../../src/delivery/webhook/webhooks.ts";
import { createFeeds } from "../../src/feeds/create.ts";
import { createBot } from "../../src/inbox/create-bot.ts";
import { createLog } from "../../src/log.ts";
import { openMeaning } from "../../src/meaning/meaning.ts";
import { createHealth } from "../../src/ops/health.ts";
import { type Reply, type Span, textOf } from "../../src/reply.ts";
import { root } from "../../src/root.ts";
import { createSearch } from "../../src/search/create.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { createStories } from "../../src/stories/stories.ts";
import { createTongue } from "../../src/stories/tongue.ts";
import { openTranslate } from "../../src/translate/translate.ts";
import { openUnderstanding } from "../../src/understand/open.ts";

const NOW = Date.parse("2025-06-16T08:00:00Z");

const caller: Caller = {
  platform: "terminal",
  workspace: "",
  channel: "terminal",
  user: "you",
  locale: "en",
  zone: "UTC",
  manages: true,
  operates: true,
};

/** A bot whose clock stands on 16 June 2025. */
export async function shippedBot(allowHosts: readonly string[] = []) {
  const publishers = await readPublishers(join(root, "corpus", "sources.json"));
  const { articles } = await readArticles(join(root, "corpus", "articles"));
  const library = createLibrary(publishers, articles, []);
  const search = createSearch({ publishers, now: () => NOW });
  await search.add(library.newest());
  const log = createLog(readConfig({ SCO_LOG_LEVEL: "silent" }));
  const store = memoryStore(clockAt(NOW));
  const progress: string[] = [];
  const keeper: Keeper = {
    catchUp: async () => {},
    keep: async (fresh) => library.put(fresh),
    drop: async (ids) => library.remove(ids),
    since: () => [],
    cameAt: () => undefined,
    tidy: async () => {},
  };
  const doors: Doors = {
    commands: await loadCommands(),
    library,
    search,
    store,
    without: () => doors,
    keeper,
    progress: (line) => void progress.push(line),
    feeds: createFeeds({
      file: join(root, "corpus", "feeds.yaml"),
      allowHosts,
      library,
      search: () => search,
      store: () => store,
      keeper,
      clock: { ...systemClock, now: () => NOW },
    }),
    stories: createStories({ library, tongue: createTongue() }),
    answers: createAnswers(search, library),
    meaning: openMeaning(readConfig({}), {
      clock: systemClock,
      health: createHealth(() => NOW, log),
      fills: false,
    }),
    translate: openTranslate({}, () => store, clockAt(NOW), {
      troubles: [],
      well: () => {},
      worse: () => {},
    }),
    webhooks: createWebhooks({
      ...{ secretKey: "a test's own key of letters", allowHosts, contact: undefined },
      clock: clockAt(NOW),
      operates: () => true,
    }),
    clock: clockAt(NOW),
    missing: async () => null,
    groupOf: () => undefined,
    register: async () => undefined,
    health: createHealth(() => NOW, log),
    examinations: async () => [],
  };
  const bot = createBot(doors, log, { understanding: openUnderstanding(doors) });
  return {
    library,
    search,
    store,
    progress,
    close: () => doors.feeds.close(),
    say: (line: string, as: Partial<Caller> = {}): Promise<Reply> =>
      bot.handle({ id: "test", caller: { ...caller, ...as }, line }, AbortSignal.timeout(60_000)),
    suggest: (command: string, option: string, typed: string) =>
      bot.suggest({ id: "test", caller, command, values: {} }, option, typed),
  };
}

/** Everything that a reply shows, one line a block, strong parts between asterisks. */
export function shown(reply: Reply): string {
  const line = (spans: readonly Span[]) =>
    spans
      .map((span) => (typeof span === "object" && "strong" in span ? `*${span.strong}*` : textOf(span)))
      .join("");
  return reply.blocks
    .map((block) => {
      if (block.kind === "heading") return `# ${block.text}`;
      if (block.kind === "prose") return line(block.spans);
      if (block.kind === "card")
        return [[block.title], ...(block.facts ? [block.facts] : []), ...block.lines, ...(block.notes ?? [])]
          .map(line)
          .join("\n");
      if (block.kind === "table")
        return [
          block.head?.join(" | "),
          ...block.rows.map((row) => row.map((cell) => line([cell])).join(" | ")),
        ].join("\n");
      if (block.kind === "actions") return `[${block.actions.map(({ label }) => label).join("] [")}]`;
      return block.alt;
    })
    .join("\n");
}

/** The command lines behind a reply's buttons, by label. */
export function buttons(reply: Reply): Readonly<Record<string, string>> {
  const actions = reply.blocks.flatMap((block) =>
    block.kind === "card" || block.kind === "actions" ? (block.actions ?? []) : [],
  );
  return Object.fromEntries(actions.map(({ label, run }) => [label, run]));
}

export type Boxed = Awaited<ReturnType<typeof shippedBot>>;
