/** No secret and no message text in a log: the real program with canaries, every flow, the wordiest level. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { BOT, interaction, message } from "../discord/server/people.ts";
import { createDiscordServer } from "../discord/server/server.ts";
import { freePort } from "../redis.ts";
import { directly, event, mentioning, slash, until } from "../slack/person.ts";
import { startSlack } from "../slack/server.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-canary-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAID = "zqcanaryquestion";
const secrets = {
  SLACK_BOT_TOKEN: "xoxb-test-token",
  SLACK_APP_TOKEN: "xapp-test-token",
  SLACK_SIGNING_SECRET: "signing-canary-1",
  SCO_SECRET_KEY: "sealing-canary-0123456789",
  DISCORD_TOKEN: "test.token",
  LLM_API_KEY: "model-canary-2",
};

/** Runs every way of asking once and gives back all that was written, at one level. */
async function everythingWritten(level: string): Promise<{ log: string; files: string }> {
  const slack = await startSlack();
  const discord = await createDiscordServer();
  const data = join(folder, level);
  const child = spawn(process.execPath, [join(root, "dist/src/main.js")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      SCO_LOG_LEVEL: level,
      SCO_DATA_DIR: data,
      SCO_POLL: "off",
      SCO_OPS_PORT: String(await freePort()),
      SLACK_API_URL: slack.url,
      DISCORD_API_URL: discord.apiUrl,
      ...secrets,
    },
  });
  let log = "";
  child.stdout.on("data", (chunk) => {
    log += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    log += String(chunk);
  });
  const told = () => log;
  await until(() => discord.gateway.sessions > 0 && discord.commands.length > 0, told, 30_000);
  const answers = () => slack.messages.length;
  await slash(slack, `search ${SAID}`);
  await until(() => answers() === 1, told);
  await event(slack, mentioning(slack, SAID));
  await until(() => answers() === 2, told);
  await event(slack, directly(slack, `ask what is ${SAID}?`));
  await until(() => answers() === 3, told);
  await slash(slack, `watch ${SAID}`);
  await until(() => answers() === 4, told);
  const asked = interaction({
    type: 2,
    data: {
      id: "1",
      name: "sco",
      type: 1,
      options: [{ name: "search", type: 1, options: [{ name: "query", type: 3, value: SAID }] }],
    },
  });
  const found = discord.tell(asked);
  discord.gateway.dispatch("INTERACTION_CREATE", asked);
  await until(() => found.messages.length > 0 && found.messages.every(({ thinking }) => !thinking), told);
  discord.gateway.dispatch("MESSAGE_CREATE", message({ content: `<@${BOT.id}> ${SAID}` }));
  await until(() => discord.posts.length === 1, told);
  discord.fault(/interactions/, "lost request");
  slack.faults = () => ({ status: 500, body: { ok: false, error: "internal_error" } });
  await slash(slack, `search ${SAID} failing`);
  child.kill("SIGTERM");
  await once(child, "exit");
  await Promise.all([slack.close(), discord.close()]);
  const files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
  return { log, files };
}

test("no secret is ever written, and no message text above debug", async () => {
  const wordy = await everythingWritten("trace");
  expect(wordy.log.length).toBeGreaterThan(200);
  for (const secret of Object.values(secrets)) {
    expect(wordy.log).not.toContain(secret);
    expect(wordy.files).not.toContain(secret);
  }
  const usual = await everythingWritten("info");
  expect(usual.log).not.toContain(SAID);
}, 120_000);
