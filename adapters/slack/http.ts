/** Slack over signed HTTP: its requests come to a port of ours. */
import type { Server } from "node:http";
import { HTTPModuleFunctions, HTTPReceiver } from "@slack/bolt";
import { LIMITS } from "./limits.ts";
import { clientOptions } from "./web.ts";
import { atPort, boltLog, GRACE_MS, oauth, type Wire, type WireDeps } from "./wire.ts";

/** Slack's own requests stay far below. */
const BODY_BYTES = 1024 * 1024;

export function http(deps: WireDeps): Wire {
  const { config, clock } = deps;
  const { installer, ...install } = { installer: {}, ...oauth(deps) };
  const receiver = new HTTPReceiver({
    signingSecret: config.SLACK_SIGNING_SECRET ?? "",
    port: config.PORT,
    logger: boltLog(deps.log),
    ...install,
    installerOptions: { ...installer, clientOptions: clientOptions(config.SLACK_API_URL) },
  });
  // Patch of @slack/bolt 5.1.0 (HTTPReceiver.requestListener): it has no limit on bodies, falls over JSON that is no object,
  // and takes timestamps from the future. Held by sdk.test.ts.
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
