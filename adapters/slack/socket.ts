/** Slack over Socket Mode: a connection that is opened from here, and opened again. */
import { SocketModeReceiver } from "@slack/bolt";
import { reasonOf } from "../../src/errors.ts";
import { clientOptions } from "./web.ts";
import { atPort, boltLog, GRACE_MS, oauth, type Wire, type WireDeps } from "./wire.ts";

/** How long after a refused reconnection the next one is tried. */
const RECONNECT_MS = 30_000;

export function socket(deps: WireDeps, appToken: string): Wire {
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
  // Patch of @slack/socket-mode 3 (SocketModeClient, "ws_message"): what it reads is not caught, so that an envelope that is
  // none would end the process. Held by sdk.test.ts.
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
  // Patch of @slack/socket-mode 3 (SocketModeClient.start): it reconnects through this method and does not catch, so that a
  // refusal there would end the process. Held by sdk.test.ts.
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
