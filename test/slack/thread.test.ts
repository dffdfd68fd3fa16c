import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { createSettle } from "../../src/state/settings.ts";
import { type Desk, openDesk } from "../desk.ts";
import type { Message } from "./desk.ts";
import { type Double, type Running, run } from "./double.ts";
import { event, mentioning, until } from "./person.ts";
import { type Slack, startSlack } from "./server.ts";

/** The real bot: what it takes for a continuation is what counts. */
describe("in a thread that the bot has answered in", () => {
  let slack: Slack;
  let desk: Desk;
  let running: Running;
  let settle: (caller: Caller) => Promise<Caller>;
  beforeAll(async () => {
    desk = await openDesk({ hooks: { settle: (caller) => settle(caller) } });
    settle = createSettle(desk.doors.store, systemClock);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    slack = await startSlack();
    running = await run(slack, "socket", { bot: desk.bot as Double });
  });
  afterEach(async () => {
    await running.adapter.stop();
    await slack.close();
    expect(slack.refusals).toEqual([]);
    expect(running.logged).toEqual([]);
  });

  const answers = async (count: number): Promise<Message> =>
    until(
      () => slack.messages[count - 1],
      () => [slack.calls, running.logged],
    );
  async function thread(said: string): Promise<string> {
    const asked = mentioning(slack, said);
    await event(slack, asked);
    await answers(1);
    return asked.ts;
  }
  /** Somebody writes into a thread without a mention. */
  const says = (thread_ts: string, text: string, user = "U1", more = {}) => {
    const ts = slack.stamp();
    const message = { type: "message", channel_type: "channel", channel: "C1" };
    return event(slack, { ...message, user, text, ts, event_ts: ts, thread_ts, ...more });
  };

  test.each(["more", "only Chinese ones?", "и на русском?", "打开第二篇", "2", "from China Daily"])(
    "%s goes on",
    async (said) => {
      const ts = await thread("search cooperation");
      await says(ts, said);
      const answer = await answers(2);
      expect(answer.thread_ts).toBe(ts);
      expect(answer.text).not.toBe(slack.messages[0]?.text);
    },
  );

  test.each([
    "thanks!",
    "ok",
    "I think the second paragraph is wrong",
    "but did you call the embassy?",
    "and who writes the headline?",
    "now we wait for Ivan",
    "只有你知道吗",
    "а Иван что сказал?",
    "Publish it tomorrow at nine, please",
    "99",
    "https://example.org/a/b",
    "stop",
  ])("talk between people is left alone: %s", async (said) => {
    const ts = await thread("search cooperation");
    await says(ts, said);
    await says(ts, "more");
    const { text } = await answers(2);
    await new Promise((done) => setTimeout(done, 50));
    expect(slack.messages).toHaveLength(2);
    // The next page, and not an answer to what was said before.
    expect(text).not.toBe(slack.messages[0]?.text);
    expect(text).toContain("6");
  });

  test("what calls somebody else, what another person says, and what stands in no thread is left alone", async () => {
    const ts = await thread("search cooperation");
    await says(ts, "<@U2> more");
    await says(ts, "more", "U2");
    await says("", "more");
    await says(slack.stamp(), "more");
    await says(ts, "more", "U1", { subtype: "message_changed" });
    await says(ts, "more", "U1", { bot_id: "B1" });
    await says(ts, "page 2");
    await answers(2);
    await new Promise((done) => setTimeout(done, 50));
    expect(slack.messages).toHaveLength(2);
    // Nobody's profile was asked for but that of the person who was answered.
    expect(slack.calls.filter(({ method, args }) => method === "users.info" && args.user === "U2")).toEqual(
      [],
    );
  });

  test("a person may turn it off, and on again", async () => {
    const as = { platform: "slack", workspace: "T1", channel: "C1", user: "U1" };
    await desk.ask("settings followups off", as);
    const ts = await thread("search cooperation");
    await says(ts, "more");
    await new Promise((done) => setTimeout(done, 200));
    expect(slack.messages).toHaveLength(1);
    await desk.ask("settings followups on", as);
    await says(ts, "more");
    await answers(2);
  });
});
