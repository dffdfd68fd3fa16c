/** Webhooks: what a channel follows also goes to an address, signed, once as a receiver counts, and keeps nothing else waiting. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { examineWebhooks } from "../../src/delivery/examine.ts";
import { createWebhooks } from "../../src/delivery/webhook/webhooks.ts";
import { root } from "../../src/root.ts";
import { forgetPerson, forgetWorkspace } from "../../src/state/forget.ts";
import { freePort } from "../port.ts";
import { until } from "../until.ts";
import { lost, openReceiver, type Receiver, status } from "./receiver.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
let receiver: Receiver;
const NOON = "2025-06-20T12:00:00Z";
const operator = { operates: true };
beforeEach(async () => {
  receiver = await openReceiver();
  rig = await openRig(NOON, undefined, [receiver.host]);
});
afterEach(async () => {
  await rig.stop();
  await receiver.close();
});

const got = (n: number) => until(() => receiver.received.length >= n);
const ids = () => [...new Set(receiver.received.map(({ delivery }) => delivery))];
async function setUp(): Promise<string> {
  const { data } = await rig.ask(`following --webhook=${receiver.url}`, operator);
  return (data as { secret: string }).secret;
}

test("news of a watch comes signed over time and body, also in quiet hours, and the first message says that it works", async () => {
  await rig.ask("settings quiet 00:00-23:59");
  const secret = await setUp();
  await rig.ask("watch railway");
  rig.process();
  await got(1);
  expect(receiver.received[0]?.body).toMatchObject({ kind: "notice", text: expect.stringMatching(/here/) });
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-20T12:00:01Z", "A railway opens today.")]);
  await got(2);
  const { body, headers, delivery, signedWith } = receiver.received[1] as (typeof receiver.received)[0];
  expect(signedWith(secret)).toBe(true);
  expect(signedWith(`${secret}x`)).toBe(false);
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(Math.abs(Number(headers["x-sco-timestamp"]) * 1000 - rig.clock.now())).toBeLessThan(60_000);
  expect(body).toEqual({
    delivery,
    kind: "watch",
    at: expect.stringMatching(/Z$/),
    channel: { platform: "slack", workspace: "T1", channel: "C1" },
    watch: { id: expect.any(String), query: "railway" },
    articles: [
      {
        ...{ id: "a1", title: "Railway opens", url: "https://news.example/a1", urlKind: "article" },
        ...{ source: "TASS", published: "2025-06-20T12:00:01Z", language: "en" },
        ...{ matched: ["railway"], snippet: expect.any(String) },
      },
    ],
  });
  expect(rig.calls).toHaveLength(0);
}, 60_000);

test("an answer that is lost brings the same delivery again, letter for letter, and no other", async () => {
  const secret = await setUp();
  await rig.ask("watch railway");
  rig.process();
  await got(1);
  receiver.answers.push(lost, status(500));
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-20T12:00:01Z")]);
  await got(2);
  await until(() => {
    rig.clock.turn(10_000);
    return receiver.received.length >= 4;
  });
  const [, ...tries] = receiver.received;
  expect(new Set(tries.map(({ delivery, text }) => `${delivery} ${text}`)).size).toBe(1);
  expect(tries.every(({ signedWith }) => signedWith(secret))).toBe(true);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  expect((await rig.ask("deliveries")).data).toMatchObject({
    deliveries: expect.arrayContaining([
      expect.objectContaining({ to: "webhook", kind: "watch", state: "sent" }),
      expect.objectContaining({ to: "channel", kind: "watch", state: "sent" }),
    ]),
  });
});

test("a summary comes with what `digest` prints, also where the channel refuses", async () => {
  await setUp();
  await rig.ask("daily 09:00 zone:UTC topic:railway");
  rig.answers.push({ state: "refused", reason: "not_in_channel" });
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-21T07:00:00Z")]);
  rig.clock.set("2025-06-21T09:00:00Z");
  await until(() => receiver.received.some(({ body }) => body.kind === "summary"));
  const { body } = receiver.received.find((one) => one.body.kind === "summary") ?? { body: {} };
  expect(body).toMatchObject({
    schedule: { topic: "railway" },
    digest: { stories: [{ articles: [{ id: "a1" }] }] },
  });
}, 60_000);

test("410 ends it: whoever set it up is told once, what waits is ended, and nothing is planned any more", async () => {
  await setUp();
  await rig.ask("watch railway");
  receiver.answers.push(status(410));
  rig.process();
  await got(1);
  await until(() => rig.calls.length === 1);
  expect(rig.calls[0]?.target).toEqual({ workspace: "T1", user: "U1" });
  expect(rig.calls[0]?.reply.summary).toMatch(/410 Gone.*I have ended it/);
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-20T12:00:01Z")]);
  await until(() => {
    rig.clock.turn(1000);
    return rig.calls.length === 2;
  });
  await rig.round();
  expect(receiver.received).toHaveLength(1);
  expect(await rig.keys("webhook:")).toEqual([]);
});

test("a receiver that is away is asked ever more seldom for a day, then it is given up, and the channel never waits", async () => {
  await setUp();
  await rig.ask("watch railway");
  rig.process();
  await got(1);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  receiver.answers.push(...Array.from({ length: 200 }, () => status(503)));
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-20T12:00:01Z")]);
  await got(2);
  rig.clock.turn(5000);
  await until(() => rig.calls.length === 1);
  await until(async () => {
    rig.clock.turn(60_000);
    await rig.round();
    return receiver.received.length >= 6;
  }, 20_000);
  const found = await examineWebhooks(rig.store, rig.doors.webhooks, rig.clock.now());
  expect(found.map(({ words }) => words.en).join()).toMatch(/slack T1 C1 → .*does not take.*HTTP 503/);
  expect((await rig.ask("following")).data).toMatchObject({ webhookFault: "HTTP 503" });
  rig.clock.turn(25 * 3_600_000);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  expect((await rig.ask("deliveries")).data).toMatchObject({
    deliveries: expect.arrayContaining([
      expect.objectContaining({ to: "webhook", state: "failed", why: "no answer", reason: "HTTP 503" }),
    ]),
  });
  expect(receiver.received.length).toBeLessThan(12);
}, 40_000);

test("a redirect is not followed, and a pause that is asked for is kept", async () => {
  await setUp();
  receiver.answers.push(status(302, { location: `http://${receiver.host}/elsewhere` }));
  receiver.answers.push(status(429, { "retry-after": "900" }));
  rig.process();
  await got(1);
  await until(() => {
    rig.clock.turn(1000);
    return receiver.received.length === 2;
  });
  await until(async () => JSON.stringify(await rig.rows("outbox:")).includes("rate-limited"));
  rig.clock.turn(800_000);
  await rig.round();
  expect(receiver.received).toHaveLength(2);
  rig.clock.turn(101_000);
  await got(3);
  expect(ids()).toHaveLength(1);
});

test("only who manages sets one up, only at public https addresses, and only with a key to seal it", async () => {
  const says = async (line: string, as = {}) => (await rig.ask(line, as)).summary;
  expect(await says("following --webhook=https://hooks.example/x", { manages: false })).toMatch(
    /right to manage/,
  );
  expect(await says(`following --webhook=${receiver.url}`)).toMatch(/ports 80 and 443|not on the public/);
  expect(await says("following --webhook=https://127.0.0.1/x")).toMatch(/not on the public internet/);
  expect(await says("following --webhook=http://hooks.example/x")).toMatch(/begins with https/);
  expect(await says("following --webhook=nonsense")).toMatch(/not a web address/);
  expect(await rig.keys("webhook:")).toEqual([]);
});

test("who no longer runs the bot, or is forgotten, reaches no private host any more", async () => {
  const leave = [
    async () => void rig.operators.clear(),
    async () => void (await forgetPerson(rig.store, { platform: "slack", workspace: "T1", user: "U1" })),
  ];
  await rig.ask("watch railway");
  rig.process();
  for (const [nth, left] of leave.entries()) {
    rig.operators.add("U1");
    await setUp();
    await got(nth + 1);
    await until(async () => {
      rig.clock.turn(1000);
      return (await rig.keys("outbox:")).length === 0;
    });
    await left();
    const id = `a${nth}`;
    const now = new Date(rig.clock.now()).toISOString();
    rig.doors.library.put([article(id, `Railway ${nth} opens`, now)]);
    await until(async () => {
      rig.clock.turn(1000);
      return (await rig.keys("webhook:")).length === 0;
    });
    expect(receiver.received).toHaveLength(nth + 1);
  }
  expect(JSON.stringify(rig.calls)).toMatch(/ports 80 and 443|not on the public internet/);
}, 30_000);

test("neither address nor secret stands anywhere; it ends with off, by forgetting and by an uninstall", async () => {
  const reply = await rig.ask(`following --webhook=${receiver.url}`, operator);
  const secret = (reply.data as { secret: string }).secret;
  expect(reply).toMatchObject({ audience: "caller", confidential: true });
  const everything = async () => JSON.stringify(await Promise.all((await rig.keys()).map(rig.store.get)));
  expect(await everything()).not.toContain(secret);
  expect(await everything()).not.toContain("k9x7v");
  expect((await rig.ask("following", { manages: true })).summary).not.toContain("k9x7v");
  await forgetPerson(rig.store, { platform: "slack", workspace: "T1", user: "U1" });
  expect(await everything()).not.toContain('"U1"');
  expect((await rig.ask("following --webhook=off")).data).toEqual({ webhook: null });
  expect(await rig.keys("webhook:")).toEqual([]);
  await setUp();
  await forgetWorkspace(rig.store, { platform: "slack", workspace: "T1" });
  expect(await rig.keys()).toEqual([]);
});

test("however often one is set up, one first message waits, and no outcome of it is kept", async () => {
  for (let nth = 0; nth < 5; nth++) await setUp();
  await Promise.all([setUp(), setUp()]);
  expect(await rig.keys("outbox:")).toHaveLength(1);
  await rig.ask("following --webhook=off");
  expect(await rig.keys("outbox:")).toEqual([]);
  await setUp();
  rig.process();
  await got(1);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  expect(await rig.keys("done:")).toEqual([]);
});

test("the receiver that the docs show takes what is signed, once, and nothing else", async () => {
  const docs = readFileSync(join(root, "docs/deliveries.md"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "sco-receiver-"));
  const file = join(folder, "receiver.mjs");
  writeFileSync(file, /```js\n([\s\S]*?)```/.exec(docs)?.[1] ?? "");
  const port = await freePort();
  const child = spawn(process.execPath, [file], { env: { SECRET: "right", PORT: String(port) } });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const url = `http://127.0.0.1:${port}/`;
  const allowHosts = [`127.0.0.1:${port}`];
  const made = (now: number) =>
    createWebhooks({
      secretKey: undefined,
      allowHosts,
      contact: undefined,
      operates: () => true,
      clock: { ...systemClock, now: () => now },
    });
  const letter = {
    delivery: "d1",
    body: JSON.stringify({ delivery: "d1", kind: "watch", articles: [{ title: "合作" }] }),
    trusted: true,
  };
  const send = async (secret: string, now = Date.now()) =>
    (await made(now).send({ url, secret }, letter)).status;
  try {
    await until(async () => (await send("wrong").catch(() => 0)) === 401);
    expect(await send("right", Date.now() - 600_000)).toBe(401);
    expect([await send("right"), await send("right")]).toEqual([204, 204]);
    await until(() => said.length > 0);
    expect(said).toBe("watch [ '合作' ]\n");
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
});
