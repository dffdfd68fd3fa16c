import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Request } from "../../src/bot.ts";
import { command } from "../../src/command.ts";
import { BotError } from "../../src/errors.ts";
import { sentence } from "../../src/reply.ts";
import { caller, type Desk, openDesk, wordsOf } from "../desk.ts";

const words = { en: "about", zh: "关于", ru: "о" };
const options = {
  what: {
    kind: "text",
    rest: true,
    about: words,
    suggest: () => {
      throw new Error("no suggestions today");
    },
  },
} as const;
const broken = command({
  name: "broken",
  about: words,
  options,
  examples: ["broken"],
  run: () => {
    throw new Error("secret inner detail");
  },
});
const guarded = command({
  name: "guarded",
  about: words,
  options: {},
  examples: ["guarded"],
  manages: true,
  run: () => sentence("changed"),
});
const shelly = command({
  name: "shelly",
  about: words,
  options: {},
  examples: ["shelly"],
  shell: true,
  run: () => sentence("ran"),
});
const secret = command({
  name: "secret",
  about: words,
  options: {},
  examples: ["secret"],
  shares: true,
  run: () => ({ ...sentence("k9x7v"), confidential: true }),
});
const echo = command({
  name: "echo",
  about: words,
  options,
  examples: ["echo x"],
  run: (args, ctx) => sentence(`${args.what} ${ctx.limit} ${ctx.caller.zone}`),
});

let desk: Desk;
const runs: unknown[] = [];
beforeAll(async () => {
  desk = await openDesk({
    extra: [broken, guarded, shelly, secret, echo],
    hooks: {
      observe: (run) => void runs.push(run),
      settle: async (given) => (given.user === "settled" ? { ...given, zone: "UTC", locale: "ru" } : given),
      understanding: {
        understand: async (said) => ({ line: said.includes("news") ? "latest 1" : said }),
        goesOn: async () => false,
        shown: async () => {},
      },
      fair: {
        run: async (given, work) => {
          if (given.user === "noisy")
            throw new BotError("rate-limited", { en: "slow down", zh: "慢", ru: "тише" });
          return work();
        },
        complete: (_, work) => work(),
      },
    },
  });
});
afterAll(() => desk.close());

describe("the bot", () => {
  test("never shows what broke inside, but logs it with the request's id", async () => {
    const reply = await desk.ask("broken");
    expect(wordsOf(reply)).toContain("Something went wrong on my side");
    expect(wordsOf(reply)).not.toContain("secret inner detail");
    expect(desk.logged.join("")).toContain("secret inner detail");
    expect(reply).toMatchObject({ outcome: "bad-input", data: { error: { code: "failed" } } });
  });

  test("says who may do what", async () => {
    expect(wordsOf(await desk.ask("guarded", { manages: false }))).toContain(
      "the right to manage the channel",
    );
    expect(wordsOf(await desk.ask("guarded"))).toBe("changed");
    expect(wordsOf(await desk.ask("shelly", { platform: "slack" }))).toContain("only for the shell");
    expect(wordsOf(await desk.ask("guarded", { manages: false, locale: "zh" }))).toContain("管理频道");
  });

  test("lays stored settings over what the platform said", async () => {
    expect(wordsOf(await desk.ask("echo a --limit 3", { user: "settled" }))).toContain("a 3 UTC");
    expect(wordsOf(await desk.ask("read nowhere", { user: "settled" }))).toContain("Статьи «nowhere» нет");
  });

  test("routes free words, and refuses who asks too much", async () => {
    const said: Request = { id: "m1", caller, said: "any news?" };
    expect((await desk.bot.handle(said, AbortSignal.timeout(5_000))).summary).toBe("The newest article");
    expect((await desk.ask("latest", { user: "noisy" })).summary).toBe("slow down");
  });

  test("offers to share an answer that only its caller sees, and not one that everybody sees", async () => {
    const own = await desk.ask("latest 2 --limit 5");
    expect(wordsOf(own)).toContain("[Share to channel: latest --public 2 --limit=5]");
    const shared = await desk.ask("latest --public 2 --limit=5");
    expect(shared.audience).toBe("channel");
    expect(wordsOf(shared)).not.toContain("Share to channel");
    const alone = await desk.ask("latest 2 --limit 5", { alone: true });
    expect(wordsOf(alone)).not.toContain("Share to channel");
  });

  test("a secret is for its caller alone, whatever the channel is set to", async () => {
    const open = await desk.ask("secret", { audience: "channel" });
    expect(open).toMatchObject({ audience: "caller", confidential: true });
    expect(wordsOf(open)).not.toContain("Share to channel");
    expect((await desk.ask("secret --public")).audience).toBe("caller");
  });

  test("marks what is the caller's own, of every personal command", async () => {
    const ofTheChannel = ["daily", "watch", "deliveries", "following", "watching", "unwatch"];
    const personal = desk.bot.commands.filter((one) => one.personal);
    expect(
      personal
        .filter(({ own }) => !own)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(ofTheChannel.sort());
    for (const line of [
      "saved",
      "saved --page=2",
      "saved add 62hrk",
      "new",
      "settings",
      "settings language zh",
    ])
      expect([line, (await desk.ask(line)).own]).toEqual([line, true]);
    for (const line of ["saved for:channel", "settings zone UTC for:channel", "following", "latest 2"])
      expect([line, (await desk.ask(line)).own]).toEqual([line, undefined]);
  });

  test("a mistyped command is searched for, and the likely one is named and a button away", async () => {
    const reply = await desk.ask("lateest qqqq");
    expect(wordsOf(reply)).toContain("Did you mean: latest qqqq");
    expect(wordsOf(reply)).toContain("[Yes, do that: latest qqqq]");
    expect(reply.outcome).toBe("bad-input");
  });

  test("filled-in options go the same way as a typed line", async () => {
    const request: Request = { id: "i1", caller, command: "latest", values: { n: 1 } };
    expect((await desk.bot.handle(request, AbortSignal.timeout(5_000))).summary).toBe("The newest article");
    const unknown: Request = { id: "i2", caller, command: "nothing", values: {} };
    expect((await desk.bot.handle(unknown, AbortSignal.timeout(5_000))).outcome).toBe("bad-input");
  });

  test("suggests nothing rather than failing", async () => {
    const request = (name: string): Request => ({ id: "s1", caller, command: name, values: {} });
    expect(await desk.bot.suggest(request("broken"), "what", "x")).toEqual([]);
    expect(await desk.bot.suggest(request("latest"), "n", "x")).toEqual([]);
    expect(await desk.bot.suggest({ id: "s2", caller, line: "x" }, "what", "x")).toEqual([]);
    expect(await desk.bot.suggest(request("help"), "command", "sea")).toEqual(["search"]);
  });

  test("every run is observed with its command and outcome", () => {
    expect(runs).toContainEqual(expect.objectContaining({ command: "broken", outcome: "failed" }));
    expect(runs).toContainEqual(
      expect.objectContaining({ command: "latest", outcome: "answered", ms: expect.any(Number) }),
    );
    expect(runs).toContainEqual(expect.objectContaining({ outcome: "rate-limited" }));
  });

  test("any line gets a reply with words in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (line) => {
        const reply = await desk.ask(line);
        expect(reply.summary.length).toBeGreaterThan(0);
        expect(reply.data).not.toMatchObject({ error: { code: "failed" } });
      }),
      { numRuns: 200 },
    );
  });
});
