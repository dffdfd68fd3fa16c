/** Nothing but the network guard opens a connection for a fetch. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { sourceFiles } from "../imports.ts";

/** Who may, and what for. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/net/guard.ts": "the guard",
  "src/net/connector.ts": "the guard's sockets",
  "src/net/cluster.ts": "the search servers, at the operator's addresses",
  "src/net/address.ts": "isIP, which opens nothing",
  "src/ops/server.ts": "listens for health checks, asks nobody",
  "src/state/redis-client.ts": "Redis, at the operator's address",
  "adapters/discord/connect.ts": "the sockets that discord.js shares",
  "adapters/web/page.ts": "its script asks in a browser, at the page's own origin",
  "adapters/web/web.ts": "listens for browsers, asks nobody",
  "adapters/slack/connection.ts": "listens for Slack, asks nobody",
  "adapters/slack/files.ts": "sends a file to the address that Slack gave for it",
  "adapters/slack/respond.ts": "answers at the address that Slack signed",
};
const OPENS = [
  /(?:from|import\()\s*"(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/\w+)?"/,
  /(?:from|import\()\s*"(?:undici|axios|got|node-fetch|ws|ioredis)"/,
  /(?<![.\w])fetch\((?!address)|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/,
];

/** Files that can open a connection and are not on the list; type imports open nothing. */
function opening(files: readonly (readonly [name: string, text: string])[]): string[] {
  return files
    .filter(([name]) => ALLOWED[name] === undefined)
    .filter(([, text]) =>
      OPENS.some((form) =>
        form.test(text.replace(/^import type .*$/gm, "").replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, "")),
      ),
    )
    .map(([name]) => name);
}

test("only the guard does, and a planted fetch is seen", () => {
  const files = ["src", "adapters", "commands"].flatMap((room) => sourceFiles(room));
  const texts = files.map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
  expect(opening(texts)).toEqual([]);
  expect(
    opening([
      ["src/a.ts", 'import { request } from "node:https";'],
      ["src/b.ts", "const page = await fetch(url);"],
      ["src/c.ts", 'const { connect } = await import("node:net");'],
      ["src/d.ts", 'import { fetch } from "undici";'],
      [
        "src/e.ts",
        'import type { Server } from "node:http";\n// fetch(url) is not called\nroom.guard.fetch(url);',
      ],
    ]),
  ).toEqual(["src/a.ts", "src/b.ts", "src/c.ts", "src/d.ts"]);
});
