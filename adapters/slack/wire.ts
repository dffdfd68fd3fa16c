/** What both ways to Slack have in common: their settings, their log, and how several workspaces install the app. */
import type { ServerResponse } from "node:http";
import { type HTTPReceiver, LogLevel, type SocketModeReceiver } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import type { Installations } from "./installations.ts";
import { botScopes } from "./surface.ts";
import { apiRoot } from "./web.ts";

export interface Credentials {
  readonly PORT: number;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_STATE_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
}

export interface WireDeps {
  readonly config: Credentials;
  readonly clock: Clock;
  readonly log: Log;
  /** Set when several workspaces install the app. */
  readonly installations?: Installations | undefined;
}

export interface Wire {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  start(): Promise<void>;
  stop(): Promise<void>;
  connected(): boolean;
}

/** What is left open at a stop is cut after this. */
export const GRACE_MS = 2000;

/** Bolt and its installer wrap what the store of installations says. */
export function sentenceIn(error: unknown): BotError | undefined {
  if (error instanceof BotError) return error;
  return error instanceof Error && "original" in error ? sentenceIn(error.original) : undefined;
}

/** @throws a sentence with what to do when another program has the port */
export async function atPort<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw new Error(`port ${port} is taken by another program; set PORT to a free one.`, { cause });
  }
}

/** What both receivers need for "Add to Slack" at /slack/install. */
export function oauth({ config, installations }: WireDeps) {
  if (!installations || !config.SLACK_CLIENT_ID || !config.SLACK_CLIENT_SECRET) return {};
  const site = config.SLACK_API_URL ? new URL("/", apiRoot(config.SLACK_API_URL)).href : "https://slack.com/";
  return {
    clientId: config.SLACK_CLIENT_ID,
    clientSecret: config.SLACK_CLIENT_SECRET,
    ...(config.SLACK_STATE_SECRET && { stateSecret: config.SLACK_STATE_SECRET }),
    installationStore: installations,
    scopes: botScopes(),
    installer: {
      directInstall: true,
      authorizationUrl: `${site}oauth/v2/authorize`,
      callbackOptions: { failure: tellFailure },
    },
  };
}

/** What the browser shows after an installation that failed; what failed otherwise stands in the log alone. */
function tellFailure(error: Error, _options: unknown, _request: unknown, response: ServerResponse): void {
  const words = sentenceIn(error)?.words;
  const said = words
    ? Object.values(words)
    : [`The installation failed (${"code" in error ? error.code : "?"}). Please try again.`];
  response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end(`${said.join("\n")}\n`);
}

/** Bolt's chatter at debug and info says what was sent, so only warnings and errors reach our log. */
export function boltLog(log: Log) {
  const say = (args: unknown[]) =>
    args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(" ");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...args: unknown[]) => log.warn(say(args)),
    error: (...args: unknown[]) => log.error(say(args)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
