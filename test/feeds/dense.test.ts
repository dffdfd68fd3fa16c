/** Documents that are nearly all markup, made to exhaust a parser: their beginning is read, in little memory. */
import { afterAll, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { createReader } from "../../src/feeds/reader.ts";
import { item, NOW, rss } from "./samples.ts";

const reader = createReader(systemClock);
afterAll(() => reader.close());

const read = async (text: string, links?: string) => {
  const bytes = Buffer.from(text);
  const started = process.memoryUsage().rss;
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - started);
  }, 5);
  const reading = await reader
    .feed({ bytes, contentType: "", url: "https://news.example/", now: NOW, links })
    .finally(() => clearInterval(watching));
  return { feed: reading.feed, mb: most / 1024 / 1024 };
};

const good = item("Good");
const open = rss(good).replace("</channel></rss>", "");
test.each([
  ["items without end", open + "<item>".repeat(2_400_000), ["Good"]],
  ["elements without end", open + "<a>".repeat(5_000_000), ["Good"]],
  ["empty elements in an item", open.replace("</item>", `${"<a/>".repeat(3_000_000)}</item>`), ["Good"]],
  ["categories", open.replace("</item>", `${"<category>a</category>".repeat(600_000)}</item>`), ["Good"]],
  [
    "entities",
    rss(item("Good", "https://news.example/1").replace("About", "&amp;".repeat(3_000_000))),
    ["Good"],
  ],
  ["CDATA sections", `${open}<item><title>${"<![CDATA[]]>".repeat(1_200_000)}`, ["Good"]],
  [
    "deep JSON",
    `{"items":[{"id":"1","title":"Good"},{"id":"2","title":"Deep","x":${'{"a":'.repeat(2_000_000)}`,
    ["Good"],
  ],
  ["deep arrays", `{"items":[{"id":"1","title":"Good"},${"[".repeat(9_000_000)}`, ["Good"]],
  ["empty objects", `{"items":[{"id":"1","title":"Good"},${"{},".repeat(4_000_000)}{}]}`, ["Good"]],
])(
  "%s",
  async (_what, text, titles) => {
    const { feed, mb } = await read(text);
    expect(feed?.items.map(({ title }) => title)).toEqual(titles);
    expect(feed?.problems.map(({ kind }) => kind)).toContain("tooDense");
    expect(mb).toBeLessThan(100);
  },
  30_000,
);

test("of a page of 300,000 links the first are read, in less than 4 s of work", async () => {
  const links = Array.from(
    { length: 300_000 },
    (_, at) => `<a href="/news/${at}.html">A headline of ${at}</a>`,
  );
  const used = process.cpuUsage();
  const { feed } = await read(`<html><body>${links.join("")}</body></html>`);
  expect(feed?.items[0]?.title).toBe("A headline of 0");
  // 1.6 to 2.2 s; what is not linear takes minutes.
  expect(process.cpuUsage(used).user / 1e6).toBeLessThan(4);
}, 30_000);

test.each([
  ["page", "<html><body>", "<font>", "</b>", "<a href=/news/1.html>A headline</a>", "/news/*"],
  ["feed", "<rss><channel>", "<x>", "</y>", `${good}</channel></rss>`, undefined],
])(
  "a %s of 400,000 tags that do not match is read in linear time",
  async (_what, before, opening, closing, last, links) => {
    const used = process.cpuUsage();
    const text = `${before}${opening.repeat(200_000)}${closing.repeat(200_000)}${last}`;
    expect((await read(text, links)).feed?.items).toHaveLength(1);
    // 0.6 s; where each tag is looked for in all that are open, minutes.
    expect(process.cpuUsage(used).user / 1e6).toBeLessThan(4);
  },
  30_000,
);

test("a JSON item with a list of 400,000 tags is read like any other", async () => {
  const tags = Array.from({ length: 400_000 }, (_, at) => `"${at}"`).join(",");
  const used = process.cpuUsage();
  const { feed } = await read(`{"items":[{"id":"1","title":"Good","tags":[${tags}]}]}`);
  expect(feed?.items).toHaveLength(1);
  expect(process.cpuUsage(used).user / 1e6).toBeLessThan(2);
}, 30_000);
