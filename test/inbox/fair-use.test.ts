import { describe, expect, test } from "@jest/globals";
import type { Clock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import { createFairUse } from "../../src/inbox/fair-use.ts";
import { createMeter, createWorkingTime } from "../../src/inbox/working-time.ts";
import { caller } from "../desk.ts";

const ample = { burst: 1_000_000, perSecond: 1_000 };
const limits = {
  person: { commands: { burst: 3, perSecond: 1 }, work: ample },
  workspace: { commands: { burst: 100, perSecond: 1 }, work: ample },
  running: { workspace: 1, all: 1 },
  waiting: 2,
};
const at = (user: string, workspace = "w1") => ({ ...caller, user, workspace });

function clockOf(start = 0): Clock & { pass(ms: number): void } {
  let now = start;
  return { now: () => now, monotonic: () => now, sleep: async () => {}, pass: (ms) => (now += ms) };
}
const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof BotError) return thrown;
    throw thrown;
  }
  throw new Error("it was not refused");
};

describe("fair use", () => {
  test("a person who asks without end is told when it works again, and then it does", async () => {
    const clock = clockOf();
    const fair = createFairUse(clock, limits);
    for (let n = 0; n < 3; n++) await fair.run(at("u1"), async () => n);
    const refused = await refusal(fair.run(at("u1"), async () => "no"));
    expect(refused.code).toBe("rate-limited");
    expect(refused.words).toMatchObject({
      en: "That is a lot at once. Please ask again in 1 second.",
      ru: expect.stringContaining("1 секунду"),
    });
    await expect(fair.run(at("u2"), async () => "other")).resolves.toBe("other");
    clock.pass(1_000);
    await expect(fair.run(at("u1"), async () => "again")).resolves.toBe("again");
  });

  test("workspaces take turns, however many one of them asks", async () => {
    const fair = createFairUse(clockOf(), { ...limits, person: limits.workspace, waiting: 50 });
    const order: string[] = [];
    const ask = (workspace: string, name: string) =>
      fair.run(at("u", workspace), async () => {
        order.push(name);
      });
    const noisy = Array.from({ length: 6 }, (_, n) => ask("noisy", `n${n}`));
    const quiet = ask("quiet", "q");
    expect(fair.waiting).toBe(6);
    await Promise.all([...noisy, quiet]);
    expect(order).toEqual(["n0", "q", "n1", "n2", "n3", "n4", "n5"]);
    expect(fair.waiting).toBe(0);
  });

  test("commands of one workspace that wait for a slow answer hold up nobody else's", async () => {
    const fair = createFairUse(clockOf(), {
      ...limits,
      person: limits.workspace,
      waiting: 50,
      running: { workspace: 2, all: 3 },
    });
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const noisy = Array.from({ length: 4 }, () => fair.run(at("u", "noisy"), () => slow));
    await expect(fair.run(at("u", "quiet"), async () => "quick")).resolves.toBe("quick");
    expect(fair.waiting).toBe(2);
    answer();
    await Promise.all(noisy);
    expect(fair.waiting).toBe(0);
  });

  test("who asks too much uses up what is their own, not what their colleagues may ask", async () => {
    const fair = createFairUse(clockOf(), {
      ...limits,
      workspace: { commands: { burst: 5, perSecond: 1 }, work: ample },
    });
    for (let n = 0; n < 3; n++) await fair.run(at("u1"), async () => n);
    for (let n = 0; n < 9; n++)
      expect((await refusal(fair.run(at("u1"), async () => n))).code).toBe("rate-limited");
    await expect(fair.run(at("u2"), async () => "colleague")).resolves.toBe("colleague");
  });

  test("people who write to the bot alone share no allowance, whoever else does", async () => {
    const fair = createFairUse(clockOf(), {
      ...limits,
      workspace: { commands: { burst: 1, perSecond: 1 }, work: ample },
    });
    await fair.run(at("u1", ""), async () => 1);
    expect((await refusal(fair.run(at("u1", ""), async () => 2))).code).toBe("rate-limited");
    await expect(fair.run(at("u2", ""), async () => "other")).resolves.toBe("other");
  });

  test("a queue is bounded, and a failing command gives its turn on", async () => {
    const fair = createFairUse(clockOf(), { ...limits, person: limits.workspace });
    const failing = expect(
      fair.run(at("u"), async () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    const waiting = [1, 2].map((n) => fair.run(at("u"), async () => n));
    expect((await refusal(fair.run(at("u"), async () => 3))).code).toBe("rate-limited");
    await failing;
    expect(await Promise.all(waiting)).toEqual([1, 2]);
  });

  test("when the program ends, what waits is given back with a word, and what runs is finished", async () => {
    const fair = createFairUse(clockOf(), { ...limits, person: limits.workspace });
    let finish = (_: string): void => {};
    const running = fair.run(at("u"), () => new Promise<string>((resolve) => (finish = resolve)));
    await Promise.resolve();
    const waiting = [1, 2].map((n) => refusal(fair.run(at("u"), async () => n)));
    fair.close();
    for (const { code, words } of await Promise.all(waiting)) {
      expect([code, words.en]).toEqual(["unavailable", expect.stringContaining("ask again in a minute")]);
    }
    expect((await refusal(fair.run(at("u"), async () => "late"))).code).toBe("unavailable");
    finish("done");
    await expect(running).resolves.toBe("done");
  });

  test("a program that ends tells whoever waits and whoever comes to ask again, and finishes what runs", async () => {
    const fair = createFairUse(clockOf(), { ...limits, person: limits.workspace });
    const runs = fair.run(at("u"), async () => "done");
    const waits = refusal(fair.run(at("u"), async () => "never"));
    fair.close();
    expect((await waits).code).toBe("unavailable");
    expect((await refusal(fair.run(at("u"), async () => "never"))).code).toBe("unavailable");
    await expect(runs).resolves.toBe("done");
    expect(fair.waiting).toBe(0);
  });

  test("what commands cost counts as well: who used up the processor waits, with few commands, and their colleagues do not", async () => {
    const clock = clockOf();
    let worked = 0;
    const fair = createFairUse(
      clock,
      {
        ...limits,
        person: { commands: ample, work: { burst: 1_000, perSecond: 100 } },
        workspace: { commands: ample, work: { burst: 10_000, perSecond: 1_000 } },
      },
      createWorkingTime(() => worked),
    );
    const costing = (ms: number) => async () => {
      worked += ms;
    };
    await fair.run(at("u1"), costing(900));
    await fair.run(at("u1"), costing(900));
    expect((await refusal(fair.run(at("u1"), costing(1)))).words.en).toContain("in 9 seconds");
    await fair.run(at("u2"), costing(1));
    clock.pass(9_000);
    // One that cost an hour is not held against anybody for longer than a full bucket takes.
    await fair.run(at("u1"), costing(3_600_000));
    expect((await refusal(fair.run(at("u1"), costing(1)))).words.en).toContain("in 11 seconds");
  });

  test("work is parted between those that run while it is done", () => {
    let worked = 0;
    const time = createWorkingTime(() => worked);
    const first = time.begin();
    worked += 10;
    const second = time.begin();
    worked += 10;
    expect(second()).toBe(5);
    worked += 10;
    expect(first()).toBe(25);
  });

  test("the meter counts work and no waiting", async () => {
    const meter = createMeter();
    let before = 0;
    let waited = Number.POSITIVE_INFINITY;
    // A machine that is busy elsewhere may keep a turn waiting; one that was not is enough.
    for (let tries = 0; tries < 20 && waited >= 30; tries++) {
      before = meter();
      await new Promise((over) => setTimeout(over, 60));
      waited = meter() - before;
    }
    const end = process.cpuUsage().user + 60_000;
    while (process.cpuUsage().user < end);
    // The loop's own measure is brought up to date when a turn is over.
    await new Promise(setImmediate);
    expect(waited).toBeLessThan(30);
    expect(meter() - before - waited).toBeGreaterThan(30);
  });

  test("completion counts a sixteenth and does not wait for its turn", async () => {
    const fair = createFairUse(clockOf(), limits);
    for (let n = 0; n < 47; n++) await fair.complete(at("u1"), async () => n);
    await fair.complete(at("u1"), async () => "the last");
    expect((await refusal(fair.complete(at("u1"), async () => "one more"))).code).toBe("rate-limited");
  });

  test("the wall clock may jump: only time that passed counts", async () => {
    const clock = clockOf();
    const wall = { ...clock, now: () => clock.now() - 7_200_000 };
    const fair = createFairUse(wall, limits);
    for (let n = 0; n < 3; n++) await fair.run(at("u1"), async () => n);
    expect((await refusal(fair.run(at("u1"), async () => "no"))).words.en).toContain("in 1 second.");
  });
});
