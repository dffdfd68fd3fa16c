/** However text comes in, it is bounded before anything reads it, and the person is told. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Request } from "../../src/bot.ts";
import { command } from "../../src/command.ts";
import { bounded, boundsFault, completes } from "../../src/inbox/bounds.ts";
import { sentence } from "../../src/reply.ts";
import { caller, type Desk, openDesk } from "../desk.ts";

const about = { en: "about", zh: "关于", ru: "о" };
const different = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(" ");
/** More than anything may be, each in another way. */
const EXCESSIVE: Readonly<Record<string, string>> = {
  "one letter again and again": "a ".repeat(990),
  percentages: "2% ".repeat(660),
  "第一次 again and again": "第一次".repeat(600),
  "今天 as long as Slack allows": "今天".repeat(20_000),
  "有没有 as long as Slack allows": "有没有".repeat(13_333),
  "letters without an end": "я".repeat(2_001),
  "different Latin words": different(65),
  "different Cyrillic words": Array.from({ length: 65 }, (_, i) => `слово${i}`).join(","),
  "different characters": Array.from({ length: 140 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(""),
  "characters that are several once they are read": "㌀".repeat(700),
  "full-width numbers": Array.from({ length: 65 }, (_, i) => `\uff11${i}`).join(" "),
};

const ran: string[] = [];
let desk: Desk;
beforeAll(async () => {
  const suggest = (typed: string) => {
    ran.push(`suggest ${typed}`);
    return ["offered"];
  };
  const options = { what: { kind: "text", rest: true, about, suggest } } as const;
  const spy = command({
    ...{ name: "spy", about, options, examples: ["spy x"] },
    run: ({ what }) => {
      ran.push(`run ${what}`);
      return sentence("ran");
    },
  });
  const hooks = {
    understanding: {
      understand: async (said: string) => {
        ran.push(`understood ${said}`);
        return { line: `spy ${said}` };
      },
      goesOn: async () => false,
      shown: async () => {},
    },
  };
  desk = await openDesk({ extra: [spy], hooks });
});
afterAll(() => desk.close());

const ask = (request: object) =>
  desk.bot.handle({ id: "b1", caller, ...request } as Request, AbortSignal.timeout(5_000));

describe("what is too much is refused before it is read", () => {
  test.each(Object.entries(EXCESSIVE))("%s", async (_, text) => {
    ran.length = 0;
    for (const request of [
      { line: `spy ${text}` },
      { line: text },
      { said: text },
      { command: "spy", values: { what: text } },
      { command: "watch", values: { query: text } },
      { command: "daily", values: { time: "09:00", topic: text } },
    ]) {
      const reply = await ask(request);
      expect(reply).toMatchObject({ outcome: "bad-input", data: { error: { code: "bad-input" } } });
      expect(reply.summary).toMatch(/^That is (about )?\d+ .*is the most I/);
    }
    const request = { id: "s1", caller, command: "spy", values: {} };
    expect(await desk.bot.suggest(request, "what", text)).toEqual([]);
    expect(ran).toEqual([]);
  });

  test("values that are small each are counted together", async () => {
    const reply = await ask({
      command: "daily",
      values: { time: different(40), topic: `x${different(40).replaceAll("w", "v")}` },
    });
    expect(reply.summary).toContain("different words");
  });

  test("it is said in the caller's language", async () => {
    const text = EXCESSIVE["one letter again and again"] ?? "";
    const said = (locale: "zh" | "ru") => ask({ line: text, caller: { ...caller, locale } });
    expect((await said("zh")).summary).toContain("最多");
    expect((await said("ru")).summary).toContain("не больше");
  });
});

test("what people write stays within: a headline, a question, a lead, a long address", () => {
  for (const text of [
    "上海合作组织成员国元首理事会第二十五次会议在天津举行，习近平主席主持会议并发表重要讲话，各国领导人围绕安全、经济、人文合作深入交换意见，达成广泛共识。",
    "What did the ministers of the ten member states agree on health, energy and transport when they met in Tianjin last week, and who was absent from the table?",
    "https://paper.people.com.cn/rmrb/pc/layout/202505/27/node_01.html?token=abc-def-ghi",
    different(64),
  ])
    expect([text, boundsFault([text])]).toEqual([text, null]);
});

test("a text that nobody typed as a request is cut to what can be read, between words", () => {
  const long = Array.from({ length: 300 }, (_, i) => `слово${i}`).join(" ");
  const cut = bounded(long);
  expect(long.startsWith(`${cut} `)).toBe(true);
  expect(cut.length).toBeGreaterThan(200);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 3_000 }), (text) => {
      expect(boundsFault([bounded(text)])).toBeNull();
    }),
  );
  expect(completes("上海")).toBe(true);
  expect(completes("a".repeat(301))).toBe(false);
});
