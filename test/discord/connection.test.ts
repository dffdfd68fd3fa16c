/** Connecting, being refused, two hundred at once, and stopping. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { createDiscordAdapter } from "../../adapters/discord/discord.ts";
import { systemClock } from "../../src/clock.ts";
import type { BotError } from "../../src/errors.ts";
import {
  createStage,
  createTestBot,
  createTestLog,
  createTestStore,
  type Stage,
  settings,
  slashData,
} from "./double.ts";
import { BOT, CHANNEL, channels, guild, interaction, PERMISSIONS } from "./server/people.ts";
import { createDiscordServer, type DiscordServer } from "./server/server.ts";

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function adapterFor(server: DiscordServer, more: Partial<typeof settings> = {}) {
  const { log, written } = createTestLog();
  const store = createTestStore();
  const needs = { settings: { ...settings, apiUrl: server.apiUrl, ...more }, store, clock: systemClock, log };
  const adapter = createDiscordAdapter(needs);
  endings.push(async () => adapter.stop());
  return { adapter, written };
}

async function serverToEnd(more: Parameters<typeof createDiscordServer>[0] = {}): Promise<DiscordServer> {
  const server = await createDiscordServer(more);
  endings.push(() => server.close());
  return server;
}

describe("the connection", () => {
  it("asks for no privileged intent, and is told apart from no connection", async () => {
    const server = await serverToEnd();
    const { adapter } = adapterFor(server);
    expect(adapter.connected).toBe(false);
    await adapter.start(createTestBot());
    await server.until(() => adapter.connected, "it is connected");
    expect(server.gateway.identified[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
    await adapter.stop();
    expect(adapter.connected).toBe(false);
  });

  it.each([
    [4010, "bad-input", /DISCORD_SHARDS/],
    [4011, "bad-input", /DISCORD_SHARDS/],
    [4012, "forbidden", /4012/],
    [4013, "forbidden", /4013/],
    [4014, "forbidden", /4014.*no privileged intent/],
  ])(
    "closed with %i is not tried again, which would use up the day's logins",
    async (code, kind, sentence) => {
      const server = await serverToEnd({ refuse: code });
      const { adapter } = adapterFor(server);
      const refused = await adapter.start(createTestBot()).catch((error: BotError) => error);
      expect(refused).toMatchObject({ code: kind });
      expect((refused as BotError).say("en")).toMatch(sentence);
    },
  );

  it("outlives an event that discord.js cannot read", async () => {
    const server = await serverToEnd();
    const { adapter, written } = adapterFor(server);
    await adapter.start(createTestBot());
    await server.until(() => adapter.connected, "it is connected");
    server.gateway.dispatch("CHANNEL_CREATE", null);
    await server.until(() => written.some((line) => line.includes("could not read an event")), "it is noted");
    for (const type of ["INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_DELETE"])
      server.gateway.dispatch(type, null);
    await server.until(
      () => written.filter((line) => line.includes("an event could not be read")).length === 3,
      "each is noted",
    );
    const event = interaction({ type: 2, data: { ...slashData("help", {}), type: 3 } });
    const told = server.tell(event);
    server.gateway.dispatch("INTERACTION_CREATE", event);
    await server.until(() => told.messages.length === 1, "the next one is answered");
  });

  it("takes the address with a slash and a version at its end", async () => {
    const server = await serverToEnd();
    const { adapter } = adapterFor(server, { apiUrl: `${server.apiUrl}/v10/` });
    await adapter.start(createTestBot());
    await server.until(() => server.commands.length === 1, "the commands are registered");
    expect(server.requests.every((request) => !request.includes("/v10"))).toBe(true);
  });

  it("is refused with a sentence that does not contain the token", async () => {
    const server = await serverToEnd();
    const { adapter, written } = adapterFor(server, { token: "wrong.secret" });
    const refused = await adapter.start(createTestBot()).catch((error: BotError) => error);
    expect(refused).toMatchObject({ code: "forbidden" });
    for (const locale of ["en", "zh", "ru"] as const)
      expect((refused as BotError).say(locale)).toContain("DISCORD_TOKEN");
    expect([String(refused), ...written].join("")).not.toContain("secret");
  });

  it("is refused in the same way when only the gateway knows the token is wrong", async () => {
    const server = await serverToEnd();
    const { adapter } = adapterFor(server, { token: "wrong.secret" });
    const info = { url: server.apiUrl.replace("http", "ws").replace("/api", "/gateway"), shards: 1 };
    const limit = { total: 1, remaining: 1, reset_after: 1, max_concurrency: 1 };
    server.fault(/gateway/, { status: 200, body: { ...info, session_start_limit: limit } }, 20);
    await expect(adapter.start(createTestBot())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is tried again while Discord cannot be reached, and the start does not wait for it", async () => {
    const server = await serverToEnd();
    server.fault(/gateway/, { status: 503, body: {} }, 4);
    const { adapter, written } = adapterFor(server);
    await adapter.start(createTestBot());
    expect(written.join()).toContain("cannot be reached yet");
    await server.until(() => adapter.connected, "it is connected");
  });

  it("registers in vain without harm", async () => {
    const server = await serverToEnd();
    server.fault(/PUT/, { status: 403, body: { code: 50001, message: "Missing Access" } });
    const { adapter, written } = adapterFor(server);
    await adapter.start(createTestBot());
    await server.until(() => written.some((line) => line.includes("could not be registered")), "it says so");
  });
});

/** Sends 200 at once; the slowest first response in milliseconds. */
async function twoHundred(stage: Stage): Promise<number> {
  const before = stage.bot.requests.length;
  const told = Array.from({ length: 200 }, (_, n) => stage.slash("search", { query: `q${n}` }));
  const done = () =>
    told.every(({ messages }) => messages.length > 0 && messages.every(({ thinking }) => !thinking));
  await stage.server.until(done, "all are answered", 15_000);
  expect(told.filter(({ messages }) => messages.length !== 1)).toEqual([]);
  expect(stage.bot.requests).toHaveLength(before + 200);
  for (const [n, { messages }] of told.entries())
    expect(JSON.stringify(messages[0]?.body)).toContain(`第1篇 q${n}"`);
  return Math.max(...told.map(({ acknowledged }) => acknowledged?.afterMs ?? Number.POSITIVE_INFINITY));
}

/** The best of several rounds: what the adapter can do, not what else the machine is doing. */
async function slowestOf(rounds: number, stage: Stage): Promise<number> {
  const slowest: number[] = [];
  while (slowest.length < rounds && !slowest.some((ms) => ms < 1_000)) slowest.push(await twoHundred(stage));
  return Math.min(...slowest);
}

describe("200 interactions at once", () => {
  it("are each answered once, their first response within a second", async () => {
    const stage = await createStage();
    endings.push(() => stage.end());
    expect(await slowestOf(3, stage)).toBeLessThan(1_000);
    expect(stage.server.refused).toEqual([]);
  });
});

describe("a server that removed the bot", () => {
  it("is forgotten; one that has an outage is not", async () => {
    const forgotten: string[] = [];
    const forget = async (server: string) => {
      forgotten.push(server);
      if (server === "3") throw new Error("the store is away");
    };
    const stage = await createStage({ forget });
    endings.push(() => stage.end());
    stage.server.gateway.dispatch("GUILD_DELETE", { id: "1", unavailable: true });
    stage.server.gateway.dispatch("GUILD_DELETE", { id: "2" });
    stage.server.gateway.dispatch("GUILD_DELETE", { id: "3" });
    await stage.server.until(
      () => stage.written.join().includes("could not be forgotten"),
      "both are handled",
    );
    expect(forgotten).toEqual(["2", "3"]);
  });
});

describe("stopping", () => {
  it("finishes what is being answered and takes nothing new", async () => {
    const stage = await createStage();
    endings.push(() => stage.server.close());
    const open = stage.bot.hold();
    const told = stage.slash("search", { query: "last" });
    await stage.server.until(() => told.acknowledged !== undefined, "it is deferred");
    const stopped = stage.adapter.stop();
    const late = stage.slash("search", { query: "late" });
    open();
    await stopped;
    expect(told.messages[0]?.thinking).toBe(false);
    expect(late.acknowledged).toBeUndefined();
  });
});

describe("a server that the bot is brought into", () => {
  const joins = (
    stage: Stage,
    id: string,
    everybody = PERMISSIONS.viewChannel | PERMISSIONS.sendMessages,
  ) => {
    const there = guild(channels) as unknown as Record<string, unknown> & {
      roles: object[];
      channels: object[];
    };
    stage.server.gateway.dispatch("GUILD_CREATE", {
      ...{ ...there, id, system_channel_id: CHANNEL, preferred_locale: "zh-CN" },
      roles: [{ ...there.roles[0], id, permissions: String(everybody) }],
      members: [
        { user: BOT, roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 },
      ],
      channels: there.channels.map((one) => ({ ...one, guild_id: id, permission_overwrites: [] })),
    });
  };

  it("is told one line with three buttons in its language, once, and none where the bot may not write", async () => {
    const stage = await createStage();
    endings.push(stage.end);
    joins(stage, "700000000000000003", PERMISSIONS.viewChannel);
    joins(stage, "700000000000000002");
    await stage.server.until(() => stage.server.posts.length === 1, "it was greeted");
    joins(stage, "700000000000000002");
    const [line] = stage.server.posts;
    expect(line?.channel).toBe(CHANNEL);
    const text = JSON.stringify(line?.body);
    for (const part of ["我检索并跟踪", "今日新闻", "g:search", "g:daily 09:00"])
      expect(text).toContain(part);
    const told = stage.press("g:search", line);
    await stage.server.until(() => told.acknowledged !== undefined, "the press was answered");
    expect(stage.server.posts).toHaveLength(1);
    expect(stage.server.refused).toEqual([]);
  });
});
