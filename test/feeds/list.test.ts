/** The shipped list of feeds, linted; and what its topic keeps. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readFeedList } from "../../src/feeds/list.ts";
import { isInPacks, USUAL_PACKS, unknownPacks } from "../../src/feeds/packs.ts";
import { type FeedSpec, shownUrl } from "../../src/feeds/spec.ts";
import { shownAddress } from "../../src/mask.ts";
import { root } from "../../src/root.ts";
import { type Boxed, shippedBot } from "../commands/shipped.ts";
import { NOW } from "./samples.ts";

let bot: Boxed;
beforeAll(async () => {
  bot = await shippedBot();
});
const shipped = () => readFeedList(join(root, "corpus", "feeds.yaml"), bot.library);

test("every shipped feed has a known publisher, a language, a zone and a group, and none stands there twice", async () => {
  const { specs, faults, topic } = await shipped();
  expect(faults).toEqual([]);
  for (const spec of specs) {
    expect(bot.library.publisher(spec.source)?.country).toBe(spec.country);
    expect(spec.zone).toMatch(/^[A-Z]/);
    expect(["core", "extra"]).toContain(spec.pack);
    expect(["A", "B", "C"]).toContain(spec.grade);
    // The Secretariat's own pages are all about the topic.
    const own = spec.url.includes("sectsco.org");
    expect([spec.language === undefined, spec.filter]).toEqual([false, own ? undefined : topic]);
    expect(spec.guess === true).toBe(spec.grade === "C");
  }
  expect(new Set(specs.map(({ url }) => url)).size).toBe(specs.length);
});

test("the address of every shipped feed is shown whole, in whatever list it stands; one that is only like it is not", async () => {
  const { specs } = await shipped();
  for (const { url, pack } of specs) {
    expect([shownUrl({ url, pack }), shownUrl({ url }), shownAddress(url)]).toEqual([url, url, url]);
  }
  const hidden = specs.flatMap(({ url }) => {
    const { origin, pathname, search } = new URL(url);
    return [
      ...[
        `${url}${search ? "&" : "?"}k=s3cretword`,
        `${origin}${pathname}/s3cretword${search}`,
        `${url}s3cretword`,
      ],
      ...[url.replace("://", "://s3cretword@"), url.replace("://", "://me:s3cretword@"), `${url}#s3cretword`],
    ];
  });
  for (const url of hidden) expect(shownAddress(url)).not.toContain("s3cretword");
  expect(shownUrl({ url: "https://a.example/s3cretword/rss" })).toBe("https://a.example/***/rss");
  // More digits than a date has may be a key, and so may the name of a parameter.
  for (const [path, shown] of [
    ["feed/4821-9913-2207/rss", "feed/***/rss"],
    ["4821/9913/2207/rss", "4821/9913/***/rss"],
    ["rss?k9f8e7d6c5b4a3=1", "rss?***=1"],
    ["2025/05/26/rss?page=2", "2025/05/26/rss?page=***"],
    ["news-2025-05-26/rss?lang=en", "news-2025-05-26/rss?lang=en"],
  ])
    expect(shownAddress(`https://a.example/${path}`)).toBe(`https://a.example/${shown}`);
});

test("the default pack speaks three languages; the two feeds that stand still are gone; terms are kept", async () => {
  const { specs } = await shipped();
  const core = specs.filter((spec) => isInPacks(spec, USUAL_PACKS));
  const count = (language: string) => core.filter((spec) => spec.language === language).length;
  expect([core.length, count("zh"), count("ru"), count("en")]).toEqual([60, 16, 20, 24]);
  expect(specs.filter(({ url }) => /people\.com\.cn\/rss/.test(url))).toEqual([]);
  const named = (part: string) => specs.find(({ url }) => url.includes(part));
  expect(named("rg.ru")).toMatchObject({ clock: "local", pages: false });
  expect(named("//kremlin.ru")).toMatchObject({ clock: "local", pages: false });
  expect(named("gazeta.uz")).toMatchObject({ keep: "excerpt", pages: false });
});

describe("groups", () => {
  const list = async () => (await shipped()).specs;
  test.each([
    [["core"], (spec: FeedSpec) => spec.pack === "core"],
    [["core", "extra"], () => true],
    [["all"], () => true],
    [["zh"], (spec: FeedSpec) => spec.language === "zh"],
    [["KZ"], (spec: FeedSpec) => spec.country === "KZ"],
    [["ru", "kg"], (spec: FeedSpec) => spec.language === "ru" || spec.country === "KG"],
  ] as const)("%s", async (names, is) => {
    const specs = await list();
    const chosen = specs.filter((spec) => isInPacks(spec, names));
    expect(chosen).toEqual(specs.filter(is));
    expect(chosen.length).toBeGreaterThan(0);
    expect(unknownPacks(specs, names)).toEqual([]);
  });
  test("a name that is none is told with those that are", async () => {
    const [fault] = unknownPacks(await list(), ["core", "cor"]);
    expect(fault?.en).toContain("“cor”; there are all, core");
  });
  test("a feed in no pack is somebody's own and is always followed", () => {
    expect(isInPacks({ url: "https://a.example/", source: "A", pages: true }, ["zh"])).toBe(true);
  });
});

describe("the topic", () => {
  test.each([
    ["上合组织成员国媒体峰会在郑州举行", "zh", true],
    ["弘扬上海精神 共建美好家园", "zh", true],
    ["SCO summit opens in Bishkek", "en", true],
    ["Leaders of the Shanghai Co-operation Organisation gather", "en", true],
    ["Leaders of the Shanghai Co\u2011operation Organisation gather", "en", true],
    ["Shanghai Co-operation Organization adds a partner", "en", true],
    ["Shanghai Co\u2010operation Organization adds a partner", "en", true],
    ["Shanghai Cooperation Organisation adds a partner", "en", true],
    ["Саммит ШОС пройдёт в Бишкеке", "ru", true],
    ["Moscow football results", "en", false],
    ["上海今日天气晴", "zh", false],
    ["Погода в Москве", "ru", false],
  ] as const)("%s: %s, kept: %s", async (title, language, kept) => {
    const { topic = "" } = await shipped();
    const article = {
      ...{ id: "x1", title, body: "", source: "TASS", published: null, url: null },
      language,
      kind: "excerpt" as const,
    };
    const hit = await bot.search.matches(topic, article, { now: NOW, zone: "UTC" });
    expect(hit !== undefined).toBe(kept);
  });
});

test("faults of a list are named by feed and field, and the others are kept", async () => {
  const { mkdtemp, rm, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const folder = await mkdtemp(join(tmpdir(), "sco-list-"));
  const file = join(folder, "feeds.yaml");
  const read = async (text: string) => {
    await writeFile(file, text);
    return readFeedList(file, bot.library);
  };
  const list = await read(
    "- https://a.example/feed\n- {url: ftp://b.example}\n- {url: https://c.example/x, zone: Mars/North}\n- 7\n- {url: https://www.tass.com/feed}\n- https://me:canary@d.example/feed",
  );
  expect(list.specs.map(({ source }) => source)).toEqual(["a.example", "TASS"]);
  expect(list.faults.map(({ en }) => en.replace(file, "FILE"))).toEqual([
    "FILE: feed 2: url wants an address that begins with http:// or https://",
    "FILE: feed 3: zone wants a time zone such as Asia/Shanghai",
    "FILE: feed 4: url wants an address that begins with http:// or https://",
    "FILE: feed 6: url wants an address without a user name and password",
  ]);
  expect(list.faults.map(({ zh }) => zh.replace(file, "FILE"))[1]).toBe(
    "FILE：第 3 个订阅源：zone 应为：Asia/Shanghai 这样的时区",
  );
  expect((await read("a: 1")).faults).toHaveLength(1);
  expect((await read("a: [")).faults[0]?.en).not.toContain("\n");
  const none = await readFeedList(join(folder, "none.yaml"), bot.library);
  expect(none.faults[0]?.ru).toContain("такого файла или папки нет");
  await rm(folder, { recursive: true });
});
