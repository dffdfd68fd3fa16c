/** A bot that answers by rote, so that a test owns what is answered; and the adapter around it. */
import { createSlackAdapter } from "../../adapters/slack/slack.ts";
import type { Adapter, Bot, Request } from "../../src/bot.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Log } from "../../src/log.ts";
import { type Block, type Reply, sentence } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { freePort } from "../port.ts";
import { configOf } from "../settings.ts";
import type { Slack } from "./server.ts";

export interface Double extends Bot {
  readonly requests: Request[];
  /** Answers whose request's text begins with this word. */
  readonly answers: Map<string, (request: Request) => Reply | Promise<Reply>>;
}

const textOf = (request: Request): string =>
  "line" in request
    ? request.line
    : "said" in request
      ? request.said
      : `${request.command} ${Object.values(request.values).join(" ")}`;

export function createDouble(): Double {
  const requests: Request[] = [];
  const answers = new Map<string, (request: Request) => Reply | Promise<Reply>>([
    ["search", (request) => page(textOf(request), 1)],
    ["page", (request) => page("search", Number(textOf(request).split(" ")[1]))],
    ["digest", () => ({ ...sentence("a digest for all"), audience: "channel" })],
    ["bad", () => sentence("that is not a command", "bad-input")],
  ]);
  const commands = ["search", "latest", "following", "status"].map((name) => ({
    name,
    about: { en: name, zh: name, ru: name },
    options: { query: { kind: "text" as const, about: { en: "q", zh: "q", ru: "q" } } },
    examples: [name],
    run: () => sentence(name),
  }));
  return {
    requests,
    answers,
    commands,
    goesOn: async () => false,
    form: async () => sentence("There is no form here", "bad-input"),
    suggest: async () => [],
    async handle(request) {
      requests.push(request);
      const text = textOf(request);
      return (await answers.get(text.split(" ")[0] ?? "")?.(request)) ?? sentence(`you said ${text}`);
    },
  };
}

/** A page of results with everything that a card has. */
function page(query: string, n: number): Reply {
  const blocks: Block[] = [
    { kind: "heading", text: `Page ${n}` },
    {
      kind: "card",
      title: { link: `${query} result ${n}`, url: `https://example.org/${n}?a=1&b=2` },
      lines: [
        [
          "People's Daily",
          " · ",
          { date: "2025-05-25T22:13:00Z", show: "minute" },
          " · ",
          { dim: "page of that day" },
        ],
        ["深化", { strong: "睦邻" }, "友好"],
      ],
      actions: [{ label: "Read", run: `read k${n}`, place: "new" }],
    },
    {
      kind: "actions",
      actions: [
        { label: "Previous", run: `page ${n - 1}`, place: "here" },
        { label: "Next", run: `page ${n + 1}`, place: "here" },
        { label: "Share", run: `search --public ${n}`, place: "channel" },
      ],
    },
  ];
  return { summary: `Page ${n}`, blocks, audience: "caller", outcome: "answered" };
}

export interface Running {
  readonly adapter: Adapter;
  readonly bot: Double;
  readonly store: StateStore;
  /** What was logged as an error or a warning. */
  readonly logged: string[];
}

/** Starts the adapter against a Slack, in Socket Mode or over HTTP. */
export async function run(
  slack: Slack,
  mode: "socket" | "http",
  more: {
    store?: StateStore;
    bot?: Double;
    env?: Record<string, string>;
    clock?: Clock;
    forget?: (workspace: string) => Promise<void>;
  } = {},
): Promise<Running> {
  const port = await freePort();
  const config = configOf({
    SLACK_BOT_TOKEN: "xoxb-test-token",
    SLACK_API_URL: slack.url,
    PORT: String(port),
    ...(mode === "socket"
      ? { SLACK_APP_TOKEN: "xapp-test-token" }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    ...more.env,
  });
  const clock = more.clock ?? systemClock;
  const store = more.store ?? memoryStore(clock);
  const bot = more.bot ?? createDouble();
  const logged: string[] = [];
  const { forget } = more;
  const adapter = createSlackAdapter({
    config,
    store,
    clock,
    log: logInto(logged),
    ...(forget && { forget }),
  });
  await adapter.start(bot);
  if (mode === "http") slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  return { adapter, bot, store, logged };
}

function logInto(lines: string[]): Log {
  const note = (...args: unknown[]) =>
    void lines.push(
      args.map((arg) => (arg instanceof Error ? arg.message : JSON.stringify(arg, errors))).join(" "),
    );
  const log = { debug: () => undefined, info: () => undefined, warn: note, error: note };
  return { ...log, child: () => logInto(lines) } as unknown as Log;
}
const errors = (_key: string, value: unknown): unknown =>
  value instanceof Error ? `${value.message} ${value.stack?.split("\n")[1]}` : value;
