/** A small bot and the adapter in front of it, connected to a test server. */
import { createDiscordAdapter, type DiscordSettings } from "../../adapters/discord/discord.ts";
import type { Adapter, Bot, Request } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { type Command, command } from "../../src/command.ts";
import type { Log } from "../../src/log.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import type { StateStore } from "../../src/state/store.ts";
import { interaction, type message as messageOf } from "./server/people.ts";
import { createDiscordServer, type DiscordServer } from "./server/server.ts";

const about = { en: "About it", zh: "关于", ru: "Об этом" };
const run = () => sentence("run");

export const commands: readonly Command[] = [
  command({
    name: "search",
    aliases: ["搜索", "поиск"],
    about,
    options: {
      from: { kind: "text", about },
      query: { kind: "text", rest: true, required: true, about, suggest: () => [] },
      sort: { kind: "choice", choices: ["best", "new"], about },
      page: { kind: "number", min: 1, max: 99, about },
      byTitle: { kind: "flag", about },
    },
    examples: ["search x"],
    run,
  }),
  command({ name: "digest", aliases: ["摘要", "сводка"], about, options: {}, examples: ["digest"], run }),
  command({ name: "help", about, options: {}, examples: ["help"], run }),
  command({ name: "import", shell: true, about, options: {}, examples: ["import x"], run }),
];

/** One page of three results as the search command makes it. */
export function results(query: string, page = 1): Reply {
  const card = (n: number) => ({
    kind: "card" as const,
    title: { link: `第${n}篇 ${query}`, url: `https://example.org/${page}/${n}` },
    lines: [
      [
        "People's Daily · ",
        { date: "2025-05-25T22:13:00Z", show: "day" as const },
        " · ",
        { code: `id${n}` },
      ],
      ["…the ", { strong: query }, " of the summit…"],
    ],
    actions: [
      { label: "Read", run: `read id${n}`, place: "new" as const },
      { label: "Related", run: `related id${n}`, place: "new" as const },
      { label: "Why", run: `why id${n} ${query}`, place: "new" as const },
    ],
    colour: "#c00000",
  });
  return {
    summary: `3 articles for ${query}`,
    blocks: [
      { kind: "heading", text: `Articles for ${query}` },
      card(1),
      card(2),
      card(3),
      {
        kind: "actions",
        actions: [
          { label: "Next", run: `search --page=${page + 1} ${query}`, place: "here" },
          { label: "Share", run: `search ${query}`, place: "channel" },
        ],
      },
    ],
    audience: "caller",
    outcome: "answered",
  };
}

export interface TestBot extends Bot {
  readonly requests: Request[];
  /** Holds every answer back until the returned function is called. */
  hold(): () => void;
}

/** Answers searches and pages with results, `digest` for everybody, `fail …` with a refusal, else with what it heard. */
export function createTestBot(answer?: (request: Request) => Reply): TestBot {
  const requests: Request[] = [];
  let gate: Promise<void> = Promise.resolve();
  return {
    commands,
    requests,
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    async handle(request) {
      requests.push(request);
      await gate;
      return (answer ?? usual)(request);
    },
    goesOn: async (request) => "answering" in request && request.caller.user !== "quiet",
    form: async () => sentence("There is no form here", "bad-input"),
    async suggest(_request, option, typed) {
      return [`${option}:${typed}`, `${option}:${typed}`, "x".repeat(300), "上海精神", ""];
    },
  };
}

function usual(request: Request): Reply {
  if ("said" in request) return results(request.said);
  if ("line" in request) {
    if (request.line.startsWith("fail")) return sentence("That did not work", "bad-input");
    const page = /--page=(\d+) (.*)/.exec(request.line);
    return page ? results(page[2] ?? "", Number(page[1])) : sentence(`ran ${request.line}`);
  }
  if (request.command === "digest") return { ...sentence("The day"), audience: "channel" };
  const shared = request.values.public === true ? { audience: "channel" as const } : {};
  return { ...results(String(request.values.query)), ...shared };
}

/** As much of a store as the adapter asks for; `down` makes every call fail, `frozen` time out. */
export function createTestStore(): StateStore & {
  state: "up" | "down" | "frozen";
  readonly values: Map<string, unknown>;
} {
  const values = new Map<string, unknown>();
  const store = {
    state: "up" as "up" | "down" | "frozen",
    values,
    async reach(): Promise<void> {
      if (store.state === "down") throw new Error("the store is away");
      if (store.state === "frozen") {
        await systemClock.sleep(500);
        throw new Error("the store did not answer in time");
      }
    },
    async get(key: string) {
      await store.reach();
      return values.get(key);
    },
    async set(key: string, value: unknown) {
      await store.reach();
      values.set(key, value);
    },
    async claim(key: string) {
      await store.reach();
      const free = !values.has(key);
      values.set(key, true);
      return free;
    },
    count: async () => 1,
    async delete(key: string) {
      values.delete(key);
    },
    list: async () => [],
    last: async () => [],
    async *pages() {},
    async *ofScope() {},
    async *ofRoom() {},
    due: async () => ({ entries: [], next: undefined }),
    move: async () => false,
    size: async () => 0,
    sweep: async () => "",
    getAll: async (keys: readonly string[]) => keys.map((key) => values.get(key)),
    commit: async () => true,
    commitAll: async (changes: readonly unknown[]) => changes.map(() => true),
    health: { backend: "memory" as const, fault: null },
    close: async () => undefined,
  };
  return store;
}

export interface Lines {
  readonly log: Log;
  readonly written: string[];
}

/** A log that keeps what it was told. */
export function createTestLog(): Lines {
  const written: string[] = [];
  const write = (...parts: unknown[]) =>
    void written.push(parts.map((part) => JSON.stringify(part)).join(" "));
  const log = { debug: write, info: write, warn: write, error: write, child: () => log } as unknown as Log;
  return { log, written };
}

export const settings: DiscordSettings = { token: "test.token", zone: "UTC", operators: [] };

export interface Stage {
  readonly server: DiscordServer;
  readonly bot: TestBot;
  readonly adapter: Adapter;
  readonly store: ReturnType<typeof createTestStore>;
  readonly written: string[];
  send(event: ReturnType<typeof interaction>): ReturnType<DiscordServer["tell"]>;
  /** Sends a slash command and resolves with what it has led to. */
  slash(
    name: string,
    values?: Record<string, unknown>,
    more?: Partial<Parameters<typeof interaction>[0]>,
  ): ReturnType<DiscordServer["tell"]>;
  press(
    customId: string,
    on: Parameters<DiscordServer["tell"]>[1],
    value?: string,
    more?: Partial<Parameters<typeof interaction>[0]>,
  ): ReturnType<DiscordServer["tell"]>;
  /** Sends a modal that was opened, as it stands but for what is changed. */
  submit(
    modal: Record<string, unknown>,
    changed: Record<string, string>,
    on: Parameters<DiscordServer["tell"]>[1],
    more?: Partial<Parameters<typeof interaction>[0]> & { readonly there?: bigint },
  ): ReturnType<DiscordServer["tell"]>;
  say(message: ReturnType<typeof messageOf>): void;
  end(): Promise<void>;
}

/** A server, a bot, and the real adapter connected between them. */
export async function createStage(
  more: {
    settings?: Partial<DiscordSettings>;
    answer?: (request: Request) => Reply;
    store?: StateStore;
    /** Instead of the bot that answers by rote. */
    bot?: Bot;
    forget?: (workspace: string) => Promise<void>;
  } = {},
): Promise<Stage> {
  const server = await createDiscordServer();
  const bot = (more.bot as TestBot | undefined) ?? createTestBot(more.answer);
  const store = createTestStore();
  const { log, written } = createTestLog();
  const adapter = createDiscordAdapter({
    settings: { ...settings, apiUrl: server.apiUrl, ...more.settings },
    store: more.store ?? store,
    clock: systemClock,
    log,
    ...(more.forget && { forget: more.forget }),
  });
  await adapter.start(bot);
  const send = (event: ReturnType<typeof interaction>, on?: Parameters<DiscordServer["tell"]>[1]) => {
    const told = server.tell(event, on);
    server.gateway.dispatch("INTERACTION_CREATE", event);
    return told;
  };
  return {
    server,
    bot,
    adapter,
    store,
    written,
    send,
    slash(name, values = {}, rest = {}) {
      return send(interaction({ type: 2, data: slashData(name, values), ...rest }));
    },
    press(customId, on, value, rest = {}) {
      const data =
        value !== undefined
          ? { component_type: 3, custom_id: customId, values: [value] }
          : { component_type: 2, custom_id: customId };
      return send(interaction({ type: 3, data, message: pressedOn(on), ...rest }), on);
    },
    submit(modal, changed, on, { there = 0n, ...rest } = {}) {
      const { custom_id } = modal;
      const { channel } = changed;
      // What the person may do in the channel that they chose.
      const chosen = channel && { id: channel, type: 0, permissions: String(there) };
      const resolved = chosen ? { resolved: { channels: { [chosen.id]: chosen } } } : {};
      const data = { custom_id, components: filledIn(modal, changed), ...resolved };
      return send(interaction({ type: 5, data, message: pressedOn(on), ...rest }), on);
    },
    say(message) {
      server.gateway.dispatch("MESSAGE_CREATE", message);
    },
    async end() {
      await adapter.stop();
      await server.close();
    },
  };
}

/** The message whose button was pressed, as Discord shows it: it says whether it is for the person alone. */
function pressedOn(on: Parameters<DiscordServer["tell"]>[1]): object {
  return { id: on?.id ?? "1", flags: on?.ephemeral ? 64 : 0 };
}

/** What the parts of a modal have, as Discord sends it. */
function filledIn(modal: Record<string, unknown>, changed: Record<string, string>): object[] {
  const labels = modal.components as { component: Record<string, unknown> }[];
  return labels.map(({ component }) => {
    const { type, custom_id } = component;
    const options = (component.options ?? []) as { value: string; default?: boolean }[];
    const set = (component.default_values ?? []) as { id: string }[];
    const value = changed[String(custom_id)];
    const chosen = options.filter((option) => option.default).map((option) => option.value);
    return {
      type: 18,
      component: {
        ...{ type, custom_id },
        ...(type === 4
          ? { value: value ?? component.value ?? "" }
          : { values: value?.split(",") ?? (type === 8 ? set.map(({ id }) => id) : chosen) }),
      },
    };
  });
}

export function slashData(name: string, values: Record<string, unknown>, focused?: string): object {
  const type = (value: unknown) => (typeof value === "number" ? 4 : typeof value === "boolean" ? 5 : 3);
  const options = Object.entries(values).map(([option, value]) => ({
    name: option,
    type: type(value),
    value,
    ...(option === focused && { focused: true }),
  }));
  return { id: "1", name: "sco", type: 1, options: [{ name, type: 1, options }] };
}
