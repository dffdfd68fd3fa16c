/** No secret in anything that is written, and no message text in a log: the real program with canaries, every flow. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { modelServer } from "../answers/model-server.ts";
import { BOT, interaction, message } from "../discord/server/people.ts";
import { createDiscordServer } from "../discord/server/server.ts";
import { startServer } from "../feeds/server.ts";
import { freePort } from "../port.ts";
import { startRedis } from "../redis.ts";
import { directly, event, mentioning, slash, until } from "../slack/person.ts";
import { startSlack } from "../slack/server.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-privacy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What people write; the question is one that the articles answer, so that a model is asked. */
const SAID = "zqcanaryquestion";
const QUESTION = "how many countries took part in the media forum?";
const FEED_TOKEN = "feed-canary-3";
const REDIS_PASSWORD = 'redis"canary/4';
/** The token that the strict Slack sells to the workspace T2. */
const INSTALLED = "xoxb-T2";
const tokens = { SLACK_BOT_TOKEN: "xoxb-test-token", DISCORD_TOKEN: "test.token" };
const secrets = {
  ...tokens,
  SLACK_APP_TOKEN: "xapp-test-token",
  SLACK_SIGNING_SECRET: "test-signing-secret",
  SLACK_CLIENT_SECRET: "client-secret",
  SLACK_STATE_SECRET: "state-canary-1",
  SCO_SECRET_KEY: 'sealing"canary\\0123456789',
  LLM_API_KEY: "model-canary-2",
};
const canaries = [...Object.values(secrets), FEED_TOKEN, REDIS_PASSWORD, INSTALLED].flatMap((secret) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
]);

/** The canaries that a text holds. */
const foundIn = (text: string) => canaries.filter((canary) => text.includes(canary));

/** The real program; `said` is all that it has written so far. */
function program(env: Record<string, string>, args: readonly string[] = []) {
  const data = mkdtempSync(join(folder, "data-"));
  const child = spawn(process.execPath, [join(root, "dist/src/main.js"), ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      SCO_LOG_LEVEL: "trace",
      SCO_DATA_DIR: data,
      SCO_POLL: "off",
      ...env,
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      text += String(chunk);
    });
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, data, ended, said: () => text };
}

/** Everything in the files of a folder. */
function filesIn(data: string): string {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

/** Two feeds whose addresses let in whoever knows them: one that can be read, one that is a page without a feed. */
async function secretFeeds() {
  const server = await startServer();
  const item = "<item><title>SCO summit</title><link>http://127.0.0.1/a</link></item>";
  server.set("/good", { body: `<rss version="2.0"><channel><title>Good</title>${item}</channel></rss>` });
  server.set("/page", {
    headers: { "content-type": "text/html" },
    body: "<html><p>No feed here.</p></html>",
  });
  const list = join(folder, "feeds.yaml");
  writeFileSync(
    list,
    `- ${server.url}/good?token=${FEED_TOKEN}\n- ${server.url}/page?n=1&api_key=${FEED_TOKEN}\n`,
  );
  const env = { SCO_POLL: "on", SCO_FEEDS: list, SCO_ALLOW_HOSTS: server.host };
  return { env, close: server.close };
}

/** Runs every way of asking once, with everything that can fail failing; gives back all that was written. */
async function everythingWritten(mode: "http" | "socket", level: "trace" | "info") {
  const redis = await startRedis(["--requirepass", REDIS_PASSWORD, "--appendonly", "yes"]);
  const [slack, discord, feeds] = [await startSlack(), await createDiscordServer(), await secretFeeds()];
  const model = await modelServer((response, seen) => {
    response.writeHead(401).end(`Incorrect API key provided: ${seen.authorization}`);
  });
  const [port, ops] = [await freePort(), await freePort()];
  const { SLACK_APP_TOKEN, ...http } = secrets;
  const running = program({
    ...(mode === "http" ? { ...http, SLACK_CLIENT_ID: "client" } : { ...tokens, SLACK_APP_TOKEN }),
    ...feeds.env,
    SCO_LOG_LEVEL: level,
    SCO_OPS_PORT: String(ops),
    PORT: String(port),
    REDIS_URL: redis.url.replace("//", `//:${encodeURIComponent(REDIS_PASSWORD)}@`),
    SLACK_API_URL: slack.url,
    DISCORD_API_URL: discord.apiUrl,
    LLM_BASE_URL: model.baseUrl,
    LLM_API_KEY: secrets.LLM_API_KEY,
    LLM_MODEL: "small",
  });
  const logged = running.said;
  const answered = (n: number) => until(() => slack.messages.length === n, logged, 20_000);
  const site = `http://127.0.0.1:${port}`;
  if (mode === "http") slack.eventsUrl = `${site}/slack/events`;
  await until(() => logged().match(/"msg":"started"/g)?.length === 2, logged, 30_000);

  const team = mode === "http" ? "T2" : "T1";
  if (mode === "http") {
    const offer = await fetch(`${site}/slack/install`, { redirect: "manual" });
    const state = new URL(offer.headers.get("location") ?? "").searchParams.get("state");
    const cookie = (offer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const back = (stamp: string | null) =>
      fetch(`${site}/slack/oauth_redirect?code=code-T2&state=${stamp}`, { headers: { cookie } });
    expect([(await back("forged")).status, (await back(state)).status]).toEqual([400, 200]);
    expect((await slack.signed(`text=${SAID}`, "text/plain", { signature: "v0=00" })).status).toBe(401);
    await slack.signed(`{"${SAID}"`, "application/json");
  }
  await slash(slack, `search ${SAID}`, { team });
  await answered(1);
  await event(slack, mentioning(slack, SAID), { team });
  await answered(2);
  await event(slack, directly(slack, `ask what is ${SAID}?`), { team });
  await answered(3);
  await slash(slack, `ask ${QUESTION}`, { team });
  await answered(4);
  expect(model.seen.map(({ authorization }) => authorization)).toEqual([`Bearer ${secrets.LLM_API_KEY}`]);
  await slash(slack, `watch ${SAID}`, { team });
  await answered(5);
  await until(() => logged().match(/"msg":"polled"/g)?.length === 2, logged, 20_000);
  await slash(slack, "feeds", { team });
  await answered(6);
  expect(slack.messages[5]?.text).toContain("api_key=***");
  const options = [{ name: "search", type: 1, options: [{ name: "query", type: 3, value: SAID }] }];
  const asked = interaction({ type: 2, data: { id: "1", name: "sco", type: 1, options } });
  const found = discord.tell(asked);
  discord.gateway.dispatch("INTERACTION_CREATE", asked);
  await until(() => found.messages.length > 0 && found.messages.every(({ thinking }) => !thinking), logged);
  discord.gateway.dispatch("MESSAGE_CREATE", message({ content: `<@${BOT.id}> ${SAID}` }));
  await until(() => discord.posts.length === 1, logged);

  await redis.kill();
  await slash(slack, `watch ${SAID} again`, { team });
  await answered(7);
  const shown = await Promise.all(
    ["healthz", "readyz", "metrics"].map(async (path) =>
      (await fetch(`http://127.0.0.1:${ops}/${path}`)).text(),
    ),
  );
  // An answer that fails quotes what was sent, as some proxies do.
  const echo = { ok: false, error: "internal_error", sent: [SAID, ...Object.values(secrets), INSTALLED] };
  slack.faults = () => ({ status: 400, body: echo });
  await slash(slack, `search ${SAID} failing`, { team });
  await until(() => /"msg":"an answer failed"/.test(logged()), logged, 20_000);
  running.child.kill("SIGTERM");
  await running.ended;
  await Promise.all([slack.close(), discord.close(), feeds.close(), model.close()]);
  const people = JSON.stringify([slack.messages, discord.posts, found.messages]);
  const files = filesIn(running.data) + filesIn(redis.folder);
  await redis.stop();
  return { log: logged(), files, shown: people + shown.join("\n") };
}

describe("nothing that is written holds a secret, and no log above debug what people write", () => {
  test("over HTTP, for many workspaces, at the wordiest level", async () => {
    const { log, files, shown } = await everythingWritten("http", "trace");
    expect({ log: foundIn(log), files: foundIn(files), shown: foundIn(shown) }).toEqual({
      ...{ log: [], files: [], shown: [] },
    });
    expect(files).toContain("slack-installation");
    expect(shown).toContain('"fault":"Redis');
  }, 60_000);

  test("over a socket, at the usual level", async () => {
    const { log, files, shown } = await everythingWritten("socket", "info");
    expect(foundIn(log + files + shown)).toEqual([]);
    expect(log).toContain('"msg":"polled"');
    for (const words of [SAID, QUESTION, "media forum"]) expect(log).not.toContain(words);
  }, 60_000);

  test("by the doctor, in a start that fails, and by a defect", async () => {
    const [slack, discord] = [await startSlack(), await createDiscordServer()];
    const redis = await startRedis(["--requirepass", REDIS_PASSWORD]);
    const secretRedis = (at: string) => at.replace("//", `//:${encodeURIComponent(REDIS_PASSWORD)}@`);
    const usual = {
      ...{ ...tokens, SLACK_APP_TOKEN: secrets.SLACK_APP_TOKEN, SCO_SECRET_KEY: secrets.SCO_SECRET_KEY },
      ...{ SLACK_API_URL: slack.url, DISCORD_API_URL: discord.apiUrl, SCO_OPS_PORT: "off" },
    };
    const unreachable = "http://127.0.0.1:1/";
    const wrong = { ...usual, SLACK_BOT_TOKEN: "xoxb-canary", DISCORD_TOKEN: "dis.canary" };
    const preload = `process.once("SIGUSR2", () => {
      throw Object.assign(new Error("boom " + process.env.DISCORD_TOKEN + process.env.SCO_SECRET_KEY), { body: process.env.SLACK_BOT_TOKEN + "${SAID}" });
    })`;
    const occupied = new URL(slack.url).port;
    writeFileSync(join(folder, "defect.mjs"), preload);
    // Alone, as six starts beside it use up the platforms' patience.
    const well = program({ ...usual, REDIS_URL: secretRedis(redis.url) }, ["doctor"]);
    if ((await well.ended) !== 0) process.stderr.write(well.said());
    const runs = {
      well,
      wrongPassword: program({ ...wrong, REDIS_URL: redis.url.replace("//", "//:redis-canary@") }, [
        "doctor",
      ]),
      nobodyThere: program(
        {
          ...usual,
          SLACK_API_URL: unreachable,
          REDIS_URL: secretRedis("redis+sentinel://127.0.0.1:1,127.0.0.1:2/m"),
        },
        ["doctor", "--json"],
      ),
      wrongSettings: program({
        ...usual,
        SLACK_APP_TOKEN: secrets.SLACK_STATE_SECRET,
        LLM_BASE_URL: `ftp://me:${FEED_TOKEN}@host/`,
      }),
      wrongToken: program(wrong),
      takenPort: program({
        ...tokens,
        ...usual,
        SLACK_APP_TOKEN: "",
        SLACK_SIGNING_SECRET: secrets.SLACK_SIGNING_SECRET,
        PORT: occupied,
      }),
      defect: program({
        ...usual,
        NODE_OPTIONS: `--import "file://${join(folder, "defect.mjs")}"`,
      }),
    };
    const { defect } = runs;
    await until(() => defect.said().match(/"msg":"started"/g)?.length === 2, defect.said, 30_000);
    defect.child.kill("SIGUSR2");
    const codes = Object.entries(runs).map(async ([name, { ended }]) => [name, await ended]);
    expect(Object.fromEntries(await Promise.all(codes))).toEqual({
      ...{ well: 0, wrongPassword: 1, nobodyThere: 1 },
      ...{ wrongSettings: 1, wrongToken: 1, takenPort: 1, defect: 1 },
    });
    for (const [name, { said }] of Object.entries(runs)) {
      const leaks = [...foundIn(said()), ...["canary", SAID].filter((word) => said().includes(word))];
      expect([name, leaks]).toEqual([name, []]);
    }
    expect(defect.said()).toContain("boom [secret][secret]");
    expect(runs.wrongPassword.said()).toContain("WRONGPASS");
    await Promise.all([slack.close(), discord.close(), redis.stop()]);
  }, 90_000);
});
