/** The pictures in docs: which there are, that the guides tell how each comes about, and what they are drawn with. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { slashOf } from "./asking.ts";
import { discordHtml } from "./discord-message.ts";
import { markdownHtml } from "./markdown.ts";
import { mrkdwnHtml } from "./mrkdwn.ts";
import { SHOTS } from "./shots.ts";
import { slackHtml } from "./slack-blocks.ts";
import { smallPng } from "./small-png.ts";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const pages = ["README.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"))];
const texts = pages.map((name) => textOf(name === "README.md" ? name : `docs/${name}`));
const shown = texts.flatMap((text) => [...text.matchAll(/!\[[^\]]+\]\((?:docs\/)?([\w-]+)\.png\)/g)]);
const drawn = [...SHOTS.map(({ name }) => name), "reading-room"];

describe("the pictures in docs", () => {
  test("are those that the script draws, each shown somewhere and lighter than 200 kB", () => {
    expect(new Set(shown.map(([, name]) => name))).toEqual(new Set(drawn));
    for (const name of drawn) expect(statSync(join(root, "docs", `${name}.png`)).size).toBeLessThan(200_000);
    const there = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".png"));
    expect(there.sort()).toEqual([...drawn, "icon"].map((name) => `${name}.png`).sort());
  });

  test("show what is typed for them in README or a guide", () => {
    const told = texts.join("\n").replaceAll('"', "");
    const typed = SHOTS.map(({ steps: [first = ""] }) => first.replace(/^\/sco (?=search|story)/, ""));
    expect(typed.filter((line) => !told.includes(line))).toEqual([]);
  });
});

describe("what they are drawn with", () => {
  test("reads Slack's marks as Slack does; a mark that it would not take stays", () => {
    expect(mrkdwnHtml("*<https://a.example/?b=1&amp;c|上海>*, *精神*\u200b的 &lt;b&gt; a*b*c `x*y*`")).toBe(
      '<b><a href="https://a.example/?b=1&amp;c">上海</a></b>, <b>精神</b>\u200b的 &lt;b&gt; a*b*c <code>x*y*</code>',
    );
    expect(mrkdwnHtml("<!date^1748211180^{date_short} {time}|2025-05-25>")).toBe("May 26, 2025 3:13 AM");
  });

  test("reads Discord's as Discord does", () => {
    const reader = { locale: "en-US", zone: "UTC" };
    expect(
      markdownHtml("## A\n-# <t:1748211180:D> · [b\\_c](<https://d.example/>)\n**e\\*** <f>", reader),
    ).toBe(
      '<h2>A</h2><small><time>May 25, 2025</time> · <a href="https://d.example/">b_c</a></small><div><b>e*</b> &lt;f&gt;</div>',
    );
    expect(markdownHtml("a\n```\nb  **c**\n```", reader)).toBe("<div>a</div><pre>b  **c**</pre>");
    const html = discordHtml(
      {
        embeds: [{ title: "T", url: "https://t.example/", image: { url: "attachment://p.png" } }],
        components: [
          { components: [{ type: 3, placeholder: "Read…" }] },
          { components: [{ type: 2, style: 4, label: "Stop" }] },
        ],
      },
      reader,
      new Map([["p.png", Buffer.from("png")]]),
    );
    expect(html).toMatch(/<a href="https:\/\/t\.example\/">.*T/s);
    expect(html).toContain(`data:image/png;base64,${Buffer.from("png").toString("base64")}`);
    expect(html).toMatch(/class="menu">Read….*class="button danger">Stop/s);
  });

  test("shows Slack's tables, charts, buttons and thumbs", () => {
    const plain = (text: string) => ({ type: "plain_text", text }) as const;
    const thumb = { text: plain("👍"), value: "=x" };
    const html = slackHtml([
      {
        type: "section",
        text: plain("A & B"),
        accessory: { type: "button", action_id: "a", text: plain("Read") },
      },
      { type: "table", rows: [[{ type: "raw_text", text: "1 < 2" }]], column_settings: [{ align: "right" }] },
      {
        type: "data_visualization",
        title: "Days",
        chart: {
          type: "bar",
          series: [{ name: "Chinese", data: [{ label: "d", value: 2 }] }],
          axis_config: { categories: ["d"] },
        },
      },
      {
        type: "context_actions",
        elements: [
          { type: "feedback_buttons", action_id: "f", positive_button: thumb, negative_button: thumb },
        ],
      },
    ]);
    expect(html).toMatch(/A &amp; B.*Read.*text-align:right.*1 &lt; 2.*<rect.*Chinese.*thumb down/s);
  });

  test("sends a command of Discord's as it is typed, one level down too", () => {
    expect(slashOf("/sco stories compare story:media forum by:country")).toMatchObject({
      options: [
        {
          ...{ name: "stories", type: 2 },
          options: [
            {
              ...{ name: "compare", type: 1 },
              options: [
                { name: "story", value: "media forum" },
                { name: "by", value: "country" },
              ],
            },
          ],
        },
      ],
    });
  });

  test("writes a PNG of few colours that has each pixel", () => {
    const [red, white] = [
      [200, 0, 0, 255],
      [255, 255, 255, 255],
    ];
    const png = smallPng(2, 1, Uint8Array.from([...(red ?? []), ...(white ?? [])]));
    const part = (name: string) => {
      const at = png.indexOf(name);
      return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    };
    const [, first = 0, second = 0] = inflateSync(part("IDAT"));
    const colour = (place: number) => [...part("PLTE").subarray(3 * place, 3 * place + 3)];
    expect([colour(first), colour(second)]).toEqual([
      [200, 0, 0],
      [255, 255, 255],
    ]);
  });
});
