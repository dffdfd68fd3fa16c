import { describe, expect, test } from "@jest/globals";
import { fromClick, fromCommand, fromMessage, fromShortcut } from "../../adapters/slack/receive.ts";

const message = (more: Record<string, unknown> = {}, body: Record<string, unknown> = {}) => ({
  team_id: "T1",
  event: { type: "message", channel_type: "im", channel: "D1", user: "U1", text: "hi", ts: "1.1", ...more },
  ...body,
});

describe("a message", () => {
  test("is named by its place and time, so that an edit of it is the same question", () => {
    expect(fromMessage(message(), "UBOT")).toMatchObject({
      id: "slack/T1/D1:1.1",
      workspace: "T1",
      channel: "D1",
      user: "U1",
      text: "hi",
      thread: "1.1",
    });
    expect(fromMessage(message(), "UBOT")?.overheard).toBeUndefined();
    expect(fromMessage(message({ type: "app_mention", channel: "C1" }), "UBOT")).toMatchObject({
      id: "slack/T1/C1:1.1",
      thread: "1.1",
    });
    expect(fromMessage(message({ thread_ts: "0.9" }), "UBOT")).toMatchObject({ thread: "0.9" });
  });

  test("of a channel is overheard in a thread, where it calls nobody", () => {
    const said = { channel: "C1", channel_type: "channel", thread_ts: "0.9" };
    expect(fromMessage(message(said), "UBOT")).toMatchObject({ overheard: true, thread: "0.9" });
    expect(fromMessage(message({ ...said, channel_type: "group", channel: "G1" }), "UBOT")?.overheard).toBe(
      true,
    );
    for (const other of [
      { thread_ts: undefined },
      { thread_ts: "1.1" },
      { text: "<@UBOT> hi" },
      { text: "<!here> hi" },
      { channel_type: "mpim" },
    ])
      expect(fromMessage(message({ ...said, ...other }), "UBOT")).toBeNull();
  });

  test("belongs to the workspace that is authorized, before the one it was written in", () => {
    expect(fromMessage(message({}, { authorizations: [{ team_id: "T9" }] }), "UBOT")).toMatchObject({
      workspace: "T9",
    });
  });

  test("is direct in a channel of direct messages, also when Slack does not say so", () => {
    expect(fromMessage(message({ channel_type: undefined }), "UBOT")).not.toBeNull();
    expect(fromMessage(message({ channel_type: undefined }), "UBOT")?.own).toBeUndefined();
    expect(fromMessage(message(), "UBOT")?.own).toBe(true);
    expect(fromMessage(message({ channel_type: undefined, channel: "C1" }), "UBOT")).toBeNull();
  });

  test.each([
    { bot_id: "B1" },
    { bot_profile: {} },
    { user: undefined },
    { user: "UBOT" },
    { user: "USLACKBOT" },
    { hidden: true },
    { subtype: "message_deleted" },
    { subtype: "channel_join" },
    { channel_type: "mpim" },
  ])("with %j is not for us", (more) => expect(fromMessage(message(more), "UBOT")).toBeNull());

  test("with a file is for us", () =>
    expect(fromMessage(message({ subtype: "file_share" }), "UBOT")).not.toBeNull());

  test("before we know who we are, the mention it begins with is ours", () => {
    expect(fromMessage(message({ text: " <@U7> ask <@U8>" }), undefined)?.text).toBe("ask @U8");
    expect(fromMessage(message({ text: undefined }), undefined)?.text).toBe("");
  });
});

describe("a click", () => {
  test("is seen by its caller alone when Slack says so, or shows no message", () => {
    expect(fromClick({ container: { is_ephemeral: true }, message: { ts: "1" } }).ephemeral).toBe(true);
    expect(fromClick({ container: { is_ephemeral: false } }).ephemeral).toBe(false);
    expect(fromClick({ container: {} }).ephemeral).toBe(true);
    expect(fromClick({ container: {}, message: { ts: "1" } }).ephemeral).toBe(false);
  });

  test("differs from a click on another rendering, not from another click on the same", () => {
    const at = (block_id: string, trigger_id: string) =>
      fromClick({
        container: { message_ts: "1" },
        trigger_id,
        actions: [{ block_id, action_id: "a", value: "=x" }],
      }).key;
    expect(at("b1", "t1")).toBe(at("b1", "t2"));
    expect(at("b1", "t1")).not.toBe(at("b2", "t1"));
  });

  test("in an organisation without a team belongs to the person's team, else to the organisation", () => {
    expect(
      fromClick({ user: { id: "U1", team_id: "T2" }, team: null, enterprise: { id: "E1" } }).workspace,
    ).toBe("T2");
    expect(fromClick({ user: { id: "U1" }, team: null, enterprise: { id: "E1" } }).workspace).toBe("E1");
  });
});

test("what is not there is not assumed", () => {
  for (const body of [undefined, null, "x", {}, { actions: [] }, { event: null }]) {
    expect(fromCommand(body)).toMatchObject({ text: "", user: "" });
    expect(fromClick(body)).toMatchObject({ actionId: "", view: undefined });
    expect(fromShortcut(body)).toMatchObject({ text: "", trigger: undefined });
    expect(fromMessage(body, "U")).toBeNull();
  }
});

test("a command's text is as it was typed: what looks like a mention stays", () => {
  expect(fromCommand({ text: "search &lt;!channel&gt; &amp;lt; <@U1>" }).text).toBe(
    "search <!channel> &lt; <@U1>",
  );
  expect(fromCommand({ enterprise_id: "E1", response_url: "http://x" })).toMatchObject({
    workspace: "E1",
    id: "http://x",
  });
});
