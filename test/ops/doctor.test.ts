import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { examineDiscord } from "../../adapters/discord/checkup.ts";
import { examineSlack } from "../../adapters/slack/checkup.ts";
import { createInstallations } from "../../adapters/slack/installations.ts";
import { botScopes } from "../../adapters/slack/surface.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { faultAt } from "../../src/articles/unreadable.ts";
import { systemClock } from "../../src/clock.ts";
import { examineChannels } from "../../src/delivery/examine.ts";
import { examineFeeds } from "../../src/feeds/examine.ts";
import { UNREADABLE } from "../../src/i18n/library.ts";
import { examinations, examine } from "../../src/ops/doctor.ts";
import { examineClock } from "../../src/ops/examine-clock.ts";
import type { Finding } from "../../src/ops/finding.ts";
import { examineRedis } from "../../src/state/redis-checkup.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { configOf } from "../settings.ts";

let desk: Desk;
let redis: TestRedis;
let platform: Server;
let address: string;
/** What the local platform answers, to all or to one token; a test changes it. */
let answer: { status: number; body: object; scopes: string } = { status: 200, body: {}, scopes: "" };
const answers = new Map<string, typeof answer>();

beforeAll(async () => {
  desk = await openDesk();
  redis = await startRedis();
  platform = createServer((request, response) => {
    const { status, body, scopes } =
      answers.get(request.headers.authorization?.replace("Bearer ", "") ?? "") ?? answer;
    const wait = status === 429 && { "retry-after": "40" };
    const headers = { "content-type": "application/json", "x-oauth-scopes": scopes, ...wait };
    response.writeHead(status, headers).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(platform, "listening");
  address = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
});
afterAll(async () => {
  platform.close();
  await redis.stop();
  await desk.close();
});

const slack = () =>
  configOf({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: address });
const discord = () => configOf({ DISCORD_TOKEN: "canary", DISCORD_API_URL: address });
const states = (findings: readonly { state: string }[]) => findings.map(({ state }) => state);

describe("doctor", () => {
  test("says one line for each part, and that nothing has to be done", async () => {
    const reply = await desk.ask("doctor");
    expect(reply).toMatchObject({ outcome: "answered", data: { ok: true } });
    expect(wordsOf(reply)).toMatch(/✓ \| version \| sco-bot \d+\.\d+\.\d+/);
    expect(wordsOf(reply)).toMatch(/✓ \| corpus \| 10 articles/);
    expect(wordsOf(reply)).toMatch(/✓ \| feeds \| \d+ feeds are followed: \d+ not read yet/);
    expect(wordsOf(reply)).toContain("Nothing has to be done");
  });

  test("a library without articles, a folder that is a file and an examination that breaks are to be mended", async () => {
    const blocked = join(tmpdir(), "sco-doctor-file");
    writeFileSync(blocked, "");
    const config = configOf({ SCO_DATA_DIR: blocked });
    const breaking = async () => {
      throw new Error("no luck");
    };
    const findings = await examine(
      examinations({
        ...desk.doors,
        ...{ config, faults: ["PORT is odd."], others: [breaking] },
        library: createLibrary([], [], [faultAt("a.md", UNREADABLE.empty)]),
      }),
    );
    const sentences = findings
      .filter(({ state }) => state === "bad")
      .map(({ words }) => words.en)
      .join("\n");
    expect(sentences).toContain("There are no articles");
    expect(sentences).toContain("a.md: the file is empty. Correct");
    expect(findings.map(({ words }) => words.zh)).toContain("a.md：文件是空的。请更正或删除。");
    expect(sentences).toContain("SCO_DATA_DIR");
    expect(sentences).toContain("no luck");
    expect(sentences).toContain("PORT is odd.");
  });
});

describe("a real Redis", () => {
  test("is examined for version, persistence, eviction and clock", async () => {
    const findings = await examineRedis(redis.url, systemClock.now);
    expect(findings.map(({ part }) => part)).toEqual(["redis", "redis", "redis", "clock"]);
    expect(states(findings)).not.toContain("bad");
    expect(states(await examineRedis(redis.url, () => systemClock.now() + 60_000))).toContain("bad");
    const client = new Redis(redis.port);
    await client.config("SET", "maxmemory", "50mb");
    await client.config("SET", "maxmemory-policy", "allkeys-lru");
    client.disconnect();
    const [, policy] = await examineRedis(redis.url, systemClock.now);
    expect(policy?.words.en).toContain("(maxmemory-policy allkeys-lru); set it to noeviction");
  });

  test("that is away, or an address that cannot be read, is to be mended", async () => {
    for (const url of ["redis://127.0.0.1:1", "redis://:canary@["]) {
      const findings = await examineRedis(url, systemClock.now);
      expect(states(findings)).toEqual(["bad"]);
      expect(JSON.stringify(findings)).not.toContain("canary");
      expect(findings[0]?.words.en).not.toContain("enableOfflineQueue");
    }
  });
});

describe("the feeds", () => {
  const spec = { url: "https://news.example/rss", source: "Example News", pages: true };
  const well = {
    spec,
    title: "",
    reason: null,
    newest: null,
    polled: null,
    read: null,
    next: null,
    failures: 0,
  };
  const words = { en: "It answered with 404.", zh: "404", ru: "404" };

  test("that fail are named with the reason, and a list that cannot be read is to be mended", async () => {
    const list = async () => [
      { ...well, condition: "fresh" as const },
      { ...well, condition: "failing" as const, reason: words },
    ];
    const findings = await examineFeeds({ list, faults: [faultAt("feeds.yaml", UNREADABLE.missing)] });
    expect(states(findings)).toEqual(["ok", "warn", "bad"]);
    expect(findings[0]?.words.en).toBe("2 feeds are followed: 1 fine, 1 failing.");
    expect(findings[1]?.words.en).toBe("1 of 2 feeds cannot be read: It answered with 404.");
    expect(findings[2]?.words.en).toContain("feeds.yaml: there is no such file or folder. Correct it.");
    expect(findings[2]?.words.ru).toContain("такого файла или папки нет. Исправьте.");
  });
});

describe("this machine's clock", () => {
  test("is held against the platform's answers", async () => {
    const ahead = (ms: number) => ({ ...systemClock, now: () => systemClock.now() + ms });
    expect(states(await examineClock("Slack", address, ahead(0)))).toEqual(["ok"]);
    const [skewed] = await examineClock("Slack", address, ahead(-120_000));
    expect(skewed).toMatchObject({ part: "clock", state: "bad" });
    expect(skewed?.words.en).toMatch(/^This clock is 1(19|20|21) s away from Slack's/);
    expect(await examineClock("Slack", "http://127.0.0.1:1", ahead(0))).toEqual([]);
  });
});

describe("the channels that are followed", () => {
  test("are asked about once each, and what is missing is said", async () => {
    const asked: string[] = [];
    const missing = async (platform: string, target: object, locale: string) => {
      asked.push(`${platform} ${JSON.stringify(target)} ${locale}`);
      return JSON.stringify(target).includes("C2") ? "Invite the bot." : null;
    };
    const place = { platform: "slack", workspace: "T1", channel: "C1" };
    await desk.doors.store.set("schedule:slack/T1/C1:a", place);
    await desk.doors.store.set("watch:slack/T1/C1:b", place);
    expect(states(await examineChannels(desk.doors.store, missing))).toEqual(["ok"]);
    expect(asked).toEqual([expect.stringMatching(/C1.* en$/)]);
    await desk.doors.store.set("watch:slack/T1/C2:c", { ...place, channel: "C2" });
    const [finding] = await examineChannels(desk.doors.store, missing);
    expect(finding).toMatchObject({
      part: "channels",
      state: "bad",
      words: { en: "slack T1 C2: Invite the bot." },
    });
    const away = () => Promise.reject(new Error("HTTP 503"));
    expect(await examineChannels(desk.doors.store, away)).toMatchObject([
      { state: "warn", words: { en: expect.stringContaining("cannot be asked now (HTTP 503)") } },
      { state: "warn" },
    ]);
  });
});

describe("the platforms", () => {
  const kept = () => ({ store: desk.doors.store, clock: systemClock });
  const said = (findings: readonly Finding[]) => findings.map(({ state, words }) => `${state} ${words.en}`);
  const no = (error: string) => ({ status: 200, body: { ok: false, error }, scopes: "" });
  const well = () => ({
    status: 200,
    body: { ok: true, team: "Team", user: "sco" },
    scopes: botScopes().join(","),
  });

  test("tokens that work are green, a missing scope is named", async () => {
    answer = well();
    expect(states(await examineSlack(slack(), kept()))).toEqual(["ok", "ok", "ok"]);
    const errors = [{ pointer: "/blocks/3/type", code: "invalid", message: "unknown type" }];
    answer = { ...well(), body: { ...well().body, errors } };
    const refused = await examineSlack(slack(), kept());
    expect(refused.find(({ state }) => state === "warn")?.words.en).toContain("/blocks/3/type: unknown type");
    answer = {
      ...well(),
      scopes: botScopes()
        .filter((scope) => !/(?:channels|groups):history/.test(scope))
        .join(","),
    };
    const without = await examineSlack(slack(), kept());
    expect(without.find(({ state }) => state === "warn")?.words.en).toMatch(
      /^Without channels:history, groups:history/,
    );
    answer = { ...answer, scopes: "commands" };
    const [missing] = await examineSlack(slack(), kept());
    expect(missing?.words.en).toContain("chat:write");
    answer = { status: 200, body: { username: "sco" }, scopes: "" };
    expect(states(await examineDiscord(discord()))).toEqual(["ok"]);
  });

  test("tokens that are refused are to be mended, and never shown", async () => {
    answer = no("invalid_auth");
    expect(said(await examineSlack(slack(), kept()))).toEqual([
      "bad SLACK_BOT_TOKEN: Slack refuses the token (invalid_auth). Copy it again from the app's settings.",
      "bad SLACK_APP_TOKEN: Slack refuses the token (invalid_auth). Copy it again from the app's settings.",
    ]);
    answer = no("missing_scope");
    expect(said(await examineSlack(slack(), kept()))[1]).toContain("lacks the scope connections:write");
    answer = { status: 401, body: { message: "401: Unauthorized", code: 0 }, scopes: "" };
    const findings = await examineDiscord(discord());
    expect(states(findings)).toEqual(["bad"]);
    expect(JSON.stringify(findings)).not.toContain("canary");
  });

  test.each([
    no("internal_error"),
    no("ratelimited"),
    no("<html>please log in</html>"),
    { status: 429, body: { ok: false, error: "ratelimited" }, scopes: "" },
    { status: 503, body: {}, scopes: "" },
  ])("a bad minute of theirs is no fault of a token: $status $body", async (bad) => {
    answer = bad;
    const findings = [...(await examineSlack(slack(), kept())), ...(await examineDiscord(discord()))];
    expect(states(findings)).toEqual(["warn", "warn", "warn"]);
    expect(said(findings).join()).not.toMatch(/copy|html/i);
  });

  test("what the workspace forbids is nothing to copy", async () => {
    answer = no("team_access_not_granted");
    const [finding] = said(await examineSlack(slack(), kept()));
    expect(finding).toMatch(/^bad .+\(team_access_not_granted\)\. Ask whoever administers the workspace/);
  });

  test("one that cannot be reached may come back", async () => {
    const away = { SLACK_API_URL: "http://127.0.0.1:1", DISCORD_API_URL: "http://127.0.0.1:1" };
    expect(states(await examineSlack({ ...slack(), ...away }, kept()))).toEqual(["warn", "warn"]);
    expect(states(await examineDiscord({ ...discord(), ...away }))).toEqual(["warn"]);
    expect(await examineSlack(configOf({}), kept())).toEqual([]);
    expect(await examineDiscord(configOf({}))).toEqual([]);
  });

  test("commands that Discord sends elsewhere are told", async () => {
    answer = {
      status: 200,
      body: { username: "sco", interactions_endpoint_url: "https://x.test" },
      scopes: "",
    };
    expect(said(await examineDiscord(discord()))[1]).toMatch(/^bad .+Interactions Endpoint URL/);
  });

  test("each workspace that installed the app has a token of its own", async () => {
    const several = configOf({
      ...{ SLACK_CLIENT_ID: "1", SLACK_CLIENT_SECRET: "secret", SLACK_STATE_SECRET: "state" },
      ...{ SLACK_SIGNING_SECRET: "signing", SCO_SECRET_KEY: "0123456789abcdef", SLACK_API_URL: address },
    });
    expect(said(await examineSlack(several, kept())).join()).toMatch(/^warn No workspace has installed/);
    const install = async (id: string, secret: string) => {
      const bot = { token: `xoxb-${id}`, scopes: [], id: "B1", userId: "U0" };
      const of = { team: { id, name: id }, enterprise: undefined, user: { id: "U1", token: "", scopes: [] } };
      await createInstallations({ ...kept(), secret }).storeInstallation({ ...of, bot } as never);
    };
    await install("T1", "0123456789abcdef");
    await install("T2", "0123456789abcdef");
    await install("T3", "fedcba9876543210");
    answer = well();
    answers.set("xoxb-T2", no("account_inactive"));
    expect(said(await examineSlack(several, kept()))).toEqual([
      "ok Workspaces that installed the app: 3; all is well in 1.",
      "bad T2: Slack refuses the token (account_inactive). Install the app there again, at /slack/install.",
      expect.stringMatching(/^bad T3: SCO_SECRET_KEY does not open/),
    ]);
    answers.clear();
  });
});
