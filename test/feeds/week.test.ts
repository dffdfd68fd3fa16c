/** A week with the default pack: sixty outlets in the forms that they have, some of them with a fault. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Article } from "../../src/article.ts";
import { readPublishers } from "../../src/articles/publishers.ts";
import type { FeedHealth } from "../../src/feeds/feeds.ts";
import { healthOf } from "../../src/feeds/health.ts";
import type { DnsLookup } from "../../src/net/connector.ts";
import { root } from "../../src/root.ts";
import { type BareRoom, openBare } from "./bare.ts";
import { zoned } from "./week/dates.ts";
import { formOf, type Outlet } from "./week/forms.ts";
import { markOf } from "./week/news.ts";
import { DAY, type Fault, openPress, type Press, type Served } from "./week/press.ts";

const START = Date.parse("2026-09-07T00:10:00Z");
const STEP = 3_600_000;
const FAULTS: readonly Fault[] = [
  { outlet: "www.cgtn.com/subscribe/rss/section/china.xml", from: 0, what: "frozen" },
  { outlet: "astanatimes.com/feed/", from: 2, what: "moved" },
  { outlet: "timesca.com/feed/", from: 3, what: "404" },
  { outlet: "www.dawn.com/feeds/home/", from: 2, to: 3.5, what: "403" },
  { outlet: "akipress.com/rss/en.rss", from: 3, what: "page" },
  { outlet: "uzdaily.uz/en/rss", from: 5, what: "410" },
  { outlet: "kz.kursiv.media/feed/", from: 3, what: "silent" },
  { outlet: "www.gazeta.uz/ru/rss/", from: 4, what: "broken" },
  { outlet: "asiaplustj.info/ru/rss", from: 1, to: 1.25, what: "503" },
  { outlet: "feeds.bbci.co.uk/russian/rss.xml", from: 4, what: "taken over" },
];

interface Entry {
  readonly url: string;
  readonly publisher: string;
  readonly pack: string;
  readonly language: Outlet["language"];
  readonly links?: string;
}

let press: Press;
let bare: BareRoom;
let health: readonly FeedHealth[];
const outlets = new Map<string, Outlet>();
const nameOf = (url: string) => url.replace(/^https?:\/\//, "").replace(/:\d+(?=\/)/, "");
const of = (name: string) => health.find(({ spec }) => nameOf(spec.url) === name);

beforeAll(async () => {
  const publishers = await readPublishers(join(root, "corpus", "sources.json"));
  const list = parse(await readFile(join(root, "corpus", "feeds.yaml"), "utf8")) as {
    feeds: readonly Entry[];
  };
  const core = list.feeds.filter(({ pack }) => pack === "core");
  for (const { url, publisher, language } of core) {
    const zone = publishers.find(({ id }) => id === publisher)?.zone ?? "UTC";
    outlets.set(nameOf(url), { name: nameOf(url), language, zone });
  }
  let now = START;
  press = await openPress(outlets, FAULTS, { start: START, now: () => now });
  const { port } = press;
  const entries = core.map(({ guess: _, ...entry }: Entry & { guess?: boolean }) => ({
    ...entry,
    url: `http://${nameOf(entry.url).replace("/", `:${port}/`)}`,
    ...(entry.links && { links: entry.links.replace(/^([\w.-]+\.\w+)\//, `$1:${port}/`) }),
  }));
  const hosts = [...new Set([...outlets.keys()].map((name) => name.slice(0, name.indexOf("/"))))];
  const lookup = ((_host: string, options: { all?: boolean }, done: (...answer: unknown[]) => void) =>
    options.all
      ? done(null, [{ address: "127.0.0.1", family: 4 }])
      : done(null, "127.0.0.1", 4)) as unknown as DnsLookup;
  bare = await openBare(entries, hosts, START, { publishers, lookup });
  for (; now <= START + 7 * DAY; now += STEP) {
    await bare.poll(false);
    bare.pass(START + (now - START) + STEP - bare.clock.now());
  }
  health = await healthOf(bare.room);
}, 500_000);
afterAll(async () => {
  await bare.close();
  await press.close();
});

/** The articles that have an item's mark. */
function kept(): ReadonlyMap<string, readonly Article[]> {
  const byMark = new Map<string, Article[]>();
  for (const article of bare.library.newest()) {
    const mark = /[a-z]{5}x[0-9a-z]+q/.exec(article.title)?.[0] ?? article.title;
    byMark.set(mark, [...(byMark.get(mark) ?? []), article]);
  }
  return byMark;
}
const ODD = new Set(["www.cgtn.com/subscribe/rss/section/china.xml", "feeds.bbci.co.uk/russian/rss.xml"]);
/** What is on the topic, or all where no filter stands. */
const isWanted = ({ item, form }: Served) => item.onTopic || form.share === 1;
const wanted = (): readonly Served[] =>
  [...press.served.values()].filter((one) => isWanted(one) && !ODD.has(one.outlet.name));

describe("a week of sixty outlets", () => {
  test("sixty are played, and asked no more than is needed", () => {
    expect(outlets.size).toBe(60);
    const { feeds, unchanged, pages } = press.requests;
    expect(unchanged / feeds).toBeGreaterThan(0.3);
    expect(feeds).toBeLessThan(60 * 7 * 24);
    expect(pages).toBeGreaterThan(0);
  });

  test("every item on the topic is kept once, and nothing else", () => {
    const all = kept();
    const lost = wanted().filter(({ item, outlet }) => all.get(markOf(outlet.name, item.n))?.length !== 1);
    expect(
      lost.map(
        ({ item, outlet }) =>
          `${outlet.name} ${item.n}: ${all.get(markOf(outlet.name, item.n))?.length ?? 0}`,
      ),
    ).toEqual([]);
    const frozen = FAULTS.filter(({ what }) => what === "frozen").map(({ outlet }) => outlet);
    const given = [...press.served.values()].filter(
      (one) => isWanted(one) && !frozen.includes(one.outlet.name),
    );
    const known = new Set(given.map(({ item, outlet }) => markOf(outlet.name, item.n)));
    expect([...all.keys()].filter((mark) => !known.has(mark))).toEqual([]);
  });

  test("no feed is asked so seldom that an item of the week is never seen", () => {
    const missed: string[] = [];
    const broken = new Set(FAULTS.map(({ outlet }) => outlet));
    for (const outlet of outlets.values()) {
      if (broken.has(outlet.name)) continue;
      const { perDay } = formOf(outlet);
      const first = Math.ceil(40 * perDay);
      for (let n = first; n < first + 6.5 * perDay; n++)
        if (!press.served.has(`${outlet.name} ${n}`)) missed.push(`${outlet.name} ${n}`);
    }
    expect(missed).toEqual([]);
  });

  test("each has its own headline, the last one, and its own text", () => {
    const all = kept();
    const wrong = wanted().flatMap(({ item, outlet, title }) => {
      const mark = markOf(outlet.name, item.n);
      const [article] = all.get(mark) ?? [];
      if (!article) return [];
      const others = [...article.body.matchAll(/[a-z]{5}x[0-9a-z]+q/g)].filter(([other]) => other !== mark);
      const headline = article.title.replace(/ & R&D$/, "");
      return headline === title && others.length === 0
        ? []
        : [`${outlet.name}: ${article.title} | ${title} | ${others.length}`];
    });
    expect(wrong).toEqual([]);
  });

  test("each is on its day, and at its hour where the outlet says the hour", () => {
    const all = kept();
    const wrong = wanted().flatMap(({ item, outlet, form }) => {
      const [article] = all.get(markOf(outlet.name, item.n)) ?? [];
      if (!article) return [];
      const at = Date.parse(article.published ?? "");
      const right = form.hour
        ? Math.abs(at - item.at) < 3_600_000
        : !Number.isNaN(at) &&
          zoned(at, outlet.zone).toPlainDate().equals(zoned(item.at, outlet.zone).toPlainDate());
      return right
        ? []
        : [`${outlet.name} ${item.n}: ${article.published} | ${new Date(item.at).toISOString()}`];
    });
    expect(wrong).toEqual([]);
  });

  test("all keep the source's name", () => {
    for (const article of bare.library.newest()) expect(bare.library.publisher(article.source)).toBeDefined();
  });
});

describe("feeds tells each fault in words", () => {
  test.each([
    ["www.cgtn.com/subscribe/rss/section/china.xml", "stale", /newest item is of 2026-0[23]/],
    ["timesca.com/feed/", "failing", /404/],
    ["akipress.com/rss/en.rss", "failing", /page/],
    ["uzdaily.uz/en/rss", "retired", /410/],
    ["kz.kursiv.media/feed/", "quiet", /Nothing for \d days; usually \d a day/],
    ["feeds.bbci.co.uk/russian/rss.xml", "odd", /language changed/],
  ])("%s is %s", (name, condition, words) => {
    expect(of(name)).toMatchObject({ condition, reason: { en: expect.stringMatching(words) } });
    for (const locale of ["zh", "ru"] as const) expect(of(name)?.reason?.[locale]).toMatch(/\S/);
  });

  test("those that moved, were blocked or broke for a while are well again, as all others are", () => {
    const ill = health.filter(({ condition }) => condition !== "fresh").map(({ spec }) => nameOf(spec.url));
    expect(ill.sort()).toEqual([
      "akipress.com/rss/en.rss",
      "feeds.bbci.co.uk/russian/rss.xml",
      "kz.kursiv.media/feed/",
      "timesca.com/feed/",
      "uzdaily.uz/en/rss",
      "www.cgtn.com/subscribe/rss/section/china.xml",
    ]);
  });
});
