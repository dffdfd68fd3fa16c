/** What is typed or said is taken to mean the right command line, and nothing is changed on a misunderstanding. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { argsOf, fault, type Saying } from "../../src/eval/judge-sayings.ts";
import { judgeSayings } from "../../src/eval/sayings.ts";
import type { Shown } from "../../src/understand/scene.ts";
import { createReader, type Interpreter } from "../../src/understand/understand.ts";
import { type Desk, openDesk } from "../desk.ts";

/** A Wednesday, as the judged sayings have it. */
const NOW = Date.parse("2026-06-10T02:00:00Z");

let desk: Desk;
let reader: Interpreter;
beforeAll(async () => {
  desk = await openDesk();
  reader = createReader(desk.doors);
});
afterAll(() => desk.close());

const understand = (said: string, before?: Shown) =>
  reader(said, { caller: { zone: "Asia/Shanghai", platform: "slack" }, now: NOW, before });

describe("judged sayings in three languages", () => {
  test.each([
    ["sayings", 210, 0.9],
    ["fresh-sayings", 180, 0.9],
    ["third-sayings", 720, 0.9],
    ["fourth-sayings", 1427, 0.86],
    ["fifth-sayings", 225, 0.7],
  ])(
    "%s: of %i sayings at least %f have the right command and arguments, and none changes what it should not",
    async (set, count, right) => {
      const folder = join(import.meta.dirname, "..", "judged", set);
      const read = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));
      const { dev } = (await read("split.json")) as { readonly dev: readonly string[] };
      const all = (await read("sayings.json")) as readonly Saying[];
      const sayings = all.filter(({ id }) => dev.includes(id));
      const { wrong, harmful } = await judgeSayings(sayings, desk.doors);
      expect(sayings.length).toBeGreaterThanOrEqual(count);
      expect(wrong.slice(0, Math.max(0, wrong.length - sayings.length * (1 - right)))).toEqual([]);
      expect(harmful).toEqual([]);
    },
    300_000,
  );

  test("the judge tells a wrong reading from a right one", () => {
    const { library } = desk.doors;
    const saying: Saying = {
      ...{ id: "x", said: "x", lang: "en", want: "search", line: null, harm: false },
      args: { query: "water disputes", lang: "zh" },
    };
    expect(fault(saying, "search water disputes lang:zh", library)).toBeUndefined();
    expect(fault(saying, "search water disputes", library)).toBeDefined();
    expect(fault(saying, "search please water disputes lang:zh", library)).toBeDefined();
    expect(fault(saying, "watch water disputes lang:zh", library)).toBeDefined();
    expect(argsOf('daily 08:30 days:mon-fri topic:"energy lang:zh"', library)).toMatchObject({
      ...{ time: "08:30", topic: "energy", lang: "zh" },
    });
  });
});

type Phrases = Readonly<Record<string, readonly string[]>>;

test("phrases that people used before still mean their command, nine of ten", async () => {
  const file = await readFile(join(import.meta.dirname, "phrases.json"), "utf8");
  const { about: _, ...phrases } = JSON.parse(file) as Phrases;
  // An article that is named by its subject is looked for; a greeting is answered; the news of a day are its digest.
  const also: Readonly<Record<string, readonly string[]>> = {
    read: ["search"],
    latest: ["digest"],
    digest: ["latest"],
    search: ["ask"],
  };
  const wrong: string[] = [];
  let all = 0;
  for (const [want, said] of Object.entries(phrases))
    for (const phrase of said) {
      all += 1;
      const { line, mood } = await understand(phrase);
      const command = line?.split(" ")[0] ?? "";
      const polite = want === "help" && mood !== undefined;
      if (command !== want && !polite && !also[want]?.includes(command)) wrong.push(`${phrase} → ${line}`);
    }
  expect(all).toBeGreaterThanOrEqual(700);
  expect(wrong.slice(0, Math.max(0, wrong.length - all * 0.1))).toEqual([]);
}, 300_000);

describe("what a sentence says besides its subject", () => {
  test.each([
    [
      "every weekday at 8:30 Moscow time, only energy, in Russian",
      "daily 08:30 zone:Europe/Moscow days:mon-fri topic:energy lang:ru",
    ],
    ["工作日下午六点半在这里发一份新闻汇总", "daily 18:30 days:mon-fri"],
    ["по будням в 18:30 по Москве публикуй здесь дайджест", "daily 18:30 zone:Europe/Moscow days:mon-fri"],
    ["send us the news about energy every Friday at 5pm", "daily 17:00 days:fri topic:energy"],
    ["больше не присылай ежедневную сводку", "daily off"],
    ["please don't post the digest here anymore", "daily off"],
    ["帮我们盯着阿富汗", "watch 阿富汗"],
    ["帮我们留意一下白俄罗斯的消息", "watch 白俄罗斯"],
    ["please forget everything you know about me", "forget me"],
    ["сводка за вчера", "digest 2026-06-09"],
    ["с 24 по 26 мая сводка", "digest 2026-05-24..2026-05-26"],
    ["摘要 5月24日至26日", "digest 2026-05-24..2026-05-26"],
    ["下一次摘要几点发?", "daily"],
    ["почему утром не было сводки?", "deliveries"],
    ["change my language to Chinese", "settings language zh"],
    ["把语言改成英文", "settings language en"],
    ["articles about Tajikistan since 28 May", "search Tajikistan after:2026-05-28"],
    ["latest from Global Times", 'latest source:"Global Times"'],
    ["what's new today", "digest 2026-06-10"],
    ["who is Nurgaliyev", "ask who is Nurgaliyev"],
    ["прошу уведомлять о новостях по Афганистану", "watch Афганистану"],
    ["за темой наркотрафика надо следить", "watch наркотрафика"],
    ["сводку поставь на паузу до понедельника", "daily pause until:2026-06-15"],
    ["сводку перенести на десять", "daily 10:00"],
    ["daily digest: pause it till the 20th", "daily pause until:2026-06-20"],
    ["did the nine o'clock one go out?", "deliveries"],
    ["早上那份推了吗", "deliveries"],
    ["утренняя уже пришла?", "deliveries"],
    ["how has the Qingdao port story developed", "story Qingdao port"],
    ["阿斯塔纳峰会的来龙去脉", "story 阿斯塔纳峰会"],
    ["compare how Chinese and Russian outlets describe the media forum", "compare media forum"],
    ["кто пишет о банке развития", "coverage банке развития"],
    ["人工智能的报道趋势", "trends 人工智能"],
    ["show me quotes by Sohail Khan about the media", 'quotes Sohail Khan about:"the media"'],
    ["any of Lavrov's quotes on energy?", "quotes Lavrov about:energy"],
    ["покажи высказывания Лаврова о банке", "quotes Лаврова about:банке"],
    ["帮我找王毅关于中亚的原话", "quotes 王毅 about:中亚"],
    ["show my saved articles", "saved"],
    ["我收藏的文章", "saved"],
    ["что я сохранил?", "saved"],
    ["save 62hrk", "saved 62hrk"],
    ["what's new since I last looked?", "new"],
    ["我上次看之后有什么新内容", "new"],
    ["что изменилось с прошлого раза", "new"],
    ["what did Lavrov say about the bank", "ask what did Lavrov say about the bank"],
    ["who wrote the most about the forum", "coverage forum"],
    ["compare the bank story country by country", "compare bank by:country"],
    ["press review of last week for my boss", "brief 2026-06-01..2026-06-07"],
    ["недельный дайджест на английском", "digest 2026-06-04..2026-06-10 locale:en"],
    ["no digest on weekends", "daily days:mon-fri"],
    ["每天的摘要周末就不要发了,只留工作日", "daily days:mon-fri"],
    [
      "my editor is on me about the bishkek summit, could you let us know if there's anything new",
      "watch bishkek summit",
    ],
    ["之前那篇讲藏红花的文章在哪", "search 藏红花"],
    ["помнишь была статья про шафран найди", "search шафран"],
    ["notfiy me about lithium", "watch lithium"],
    ["атслеживай кибербезопасность", "watch кибербезопасность"],
    ["литий в последнее время", "search литий"],
  ])("%s → %s", async (said, line) => {
    expect((await understand(said)).line).toBe(line);
  });

  test.each([
    ["don't stop the daily", "kept"],
    ["摘要别停", "kept"],
    ["сводку не останавливать", "kept"],
    ["太及时了，正好用上", "praise"],
    ["достал ты со своими сводками", "abuse"],
    ["@小李 摘要你看一下", "aside"],
    ["please nobody cancel the digest before I'm back", "kept"],
    ["hold on", "kept"],
    ["等等,先别动", "kept"],
    ["не спеши настраивать, я уточню", "kept"],
  ])("%s changes nothing (%s)", async (said, mood) => {
    expect(await understand(said)).toMatchObject({ line: null, mood });
  });

  test.each([
    ["email this to me", "press brief"],
    ["帮我写一篇论坛的稿子", "press brief"],
    ["закажи билет в ташкент", "only know the news"],
    ["I never asked for a digest", "changed nothing"],
    ["我没让你取消关注伊朗啊", "changed nothing"],
    ["я не просил отключать рассылку!!", "changed nothing"],
    ["bob said you can turn the digest off", "talk among you"],
    ["i'll set the digest up later", "talk among you"],
    ["要是停了日报会怎么样", "talk among you"],
    ["помните мы ставили сводку на паузу", "talk among you"],
    ["can the daily come an hour earlier", "different about the summary"],
    ["смени язык", "Which language"],
  ])("%s is answered in a sentence, and nothing is run", async (said, sentence) => {
    expect(await understand(said)).toMatchObject({
      line: null,
      ask: { en: expect.stringContaining(sentence) },
    });
  });

  test.each(["search", "watch", "ask", "compare", "read"])("%s alone is asked back", async (said) => {
    expect(await understand(said)).toMatchObject({ line: null, ask: expect.anything() });
  });

  test.each([
    ["digest 2026-06-01", "2025", "digest 2025-01-01..2025-12-31"],
    ["daily 09:00", "на час позже", "daily 10:00"],
    ["search media forum", "no, I asked for a watch", "watch media forum"],
    ["search Central Asia energy", "not energy, water", "search Central Asia water"],
    ["search саммит Астана", "не Астана, а Ташкент", "search саммит Ташкент"],
    ["search 中亚 能源", "不是能源是水资源", "search 中亚 水资源"],
    ["search совместные учения", "без индии", "search совместные учения without:индии"],
    ["digest 2026-05-26", "sorry, 25 may not 26", "digest 2026-05-25"],
    ["daily 09:00", "make it mondays only", "daily 09:00 days:mon"],
  ])("after %s: %s → %s", async (line, said, then) => {
    expect((await understand(said, { line, ids: [] })).line).toBe(then);
  });

  test.each([
    "thanks!",
    "👍",
    "lol nice one",
    "shut up",
    "ты тупой",
    "哈哈哈",
    "good morning everyone",
    "谢谢",
  ])("small talk asks for nothing: %s", async (said) => {
    expect(await understand(said)).toMatchObject({ line: null, certain: true });
  });

  test.each([
    "stop",
    "停",
    "send it at 8",
    "the digest that our minister likes to read in the train",
    "digest 31 June",
    "2月30日的摘要",
  ])("%s is asked back", async (said) => {
    const { line, ask } = await understand(said);
    expect([line, typeof ask?.zh]).toEqual([null, "string"]);
  });

  test.each([
    ["watch energy every Monday", true],
    ["watch Central Asia energy", false],
    ["watch the development bank", false],
    ["watch how they decide on the bank", true],
    ["следить за водой", true],
    ["daily 09:00", false],
    ["daily --zone=Asia/Shanghai 09:00", false],
    ["daily summary at 18:30 Moscow time on weekdays", true],
    ["watch --every=30 every Monday", false],
  ])("%s has to be confirmed: %s", async (said, confirm) => {
    expect((await understand(said)).confirm ?? false).toBe(confirm);
  });
});

describe("what was shown before", () => {
  const before = { line: "latest 5", ids: ["0adhg", "kdevw9", "ww4f5", "62hrk", "t2zc2"] };
  test.each([
    ["open the second one", "read kdevw9"],
    ["№ 3", "read ww4f5"],
    ["第二篇", "read kdevw9"],
    ["вторую", "read kdevw9"],
    ["the original link of the last one", "read t2zc2 --brief"],
    ["translate the second one", "read kdevw9 --translate"],
    ["more like number 4", "related 62hrk"],
  ])("%s → %s", async (said, line) => {
    expect((await understand(said, before)).line).toBe(line);
  });

  test("without a list nothing is opened at random", async () => {
    for (const said of ["open the second one", "打开第二篇", "открой вторую"])
      expect(await understand(said)).toMatchObject({ line: null });
  });

  test("an address is its article", async () => {
    const page = "https://paper.people.com.cn/rmrb/pc/layout/202505/27/node_01.html";
    expect((await understand(page)).line).toBe("read 62hrk");
    expect((await understand(`search ${page}`)).line).toBe("read 62hrk");
    const elsewhere = "https://example.org/nowhere?a=1";
    for (const said of [
      elsewhere,
      `read ${elsewhere}`,
      `have you got this one? ${elsewhere}`,
      `看看这个 ${elsewhere}`,
    ])
      expect(await understand(said)).toMatchObject({ line: `read ${elsewhere}` });
  });
});

describe("any text", () => {
  test("is read without failing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (said) => {
        const { line, ask, mood } = await understand(said);
        expect(line !== null || ask !== undefined || mood !== undefined).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    "今天",
    "every Monday ",
    "9点",
    "第一次",
    "2% ",
    "не ",
    "from 1 May ",
    "a",
    "https://a.b/",
    "«",
    "latest ",
  ])("costs little at any length: %s again and again", async (part) => {
    await understand(part.repeat(10));
    for (const length of [2_000, 40_000]) {
      const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
      const began = process.cpuUsage();
      await understand(text);
      const { user, system } = process.cpuUsage(began);
      expect((user + system) / 1000).toBeLessThan(150);
    }
  });

  test.each([
    `latest ${"a:xa:x".repeat(10)} !`,
    `latest${' a:"b"'.repeat(24)} !`,
    `daily 09:00${' a:"b"'.repeat(26)} !`,
    `daily 09:00${" a:“b”".repeat(26)} !`,
  ])("a line with many options is read at once, whether or not it is one: %s", async (line) => {
    await understand("latest 3 source:TASS");
    const began = process.cpuUsage();
    await understand(line);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(150);
  });
});
