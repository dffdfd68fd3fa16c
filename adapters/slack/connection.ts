/** The line to Slack: Socket Mode or signed HTTP, one workspace or many, started and ended in good order. */
import type { Server, ServerResponse } from "node:http";
import {
  App,
  type AppOptions,
  HTTPModuleFunctions,
  HTTPReceiver,
  LogLevel,
  SocketModeReceiver,
} from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { BotError, reasonOf } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import { forOrganisations, type Installations } from "./installations.ts";
import { LIMITS } from "./limits.ts";
import { botScopes } from "./surface.ts";
import { apiRoot, clientOptions } from "./web.ts";

export interface Credentials {
  readonly PORT: number;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_STATE_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
}

export interface Connection {
  readonly app: App;
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly connected: boolean;
}

const GRACE_MS = 2000;
/** Slack's own requests stay far below. */
const BODY_BYTES = 1024 * 1024;
/** How long after a refused reconnection the next one is tried. */
const RECONNECT_MS = 30_000;

/** @param installations set when several workspaces install the app; else `authorize` answers for the one */
export function connect(deps: {
  readonly config: Credentials;
  readonly clock: Clock;
  readonly log: Log;
  readonly installations?: Installations | undefined;
  readonly authorize: NonNullable<AppOptions["authorize"]>;
  /** Says why a request gets no answer, by its `response_url`: that needs no token. */
  readonly refuse: (responseUrl: string, why: BotError) => void;
}): Connection {
  const line = deps.config.SLACK_APP_TOKEN ? socket(deps, deps.config.SLACK_APP_TOKEN) : http(deps);
  const app = new App({
    receiver: line.receiver,
    ...(!deps.installations && { authorize: deps.authorize }),
    clientOptions: clientOptions(deps.config.SLACK_API_URL),
    logger: boltLog(deps.log),
    convoStore: false,
    extendedErrorHandler: true,
  });
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    deps.log.error({ err: error }, "a Slack request failed");
    const why = sentenceIn(error);
    const url = "response_url" in body ? body.response_url : undefined;
    if (why && typeof url === "string") deps.refuse(url, why);
  });
  acknowledgeAll(app, deps);
  return {
    app,
    start: line.start,
    stop: line.stop,
    get connected() {
      return line.connected();
    },
  };
}

/** Bolt and its installer wrap what the store of installations says. */
function sentenceIn(error: unknown): BotError | undefined {
  if (error instanceof BotError) return error;
  return error instanceof Error && "original" in error ? sentenceIn(error.original) : undefined;
}

/** What nobody listens to or can read is acknowledged too: Slack would wait for three seconds and send it again. */
function acknowledgeAll(app: App, { log, refuse }: Pick<Deps, "log" | "refuse">): void {
  const listened = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    let acknowledged = false;
    const ack: typeof event.ack = (answer) => {
      acknowledged = true;
      return event.ack(answer);
    };
    try {
      if (isForOrganisation(event.body)) refuse(String(event.body.response_url ?? ""), forOrganisations());
      else await listened({ ...event, ack });
    } catch (error) {
      log.warn({ why: reasonOf(error) }, "Slack sent something unreadable");
    }
    if (!acknowledged) await event.ack();
  };
}

/** Whether the app was installed for a whole organization, as forms and as JSON say it. */
function isForOrganisation(body: Readonly<Record<string, unknown>>): boolean {
  const [authorization] = Array.isArray(body.authorizations) ? body.authorizations : [];
  const said = authorization?.is_enterprise_install ?? body.is_enterprise_install;
  return said === true || said === "true";
}

/** @throws a sentence with what to do when another program has the port */
async function atPort<T>(port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw new Error(`port ${port} is taken by another program; set PORT to a free one.`, { cause });
  }
}

interface Wire {
  readonly receiver: HTTPReceiver | SocketModeReceiver;
  start(): Promise<void>;
  stop(): Promise<void>;
  connected(): boolean;
}
type Deps = Parameters<typeof connect>[0];

/** What both receivers need for "Add to Slack" at /slack/install. */
function oauth({ config, installations }: Deps) {
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

function http(deps: Deps): Wire {
  const { config, clock } = deps;
  const { installer, ...install } = { installer: {}, ...oauth(deps) };
  const receiver = new HTTPReceiver({
    signingSecret: config.SLACK_SIGNING_SECRET ?? "",
    port: config.PORT,
    logger: boltLog(deps.log),
    ...install,
    installerOptions: { ...installer, clientOptions: clientOptions(config.SLACK_API_URL) },
  });
  const listener = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const type = request.headers["content-type"];
    if (type) request.headers["content-type"] = type.split(";")[0]?.trim().toLowerCase() ?? type;
    const stamp = Number(request.headers["x-slack-request-timestamp"]);
    // Bolt refuses old timestamps only; one from the future is as good for a replay.
    if (stamp > clock.now() / 1000 + LIMITS.skewSeconds.max) {
      response.writeHead(401).end();
      return;
    }
    if (request.method !== "POST") return listener(request, response);
    HTTPModuleFunctions.bufferIncomingMessage(request, BODY_BYTES)
      .then((whole) => (isPayload(whole) ? listener(request, response) : response.writeHead(400).end()))
      // Too much, broken off, or at a path where nothing is.
      .catch(({ statusCode = 404 }: { statusCode?: number }) =>
        response.writeHead(statusCode, { connection: "close" }).end(),
      );
  };
  let server: Server | undefined;
  return {
    receiver,
    connected: () => server?.listening === true,
    async start() {
      server = (await atPort(config.PORT, () => receiver.start(config.PORT))) as Server;
    },
    async stop() {
      if (!server?.listening) return;
      const closed = receiver.stop();
      server.closeIdleConnections();
      await Promise.race([closed, clock.sleep(GRACE_MS)]);
      server.closeAllConnections();
    },
  };
}

/** False for JSON that is no object: Bolt would fall over `null`. What is no JSON at all, Bolt refuses itself. */
function isPayload(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === "object" && body !== null && !Array.isArray(body);
  } catch {
    return true;
  }
}

function socket(deps: Deps, appToken: string): Wire {
  const { config, clock, log } = deps;
  const { installer, ...install } = { installer: {}, ...oauth(deps) };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    ...install,
    installerOptions: {
      ...installer,
      port: config.PORT,
      // Opening a connection is safe to repeat: without a network it is tried until there is one.
      clientOptions: {
        ...clientOptions(config.SLACK_API_URL),
        retryConfig: { forever: true, maxTimeout: 10_000, unref: true },
      },
    },
  });
  const { client } = receiver;
  let up = false;
  let stopping = false;
  client.on("connected", () => {
    // Later than the stop waited for it, nothing else would close it.
    if (stopping) void client.disconnect();
    if (!up) log.info("Slack's socket is open");
    up = true;
  });
  client.on("close", () => {
    up = false;
  });
  // What it reads is not caught either: an envelope that is none would end the process.
  const [read] = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...message: unknown[]) => {
    try {
      await read?.(...message);
    } catch (error) {
      log.warn({ why: reasonOf(error) }, "Slack's socket brought something unreadable");
    }
  });
  const open = client.start.bind(client);
  let started = false;
  // The client reconnects through this method and does not catch: a refusal there would end the process.
  client.start = async () => {
    try {
      return await open();
    } catch (error) {
      if (!started || stopping) throw error;
      log.error({ why: reasonOf(error) }, "Slack refuses the socket; trying again");
      await clock.sleep(RECONNECT_MS);
      return client.start();
    }
  };
  return {
    receiver,
    connected: () => up,
    async start() {
      await atPort(config.PORT, () => receiver.start());
      started = true;
    },
    async stop() {
      stopping = true;
      // Hung up while it opens, the client leaves a timer behind that holds the process: it may open first.
      if (!up)
        await Promise.race([new Promise((done) => client.once("connected", done)), clock.sleep(GRACE_MS)]);
      const closed = new Promise((done) => client.once("close", done));
      await receiver.stop();
      if (!up) return;
      await Promise.race([closed, clock.sleep(GRACE_MS)]);
      // Slack did not say goodbye; asked twice, the client hangs up.
      if (up) void client.disconnect();
    },
  };
}

/** Bolt's chatter at debug and info says what was sent, so only warnings and errors reach our log. */
function boltLog(log: Log) {
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
