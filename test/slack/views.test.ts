import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { FIELD, homeView } from "../../adapters/slack/home.ts";
import { LIMITS } from "../../adapters/slack/limits.ts";
import { GLOBAL_SHORTCUT, MESSAGE_SHORTCUT, SEARCH_VIEW } from "../../adapters/slack/surface.ts";
import type { Bot } from "../../src/bot.ts";
import { sentence } from "../../src/reply.ts";
import { type Running, run } from "./double.ts";
import { click, clickInView, event, shortcut, submit, until } from "./person.ts";
import { buttonsOf } from "./schema.ts";
import { type Slack, startSlack } from "./server.ts";
import { visibleText } from "./visible.ts";

test("a Home where nothing is followed says what to type, as Slack takes it", async () => {
  const bot = { commands: [{ name: "following" }] } as unknown as Bot;
  const caller = { platform: "slack", workspace: "T1", channel: "D1", user: "U1", zone: "UTC" } as const;
  for (const locale of ["en", "zh", "ru"] as const) {
    const asking = { ask: async () => sentence("Nothing yet: daily 09:00", "nothing") };
    const home = await homeView(
      bot,
      { ...caller, locale, manages: false, operates: false },
      "n",
      asking as never,
      async () => new Map(),
    );
    const text = visibleText(home.blocks);
    expect(text).not.toContain("Nothing yet");
    expect(text.match(/\/sco \S+ (?:09:00|\p{L})/gu)?.length).toBeGreaterThan(3);
  }
});

describe.each(["socket", "http"] as const)("over %s", (mode) => {
  let slack: Slack;
  let running: Running;
  beforeEach(async () => {
    slack = await startSlack();
    running = await run(slack, mode);
  });
  afterEach(async () => {
    await running.adapter.stop();
    await slack.close();
    expect(slack.refusals).toEqual([]);
    expect(running.logged.filter((line) => !/expected/.test(line))).toEqual([]);
  });
  const arrived = () =>
    until(
      () => slack.messages.at(-1),
      () => [slack.calls, running.logged],
    );

  test("the Home shows what the bot does, the person's language and zone, and the newest articles", async () => {
    await event(slack, {
      type: "app_home_opened",
      user: "U2",
      channel: "DU2",
      tab: "home",
      event_ts: slack.stamp(),
    });
    const home = await until(
      () => slack.homes.get("U2"),
      () => [slack.refusals, running.logged],
    );
    const text = visibleText(home.blocks);
    for (const part of [
      "上合新闻",
      "Asia/Shanghai",
      "you said latest 5",
      "you said following",
      "you said status",
      "今日新闻",
    ])
      expect(text).toContain(part);
    await event(slack, {
      type: "app_home_opened",
      user: "U1",
      channel: "D1",
      tab: "messages",
      event_ts: slack.stamp(),
    });
    expect(slack.homes.has("U1")).toBe(false);
  });

  test("where it is invited it says one line with three buttons, once, and nothing where others join", async () => {
    const joins = (user: string) =>
      event(slack, {
        type: "member_joined_channel",
        user,
        channel: "C1",
        inviter: "U2",
        event_ts: slack.stamp(),
      });
    await joins("U1");
    await joins(slack.botUser);
    const line = await arrived();
    await joins(slack.botUser);
    expect(line.to).toBeUndefined();
    expect(line.thread_ts).toBeUndefined();
    expect(visibleText(line.blocks)).toMatch(/^我检索并跟踪中、英、俄文的上合组织新闻/);
    const labels = line.blocks.flatMap(buttonsOf).map(({ text }) => text.text);
    expect(labels).toEqual(["今日新闻", "搜索", "每天早上"]);
    await click(slack, line, "搜索", "U1");
    const [form] = await until(() => slack.modals.get("U1"));
    expect(form?.view.callback_id).toBe(SEARCH_VIEW);
    await click(slack, line, "今日新闻", "U1");
    await until(() => running.bot.requests.some((one) => "line" in one && one.line === "digest"));
    expect(slack.messages.filter(({ to }) => to === undefined)).toHaveLength(1);
  });

  test("the opened messages suggest what to begin with, in the person's language; each is understood", async () => {
    for (const user of ["U1", "U2"])
      await event(slack, {
        ...{ type: "app_home_opened", user, tab: "messages" },
        ...{ channel: slack.directOf(user), event_ts: slack.stamp() },
      });
    await until(() => slack.prompts.size === 2);
    expect(slack.prompts.get("D1")?.map(({ message }) => message)).toContain("What's new today?");
    expect(slack.prompts.get("DU2")?.map(({ title }) => title)).toContain("今天的新闻");
  });

  test("buttons in the Home open a modal, whose buttons turn its page or open another", async () => {
    running.bot.answers.set("latest", () => page1());
    await event(slack, {
      type: "app_home_opened",
      user: "U1",
      channel: "D1",
      tab: "home",
      event_ts: slack.stamp(),
    });
    const home = await until(
      () => slack.homes.get("U1"),
      () => [slack.refusals, running.logged],
    );
    await clickInView(slack, { id: "VHOME", user: "U1", view: home }, "Next");
    const [modal] = await until(() => slack.modals.get("U1"));
    expect(visibleText(modal?.view.blocks ?? [])).toContain("Page 2");
    if (!modal) throw new Error("no modal");
    await clickInView(slack, modal, "Next");
    await until(() => visibleText(modal.view.blocks).includes("Page 3"));
    await clickInView(slack, modal, "Read");
    await until(() => slack.modals.get("U1")?.length === 2);
  });
  const page1 = () =>
    running.bot.handle({ id: "x", caller: {} as never, line: "page 1" }, AbortSignal.timeout(1000));

  test("the message shortcut searches for what the message says", async () => {
    await shortcut(slack, MESSAGE_SHORTCUT, { channel: "C1", text: "see this &amp; <@U2>" });
    await arrived();
    expect(running.bot.requests).toMatchObject([{ command: "search", values: { query: "see this & @U2" } }]);
    expect((await arrived()).to).toBe("U1");
  });

  test("the message shortcut reads the article that the message links to, or what is near it", async () => {
    const text = "see <https://x.org/a?b=1&amp;c=2|this>";
    await shortcut(slack, MESSAGE_SHORTCUT, { channel: "C1", text });
    await arrived();
    expect(running.bot.requests).toMatchObject([
      { command: "read", values: { id: "https://x.org/a?b=1&c=2", query: "see this" } },
    ]);
  });

  test("the global shortcut opens a form; its answer takes the form's place", async () => {
    await shortcut(slack, GLOBAL_SHORTCUT);
    const [form] = await until(
      () => slack.modals.get("U1"),
      () => [slack.refusals, running.logged],
    );
    if (!form) throw new Error("no form");
    const refused = await submit(slack, form, FIELD.block, FIELD.action, "  ");
    expect(refused.body).toMatchObject({ response_action: "errors" });
    await submit(slack, form, FIELD.block, FIELD.action, "上海精神");
    expect(visibleText(form.view.blocks)).toContain("Page 1");
    expect(running.bot.requests).toMatchObject([{ command: "search", values: { query: "上海精神" } }]);
  });

  test("a slow answer to a form says that it is coming and then replaces that", async () => {
    let finish = (): void => undefined;
    running.bot.answers.set(
      "search",
      () =>
        new Promise((done) => {
          finish = () => done(sentence("here it is"));
        }),
    );
    await shortcut(slack, GLOBAL_SHORTCUT);
    const [form] = await until(() => slack.modals.get("U1"));
    if (!form) throw new Error("no form");
    const { ms } = await submit(slack, form, FIELD.block, FIELD.action, "slow");
    expect(ms).toBeLessThan(LIMITS.acknowledgeMs.max);
    expect(visibleText(form.view.blocks)).toContain("Searching…");
    finish();
    await until(() => visibleText(form.view.blocks).includes("here it is"));
  });
});
