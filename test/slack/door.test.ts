import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { apiRoot } from "../../adapters/slack/web.ts";
import { systemClock } from "../../src/clock.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { rowsIn } from "../state/rows.ts";
import { type Running, run } from "./double.ts";
import { event, mentioning, slash, until } from "./person.ts";
import { type Slack, startSlack } from "./server.ts";

let slack: Slack;
let running: Running | undefined;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  await running?.adapter.stop();
  running = undefined;
  await slack.close();
});

describe("a signed request", () => {
  const body = "command=%2Fsco&text=latest&team_id=T1&channel_id=C1&user_id=U1";
  const form = "application/x-www-form-urlencoded";
  const status = async (...args: Parameters<Slack["signed"]>) => (await slack.signed(...args)).status;
  beforeEach(async () => {
    running = await run(slack, "http");
  });

  test("is refused with 401 when its signature is wrong or missing, or its time is old or in the future", async () => {
    expect(await status(body, form, { signature: "v0=00" })).toBe(401);
    expect(await status(body, form, { signature: "" })).toBe(401);
    expect(await status(body, form, { secondsAgo: 301 })).toBe(401);
    expect(await status(body, form, { secondsAgo: -302 })).toBe(401);
    expect((await fetch(slack.eventsUrl ?? "", { method: "POST", body })).status).toBe(401);
    expect(running?.bot.requests).toEqual([]);
  });

  test("is taken when it is a little early or late, and with a charset in its content type", async () => {
    expect(await status(body, form, { secondsAgo: 290 })).toBe(200);
    expect(await status(body, form, { secondsAgo: -290 })).toBe(200);
    expect(await status(body, `${form}; charset=utf-8`)).toBe(200);
  });

  test("that is no request of Slack's gets 404 or 400, and Slack's challenge its answer", async () => {
    const base = new URL("/", slack.eventsUrl ?? "");
    expect((await fetch(base)).status).toBe(404);
    expect(await status("{", "application/json")).toBe(400);
    const challenge = await slack.signed(
      JSON.stringify({ type: "url_verification", challenge: "c3" }),
      "application/json",
    );
    expect(await challenge.json()).toEqual({ challenge: "c3" });
  });
});

describe("a request that nothing can be made of", () => {
  const json = (body: unknown): [string, string] => [JSON.stringify(body), "application/json"];
  const form = (payload: unknown): [string, string] => [
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    "application/x-www-form-urlencoded",
  ];
  const who = { team: { id: "T1" }, user: { id: "U1" } };
  beforeEach(async () => {
    running = await run(slack, "http");
  });
  const next = async () => {
    await slash(slack, "hello");
    await until(() => slack.messages.length === 1);
  };

  test("is refused when it is no object, or too long; the next one is answered", async () => {
    for (const body of [null, [], "x", 1, true])
      for (const sent of [json(body), form(body)])
        expect([body, (await slack.signed(...sent)).status]).toEqual([body, 400]);
    const endless = new URLSearchParams({ command: "/sco", text: "x".repeat(2 ** 21) }).toString();
    expect((await slack.signed(endless, "application/x-www-form-urlencoded")).status).toBe(413);
    expect((await fetch(new URL("/elsewhere", slack.eventsUrl), { method: "POST", body: "x" })).status).toBe(
      404,
    );
    await next();
  });

  test.each([
    ["an event that is null", json({ type: "event_callback", team_id: "T1", event: null })],
    ["an event of no type", json({ type: "event_callback", team_id: "T1", event: {} })],
    ["a type that is not known", json({ type: "app_rate_limited", team_id: "T1" })],
    ["an interaction that is not known", form({ ...who, type: "novel" })],
    [
      "a button of somebody else's",
      form({ ...who, type: "block_actions", actions: [{ action_id: "other" }] }),
    ],
    ["a shortcut of somebody else's", form({ ...who, type: "shortcut", callback_id: "other" })],
    ["options of somebody else's", form({ ...who, type: "block_suggestion", action_id: "other" })],
    ["a form that was closed", form({ ...who, type: "view_closed", view: { callback_id: "search_form" } })],
  ])("is acknowledged at once: %s", async (_name, sent) => {
    const started = performance.now();
    expect((await slack.signed(...sent)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2000);
    await next();
  });
});

describe("a socket", () => {
  test("that brings what cannot be read goes on", async () => {
    running = await run(slack, "socket");
    for (const message of ["null", "[]", "{", '{"type":"events_api"}', '{"type":"events_api","payload":{}}'])
      slack.socket.raw(message);
    await until(() => running?.logged.some((line) => line.includes("unreadable")));
    await slash(slack, "hello");
    await until(() => slack.messages.length === 1);
  });
});

describe("an address of the Web API", () => {
  test.each(["http://h:1", "http://h:1/", "http://h:1/api", "http://h:1/api/", "http://h:1//"])(
    "%s is completed",
    (address) => {
      expect(apiRoot(address)).toBe("http://h:1/api/");
    },
  );
});

describe("starting", () => {
  test("a bot token that Slack refuses ends the start with a sentence without the token", async () => {
    slack.tokens.clear();
    const start = run(slack, "socket");
    await expect(start).rejects.toThrow(/does not accept SLACK_BOT_TOKEN \(invalid_auth\)/);
    await expect(start).rejects.not.toThrow(/xoxb/);
  });

  test("an app token that Slack refuses is named", async () => {
    slack.appToken = "xapp-other";
    await expect(run(slack, "socket")).rejects.toThrow(/does not accept SLACK_APP_TOKEN/);
  });

  test("a dropped socket is opened again, and nobody is answered twice", async () => {
    running = await run(slack, "socket");
    slack.socket.disconnect();
    await until(() => slack.socket.open === 0);
    await until(() => slack.socket.open === 1 && running?.adapter.connected, undefined, 15_000);
    await slash(slack, "hello");
    await until(() => slack.messages.length === 1);
  });
});

describe("several workspaces", () => {
  const env = {
    SLACK_BOT_TOKEN: "",
    SLACK_CLIENT_ID: "client",
    SLACK_CLIENT_SECRET: "client-secret",
    SLACK_STATE_SECRET: "state-secret-of-ours",
    SCO_SECRET_KEY: "a key of sixteen characters or more",
  };
  const install = async (team: string) => {
    const base = new URL("/", slack.eventsUrl ?? "");
    const offer = await fetch(new URL("/slack/install", base), { redirect: "manual" });
    const to = new URL(offer.headers.get("location") ?? "");
    const cookie = (offer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const back = new URL(
      `/slack/oauth_redirect?code=code-${team}&state=${to.searchParams.get("state")}`,
      base,
    );
    return { to, answer: await fetch(back, { headers: { cookie } }) };
  };

  test("an installation asks for the manifest's scopes, is kept sealed, and works after a restart", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    const { to, answer } = await install("T2");
    expect(to.origin).toBe(slack.url);
    expect(to.searchParams.get("scope")?.split(",").sort()).toEqual([...slack.scopes].sort());
    expect(answer.status).toBe(200);
    expect(JSON.stringify(await rowsIn(store, "slack/T2/"))).not.toContain("xoxb-T2");
    await running.adapter.stop();
    running = await run(slack, "http", { env, store });
    await event(slack, mentioning(slack, "hello"), { team: "T2" });
    await until(
      () => slack.messages.length === 1,
      () => [slack.calls, running?.logged],
    );
    expect(slack.messages[0]?.text).toBe("you said hello");
  });

  test("all that are kept are known from the start, whatever the store does then", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    await install("T2");
    await running.adapter.stop();
    let { get } = store;
    running = await run(slack, "http", { env, store: { ...store, get: (key) => get(key) } });
    get = () => new Promise<never>(() => undefined);
    expect(await slash(slack, "hello", { team: "T2" })).toMatchObject({ status: 200 });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]?.text).toBe("you said hello");
  });

  test("a command whose socket broke before it could be acknowledged is answered", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    await install("T2");
    await running.adapter.stop();
    delete slack.eventsUrl;
    let { get } = store;
    async function* ofRoom() {}
    running = await run(slack, "socket", { env, store: { ...store, ofRoom, get: (key) => get(key) } });
    get = async (key) => {
      slack.socket.disconnect();
      await until(() => !running?.adapter.connected);
      return store.get(key);
    };
    void slash(slack, "hello", { team: "T2" });
    await until(() => slack.messages.length === 1);
  });

  test("a forged state installs nothing", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    const back = new URL("/slack/oauth_redirect?code=code-T2&state=forged", slack.eventsUrl ?? "");
    expect((await fetch(back)).status).toBeGreaterThanOrEqual(400);
    expect(await store.size("slack-installation")).toBe(0);
  });

  test("only Slack's word that the app was removed counts as such, and of a workspace with an installation", async () => {
    running = await run(slack, "http", { env });
    await install("T2");
    const left = () => running?.adapter.left?.("T2");
    expect(await left()).toBe(false);
    const says = (error: string, status = 200) => {
      slack.faults = (what) => (what === "auth.test" ? { status, body: { ok: false, error } } : undefined);
    };
    for (const error of ["account_inactive", "token_revoked", "invalid_auth", "internal_error"]) {
      says(error);
      expect([error, await left()]).toEqual([error, /^(account|token)/.test(error)]);
    }
    says("account_inactive", 503);
    expect(await left()).toBe(false);
    says("token_revoked");
    expect(await running.adapter.left?.("T9")).toBe(false);
    slack.faults = () => undefined;
  });

  test("a removed app is forgotten, with everything of that workspace", async () => {
    const store = memoryStore(systemClock);
    const forgotten: string[] = [];
    running = await run(slack, "http", {
      env,
      store,
      forget: async (workspace) => void forgotten.push(workspace),
    });
    await install("T2");
    expect(await store.size("slack-installation")).toBe(1);
    await event(slack, { type: "app_uninstalled" }, { team: "T2" });
    await until(() => forgotten.includes("T2"));
    expect(await store.size("slack-installation")).toBe(0);
    await event(slack, mentioning(slack, "hello"), { team: "T2" });
    await slash(slack, "hello", { team: "T2" });
    expect(running.bot.requests).toEqual([]);
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]).toMatchObject({ to: "U1", text: expect.stringMatching(/^I am not installed/) });
    expect(
      await running.adapter.post(
        { workspace: "T2", channel: "C1" },
        { summary: "x", blocks: [], audience: "channel", outcome: "answered" },
        "k",
        1,
      ),
    ).toMatchObject({ state: "refused" });
    await install("T3");
    await event(slack, { type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } }, { team: "T3" });
    await event(slack, { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } }, { team: "T3" });
    await until(() => forgotten.includes("T3"));
  });

  test("an older word that the app was removed, said again, takes nothing from who has installed it anew", async () => {
    const store = memoryStore(systemClock);
    const forgotten: string[] = [];
    const forget = async (workspace: string) => void forgotten.push(workspace);
    running = await run(slack, "http", { env, store, forget });
    await store.set("leaving:slack/T2/:all", { platform: "slack", workspace: "T2" });
    await install("T2");
    expect(await store.size("leaving")).toBe(0);
    const old = { team: "T2", at: Date.now() - 300_000 };
    await event(slack, { type: "app_uninstalled" }, { ...old, retry: 1 });
    await event(slack, { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } }, old);
    await slash(slack, "hello", { team: "T2" });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]?.text).toBe("you said hello");
    expect(forgotten).toEqual([]);
    // A clock that is ahead makes every word an older one: a token that is dead says it too.
    slack.faults = (what) =>
      what === "auth.test" ? { status: 200, body: { ok: false, error: "token_revoked" } } : undefined;
    await event(slack, { type: "app_uninstalled" }, old);
    await until(() => forgotten.includes("T2"));
    slack.faults = () => undefined;
  });

  test("another key does not open what was sealed", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    await install("T2");
    await running.adapter.stop();
    running = await run(slack, "http", {
      env: { ...env, SCO_SECRET_KEY: "quite another key than before" },
      store,
    });
    expect(
      await running.adapter.post(
        { workspace: "T2", channel: "C1" },
        { summary: "x", blocks: [], audience: "channel", outcome: "answered" },
        "k",
        1,
      ),
    ).toMatchObject({ state: "refused", reason: expect.stringContaining("SCO_SECRET_KEY") });
    await slash(slack, "hello", { team: "T2" });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]?.text).toMatch(/SCO_SECRET_KEY is another one/);
  });

  test("a whole organization cannot install it, and is told where to go instead", async () => {
    const store = memoryStore(systemClock);
    running = await run(slack, "http", { env, store });
    const { answer } = await install("E1");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(
      /Install me in each workspace[\s\S]*每个需要的工作区[\s\S]*пространстве/,
    );
    expect(await store.size("slack-installation")).toBe(0);
    await slash(slack, "search x", { team: "T2", organisation: "E1" });
    await until(() => slack.messages.length === 1);
    expect(slack.messages[0]?.text).toMatch(/Install me in each workspace/);
    expect(running.bot.requests).toEqual([]);
    running.logged.length = 0;
  });
});
