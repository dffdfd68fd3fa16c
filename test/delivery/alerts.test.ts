/** A watch that is silent for too long, or far louder than usual, says so: once, with its reason. */
import { afterEach, expect, test } from "@jest/globals";
import { BotError } from "../../src/errors.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

const NOON = "2025-06-20T12:00:00Z";
const DAY = 86_400_000;
const sent = (n: number) => until(() => rig.calls.length >= n);
const said = () => rig.calls.map(({ reply }) => reply.summary);
const matched = (id: string) =>
  until(async () => (await rig.keys("seen:")).some((key) => key.endsWith(`:${id}`)));
const isoOf = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

test("a silence is told once, with what came last; the next article ends it, and it can be told anew", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch silence:3 railway");
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", NOON)]);
  await matched("a1");
  rig.clock.turn(5000);
  await sent(1);
  rig.clock.turn(3 * DAY - 60_000);
  await rig.round();
  await rig.round();
  expect(rig.calls).toHaveLength(1);
  rig.clock.turn(120_000);
  await sent(2);
  expect(said()[1]).toBe(
    "Nothing on “railway” for 3 days. The last came on 20 Jun 2025: Railway opens Nothing else has come in either: the feeds may be failing.",
  );
  rig.clock.turn(9 * DAY);
  await rig.round();
  await rig.round();
  expect(rig.calls).toHaveLength(2);
  rig.doors.library.put([article("a2", "Railway closes", isoOf(rig.clock.now()))]);
  await matched("a2");
  rig.clock.turn(5000);
  await sent(3);
  rig.doors.library.put([article("z1", "Tea harvest", isoOf(rig.clock.now()))]);
  rig.clock.turn(3 * DAY + 60_000);
  await sent(4);
  expect(said()[3]).toMatch(/^Nothing on “railway” for 3 days\. .*Railway closes$/);
});

test("what came while the bot was away is looked at before a silence is told", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch silence:3 railway");
  rig.clock.turn(2.5 * DAY);
  rig.doors.library.put([article("a1", "Railway opens", isoOf(rig.clock.now()))]);
  rig.clock.turn(DAY / 2 + 3_600_000);
  rig.process();
  await matched("a1");
  rig.clock.turn(20_000);
  await sent(1);
  await rig.round();
  await rig.round();
  expect(said()).toEqual([expect.stringMatching(/New on “railway”/)]);
});

test("a rush is told once with what is usual, on its second day no more; after a calm day anew", async () => {
  rig = await openRig("2025-06-01T12:00:00Z");
  for (let day = 1; day <= 14; day += 1)
    rig.doors.library.put([
      article(`d${day}`, `Railway day ${day}`, isoOf(rig.clock.now() + (day - 1) * DAY)),
    ]);
  rig.clock.turn(14 * DAY);
  await rig.doors.search.ready();
  await rig.ask("watch every:1440 rush:3 railway");
  rig.process();
  let n = 0;
  const bring = async (many: number) => {
    for (let at = 0; at < many; at += 1) {
      n += 1;
      rig.doors.library.put([article(`n${n}`, `Railway number ${n}`, isoOf(rig.clock.now()))]);
      await matched(`n${n}`);
    }
  };
  const rushes = () => said().filter((text) => text.includes("usual"));
  await bring(4);
  await rig.round();
  expect(rushes()).toEqual([]);
  await bring(3);
  await until(() => rushes().length === 1);
  expect(rushes()[0]).toBe(
    "“railway”: 5 articles today, where 1 a day are usual (the 14 days before, and this weekday).",
  );
  rig.clock.turn(DAY);
  await bring(9);
  await rig.round();
  expect(rushes()).toHaveLength(1);
  rig.clock.turn(2 * DAY);
  await bring(20);
  await until(() => rushes().length === 2);
}, 30_000);

test("a process that dies while it plans leaves each told once; two of them tell it once", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch silence:1 railway");
  const { commit } = rig.store;
  let dies = 2;
  rig.store.commit = async (change) => {
    const plans = Object.keys(change.set).some((key) => key.startsWith("outbox:") && key.includes("!s"));
    if (!plans || dies-- <= 0) return commit(change);
    // Before it takes effect, and after it took effect and nobody heard.
    if (dies === 0) await commit(change);
    throw new BotError("unavailable", { en: "died", zh: "died", ru: "died" });
  };
  rig.process();
  rig.process();
  rig.clock.turn(DAY + 1000);
  await until(() => {
    rig.clock.turn(10_000);
    return rig.calls.length === 1;
  });
  rig.clock.turn(DAY);
  await rig.round();
  await rig.round();
  expect(rig.calls).toHaveLength(1);
});

test("quiet hours hold an alert until they end, and it is not too late then", async () => {
  rig = await openRig(NOON);
  await rig.ask("settings zone UTC for:channel");
  await rig.ask("settings quiet 11:00-23:00");
  await rig.ask("watch silence:1 railway");
  rig.process();
  rig.clock.turn(DAY + 20_000);
  await until(async () => (await rig.keys("outbox:")).length === 1);
  await rig.round();
  expect(rig.calls).toHaveLength(0);
  rig.clock.set("2025-06-21T23:00:01Z");
  await sent(1);
});

test("only a group that the platform knows is called, by watches and alerts; what is set shows, and 0 and off take it away", async () => {
  rig = await openRig(NOON);
  const { data } = await rig.ask("watch silence:3 rush:3 mention:S0123ABC railway");
  expect(data).toMatchObject({ watch: { silence: 3, rush: 3, mention: "S0123ABC" } });
  for (const everybody of ["@here", "@everyone", "@channel", "<!channel>", "@lin"])
    expect((await rig.ask(`watch mention:${everybody} railway`)).summary).toMatch(/no user group or role/);
  expect((await rig.ask("watch mention:S0123ABC railway", { manages: false })).data).toMatchObject({
    error: { code: "forbidden" },
  });
  expect((await rig.ask("following")).data).toMatchObject({
    yours: ["watch --every=30 --silence=3 --rush=3 --mention=S0123ABC railway"],
  });
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", NOON)]);
  await matched("a1");
  rig.clock.turn(5000);
  await sent(1);
  rig.clock.turn(3 * DAY + 20_000);
  await sent(2);
  expect(rig.calls.map(({ reply }) => reply.mention)).toEqual(["S0123ABC", "S0123ABC"]);
  const after = await rig.ask("watch silence:0 rush:0 mention:off railway");
  expect(after.data).toMatchObject({ watch: { silence: null, rush: null, mention: null } });
  expect(await rig.keys("alert:")).toEqual([]);
  await rig.ask("unwatch railway");
  expect(await rig.keys("tally:")).toEqual([]);
});
