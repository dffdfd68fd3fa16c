/** What free words are taken to mean: the right command, with what it is about, whatever stands around it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadCommands } from "../../commands/index.ts";
import { find } from "../../src/inbox/parse.ts";
import { root } from "../../src/root.ts";
import { createClassifier } from "../../src/understand/classifier.ts";
import { createRouter, type Routed } from "../../src/understand/route.ts";
import { plainWords } from "../../src/understand/words.ts";
import { shippedBot } from "../commands/shipped.ts";

const INTENTS = ["ask", "search", "latest", "digest", "read", "watch", "help"] as const;
type Phrases = Readonly<Record<(typeof INTENTS)[number], readonly string[]>>;

const commands = await loadCommands();
const json = async (file: string) => JSON.parse(await readFile(file, "utf8")) as Phrases;
let route: (said: string) => Promise<Routed>;
let close: () => unknown;
beforeAll(async () => {
  const bot = await shippedBot();
  const router = createRouter({ commands, library: bot.library, search: bot.search });
  route = (said) => router(said);
  close = bot.close;
});

describe("what people say", () => {
  test("means the right command for 95 % of at least 150 phrases that trained nothing", async () => {
    const phrases = await json(join(import.meta.dirname, "phrases.json"));
    const trained = await json(join(root, "corpus", "intents.json"));
    const known = new Set(
      INTENTS.flatMap((intent) => trained[intent].map((phrase) => plainWords(phrase).toLowerCase())),
    );
    const wrong: string[] = [];
    let all = 0;
    for (const intent of INTENTS)
      for (const phrase of phrases[intent]) {
        expect([phrase, known.has(phrase.toLowerCase())]).toEqual([phrase, false]);
        const { line } = await route(phrase);
        all++;
        if (find(line.split(" ")[0] ?? "", commands)?.name !== intent) wrong.push(`${phrase} → ${line}`);
      }
    expect(all).toBeGreaterThanOrEqual(150);
    expect(wrong.slice(0, Math.max(0, wrong.length - all * 0.05))).toEqual([]);
  });

  test.each([
    ["what happened yesterday?", "digest yesterday"],
    ["昨天有什么大事？", "digest yesterday"],
    ["recap for 26 May 2025", "digest 2025-05-26"],
    ["today", "digest today"],
    ["what happened last week?", "digest week"],
    ["5月26号发生了什么", "digest 5月26日"],
    ["recap for 26 May", "digest 26 May"],
    ["итоги за неделю", "digest week"],
    ["what happened to the bank last week?", "ask what happened to the bank last week?"],
    ["tell me when the forum was held", "ask when the forum was held"],
    ["can u tell me why trade went up", "ask why trade went up"],
    ["hello there", "help"],
    ["let me know when there is news about the development bank", "watch the development bank"],
    ["有签证新闻告诉我一声", "watch 签证"],
    ["уведоми, если упомянут Монголию", "watch Монголию"],
    ["помогите найти статью о чае", "search чае"],
    ["hello, what's the latest news?", "latest"],
    ["thanks! 👍", "help"],
    ["", "help"],
    ["> the ministers met\nwho attended?", "ask who attended?"],
    ["<@U123> 上海精神是什么？ 🙂", "ask 上海精神是什么？"],
    ["@sco-bot, could you please search trade?", "search trade"],
    ["tell me about 62hrk", "read 62hrk"],
    ["something similar to 62HRK please", "related 62hrk"],
    ["search source:人民日报 峰会", "search source:人民日报 峰会"],
    ["daily set 09:00", "daily set 09:00"],
    ["read nosuchid999", "search nosuchid999"],
    ["看一下svvt8", "read svvt8"],
    ["set up an alert for the Wakhan corridor", "watch the Wakhan corridor"],
    ["有蒙古国的消息就喊我一声", "watch 蒙古国"],
    ["маякни, если всплывёт Монголия", "watch Монголия"],
    ["stop alerting me about Mongolia", "watching"],
    ["别再提醒我蒙古的事了", "watching"],
    ["на какие темы мы подписаны?", "watching"],
    ["присылай сводку сюда каждое утро в 9", "help daily"],
    ["which newspapers do you cover?", "sources"],
    ["all well? how many articles do you have?", "status"],
    ["查一下，论坛来了多少家媒体", "ask 论坛来了多少家媒体"],
    ["for my story: when was the bank first proposed", "ask for my story: when was the bank first proposed"],
    ["媒体合作", "search 媒体合作"],
    ["how does the bank work?", "ask how does the bank work?"],
    ["на что подписан договор?", "ask на что подписан договор?"],
    ["monitoring stations", "search monitoring stations"],
    ["出了关于签证的新规定跟我说一声", "watch 签证的新规定"],
    ["有新的签证消息第一时间通知我", "watch 新的签证"],
    ["以后提到伊朗就提醒我", "watch 伊朗"],
    ["set an alarm for anything on the Aral sea", "watch the Aral sea"],
    ["notify this channel about Kashmir", "watch Kashmir"],
    ["取消对茶叶的关注", "watching"],
    ["why did svvt8 come up for media forum?", "why svvt8 media forum"],
    ["为什么搜“上海精神”时会有SVVT8", "why svvt8 上海精神"],
    ["почему svvt8 появилась по запросу медиафорум?", "why svvt8 медиафорум"],
    ["why svvt8 cooperation with China", "why svvt8 cooperation with China"],
    ["why did svvt8 come up", "read svvt8"],
    ["settings language ru", "settings language ru"],
    ["status of talks", "search status of talks"],
    ["settings of the dispute", "search settings of the dispute"],
    ["watching the border", "search watching the border"],
    ["open skies treaty", "search open skies treaty"],
    ["more", "ask more"],
    ["来源呢？", "ask 来源呢？"],
  ])("%s → %s", async (said, line) => {
    expect((await route(said)).line).toBe(line);
  });

  test.each([
    ["хочу получать всё о водных спорах", "watch водных спорах"],
    ["第一时间救援地震灾区", "watch 救援地震灾区"],
    ["set a new record for trade", "watch record for trade"],
    ["monitor lizards of the Karakum", "watch lizards of the Karakum"],
  ])("what may be news starts no watch; it is searched, and the watch is named: %s", async (said, watch) => {
    const { line, meant } = await route(said);
    expect([line.split(" ")[0], meant]).toEqual(["search", watch]);
  });

  test.each([
    ["关注民生的会议有哪些", "关注民生的会议有哪些"],
    ["谁在跟踪沙尘暴", "谁在跟踪沙尘暴"],
    ["как только открыли границу, торговля выросла", "как только открыли границу, торговля выросла"],
    ["скажи мне, кто наблюдал за референдумом", "скажи мне, кто наблюдал за референдумом"],
    ["хочу знать, кто следит за договором", "кто следит за договором"],
    ["tell me who keeps watch over the Strait of Hormuz", "who keeps watch over the Strait of Hormuz"],
  ])("a question about who watches is a question: %s", async (said, question) => {
    expect(await route(said)).toEqual({ line: `ask ${question}` });
  });

  test("no words make it fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (said) => {
        expect((await route(said)).line).not.toBe("");
      }),
      { numRuns: 300 },
    );
    await close();
  });
});

test("others get their turn while the classifier learns", async () => {
  const began = process.cpuUsage();
  const used = () => process.cpuUsage(began).user;
  const turns: number[] = [];
  const tick = setInterval(() => turns.push(used()), 0);
  await createClassifier();
  clearInterval(tick);
  const ends = [0, ...turns, used()];
  const longest = Math.max(...ends.slice(1).map((end, i) => end - (ends[i] ?? 0)));
  expect(longest).toBeLessThan((ends.at(-1) ?? 0) / 2);
});

test("the classifier alone knows the phrases it learnt", async () => {
  const classify = await createClassifier();
  const trained = await json(join(root, "corpus", "intents.json"));
  const all = INTENTS.flatMap((intent) => trained[intent].map((phrase) => ({ intent, phrase })));
  const right = all.filter(({ intent, phrase }) => classify(phrase)?.intent === intent);
  expect(right.length / all.length).toBeGreaterThan(0.9);
  expect(classify("§§§")).toBeUndefined();
});

test("leaves JavaScript's own mathematics as they are", async () => {
  const classify = await createClassifier();
  expect(classify("what happened yesterday")).toBeDefined();
  expect([Math.sign(-3), Math.sign(0), Math.sign(3)]).toEqual([-1, 0, 1]);
});
