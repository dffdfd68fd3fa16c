/** ask and feedback as a person meets them. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createAnswers } from "../../src/answers/answers.ts";
import { answerBlocks } from "../../src/answers/present.ts";
import type { Context } from "../../src/command.ts";
import { buttons, shippedBot, shown } from "./shipped.ts";

interface Data {
  readonly answered: boolean;
  readonly confidence: number;
  readonly sentences: readonly { readonly text: string; readonly article: { readonly id: string } }[];
  readonly nearest: readonly unknown[];
}

let bot: Awaited<ReturnType<typeof shippedBot>>;
beforeAll(async () => {
  bot = await shippedBot();
});
afterAll(() => bot.close());
const CATARACTS = "how many cataract surgeries did China promise?";

describe("ask", () => {
  test("answers with sentences of the article, numbered, with publisher, date, id and a gloss", async () => {
    const reply = await bot.say(`ask ${CATARACTS}`);
    const text = shown(reply);
    expect(reply.outcome).toBe("answered");
    expect(text).toContain("[1] 中国持续赴上海合作组织国家开展");
    expect(text).toContain("2000例白内障手术");
    expect(text).toContain("People's Daily · 2025-05-26T22:33:00Z · 62hrk");
    expect(text).toContain("白内障手术 = cataract surgeries");
    expect(reply.summary).toContain("2000例白内障手术");
  });

  test("where there are buttons, Read opens each article, and no id is shown", async () => {
    const reply = await bot.say(`ask ${CATARACTS}`, { platform: "slack" });
    expect(shown(reply)).not.toContain("62hrk");
    expect(Object.entries(buttons(reply))).toContainEqual([expect.stringMatching(/^Read/), "read 62hrk"]);
    expect(Object.keys(buttons(reply)).length).toBeLessThanOrEqual(6);
  });

  test("--json has the promised shape, and every sentence is in its article", async () => {
    const data = (await bot.say("ask 多少受访者支持扩大本币使用？")).data as Data;
    expect(Object.keys(data)).toEqual(["question", "answered", "confidence", "sentences", "nearest"]);
    expect(data.sentences.length).toBeGreaterThan(0);
    expect(data.sentences.length).toBeLessThanOrEqual(3);
    for (const { text, article } of data.sentences) {
      expect(bot.library.get(article.id)?.body).toContain(text);
      expect(Object.keys(article)).toEqual("id title url urlKind source published language".split(" "));
    }
  });

  test.each([
    ["en", "The articles do not answer that.", "The nearest articles are:"],
    ["zh", "这些文章没有回答这个问题。", "最接近的文章："],
    ["ru", "В статьях нет ответа на этот вопрос.", "Ближайшие статьи:"],
  ] as const)(
    "what the articles do not answer is refused in %s, with the nearest and a watch",
    async (locale, no, nearest) => {
      const reply = await bot.say("ask Who will attend the climate conference in Xinjiang?", { locale });
      expect([reply.outcome, reply.summary]).toEqual(["nothing", no]);
      expect((reply.data as Data).sentences).toEqual([]);
      expect(shown(reply)).toContain(nearest);
      expect(Object.values(buttons(reply))).toContain("watch attend climate conference in Xinjiang");
    },
  );

  test("several questions that are refused together can be asked one at a time", async () => {
    const [first, second] = [
      "Who leads the forum?",
      "How many representatives came to the climate conference?",
    ];
    const reply = await bot.say(`ask ${first} ${second}`);
    expect(reply.outcome).toBe("nothing");
    expect(buttons(reply)).toMatchObject({ [first]: `ask ${first}`, [second]: `ask ${second}` });
    expect(Object.keys(buttons(reply))).toContain("Watch for it");
  });

  test.each([
    ["What happened last week?", "digest 2025-06-09..2025-06-15", "en"],
    ["5月26日发生了什么？", "digest 2025-05-26", "zh"],
    ["Что произошло на этой неделе?", "digest 2025-06-10..2025-06-16", "ru"],
  ] as const)(
    "%s points to the summary of those days and what was published then",
    async (asked, line, locale) => {
      const reply = await bot.say(`ask ${asked}`, { locale });
      const { answered, nearest } = reply.data as Data;
      expect([answered, nearest.length > 0]).toEqual([false, true]);
      expect(Object.values(buttons(reply))).toContain(line);
    },
  );

  test("more goes on where the answer stopped; the source is shown when asked for; another thread knows nothing", async () => {
    const thread = { platform: "slack", channel: "C1", thread: "7" } as const;
    const first = await bot.say("ask how many respondents are there?", thread);
    const button = buttons(first).More;
    expect(button).toBe("ask --from=3 how many respondents are there?");
    const second = await bot.say("ask more", thread);
    const texts = (reply: typeof first) => (reply.data as Data).sentences.map(({ text }) => text);
    expect(texts(second).filter((text) => texts(first).includes(text))).toEqual([]);
    expect(shown(second)).toContain("[4] ");
    const source = await bot.say("ask 来源呢？", thread);
    expect(shown(source)).toContain("The answer is from:\n");
    const lost = await bot.say("ask more", { ...thread, thread: "8" });
    expect([lost.outcome, lost.summary]).toEqual(["nothing", expect.stringContaining("no question before")]);
    const far = await bot.say(`ask --from=90 ${CATARACTS}`);
    expect(far.summary).toBe("The articles say nothing more about that.");
  });

  test.each(["?", "？！", "🙂", "x".repeat(1_500), '"', "-", "source:", "\ud800"])(
    "%j is answered with a sentence",
    async (question) => {
      const reply = await bot.say(`ask ${question}`);
      expect(reply.outcome).not.toBe("answered");
      expect(reply.summary.length).toBeGreaterThan(10);
    },
  );

  test("a model's checked paragraph stands above the sentences, its citations linked", async () => {
    const phraser = async () => ({ parts: [{ text: "China promised 2000 operations", cites: [1, 9] }] });
    const answers = createAnswers(bot.search, bot.library, phraser);
    const answer = await answers.ask(CATARACTS, { now: 0, zone: "UTC" });
    const ctx = {
      library: bot.library,
      caller: { locale: "en", zone: "UTC" },
      commands: [],
    } as unknown as Context;
    const { blocks } = answerBlocks(answer, answer.sentences.length, ctx);
    expect(JSON.stringify(blocks[1])).toContain('"China promised 2000 operations ",{"link":"[1]"');
  });
});

describe("feedback", () => {
  test("is counted by question and article, and only those who run the bot see it, never who said it", async () => {
    const good = buttons(await bot.say(`ask ${CATARACTS}`))["👍"] ?? "";
    expect(good).toMatch(/^feedback good 62hrk/);
    await bot.say(good, { user: "alice" });
    await bot.say("feedback bad 62hrk what is wrong?", { user: "bob" });
    await bot.say("feedback bad 62hrk,nosuch What is  wrong?", { user: "carol" });
    const status = await bot.say("status");
    expect(shown(status)).toContain("👍 1 · 👎 2");
    expect(shown(status)).toContain("Answer in doubt | what is wrong? (👍 0 · 👎 2)");
    expect(JSON.stringify(status)).not.toMatch(/alice|bob|carol|nosuch/);
    expect(shown(await bot.say("status", { operates: false }))).not.toContain("👎");
    expect(shown(await bot.say("status", { workspace: "another" }))).not.toMatch(/👎|wrong/);
    expect((await bot.say("feedback fine 62hrk q")).outcome).toBe("bad-input");
  });

  test("one person's fill no more than a share of the state, and none without an article", async () => {
    const rate = (question: string, id = "62hrk") =>
      bot.say(`feedback bad ${id} ${question}`, { user: "mallory", workspace: "full" });
    expect((await rate("nothing", "nosuch")).outcome).toBe("nothing");
    await rate("thrice", "62hrk,62hrk,62hrk");
    for (let n = 0; n < 60; n++) await rate(`q${n}`);
    const rows = await bot.store.list("feedback:terminal/full/");
    expect(rows).toHaveLength(50);
    expect(rows.map(([, value]) => value)).toContainEqual(
      expect.objectContaining({ articles: { "62hrk": { good: 0, bad: 1 } } }),
    );
  });
});
