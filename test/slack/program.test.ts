import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { freePort } from "../port.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { type buttonOf, click, directly, event, mentioning, slash, until } from "./person.ts";
import { type Program, startProgram } from "./program.ts";
import { buttonsOf } from "./schema.ts";
import { type Slack, startSlack } from "./server.ts";
import { visibleText } from "./visible.ts";

let slack: Slack;
let program: Program;
let redis: TestRedis | undefined;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  redis?.thaw();
  program.clear();
  await Promise.all([slack.close(), redis?.stop()]);
  redis = undefined;
  expect(slack.refusals).toEqual([]);
});

describe.each(["socket", "http"] as const)("the program over %s", (mode) => {
  test("searches, turns the page, reads, shares, is asked in a thread and directly, shows its Home, and ends with 0", async () => {
    program = await startProgram(slack, mode);
    const arrived = (n: number) =>
      until(
        () => slack.messages.length >= n && slack.messages.at(-1),
        () => [slack.refusals, program.said()],
      );
    await slash(slack, "search 合作 --limit 3", { user: "U2" });
    const found = await arrived(1);
    expect(visibleText(found.blocks)).toMatch(/合作/);
    expect(JSON.stringify(found.blocks)).toMatch(/<https?:[^|]+\|[^>]+>/);
    await click(slack, found, buttonLike(found, /下一页|Next/));
    await until(() => found.edits === 1);
    await click(slack, found, buttonLike(found, /阅读|Read/));
    expect((await arrived(2)).to).toBe("U2");
    await click(slack, found, buttonLike(found, /分享|Share/));
    expect((await arrived(3)).to).toBeUndefined();
    const asked = mentioning(slack, "上海精神");
    await event(slack, asked);
    expect((await arrived(4)).thread_ts).toBe(asked.ts);
    await event(slack, directly(slack, "digest 2025-05-26"));
    expect((await arrived(5)).channel).toBe("D1");
    await event(slack, {
      type: "app_home_opened",
      user: "U1",
      channel: "D1",
      tab: "home",
      event_ts: slack.stamp(),
    });
    const home = await until(
      () => slack.homes.get("U1"),
      () => [slack.refusals, program.said()],
    );
    expect(visibleText(home.blocks)).toContain("Newest articles");
    const { code, ms } = await program.end();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(program.said()).not.toMatch(/xoxb-|xapp-|"level":"(?:warn|error)"/);
  }, 60_000);

  test("answers 200 commands at once, none lost, none doubled, also while Redis is frozen", async () => {
    redis = await startRedis();
    program = await startProgram(slack, mode, { REDIS_URL: redis.url });
    await slash(slack, "search 上海精神");
    await until(
      () => slack.messages.length === 1,
      () => program.said(),
      20_000,
    );
    await best(3, () => burst(slack, `${mode}`));
    redis.freeze();
    await best(3, () => burst(slack, `${mode}, Redis frozen`));
  }, 120_000);
});

test("a mention whose program was killed is answered once by the next, when Slack sends it again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sco-slack-killed-"));
  program = await startProgram(slack, "http", { SCO_DATA_DIR: folder });
  const asked = mentioning(slack, "上海精神");
  const first = event(slack, asked, { id: "Ev1" }).catch(() => undefined);
  program.child.kill("SIGKILL");
  await first;
  const before = slack.messages.length;
  program = await startProgram(slack, "http", { SCO_DATA_DIR: folder });
  await event(slack, asked, { id: "Ev1", retry: 1 });
  await until(
    () => slack.messages.length === 1,
    () => [before, program.said()],
    20_000,
  );
  await event(slack, asked, { id: "Ev1", retry: 2 });
  await slash(slack, "latest 1");
  await until(() => slack.messages.length === 2);
  expect(slack.messages.map(({ to }) => to)).toEqual([undefined, "U1"]);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe("the program ends with 0 within ten seconds", () => {
  const ends = async () => {
    const { code, ms } = await program.end();
    expect([code, ms < 10_000]).toEqual([0, true]);
  };

  test("after it has answered what it was asked", async () => {
    program = await startProgram(slack, "http");
    await slash(slack, "search 上海精神");
    await ends();
    expect(slack.messages).toHaveLength(1);
  }, 40_000);

  test("when npm, which started it, is told to end", async () => {
    program = await startProgram(slack, "http", {}, "npm");
    await ends();
    await expect(fetch(slack.eventsUrl ?? "")).rejects.toThrow();
  }, 40_000);

  test("when Slack says nothing any more", async () => {
    program = await startProgram(slack, "socket");
    slack.socket.freeze();
    await ends();
  }, 40_000);

  test.each(["socket", "http"] as const)(
    "when Slack was never there, over %s",
    async (mode) => {
      const nobody = `http://127.0.0.1:${await freePort()}`;
      program = await startProgram(slack, mode, { SLACK_API_URL: nobody });
      expect(program.child.exitCode).toBeNull();
      expect(program.said()).toMatch(/asking again until it does/);
      await ends();
    },
    60_000,
  );

  test("with 1 and one sentence when the token is wrong", async () => {
    program = await startProgram(slack, "http", { SLACK_BOT_TOKEN: "xoxb-wrong" });
    expect(await program.ended).toBe(1);
    expect(program.said()).toMatch(/Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(program.said()).not.toContain("xoxb-wrong");
  }, 40_000);
});

/** The first button that one of these words begins; its label. */
function buttonLike(message: { blocks: Parameters<typeof buttonOf>[0] }, label: RegExp): string {
  const labels = message.blocks.flatMap(buttonsOf).map(({ text }) => text.text);
  const found = labels.find((text) => label.test(text));
  if (!found) throw new Error(`no button ${label} among ${labels.join(", ")}`);
  return found;
}

/** Other work on the machine must not decide: limits are for the processor time we get, and the best of some rounds counts. */
async function best(rounds: number, round: () => Promise<{ slowest: number; last: number }>): Promise<void> {
  const missed: string[] = [];
  for (let n = 0; n < rounds; n++) {
    const share = slowness();
    const { slowest, last } = await round();
    if (slowest < 500 * share && last < 3000 * share) return;
    missed.push(`acknowledged ${slowest.toFixed()} ms, answered ${last.toFixed()} ms at ${share.toFixed(1)}`);
  }
  throw new Error(`over 500 and 3000 ms in every round: ${missed.join("; ")}`);
}

/** How much longer an answer takes here than on a machine of our own: 1 when nobody else is at work. Squared: bot and test each wait. */
function slowness(): number {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  while (performance.now() - wall < 200) Math.sqrt(wall);
  const { user, system } = process.cpuUsage(cpu);
  return Math.max(1, ((performance.now() - wall) * 1000) / (user + system)) ** 2;
}

async function burst(slack: Slack, where: string): Promise<{ slowest: number; last: number }> {
  const before = slack.messages.length;
  const started = performance.now();
  const acks = await Promise.all(
    Array.from({ length: 200 }, (_, n) => {
      const user = `UB${n}`;
      slack.people.set(user, { name: user, locale: "en-US", tz: "UTC", team_id: "T1" });
      return slash(slack, n % 2 ? "search 上海精神" : "latest 5", { user });
    }),
  );
  await until(
    () => slack.messages.length >= before + 200,
    () => slack.messages.length,
    30_000,
  );
  const last = performance.now() - started;
  const answered = slack.messages.slice(before);
  expect(new Set(answered.map(({ to }) => to)).size).toBe(200);
  expect(answered).toHaveLength(200);
  expect(acks.every(({ status }) => status === 200)).toBe(true);
  const slowest = Math.max(...acks.map(({ ms }) => ms));
  process.stderr.write(
    `200 commands over ${where}: slowest acknowledgement ${slowest.toFixed()} ms, last answer ${last.toFixed()} ms\n`,
  );
  return { slowest, last };
}
