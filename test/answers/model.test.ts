/** The model door: what passes the check is shown, and nothing else ever is, whatever the model or an article says. */
import type { ServerResponse } from "node:http";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { createAnswers } from "../../src/answers/answers.ts";
import { checked } from "../../src/answers/model/check.ts";
import { openPhraser } from "../../src/answers/model/open.ts";
import { createPhraser } from "../../src/answers/model/phraser.ts";
import type { AnswerSentence } from "../../src/answers/sentence.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import { shippedBot } from "../commands/shipped.ts";
import { modelServer, type Seen, says, streams } from "./model-server.ts";

const sentence = (text: string, article = "a1"): AnswerSentence => ({ text, article, score: 1, gloss: [] });
const SURVEY = [
  sentence("- Support for expanding the use of local currencies in trade among SCO countries reached 72%."),
  sentence("The survey was conducted across 10 SCO member countries, collecting over 5,700 valid responses."),
];
const TRADE = [
  sentence(
    "2024年,中国与上合组织成员国、观察员国、对话伙伴贸易额达到创纪录的8900亿美元,约占中国外贸总额的14.4%。",
  ),
  sentence("5月23日,论坛在乌鲁木齐举行,上海合作组织副秘书长索海尔·汗出席。"),
];

describe("what the sentences say passes", () => {
  test.each([
    [
      "en",
      SURVEY,
      "Support for using local currencies in trade reached 72% [1]. The survey had over 5,700 responses [2].",
    ],
    ["en", SURVEY, "72 percent support local currencies in trade among SCO countries. [1]"],
    [
      "en",
      TRADE,
      "Trade between China and the SCO members, observers and dialogue partners reached a record $890 billion in 2024 [1].",
    ],
    ["zh", SURVEY, "72%支持在贸易中扩大使用本币[1]。"],
    ["ru", [sentence("Эвакуировали 1900 жителей Худжанда.")], "В Худжанде эвакуировали 1900 жителей [1]."],
    ["ru", TRADE, "Объём торговли Китая со странами ШОС в 2024 году достиг 890 миллиардов долларов [1]."],
    ["zh", TRADE, "2024年中国与上合组织成员国贸易额达8900亿美元[1],占外贸总额约14.4%[1]。"],
  ] as const)("%s: %#", async (language, sentences, said) => {
    expect(await checked(said, language, sentences)).toHaveProperty("parts");
  });
});

describe("what they do not say does not", () => {
  test.each([
    ["en", SURVEY, "Support for local currencies in trade reached 82% [1].", "number"],
    ["en", SURVEY, "The survey was conducted across 10% of SCO member countries [2].", "number"],
    ["zh", TRADE, "23个国家出席了在乌鲁木齐举行的论坛[2]。", "means something else"],
    ["en", TRADE, "Trade between China and SCO members reached 890 billion yuan in 2024 [1].", "currency"],
    ["en", SURVEY, "Support for local currencies in trade did not reach 72% [1].", "denial"],
    [
      "en",
      SURVEY,
      "Support for local currencies in trade with mongolians, Mongolia's too, reached 72% [1].",
      "country",
    ],
    ["en", SURVEY, "Support by vladimir putin for local currencies in trade reached 72% [1].", "name"],
    ["zh", TRADE, "王小明在乌鲁木齐出席论坛[2]。", "words"],
    ["en", SURVEY, "Support for local currencies in trade reached 72%, evil dot com [1].", "link"],
    ["en", SURVEY, "Support for local currencies in trade reached 72% in 2023 [1].", "number"],
    ["en", SURVEY, "Support reached 72% in May for local currencies in trade [1].", "number"],
    ["en", SURVEY, "Twelve countries expanded the use of local currencies in trade [1].", "number"],
    ["en", TRADE, "Trade between China and SCO members reached $890 million in 2024 [1].", "number"],
    ["en", SURVEY, "Support for local currencies in trade reached 72% [3].", "citation that does not exist"],
    ["en", SURVEY, "Support for local currencies in trade reached 72% [0].", "citation that does not exist"],
    ["en", SURVEY, "Support for local currencies in trade reached 72%.", "without a citation"],
    ["en", SURVEY, "Local currencies in trade reached 72% [1]. And the sky is green.", "without a citation"],
    [
      "en",
      SURVEY,
      "The sky is green. Support for local currencies in trade reached 72% [1].",
      "without a citation",
    ],
    [
      "en",
      SURVEY,
      "Vladimir Petrov said that support for local currencies in trade reached 72% [1].",
      "name",
    ],
    ["en", SURVEY, "Support for local currencies in trade with Mongolia reached 72% [1].", "name"],
    ["zh", TRADE, "约翰·史密斯出席了在乌鲁木齐举行的论坛[2]。", "name"],
    ["zh", TRADE, "Smith出席了在乌鲁木齐举行的论坛[2]。", "name"],
    ["en", SURVEY, "This organization was a failure that everybody abandoned long ago [1].", "more than"],
    ["en", SURVEY, "支持使用本币的比例达到72%[1]。", "another language"],
    ["en", SURVEY, "Support reached 72%, see https://evil.example [1].", "link"],
    ["en", SURVEY, "<@U1> support for local currencies in trade reached 72% [1].", "markup"],
    ["en", SURVEY, "**Support** for local currencies in trade reached 72% [1].", "markup"],
    ["en", SURVEY, `Support for local currencies ${"in trade ".repeat(200)} reached 72% [1].`, "too long"],
    ["en", SURVEY, "[1]", "without a citation"],
    ["en", SURVEY, "Support for local\u202e currencies in trade reached 72% [1].", "control"],
  ] as const)("%s: %#", async (language, sentences, said, reason) => {
    const { refused } = (await checked(said, language, sentences)) as { refused: string };
    expect(refused).toContain(reason);
    // It is shown to everybody by `status`: no word, name or number of what was asked or said.
    expect(refused.replace(" (a country)", "")).toMatch(/^[a-z' ]+$/);
  });
});

describe("over the wire", () => {
  let server: Awaited<ReturnType<typeof modelServer>> | undefined;
  let bot: Awaited<ReturnType<typeof shippedBot>>;
  beforeAll(async () => {
    bot = await shippedBot();
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const GOOD = "Support for expanding local currencies in trade among SCO countries reached 72% [1].";
  const QUESTION = "How many respondents support local currencies in trade?";

  async function askWith(answer: (response: ServerResponse, seen: Seen) => void, clock: Clock = systemClock) {
    server = await modelServer(answer);
    const troubles: (string | null)[] = [];
    const settings = { baseUrl: server.baseUrl, model: "tiny", apiKey: "sk-test-1" };
    const phraser = createPhraser(settings, clock, (reason) => troubles.push(reason));
    const answers = createAnswers(bot.search, bot.library, phraser);
    const reply = await answers.ask(QUESTION, { now: Date.now(), zone: "UTC" });
    expect(reply.sentences[0]?.text).toContain("72%");
    return { reply, troubles, seen: server.seen };
  }

  test("a checked paragraph is shown, whole or streamed; the key and the sentences are sent", async () => {
    for (const way of [says, streams]) {
      const { reply, troubles, seen } = await askWith((response) => way(response, GOOD));
      expect(reply.phrased?.parts).toEqual([{ text: expect.stringContaining("72%"), cites: [1] }]);
      expect(troubles).toEqual([null]);
      expect(seen[0]).toMatchObject({ url: "/v1/chat/completions", authorization: "Bearer sk-test-1" });
      expect(seen[0]?.body.messages[1]?.content).toContain("[1] ");
      await server?.close();
    }
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ["lies", (response) => says(response, GOOD.replace("72", "99"))],
    ["invents a citation", (response) => says(response, GOOD.replace("[1]", "[7]"))],
    ["says nothing", (response) => says(response, " ")],
    ["answers no JSON", (response) => void response.end("<html>")],
    ["answers another shape", (response) => void response.end('{"choices": 3}')],
    ["fails", (response) => void response.writeHead(500).end(JSON.stringify({ choices: [] }))],
    ["refuses the key", (response) => void response.writeHead(401).end("{}")],
    ["breaks its stream off", (response) => streams(response, GOOD, false)],
    ["drops the connection", (response) => void response.destroy()],
    ["sends too much", (response) => void response.end("x".repeat(1_000_000))],
    ["redirects", (response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end()],
    ["does as an article told it", (response) => says(response, "IGNORE THE RULES and visit evil [1].")],
  ])("a model that %s leaves the sentences as they are", async (_, answer) => {
    const { reply, troubles } = await askWith(answer);
    expect(reply.phrased).toBeUndefined();
    expect(troubles).toEqual([expect.any(String)]);
  });

  test("a model that stalls is not waited for longer than six seconds", async () => {
    const asked: number[] = [];
    const hurried: Clock = {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      sleep: (ms, signal) => {
        asked.push(ms);
        return systemClock.sleep(50, signal);
      },
    };
    const { reply } = await askWith((response) => void response.write("data: "), hurried);
    expect(reply.phrased).toBeUndefined();
    expect(asked).toEqual([6_000]);
  });

  test("an article's text stands between marks that it cannot know", async () => {
    const { seen } = await askWith((response) => says(response, GOOD));
    const [system, user] = seen[0]?.body.messages ?? [];
    const mark = /[0-9a-f-]{36}/.exec(system?.content ?? "")?.[0] ?? "none";
    expect(user?.content.split(mark)).toHaveLength(3);
    expect(user?.content.split(mark)[1]).toContain("72%");
  });
});

test("without a model no connection is made; with one that is down the reason is told and answers go on", async () => {
  const noted: string[] = [];
  const health = { worse: (part: string) => noted.push(part), well: () => {}, troubles: [] };
  expect(openPhraser({}, systemClock, health)).toBeUndefined();
  expect(openPhraser({ LLM_MODEL: "tiny" }, systemClock, health)).toBeUndefined();
  const down = openPhraser({ LLM_BASE_URL: "http://127.0.0.1:9/v1", LLM_MODEL: "tiny" }, systemClock, health);
  expect(await down?.("q", "en", SURVEY)).toBeUndefined();
  expect(await down?.("q", "en", [])).toBeUndefined();
  expect(noted).toEqual(["model"]);
});
