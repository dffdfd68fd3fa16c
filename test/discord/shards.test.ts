/** The process that starts the shards: it has no connection, yet posts, and knows what is missing to post. */
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openDiscord } from "../../adapters/discord/open.ts";
import { createShards, recommendedShards } from "../../adapters/discord/shards.ts";
import type { Adapter } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { sentence } from "../../src/reply.ts";
import { configOf } from "../settings.ts";
import { createTestLog, createTestStore, settings } from "./double.ts";
import { CHANNEL, GUILD, HIDDEN, SILENT } from "./server/people.ts";
import { createDiscordServer, type DiscordServer } from "./server/server.ts";

const program = fileURLToPath(import.meta.url);
const parts = () => ({ store: createTestStore(), clock: systemClock, log: createTestLog().log });
let server: DiscordServer;
let parent: Adapter;
beforeEach(async () => {
  server = await createDiscordServer({ shards: 3 });
  parent = createShards({ settings: { ...settings, apiUrl: server.apiUrl }, ...parts() }, 2, program);
});
afterEach(async () => {
  await parent.stop();
  await server.close();
  // discord.js's manager writes these for the processes that it starts.
  for (const name of ["SHARDING_MANAGER", "SHARDING_MANAGER_MODE", "DISCORD_TOKEN"]) delete process.env[name];
});

describe("the parent of shards", () => {
  it("is not connected before its shards are", () => {
    expect(parent.connected).toBe(false);
  });

  it("posts deliveries", async () => {
    const posted = await parent.post({ workspace: GUILD, channel: CHANNEL }, sentence("Digest"), "k", 1);
    expect(posted.state).toBe("sent");
    expect(server.posts).toHaveLength(1);
  });

  it("asks Discord what is missing to post", async () => {
    const missing = (channel: string) => parent.missing({ workspace: GUILD, channel }, "en");
    expect(await missing(CHANNEL)).toBeNull();
    expect(await missing(SILENT)).toContain("Send Messages");
    expect(await missing(HIDDEN)).toContain("View Channel");
  });
});

describe("how many shards there are", () => {
  const opened = (env: Record<string, string>) =>
    openDiscord({
      config: configOf({ DISCORD_TOKEN: "test.token", DISCORD_API_URL: server.apiUrl, ...env }),
      program,
      ...parts(),
    });

  it("is what Discord recommends, when it can be reached", async () => {
    const of = (token: string, apiUrl = server.apiUrl) => recommendedShards({ ...settings, token, apiUrl });
    expect(await of("test.token")).toBe(3);
    await expect(of("wrong")).rejects.toMatchObject({ code: "forbidden" });
    expect(await of("test.token", "http://127.0.0.1:1/api")).toBeNull();
  });

  it("is asked for when there is a Redis to share state through", async () => {
    const asked = () => server.requests.length + server.gateway.sessions;
    await opened({});
    expect(asked()).toBe(0);
    const several = await opened({ REDIS_URL: "redis://127.0.0.1:1" });
    expect(several.connected).toBe(false);
    await several.stop();
    server.fault(/gateway/, { status: 401, body: { message: "401", code: 0 } });
    await expect(opened({ REDIS_URL: "redis://127.0.0.1:1", DISCORD_SHARDS: "auto" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
