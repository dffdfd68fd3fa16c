/** Every article of every day of the judged articles has its link in the digest, on Slack, on Discord and in a terminal; pages are calm. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { render as onDiscord } from "../../adapters/discord/render.ts";
import { render as onSlack } from "../../adapters/slack/render.ts";
import { render as inTerminal } from "../../adapters/terminal/render.ts";
import type { Article } from "../../src/article.ts";
import { dayOf } from "../../src/time.ts";
import { type Desk, openDesk } from "../desk.ts";

const reader = { locale: "en", zone: "Asia/Shanghai" } as const;
let desk: Desk;
let articles: readonly Article[] = [];
beforeAll(async () => {
  desk = await openDesk();
  articles = readFileSync(new URL("../judged/ordinary/articles.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): Article => ({ ...JSON.parse(line), kind: "article", story: undefined }))
    .map((article) => ({ ...article, url: `https://news.example/${article.id}` }));
  desk.doors.library.put(articles);
});
afterAll(() => desk.close());

test("a digest's pages together link to each article of the day", async () => {
  const days = new Map<string, string[]>();
  for (const { id, published } of articles) {
    const day = dayOf(published ?? "", "Asia/Shanghai");
    days.set(day, [...(days.get(day) ?? []), id]);
  }
  const missing: string[] = [];
  for (const [day, ids] of days) {
    const written = { slack: "", discord: "", terminal: "" };
    for (let page = 1, more = true; more; page++) {
      const reply = await desk.ask(`digest ${day} --page=${page}`);
      written.slack += JSON.stringify(onSlack(reply, { reader, nonce: "n", names: new Map() }));
      written.discord += JSON.stringify(onDiscord(reply).body);
      written.terminal += inTerminal(reply, {
        ...reader,
        colour: false,
        links: true,
        width: 80,
        keys: false,
      }).text;
      more = JSON.stringify(reply.blocks).includes(`--page=${page + 1}`);
    }
    for (const id of ids)
      for (const [platform, text] of Object.entries(written))
        if (!new RegExp(`https://news\\.example/${id}(?![\\w])`).test(text))
          missing.push(`${day} ${id} ${platform}`);
  }
  expect(days.size).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test("a page of five hits has at most eight buttons and menus, links not counted", async () => {
  for (const line of ["search 上海精神", "search cooperation", "latest"]) {
    const reply = await desk.ask(line, { platform: "slack" });
    const controls = (text: string, kinds: RegExp) => text.match(kinds)?.length ?? 0;
    const slack = JSON.stringify(onSlack(reply, { reader, nonce: "n", names: new Map() }).blocks);
    const discord = JSON.stringify(onDiscord(reply).body.components);
    expect(controls(slack, /"type":"(?:button|overflow|\w*select)"/g)).toBeLessThanOrEqual(8);
    expect(controls(discord, /"type":(?:2|3|5|6|7|8),/g)).toBeLessThanOrEqual(8);
    expect(controls(slack, /"type":"button"/g)).toBeGreaterThan(3);
  }
});
