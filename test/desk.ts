/** The real bot over the shipped articles, at a fixed instant, with state in a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCommands } from "../commands/index.ts";
import type { Bot } from "../src/bot.ts";
import { type Clock, clockAt } from "../src/clock.ts";
import type { Caller, Command, Doors } from "../src/command.ts";
import { readConfig } from "../src/config.ts";
import { openDoors } from "../src/doors.ts";
import { type BotHooks, createBot } from "../src/inbox/create-bot.ts";
import { createLog } from "../src/log.ts";
import { type Block, type Reply, textOf } from "../src/reply.ts";
import { openUnderstanding } from "../src/understand/open.ts";

export const NOW = Date.parse("2025-06-16T08:00:00Z");

export const caller: Caller = {
  platform: "terminal",
  workspace: "w1",
  channel: "c1",
  user: "u1",
  locale: "en",
  zone: "Asia/Shanghai",
  manages: true,
  operates: true,
};

export interface Desk {
  readonly bot: Bot;
  readonly doors: Doors;
  /** Lines that were logged. */
  readonly logged: readonly string[];
  ask(line: string, as?: Partial<Caller>): Promise<Reply>;
  close(): Promise<void>;
}

/** Opens a desk; `extra` adds commands of the test's own, `corpus` takes other articles. */
export async function openDesk({
  extra = [],
  corpus,
  hooks = {},
  env = {},
  clock = clockAt(NOW),
}: {
  extra?: readonly Command[];
  corpus?: string;
  hooks?: BotHooks;
  /** Settings besides. */
  env?: Readonly<Record<string, string>>;
  clock?: Clock;
} = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "sco-desk-"));
  const logged: string[] = [];
  const config = readConfig({ SCO_DATA_DIR: folder, NODE_ENV: "production", ...env });
  const log = createLog(config, (line) => void logged.push(line));
  const commands = [...(await loadCommands()), ...extra];
  const doors = await openDoors({ commands, config, log, clock, corpus, complain: () => {} });
  await doors.search.ready();
  const bot = createBot(doors, log, { understanding: openUnderstanding(doors), ...hooks });
  return {
    bot,
    doors,
    logged,
    ask: (line, as = {}) =>
      bot.handle({ id: "r1", caller: { ...caller, ...as }, line }, AbortSignal.timeout(30_000)),
    async close() {
      await doors.archive?.stop();
      await doors.archive?.close();
      await doors.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All the text of a reply, one line a block part. */
export function wordsOf(reply: Reply): string {
  return reply.blocks.map(blockText).join("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "prose":
      return block.spans.map(textOf).join("");
    case "card":
      return [[block.title], ...(block.facts ? [block.facts] : []), ...block.lines, ...(block.notes ?? [])]
        .map((line) => line.map(textOf).join(""))
        .join("\n");
    case "table":
      return block.rows.map((row) => row.map(textOf).join(" | ")).join("\n");
    case "picture":
      return block.alt;
    case "actions":
      return block.actions.map(({ label, run }) => `[${label}: ${run}]`).join(" ");
  }
}
