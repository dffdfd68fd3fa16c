import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { LIMITS } from "../../adapters/slack/limits.ts";
import { type Desk, openDesk } from "../desk.ts";
import type { Message } from "./desk.ts";
import { type Double, type Running, run } from "./double.ts";
import {
  click,
  clickInView,
  directly,
  event,
  mentioning,
  slash,
  stateOf,
  submitAll,
  until,
} from "./person.ts";
import { type Slack, startSlack } from "./server.ts";
import { visibleText } from "./visible.ts";

/** The real bot behind the adapter: what a form sets up is what it shows afterwards. */
describe.each(["socket", "http"] as const)("a form, over %s", (mode) => {
  let slack: Slack;
  let desk: Desk;
  let running: Running;
  beforeEach(async () => {
    slack = await startSlack();
    desk = await openDesk();
    running = await run(slack, mode, { bot: desk.bot as Double, store: desk.doors.store });
  });
  afterEach(async () => {
    await running.adapter.stop();
    await desk.close();
    await slack.close();
    expect(slack.refusals).toEqual([]);
    expect(running.logged).toEqual([]);
  });

  const next = async (from: number): Promise<Message> =>
    until(
      () => slack.messages[from],
      () => [slack.calls, running.logged],
    );
  async function card(said: string, user = "U1"): Promise<Message> {
    const from = slack.messages.length;
    await event(slack, mentioning(slack, said, { user }));
    return next(from);
  }
  async function formOf(message: Message, user = "U1", button = "Change") {
    await click(slack, message, button, user);
    const [form] = await until(
      () => slack.modals.get(user),
      () => [slack.calls, running.logged],
    );
    if (!form) throw new Error("no form");
    return form;
  }
  const schedules = (scope = "slack/T1/C1") => desk.doors.store.list(`schedule:${scope}:`);

  test("Change asks for what was understood, in fields that are filled in; nothing is set up before it is sent", async () => {
    const message = await card(
      "send us a summary every weekday at 8:30 Moscow time, only energy, in Russian",
    );
    const form = await formOf(message);
    const text = visibleText(form.view.blocks.flatMap((block) => ("label" in block ? [block.label] : [])));
    expect(text).toBe("Time\nDays\nTime zone\nTopic\nChannel\nLanguage of the summary\nWhen nothing is new");
    const filled = JSON.stringify(stateOf(form, {}));
    for (const part of ['"08:30"', '"Europe/Moscow"', '"energy"', '"ru"', '"C1"'])
      expect(filled).toContain(part);
    expect(filled).not.toContain('"6"');
    expect(await schedules()).toEqual([]);

    const answer = await submitAll(slack, form, stateOf(form, { time: "21:15", topic: "", days: "1,4" }));
    expect(answer.body).toMatchObject({ response_action: "clear" });
    expect(answer.ms).toBeLessThan(LIMITS.acknowledgeMs.max);
    await until(() => visibleText(message.blocks).includes("Saved"));
    expect(await schedules()).toMatchObject([
      [expect.anything(), { time: "21:15", days: [1, 4], zone: "Europe/Moscow", lang: "ru", channel: "C1" }],
    ]);
    expect(Object.keys((await schedules())[0]?.[1] as object)).not.toContain("topic");
  });

  test("what is wrong is said at its field, in the reader's language, and nothing is set up", async () => {
    slack.people.set("U2", { ...slack.people.get("U2") });
    const form = await formOf(await card("每天早上九点半发摘要", "U2"), "U2", "修改");
    const answer = await submitAll(slack, form, stateOf(form, { zone: "Atlantis" }));
    expect(answer.body).toMatchObject({
      response_action: "errors",
      errors: { zone: expect.stringMatching(/^不认识时区“Atlantis”/) },
    });
    expect(await schedules()).toEqual([]);
    await desk.ask("settings quiet 22:00-07:00 for:channel", {
      platform: "slack",
      workspace: "T1",
      channel: "C1",
    });
    const hushed = await submitAll(slack, form, stateOf(form, { time: "23:00" }));
    expect(hushed.body).toMatchObject({ errors: { time: expect.stringContaining("免打扰") } });
    expect(await schedules()).toEqual([]);
  });

  test("another channel is asked whether the bot is in it, and is named above what was saved", async () => {
    const message = await card("send us a summary every day at 9");
    const form = await formOf(message);
    const second = slack.channels.get("C2");
    if (second) second.without = ["U1"];
    const stranger = await submitAll(slack, form, stateOf(form, { channel: "C2", zone: "Asia/Almaty" }));
    expect(stranger.body).toMatchObject({ errors: { channel: expect.stringContaining("that you are in") } });
    if (second) second.without = [];
    const uninvited = await submitAll(slack, form, stateOf(form, { channel: "C2", zone: "Asia/Almaty" }));
    expect(uninvited.body).toMatchObject({ response_action: "clear" });
    await until(() => visibleText(message.blocks).includes("Saved"));
    expect(await schedules()).toEqual([]);
    expect(await schedules("slack/T1/C2")).toHaveLength(1);
    expect(JSON.stringify(message.blocks[0])).toContain("<#C2>");
  });

  test("who may not change the channel gets no form; whose right went meanwhile is refused as it is sent", async () => {
    const message = await card("send us a summary every day at 9");
    await click(slack, message, "Change", "U3");
    const refusal = await next(1);
    expect(refusal.to).toBe("U3");
    expect(refusal.text).toContain("гости");
    expect(slack.modals.get("U3")).toBeUndefined();

    const kept = await formOf(message, "U2");
    slack.modals.set("U3", [{ ...kept, user: "U3" }]);
    const answer = await submitAll(slack, { ...kept, user: "U3" }, stateOf(kept, {}));
    expect(answer.body).toMatchObject({
      response_action: "errors",
      errors: { time: expect.stringContaining("гости") },
    });
    expect(await schedules()).toEqual([]);
  });

  test("who may not write in the channel changes nothing there: by no press, no form, and no form that was open before", async () => {
    const message = await card("send us a summary every day at 9");
    const form = { ...(await formOf(message, "U2")), user: "U1" };
    slack.modals.set("U1", [form]);
    const here = slack.channels.get("C1");
    if (!here) throw new Error("no channel");
    here.restricted = { type: ["admin"], user: ["U2"] };
    const topic = await submitAll(slack, form, stateOf(form, { topic: "buy my coin" }));
    expect(JSON.stringify(topic.body)).toContain("Not everybody may write");
    await click(slack, message, "Set it up", "U1");
    expect((await next(1)).text).toContain("Not everybody may write");
    await click(slack, message, "Change", "U1");
    expect((await next(2)).text).toContain("Not everybody may write");
    expect(await schedules()).toEqual([]);
    here.restricted = { type: ["ra"] };
    await click(slack, message, "Set it up", "U2");
    await until(async () => (await schedules()).length === 1);
  });

  test("a watch has one too, with what to watch and how often; an empty one is asked for its words", async () => {
    const message = await card("let us know when there is something on Central Asia energy");
    const form = await formOf(message);
    expect((await submitAll(slack, form, stateOf(form, { query: " " }))).body).toMatchObject({
      errors: { query: expect.stringContaining("Central Asia energy") },
    });
    await submitAll(slack, form, stateOf(form, { every: "180", query: "gas pipeline" }));
    await until(() => visibleText(message.blocks).includes("Watching"));
    expect(await desk.doors.store.list("watch:slack/T1/C1:")).toMatchObject([
      [expect.anything(), { query: "gas pipeline", every: 180 }],
    ]);
  });

  test("one that is set up is changed and not doubled: it keeps its topic and its channel", async () => {
    await slash(slack, "daily 09:00 topic:energy zone:Asia/Almaty");
    await next(0);
    await slash(slack, "daily");
    const form = await formOf(await next(1));
    const names = form.view.blocks.map(({ block_id }) => block_id);
    expect(names).toEqual(["time", "days", "zone", "lang", "empty"]);
    await submitAll(slack, form, stateOf(form, { time: "10:00" }));
    await until(() => visibleText(slack.messages.at(-1)?.blocks ?? []).includes("Saved"));
    expect(await schedules()).toMatchObject([[expect.anything(), { time: "10:00", topic: "energy" }]]);
  });

  test("the Home begins a summary in a channel that is chosen, and tells what was saved in the form's place", async () => {
    await event(slack, {
      ...{ type: "app_home_opened", user: "U1", tab: "home" },
      ...{ channel: "D1", event_ts: slack.stamp() },
    });
    const home = await until(() => slack.homes.get("U1"));
    await clickInView(slack, { id: "VHOME", user: "U1", view: home }, "Every morning");
    const [form] = await until(() => slack.modals.get("U1"));
    if (!form) throw new Error("no form");
    expect(stateOf(form, {}).channel).toMatchObject({ value: { selected_conversation: null } });
    await submitAll(slack, form, stateOf(form, { channel: "C2" }));
    await until(() => visibleText(form.view.blocks).includes("Saved"));
    expect(await schedules("slack/T1/C2")).toHaveLength(1);

    await event(slack, {
      ...{ type: "app_home_opened", user: "U1", tab: "home" },
      ...{ channel: "D1", event_ts: slack.stamp() },
    });
    const after = await until(
      () => JSON.stringify(slack.homes.get("U1")).includes("<#C2>") && slack.homes.get("U1"),
    );
    await clickInView(slack, { id: "VHOME", user: "U1", view: after }, "Stop");
    for (let n = 0; n < 400 && (await schedules("slack/T1/C2")).length > 0; n += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(await schedules("slack/T1/C2")).toEqual([]);
  });

  test("what a whole channel reads is not replaced by somebody's answer: that is for the person alone", async () => {
    const joined = { type: "member_joined_channel", user: slack.botUser, channel: "C1", inviter: "U1" };
    await event(slack, { ...joined, event_ts: slack.stamp() });
    const line = await next(0);
    const form = await formOf(line, "U1", "Every morning");
    await submitAll(slack, form, stateOf(form, {}));
    const saved = await next(1);
    expect(saved.to).toBe("U1");
    expect(visibleText(saved.blocks)).toContain("Saved");
    expect(line.edits ?? 0).toBe(0);
    expect(await schedules()).toMatchObject([[expect.anything(), { time: "09:00", channel: "C1" }]]);
  });

  test("one article is shared to another channel that the bot is in, with the name of who did it", async () => {
    await slash(slack, "read 62hrk");
    const shown = await next(0);
    const form = await formOf(shown, "U1", "Share elsewhere");
    expect(form.view.blocks.map(({ block_id }) => block_id)).toEqual(["channel"]);
    const stranger = await submitAll(slack, form, stateOf(form, { channel: "C3" }));
    expect(stranger.body).toMatchObject({ errors: { channel: expect.stringContaining("/invite @sco") } });
    const second = slack.channels.get("C2");
    if (second) second.without = ["U1"];
    const absent = await submitAll(slack, form, stateOf(form, { channel: "C2" }));
    expect(absent.body).toMatchObject({ errors: { channel: expect.stringContaining("that you are in") } });
    if (second) second.without = [];
    await submitAll(slack, form, stateOf(form, { channel: "C2" }));
    const there = await until(() => slack.messages.find(({ channel }) => channel === "C2"));
    expect(there.to).toBeUndefined();
    const text = visibleText(there.blocks);
    expect(text).toContain("加强卫生健康合作");
    expect(text).toContain("Shared by Aigerim");
    const told = await until(() => slack.messages.find(({ text }) => text.includes("Shared.")));
    expect([told.channel, told.to]).toEqual(["C1", "U1"]);
    expect(slack.messages.filter(({ channel }) => channel === "C2")).toHaveLength(1);
  });

  test("in a direct message there is no channel to choose", async () => {
    await event(slack, directly(slack, "send me a summary every day at 9"));
    const form = await formOf(await next(0));
    expect(form.view.blocks.map(({ block_id }) => block_id)).not.toContain("channel");
  });
});
