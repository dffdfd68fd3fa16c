import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Alarm, createAlarm, placeIn } from "../../src/delivery/alarm.ts";
import type { FeedHealth } from "../../src/feeds/feeds.ts";
import { createHealth, type Health } from "../../src/ops/health.ts";
import { openRig, type Rig } from "./rig.ts";

const MINUTE = 60_000;

function feed(source: string, why: string, more: Partial<FeedHealth> = {}): FeedHealth {
  const host = `${source.toLowerCase()}.example`;
  const reason = why.replace("HOST", host);
  return {
    spec: { url: `https://${host}/feed.xml`, source, pages: false },
    ...{
      title: source,
      condition: "failing",
      newest: null,
      polled: null,
      read: null,
      next: null,
      failures: 3,
    },
    reason: { en: reason, zh: reason, ru: reason },
    ...more,
  };
}

describe("the channel of whoever runs the bot", () => {
  let rig: Rig;
  let health: Health;
  let feeds: FeedHealth[];
  let posting = false;
  beforeEach(async () => {
    rig = await openRig("2026-03-02T08:00:00Z");
    health = createHealth(rig.clock.now, { warn: () => undefined, info: () => undefined });
    feeds = [];
    posting = false;
  });
  afterEach(() => rig.stop());

  const alarm = (locale: "en" | "ru" = "en"): Alarm =>
    createAlarm({
      ...{ store: rig.store, clock: rig.clock, health, feeds: async () => feeds },
      ...{ place: placeIn("slack:T1/C9"), locale, zone: "UTC" },
    });
  /** Processes of the bot look once a minute, for so many minutes. */
  async function pass(minutes: number, ...processes: readonly Alarm[]): Promise<void> {
    for (let n = 0; n < minutes; n += 1) {
      rig.clock.turn(MINUTE);
      await Promise.all(processes.map((one) => one.look().catch(() => undefined)));
    }
    if (posting) await rig.round();
  }
  function post(): void {
    rig.process().start();
    posting = true;
  }
  const told = () => rig.calls.map(({ reply }) => reply.summary);

  test("hears of each cause once, whoever has it, and once when it is over", async () => {
    post();
    const [one, other] = [alarm(), alarm()];
    feeds = [
      feed("TASS", "No server is known by the name HOST"),
      feed("Xinhua", "No server is known by the name HOST"),
    ];
    await pass(4, one, other);
    expect(told()).toEqual([]);
    await pass(20, one, other);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toBe(
      "Needs somebody to look at it:\n• TASS, Xinhua: No server is known by the name tass.example",
    );
    expect(rig.calls[0]?.target).toEqual({ workspace: "T1", channel: "C9" });
    // One more feed has the same trouble: that is no news.
    feeds = [...feeds, feed("Kabar", "No server is known by the name HOST")];
    await pass(20, one, other);
    expect(told()).toHaveLength(1);
    feeds = [];
    await pass(10, one, other);
    expect(told()).toHaveLength(1);
    await pass(10, one, other);
    expect(told()[1]).toMatch(/^Over:\n• TASS, Xinhua: /);
    await pass(30, one, other);
    expect(told()).toHaveLength(2);
  });

  test("hears nothing of what comes and goes, and of a feed that failed once", async () => {
    post();
    const one = alarm();
    for (let n = 0; n < 5; n += 1) {
      feeds = [feed("TASS", "The server did not answer in time")];
      await pass(3, one);
      feeds = [feed("TASS", "The server did not answer in time", { failures: 1 })];
      await pass(3, one);
    }
    expect(told()).toEqual([]);
  });

  test("hears of rows that were put aside and of state that is not saved, in its language, and of no process's own trouble", async () => {
    post();
    const one = alarm("ru");
    health.worse("dead-letters", { en: "rows", zh: "rows", ru: "Непригодные записи: 2" });
    health.worse("dictionary", { en: "own", zh: "own", ru: "own" });
    await pass(8, one);
    expect(told()).toEqual(["Требует внимания:\n• Непригодные записи: 2"]);
    health.well("dead-letters");
    await pass(20, one);
    expect(told()[1]).toBe("Восстановлено:\n• Непригодные записи: 2");
  });

  test("hears afterwards that nothing could be saved, once, from all processes together", async () => {
    const [one, other] = [alarm(), alarm()];
    const claim = rig.store.claim;
    const { BotError } = await import("../../src/errors.ts");
    const words = { en: "away", zh: "away", ru: "away" };
    Object.assign(rig.store, { claim: () => Promise.reject(new BotError("unavailable", words)) });
    await pass(9, one, other);
    Object.assign(rig.store, { claim });
    post();
    await pass(5, one, other);
    expect(told()).toEqual([
      "Nothing could be saved from 2 Mar 2026, 08:01 to 2 Mar 2026, 08:10: the state did not answer. It does again.",
    ]);
  });

  test("a message that was not posted waits in the outbox, as every other one", async () => {
    const one = alarm();
    feeds = [feed("TASS", "The server answered 403")];
    await pass(8, one);
    expect(await rig.store.list("outbox:slack/T1/C9:")).toHaveLength(1);
    rig.answers.push({ state: "later", afterMs: 1_000 });
    post();
    await rig.round();
    expect(told().slice(-1)).toEqual(["Needs somebody to look at it:\n• TASS: The server answered 403"]);
  });
});
