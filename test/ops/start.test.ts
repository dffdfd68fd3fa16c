/** Starts that cannot succeed, of the real program: one sentence, no stack trace, exit code 1. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
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
