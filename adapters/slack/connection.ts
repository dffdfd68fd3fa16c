/** The line to Slack: Socket Mode or signed HTTP, one workspace or many, started and ended in good order. */
import { App, type AppOptions, SocketModeReceiver } from "@slack/bolt";
import { type BotError, reasonOf } from "../../src/errors.ts";
import { http } from "./http.ts";
import { forOrganisations } from "./installations.ts";
import { socket } from "./socket.ts";
import { clientOptions } from "./web.ts";
import { boltLog, sentenceIn, type WireDeps } from "./wire.ts";

export interface Connection {
  readonly app: App;
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly connected: boolean;
  /** Whether Slack's requests can arrive; the socket is opened from here. */
  readonly listening: boolean;
}

interface Deps extends WireDeps {
  /** Answers for the one workspace where there are no installations. */
  readonly authorize: NonNullable<AppOptions["authorize"]>;
  /** Says why a request gets no answer, by its `response_url`: that needs no token. */
  readonly refuse: (responseUrl: string, why: BotError) => void;
}

export function connect(deps: Deps): Connection {
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
    get listening() {
      return line.receiver instanceof SocketModeReceiver || line.connected();
    },
  };
}

/** What nobody listens to or can read is acknowledged too: Slack would wait for three seconds and send it again. */
function acknowledgeAll(app: App, { log, refuse }: Pick<Deps, "log" | "refuse">): void {
  // Patch of @slack/bolt 5.1.0 (App.processEvent): there is no public way to be asked before it reads an event, or told of
  // one that it cannot read. Held by sdk.test.ts.
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
