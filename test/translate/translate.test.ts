import { afterEach, describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { clockAt, systemClock } from "../../src/clock.ts";
import type { Health } from "../../src/ops/health.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { unfaithful } from "../../src/translate/check.ts";
import { headlineOf, headlineSpans } from "../../src/translate/headline.ts";
import { openTranslate } from "../../src/translate/translate.ts";
import { type TranslateServer, translateServer } from "./server.ts";

const NOW = Date.parse("2026-11-30T06:00:00Z");
const article: Article = {
  ...{
    id: "aaaaa",
    title: "上海合作组织成员国卫生部长会议在西安举行",
    body: "会议在西安举行。",
    source: "",
    url: null,
  },
  ...{ published: "2026-11-29T06:00:00Z", language: "zh", kind: "article", copies: [] },
};
const GOOD = "SCO health ministers meet in Xi'an";

let servers: TranslateServer[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

async function opened(settings: Parameters<typeof translateServer>[0], key?: string) {
  const server = await translateServer(settings);
  servers.push(server);
  const store = memoryStore(clockAt(NOW));
  const said: string[] = [];
  const health: Health = { troubles: [], well: () => {}, worse: (_, { en }) => void said.push(en) };
  const config = { SCO_TRANSLATE_URL: `${server.url}/`, SCO_TRANSLATE_KEY: key };
  const open = () => openTranslate(config, () => store, { ...systemClock, now: () => NOW }, health);
  return { server, said, open, translate: open() };
}

describe("a translator", () => {
  test("is asked with its key and the server's names of languages, once for an article and a language", async () => {
    const codes = ["en", "ru", "zh-Hans"];
    const { server, open, translate } = await opened({ key: "k1", codes, translate: () => GOOD }, "k1");
    const headline = await headlineOf([article], "en", translate);
    expect(headline).toMatchObject({ text: GOOD, by: "translation" });
    expect(headlineSpans(headline, "en")).toEqual([GOOD, { dim: " (machine translation)" }]);
    expect(server.asked).toEqual([{ q: article.title, source: "zh-Hans", target: "en" }]);
    expect(await open().texts([article.title], article.id, "zh", "en")).toEqual([GOOD]);
    expect(server.asked).toHaveLength(1);
  });

  test("several texts go in one request, and each comes back in its place", async () => {
    const { server, translate } = await opened({
      translate: (text) => (text.includes("北京") ? "In Beijing" : "In Moscow"),
    });
    expect(await translate.texts(["在北京", "在莫斯科"], "bbbbb", "zh", "en")).toEqual([
      "In Beijing",
      "In Moscow",
    ]);
    expect(server.asked).toHaveLength(1);
  });

  test("what says something else than the original is not shown, and is not asked for again", async () => {
    const { server, translate } = await opened({
      translate: () => "12 SCO health ministers did not meet in Xi'an",
    });
    for (let n = 0; n < 2; n++)
      expect(await translate.texts([article.title], article.id, "zh", "en")).toEqual([undefined]);
    expect(server.asked).toHaveLength(1);
    const headline = await headlineOf([article], "en", translate);
    expect(headline.by).toBe("terms");
    expect(headline.text).toMatch(/^≈ .*health.*Xi/i);
  });

  test("a server that refuses is left alone for a minute, and the health says so", async () => {
    const { said, translate } = await opened({ key: "k1", translate: () => GOOD }, "wrong");
    expect(await translate.texts([article.title], article.id, "zh", "en")).toEqual([undefined]);
    expect(said.join()).toContain("The translator cannot be used: the translator answered with status 403");
    expect(said.join()).not.toContain("wrong");
    expect(await translate.texts(["别的"], article.id, "zh", "en")).toEqual([undefined]);
    expect(said).toHaveLength(1);
  });

  test("without an address nothing is asked, and telling terms are all there is", async () => {
    const health = { troubles: [], well: () => {}, worse: () => {} };
    const off = openTranslate({}, () => memoryStore(clockAt(NOW)), clockAt(NOW), health);
    expect(off.on).toBe(false);
    expect(await off.texts([article.title], article.id, "zh", "en")).toEqual([undefined]);
    expect(off.terms(article.title, "zh")).toEqual([]);
    expect(off.terms(article.title, "ru").length).toBeGreaterThan(1);
  });
});

describe("a translation is held against its original", () => {
  test.each([
    [GOOD, article.title],
    ["Trade grew by 20.5 percent in 2024", "2024年贸易额增长20.5%"],
    ["Turnover reached 890 billion dollars", "贸易额达8900亿美元"],
  ])("%s is faithful", (said, original) => {
    expect(unfaithful(said, "en", original)).toBeUndefined();
  });

  test.each([
    ["Trade grew by 25 percent", "贸易额增长20.5%", "number"],
    ["Trade grew", "贸易额增长20.5%", "number"],
    ["Kazakhstan opened the forum", "乌兹别克斯坦主持论坛", "name"],
    ["Russia did not sign the agreement", "俄罗斯签署协议", "denial"],
    ["Russia signed the agreement", "俄罗斯没有签署协议", "denial"],
    ["俄罗斯签署协议", "俄罗斯签署协议", "another language"],
    ["See https://evil.example", "请看", "link"],
  ])("%s is not what %s says", (said, original, why) => {
    expect(unfaithful(said, "en", original)).toContain(why);
  });
});
