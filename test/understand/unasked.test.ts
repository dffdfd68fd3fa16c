/** Nothing is changed, posted or stopped for somebody who only speaks of it: made of frames, in three languages. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Shown } from "../../src/understand/scene.ts";
import { createReader, type Interpreter } from "../../src/understand/understand.ts";
import { type Desk, openDesk } from "../desk.ts";

const NOW = Date.parse("2026-06-10T02:00:00Z");
const CHANGES = /^(?:(?:watch|unwatch|daily|settings) \S|forget me|feeds (?:add|remove)|following feed)/;
const POSTS = /^(?:digest|brief)\b/;

let desk: Desk;
let reader: Interpreter;
beforeAll(async () => {
  desk = await openDesk();
  reader = createReader(desk.doors);
});
afterAll(() => desk.close());

const understand = (said: string, before?: Shown) =>
  reader(said, { caller: { zone: "Asia/Shanghai", platform: "slack" }, now: NOW, before });

/** Changes as they are said in a clause, and frames in which nobody asks for them. */
const SPOKEN = [
  {
    change: [
      "stop the digest",
      "pause the daily summary",
      "cancel the daily",
      "unsubscribe from energy",
      "stop watching Iran",
    ],
    frame: [
      "what happens if I {}?",
      "what would happen if we {}",
      "should we {}?",
      "how do I {}?",
      "who wanted to {}?",
      "she wrote “{}” in the chat",
      "if I wanted to {}, what would I type?",
      "did somebody {} yesterday?",
    ],
  },
  {
    change: [
      "отключить сводку",
      "остановить дайджест",
      "отписаться от энергетики",
      "приостановить сводку",
      "следить за Ираном",
    ],
    frame: [
      "что будет, если {}?",
      "как {}?",
      "кто хотел {}?",
      "стоит ли {}?",
      "если бы я хотел {}, что писать?",
      "она написала «{}» в чате",
      "почему нельзя {}?",
      "надо ли {}?",
    ],
  },
  {
    change: ["停掉摘要", "取消每日摘要", "退订能源", "暂停日报", "关注伊朗"],
    frame: [
      "{}会怎样？",
      "谁要{}？",
      "要不要{}？",
      "怎么{}？",
      "如果我想{}，该怎么做？",
      "她写了“{}”",
      "为什么要{}？",
      "是不是该{}？",
    ],
  },
] as const;

/** A summary that is praised, blamed, missed or denied. */
const TALK = [
  "сводка надоела",
  "сводка не нужна",
  "сводка опоздала",
  "сводка пришла дважды",
  "сводка за вчера была хорошая",
  "дайджест устарел",
  "сводка стоп",
  "обзор не нужен",
  "digest is broken",
  "digest never again",
  "digest off",
  "the summary at nine",
  "digest every hour",
  "briefs are stupid",
  "press review is not needed",
  "nobody reads the digest",
  "press review every monday",
  "摘要没人看",
  "摘要太长了",
  "简报太差",
  "昨天的摘要很好",
  "你昨天发的摘要有错",
  "摘要别发了",
] as const;

describe("what is only spoken of", () => {
  test("changes nothing and offers no change", async () => {
    const said = fc
      .constantFrom(...SPOKEN)
      .chain(({ change, frame }) =>
        fc
          .tuple(fc.constantFrom(...change), fc.constantFrom(...frame))
          .map(([what, around]) => around.replace("{}", what)),
      );
    await fc.assert(
      fc.asyncProperty(said, async (words) => {
        const { line } = await understand(words);
        expect(`${words} → ${line}`).not.toMatch(
          /→ (?:watch|unwatch|daily|settings|forget|digest|brief) ?\S/,
        );
      }),
      { numRuns: 150, seed: 3 },
    );
  }, 300_000);

  test.each(TALK)("%s: no summary is posted for it", async (said) => {
    expect((await understand(said)).line ?? "").not.toMatch(POSTS);
  });
});

test.each([
  "watch energy but not oil",
  "watch energy from TASS",
  "watch energy, newest first",
  "watch Iran or I will be angry",
  "关注能源但不要石油",
  "取消关注 可能 能源",
  "отписаться от энергетики, наверное",
  "forget me not",
  "settings zone Moscow for the channel",
])("“%s” is no line as it stands: it is shown before anything is stored", async (said) => {
  const { line, confirm } = await understand(said);
  expect(CHANGES.test(line ?? "") && !confirm).toBe(false);
});

test.each([
  ["my boss told us: stop the daily", /^daily off/],
  ["maybe stop the daily summary", /^daily off/],
  ["не надо настраивать сводку", /^daily (?:off|pause)/],
  ["领导说把摘要停了", /^daily off/],
  ["send the digest somewhere over the rainbow every day at 9", /^daily 09:00/],
])("“%s” is doubtful, and is not called certain", async (said, line) => {
  const got = await understand(said);
  if (got.line !== null)
    expect(got).toMatchObject({ line: expect.stringMatching(line), certain: false, confirm: true });
});

test.each([
  "stop the daily summary",
  "send us a digest every weekday at 8:30",
  "следи за энергетикой",
  "每天早上九点发摘要",
])("“%s” is certain", async (said) => {
  expect(await understand(said)).toMatchObject({ certain: true, confirm: true });
});

test("whatever words stand around a change, it is stored only after a press", async () => {
  const word = fc.constantFrom(
    ...[
      "stop",
      "watch",
      "the digest",
      "daily",
      "every day",
      "at 9",
      "not",
      "if",
      "energy",
      "Iran",
      "please",
      "never",
    ],
    ...[
      "關注",
      "停止",
      "摘要",
      "每天",
      "不",
      "能源",
      "九点",
      "如果",
      "следи",
      "сводка",
      "не",
      "каждый день",
      "в 9",
    ],
    ...["settings", "language", "Russian", "unwatch", "forget", "me", "pause", "resume", "yesterday", "?"],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 7 }), async (words) => {
      const said = words.join(" ");
      const { line, confirm, exact } = await understand(said);
      // A whole line of a command is one, in whatever order its words came.
      const typed = exact !== undefined && /^(?:watch|unwatch|settings|daily)(?: \S+){1,6}$/.test(line ?? "");
      expect(CHANGES.test(line ?? "") && !confirm && !typed).toBe(false);
    }),
    { numRuns: 200, seed: 5 },
  );
}, 300_000);

test.each(["don't write at night", "no posts at night please", "晚上别发", "夜里不要推送", "не пиши ночью"])(
  "quiet hours that are asked for end none: %s",
  async (said) => {
    const { line } = await understand(said);
    expect(line ?? "").not.toMatch(/quiet off/);
  },
);

test.each(["关掉免打扰", "убери тихие часы", "no quiet hours any more"])("%s ends them", async (said) => {
  expect((await understand(said)).line).toMatch(/^settings quiet off/);
});

test.each(["не пиши мне в личку", "don't show my answers in private"])(
  "what shall not be shown or sent sets nothing else: %s",
  async (said) => {
    expect((await understand(said)).line ?? "").not.toMatch(/^settings \S/);
  },
);
