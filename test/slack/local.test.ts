import { expect, test } from "@jest/globals";
import { freePort } from "../port.ts";
import { until } from "../until.ts";
import { run } from "./double.ts";
import { findLocalSlack, startLocalSlack } from "./local.ts";
import { type Slack, startSlack } from "./server.ts";

const program = findLocalSlack(process.env);

test("local-slack is used where it is installed, and not missed where it is not", () => {
  expect(findLocalSlack({ LOCAL_SLACK: process.execPath })).toBe(process.execPath);
  expect(findLocalSlack({ LOCAL_SLACK: "/nowhere/local-slack", PATH: "/nowhere" })).toBe(findLocalSlack({}));
});

for (const mode of program ? (["socket", "http"] as const) : []) {
  test(`against local-slack over ${mode}: a command, a page turned, a mention in its thread`, async () => {
    const port = await freePort();
    const slack = await startLocalSlack(
      program ?? "",
      mode === "http" ? `http://127.0.0.1:${port}/slack/events` : undefined,
    );
    const ours = await startSlack();
    const server = { ...ours, url: slack.url } as Slack;
    const running = await run(server, mode, { env: { PORT: String(port) } });
    try {
      await slack.tell("command", { channel: "C1", user: "U1", command: "/sco", text: "search x" });
      await until(async () => (await slack.messages()).length === 1);
      const [answer] = await slack.messages();
      expect(answer).toMatchObject({ subtype: "ephemeral", text: expect.stringMatching(/^Page 1\n/) });
      const row = answer?.blocks?.findLast(({ type }) => type === "actions");
      const next = row?.elements?.find(({ value }) => value === "=page 2");
      await slack.tell("interact", {
        channel: "C1",
        messageTs: answer?.ts,
        user: "U1",
        action: { ...next, block_id: row?.block_id },
      });
      await until(async () => /^Page 2\n/.test((await slack.messages())[0]?.text ?? ""));
      await slack.tell("message", { channel: "C1", user: "U1", text: "<@U0BOT> hello" });
      await until(async () => (await slack.messages()).length === 2);
      expect((await slack.messages())[1]).toMatchObject({
        text: "you said hello",
        thread_ts: expect.any(String),
      });
    } finally {
      await running.adapter.stop();
      await ours.close();
      slack.close();
    }
  }, 60_000);
}
