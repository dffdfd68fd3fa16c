/** search, why and related as a person meets them: what they show, which buttons, and how they take bad input. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { buttons, shippedBot, shown } from "./shipped.ts";

interface Data {
  readonly query: string;
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly Readonly<Record<string, unknown>>[];
  readonly remarks?: readonly unknown[];
}

let bot: Awaited<ReturnType<typeof shippedBot>>;
beforeAll(async () => {
  bot = await shippedBot();
});
const ask = async (line: string) => {
  const reply = await bot.say(line);
  return { reply, data: reply.data as Data, text: shown(reply) };
};

describe("search", () => {
  test("shows title, publisher, date, language, where to find it, and the passage with what matched strong", async () => {
    const { reply, data, text } = await ask("search 睦邻友好");
    expect(reply.outcome).toBe("answered");
    expect(data.hits.map((hit) => hit.title)).toContain(
      "哈萨克斯坦外交部对外政策研究所所长:阿斯塔纳峰会将讨论多领域合作",
    );
    expect(text).toContain("Global Times · 2025-06-15T22:52:00Z · Chinese · find it at www.huanqiu.com");
    expect(text).toContain("*睦邻友好*");
    expect(buttons(reply)).toMatchObject({
      Read: expect.stringMatching(/^read \w+ 睦邻友好$/),
    });
  });

  test("a passage that is a part of a sentence says so; a machine gets the article's own letters", async () => {
    const [first] = bot.library.newest();
    if (!first) throw new Error("no articles");
    const body = `${"许多国家的代表在会议上发言，".repeat(40)}量子钢琴，${"他们都很高兴，".repeat(40)}`;
    const long = { ...first, id: "long1", title: "长", body };
    await bot.search.add([long]);
    bot.library.put([long]);
    const { data, text } = await ask("search 量子钢琴 --limit 1");
    expect(text).toMatch(/\n….*\*量子钢琴\*.*…$/m);
    expect(body).toContain(data.hits[0]?.snippet);
    bot.search.remove(["long1"]);
    bot.library.remove(["long1"]);
  });

  test("a passage that goes over a paragraph's end is shown as one", async () => {
    const [first] = bot.library.newest();
    if (!first) throw new Error("no articles");
    const long = { ...first, id: "long2", title: "长", body: "量子钢琴展览\n开幕。\n\n钢琴展览在此。" };
    await bot.search.add([long]);
    bot.library.put([long]);
    const { text } = await ask("search 量子钢琴 --limit 1");
    expect(text).toMatch(/\*量子钢琴\*展览 开幕。\*钢琴\*展览在此/);
    bot.search.remove(["long2"]);
    bot.library.remove(["long2"]);
  });

  test("--json has the promised shape", async () => {
    const { data } = await ask("search 索海尔·汗");
    expect(Object.keys(data)).toEqual(["query", "total", "tookMs", "hits"]);
    expect(data.total).toBe(data.hits.length);
    for (const hit of data.hits) {
      expect(Object.keys(hit)).toEqual(
        "id title url urlKind source published language score snippet matched".split(" "),
      );
      expect(hit.matched).toEqual(expect.arrayContaining([expect.any(String)]));
    }
    expect(data.hits.map((hit) => hit.title)).toEqual(
      expect.arrayContaining([
        "在新疆,绘就“上海精神”时代新篇——专访上合组织副秘书长索海尔·汗",
        "融合报道 | 创新合作凝聚上合力量 媒体论坛开启区域协同新篇",
      ]),
    );
  });

  test("pages follow each other without a gap, and their buttons keep the query", async () => {
    const whole = await ask("search --limit 10 上海精神");
    const ids: unknown[] = [];
    let line: string | undefined = "search --limit 2 上海精神";
    for (let pages = 0; line && pages < 10; pages++) {
      const { reply, data } = await ask(line);
      ids.push(...data.hits.map((hit) => hit.id));
      expect(reply.outcome).toBe("answered");
      line = buttons(reply).Next;
    }
    expect(ids).toEqual(whole.data.hits.map((hit) => hit.id));
    const second = await ask("search --limit=2 --page=2 上海精神");
    expect(second.text).toContain("3–4");
    expect(buttons(second.reply).Previous).toBe("search --page=1 --limit=2 上海精神");
  });

  test("a page beyond the last says which is the last and leads there", async () => {
    const { reply, text } = await ask("search --page=9 上海精神");
    expect(reply.outcome).toBe("nothing");
    expect(text).toContain("There is no page 9; the last one is 2.");
    expect(buttons(reply)["Last page"]).toContain("--page=2");
  });

  test("a broken query says how it was read", async () => {
    const { data, text } = await ask('search source:人民曰报 on:2025-02-30 "上海精神');
    expect(text).toContain(
      "I know no publisher by the name in source:人民曰报; I read it as source:人民日报.",
    );
    expect(text).toContain("There is no such day in on:2025-02-30; I read it as on:2025-02-28.");
    expect(text).toContain("The quote is not closed");
    expect(data.query).toBe('"上海精神" source:人民日报 on:2025-02-28');
    expect(data.remarks?.length).toBeGreaterThanOrEqual(3);
  });

  test("every fault has its sentence in every language", async () => {
    const broken =
      'a OR "" - source: source:qqqq lang:fr sort:up -on:2025 on:soon on:2024 on:2025 -after:2025';
    const lines = { en: 11, zh: 11, ru: 11 };
    for (const locale of ["en", "zh", "ru"] as const) {
      const reply = await bot.say(`search ${broken} "x`, { locale });
      const said = reply.blocks.filter((block) => block.kind === "prose").length;
      expect(said).toBeGreaterThanOrEqual(lines[locale]);
      expect(shown(reply)).not.toContain("undefined");
    }
  });

  test.each([
    ["", "bad-input"],
    ["search", "bad-input"],
    ["search ?!", "bad-input"],
    ["search 🇨🇳", "bad-input"],
    ["search \u0000\u0007", "bad-input"],
    ["search -", "bad-input"],
    ["search qqqqzzzz", "nothing"],
  ])("%j is answered with a sentence", async (line, outcome) => {
    const { reply, text } = await ask(line);
    if (line !== "") expect(reply.outcome).toBe(outcome);
    expect(text.length).toBeGreaterThan(20);
  });

  test("filters by publisher in any of its names, by language and by day", async () => {
    for (const source of [
      "人民日报",
      "People's Daily",
      "ren min ri bao",
      "renminribao",
      '"Жэньминь жибао"',
    ]) {
      const { data } = await ask(`search source:${source} lang:zh`);
      expect(data.total).toBe(3);
    }
    expect((await ask("search on:2025-05-25")).data.total).toBe(4);
    expect((await ask("search on:昨天")).data.total).toBe(1);
  });

  test("--explain adds why each article is there, in words", async () => {
    const { text, data } = await ask("search --explain 睦邻友好 峰会");
    expect(text).toContain("\n睦邻友好, in the text\n峰会, in the title and the text");
    expect(data.hits[0]?.reasons).toEqual(
      expect.arrayContaining([expect.objectContaining({ through: "written", field: "body" })]),
    );
  });

  test("the query is completed, and the publisher inside it", async () => {
    expect(await bot.suggest("search", "query", "民意基")).toEqual(["民意基础坚实 未来发展可期"]);
    expect(await bot.suggest("search", "query", "峰会 source:ren min r")).toContain(
      '峰会 source:"Ren Min Ri Bao"',
    );
    expect(await bot.suggest("search", "query", "-source:“global t")).toContain('-source:"Global Times"');
  });
});

describe("why", () => {
  test("gives each word's weight, and they add up to the score", async () => {
    const { data: found } = await ask("search 睦邻友好 峰会");
    const first = found.hits[0];
    type Weighed = { readonly weight: number };
    const reply = await bot.say(`why ${first?.id} 睦邻友好 峰会 lang:zh`);
    const data = reply.data as { score: number; reasons: Weighed[]; factors: Weighed[] };
    const points = data.reasons.reduce((sum, { weight }) => sum + weight, 0);
    expect(data.factors.length).toBeGreaterThan(0);
    expect(data.score).toBeCloseTo(data.factors.reduce((product, { weight }) => product * weight, points));
    expect(data.score).toBeCloseTo(Number(first?.score));
    expect(shown(reply)).toContain("It passes lang:zh.");
  });

  test("says when the query does not find the article, and when there is no such article", async () => {
    const [article] = bot.library.newest();
    const not = await bot.say(`why ${article?.id} qqqqzzzz`);
    expect([not.outcome, not.summary]).toEqual(["nothing", "“qqqqzzzz” does not find this article."]);
    const none = await bot.say("why nosuch1 峰会", { locale: "ru" });
    expect([none.outcome, none.summary.slice(0, 15)]).toEqual(["nothing", "Статьи «nosuch1"]);
  });
});

describe("related", () => {
  test("lists other articles about the same things, never the article itself", async () => {
    for (const { id } of bot.library.newest()) {
      const { articles } = (await bot.say(`related ${id}`)).data as { articles: { id: string }[] };
      expect(articles.map((one) => one.id)).not.toContain(id);
    }
    const [survey] = (await ask("search 民意基础坚实")).data.hits;
    const reply = await bot.say(`related --limit=1 ${survey?.id}`);
    expect(shown(reply)).toContain("人民日报社国际部和环球时报研究院联合发布民调结果显示");
  });
});
