/** Two programs on one data folder: the second says that it is not ready, and is when the first has ended. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { freePort } from "../port.ts";
import { type Slack, startSlack } from "../slack/server.ts";
import { until } from "../until.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-second-"));
const children: ChildProcess[] = [];
let slack: Slack;
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<{
  child: ChildProcess;
  ready: () => Promise<{ status: number; indexed: number }>;
}> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    ...{ SCO_DATA_DIR: folder, SCO_POLL: "off", SCO_OPS_PORT: String(port), NODE_ENV: "production" },
    ...{ SLACK_API_URL: slack.url, SLACK_BOT_TOKEN: "xoxb-test-token", SLACK_APP_TOKEN: slack.appToken },
  };
  const child = spawn(process.execPath, [join(root, "dist/src/main.js")], { env, stdio: "ignore" });
  children.push(child);
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    return {
      status: answer?.status ?? 0,
      indexed: ((await answer?.json()) as { indexed?: number })?.indexed ?? 0,
    };
  };
  return { child, ready };
}

test("the second is not ready while the first runs", async () => {
  slack = await startSlack();
  const first = await start();
  await until(async () => (await first.ready()).status === 200, 30_000);
  const second = await start();
  // Its index is there, so that the lock alone can be why; and it stays so.
  await until(async () => (await second.ready()).indexed > 0, 30_000);
  for (let look = 0; look < 5; look++) {
    expect((await second.ready()).status).toBe(503);
    await wait(100);
  }
  expect((await first.ready()).status).toBe(200);
  first.child.kill("SIGTERM");
  await once(first.child, "exit");
}, 90_000);
