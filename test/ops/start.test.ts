/** Starts that cannot succeed, of the real program: one sentence, no stack trace, exit code 1. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { startProgram } from "../slack/program.ts";
import { type Slack, startSlack } from "../slack/server.ts";

let slack: Slack;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

test("a port that another program has is named, and the variable that changes it", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const program = await startProgram(slack, "http", { PORT: String(port), SCO_LOG_LEVEL: "error" });
  expect(await program.ended).toBe(1);
  expect(program.said()).toBe(
    `sco-bot could not start: port ${port} is taken by another program; set PORT to a free one.\n`,
  );
  program.clear();
  other.close();
}, 40_000);

test("a token that Slack does not know is named, and not shown", async () => {
  const program = await startProgram(slack, "socket", {
    SLACK_BOT_TOKEN: "xoxb-canary",
    SCO_LOG_LEVEL: "error",
  });
  expect(await program.ended).toBe(1);
  expect(program.said()).toMatch(/^sco-bot could not start: Slack does not accept SLACK_BOT_TOKEN.+\n$/);
  expect(program.said()).not.toContain("canary");
  program.clear();
}, 40_000);

test("a stop while Slack's socket is being opened is no failure, and nothing holds the process", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sco-start-"));
  const child = spawn(process.execPath, [join(root, "dist/src/main.js")], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH ?? "",
      SCO_DATA_DIR: folder,
      SCO_POLL: "off",
      SCO_OPS_PORT: "off",
      SLACK_BOT_TOKEN: "xoxb-test-token",
      SLACK_APP_TOKEN: "xapp-test-token",
      SLACK_API_URL: slack.url,
    },
  });
  slack.faults = (what) => {
    if (what === "apps.connections.open") child.kill("SIGTERM");
    return undefined;
  };
  expect(await once(child, "exit")).toEqual([0, null]);
  slack.faults = () => undefined;
  rmSync(folder, { recursive: true, force: true });
}, 40_000);

test("a stop while the program still loads ends it at once, as a stop", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sco-start-"));
  const discord = createServer(() => child.kill("SIGTERM")).listen(0, "127.0.0.1");
  await once(discord, "listening");
  const child = spawn(process.execPath, [join(root, "dist/src/main.js")], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH ?? "",
      SCO_DATA_DIR: folder,
      SCO_OPS_PORT: "off",
      DISCORD_TOKEN: "token",
      DISCORD_API_URL: `http://127.0.0.1:${(discord.address() as AddressInfo).port}`,
      // With a Redis Discord is asked for its shards before anything else is there.
      REDIS_URL: "redis://127.0.0.1:1",
    },
  });
  expect(await once(child, "exit")).toEqual([0, null]);
  discord.closeAllConnections();
  discord.close();
  rmSync(folder, { recursive: true, force: true });
}, 40_000);
