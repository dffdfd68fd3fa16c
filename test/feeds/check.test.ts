/** `feeds check`: every feed of the list is tried, and a table says what is to be done about each. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Reply } from "../../src/reply.ts";
import { type Box, NOW, openBox } from "./box.ts";
import { startServer, type TestServer } from "./server.ts";

const rss = (title: string, date: string, items = 3) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${Array.from({ length: items }, (_, n) => `<item><title>${title} ${n} 上合组织</title><link>https://news.example/${title}/${n}00000</link>${date && `<pubDate>${date}</pubDate>`}</item>`).join("")}</channel></rss>`;
const TODAY = "Mon, 16 Jun 2025 09:00:00 +0800";

let server: TestServer;
let box: Box;
let reply: Reply;
interface Row {
  readonly url: string;
  readonly followed: boolean;
  readonly works: boolean;
  readonly items: number | null;
  readonly kept: number;
  readonly newest: string | null;
  readonly format: string | null;
  readonly reason: string | null;
}
const rows = () => (reply.data as { feeds: readonly Row[] }).feeds;
const row = (path: string) => rows().find(({ url }) => url.endsWith(path));

beforeAll(async () => {
  server = await startServer();
  const { set } = server;
  const list = [
    {
      url: set("/well.xml", { body: rss("Well", TODAY) }),
      publisher: "tass",
      filter: "上合组织",
      pack: "core",
    },
    { url: set("/extra.xml", { body: rss("Extra", TODAY) }), pack: "extra", filter: "football" },
    { url: set("/guess.xml", { body: rss("Guess", TODAY) }), guess: true, pack: "core" },
    { url: set("/gone.xml", { status: 404 }), remark: "Holds a day.", pack: "core" },
    { url: set("/refused.xml", { status: 403 }), pack: "core" },
    { url: set("/later.xml", { status: 503 }), pack: "core" },
    { url: set("/frozen.xml", { body: rss("Frozen", "Thu, 05 Dec 2024 10:00:00 +0800") }), pack: "core" },
    { url: set("/undated.xml", { body: rss("Undated", "") }), pack: "core" },
    { url: set("/empty.xml", { body: rss("Empty", TODAY, 0) }), pack: "core" },
    { url: set("/home.rss", { body: "<!doctype html><html><body><p>Home</p></body></html>" }), pack: "core" },
  ];
  box = await openBox(list, [server.host]);
  reply = await box.say("feeds check");
}, 60_000);
afterAll(async () => {
  await box.close();
  await server.close();
});

test("all are tried, followed or not, each once, and each is told as it is done", () => {
  expect(rows().length).toBe(10);
  expect(server.asked.filter(({ path }) => path === "/extra.xml").length).toBe(1);
  expect(box.progress.filter((line) => /https?:/.test(line)).length).toBe(10);
  expect(box.library.newest().filter(({ title }) => /上合组织$/.test(title))).toEqual([]);
});

test("what works says how much it has, how much would be kept, and how new it is", () => {
  expect(row("/well.xml")).toMatchObject({
    ...{ followed: true, works: true, items: 3, kept: 3, newest: "2025-06-16T01:00:00Z", format: "rss" },
    reason: null,
  });
  expect(row("/extra.xml")).toMatchObject({ followed: false, works: true, items: 3, kept: 0 });
});

describe("what does not says why and what to do, in three languages", () => {
  test.each([
    ["/gone.xml", /404.*look for the new one/, "查找新网址", "найдите новый"],
    ["/refused.xml", /403.*another network.*agent/, "换一个网络", "другую сеть"],
    ["/later.xml", /503.*again later/, "稍后再试", "позже"],
    ["/frozen.xml", /2024-12-05.*no longer lives/, "停更", "не обновляется"],
    ["/undated.xml", /None of its items has a date/, "没有日期", "нет даты"],
    ["/empty.xml", /no items/, "没有条目", "нет записей"],
    ["/home.rss", /web page instead of a feed.*agent/, "返回的是网页", "страница вместо ленты"],
  ])(
    "%s",
    async (path, en, zh, ru) => {
      expect(row(path)).toMatchObject({ works: false, reason: expect.stringMatching(en) });
      for (const [locale, word] of [
        ["zh", zh],
        ["ru", ru],
      ] as const) {
        const other = await box.say("feeds check", { locale });
        const found = (other.data as { feeds: readonly Row[] }).feeds.find(({ url }) => url.endsWith(path));
        expect(found?.reason).toContain(word);
      }
    },
    60_000,
  );
});

test("the table has what is wrong first, with the list's own remark, and a guess that works is followed from then on", async () => {
  const table = reply.blocks.find(({ kind }) => kind === "table");
  const text = JSON.stringify(table);
  expect(text).toMatch(/look for the new one · Holds a day\./);
  expect(text.indexOf("/gone.xml")).toBeLessThan(text.indexOf("/well.xml"));
  expect(text).toContain("it was a guess, and is followed from now on");
  expect(reply.summary).toBe("3 of 10 feeds work from here");
  const { feeds } = (await box.say("feeds")).data as { feeds: readonly { url: string }[] };
  expect(feeds.some(({ url }) => url.endsWith("/guess.xml"))).toBe(true);
});

test("its exit code tells all, some and none; in a chat it says where it is done", async () => {
  expect(reply.outcome).toBe("nothing");
  const one = await openBox([{ url: `${server.url}/well.xml` }], [server.host], undefined, NOW);
  expect((await one.say("feeds check")).outcome).toBe("answered");
  await one.close();
  const none = await openBox([{ url: `${server.url}/gone.xml` }], [server.host], undefined, NOW);
  expect((await none.say("feeds check")).outcome).toBe("bad-input");
  await none.close();
  expect((await box.say("feeds check", { platform: "slack" })).summary).toContain("npx sco feeds check");
  expect((await box.say("feeds check", { platform: "slack", operates: false })).outcome).toBe("bad-input");
});
