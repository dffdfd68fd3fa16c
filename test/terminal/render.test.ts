import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import stringWidth from "string-width";
import { render, type Style } from "../../adapters/terminal/render.ts";
import { harmless, oneLine, pad, widthOf, wrap } from "../../adapters/terminal/text.ts";
import type { Block, Reply, Span } from "../../src/reply.ts";

const plain: Style = { colour: false, links: false, width: 40, locale: "en", zone: "UTC", keys: false };
const rich: Style = { ...plain, colour: true, links: true, keys: true };
const reply = (...blocks: Block[]): Reply => ({
  summary: "s",
  blocks,
  audience: "caller",
  outcome: "answered",
});
const card: Block = {
  kind: "card",
  title: { link: "上海精神", url: "https://example.org/a" },
  lines: [
    ["People's Daily", " · ", { date: "2025-05-25T22:13:00Z", show: "day" }],
    ["the ", { strong: "spirit" }, " of it"],
  ],
  actions: [
    { label: "Read", run: "read a1", place: "new" },
    { label: "Why", run: "why a1 x", place: "new" },
    { label: "Share", run: "read --public a1", place: "channel" },
  ],
};

describe("a reply in a pipe", () => {
  test("has no escapes, and addresses below the titles", () => {
    const { text, keys } = render(reply({ kind: "heading", text: "Found" }, card), plain);
    expect(text).toBe(
      "Found\n\n   上海精神\n   https://example.org/a\n   People's Daily · 25 May 2025\n   the spirit of it\n",
    );
    expect(keys.size).toBe(0);
  });

  test("writes out the lines that lead on, and no other buttons", () => {
    const actions: Block = {
      kind: "actions",
      actions: [
        { label: "More", run: "digest 2025-05-26 --page=2", place: "here" },
        { label: "Read", run: "read a1", place: "new" },
        { label: "Share", run: "s", place: "channel" },
      ],
    };
    expect(render(reply(actions), plain).text).toBe("More  digest 2025-05-26 --page=2\n");
  });

  test("columns line up when some letters are wide", () => {
    const { text } = render(
      reply({
        kind: "table",
        head: ["名称", "N"],
        rows: [
          ["人民日报", "6"],
          ["TASS", "12"],
        ],
      }),
      plain,
    );
    const at = text
      .trimEnd()
      .split("\n")
      .map((line) => widthOf(line.slice(0, line.search(/(N|6|12)$/))));
    expect(new Set(at).size).toBe(1);
  });

  test("a table that is too wide is broken within its cells, and loses nothing", () => {
    const rows = [
      ["人民日报", "People's Daily, Ren Min Ri Bao, Жэньминь жибао", "6"],
      ["TASS", "a-word-that-is-longer-than-the-column-can-be-made", "12"],
    ];
    const { text } = render(reply({ kind: "table", head: ["名称", "Also", "N"], rows }), plain);
    const lines = text.trimEnd().split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40);
    expect(lines.length).toBeGreaterThan(3);
    const letters = (some: string) => [...some.replace(/\s/g, "")].sort().join("");
    expect(letters(text)).toBe(letters(`名称AlsoN${rows.flat().join("")}`));
  });

  test("a picture is its description", () => {
    expect(render(reply({ kind: "picture", png: new Uint8Array(), alt: "a chart" }), plain).text).toBe(
      "[a chart]\n",
    );
  });
});

describe("a reply where somebody can type", () => {
  test("has clickable titles and keys for its buttons, but none that post for everybody", () => {
    const actions: Block = {
      kind: "actions",
      actions: [
        { label: "Next", run: "search --page=2 x", place: "here" },
        { label: "Naked", run: "n", place: "new" },
        { label: "Share", run: "s", place: "channel" },
      ],
    };
    const { text, keys } = render(reply(card, actions), rich);
    expect(text).toContain("\u001b]8;;https://example.org/a\u001b\\上海精神\u001b]8;;\u001b\\");
    expect(Object.fromEntries(keys)).toEqual({
      "1": "read a1",
      "1a": "why a1 x",
      n: "search --page=2 x",
      a: "n",
    });
    expect(text).not.toContain("Share");
  });
});

describe("text from outside", () => {
  test("cannot colour the screen, move the cursor or end a link early", () => {
    const evil = "\u001b[31mred\u0007\u009b2J\u001b]8;;http://evil\u001b\\ \u202egpj.exe";
    const { text } = render(
      reply({ kind: "prose", spans: [evil] }, { ...card, title: { link: evil, url: evil } }),
      plain,
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test("stays within the width, and loses nothing but spaces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 10, max: 80 }),
        (raw, width) => {
          const text = harmless(raw);
          const lines = wrap(text, width);
          expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
          for (const line of lines)
            expect(widthOf(line) <= width || !/[\s\p{Script=Han}]/u.test(line)).toBe(true);
        },
      ),
    );
  });

  test.each([
    ["Han without end", "上海合作组织".repeat(16_000)],
    ["Cyrillic without a space", "ы".repeat(96_000)],
    ["accents", "e\u0301 ".repeat(32_000)],
    ["emoji", "👩‍👩‍👧".repeat(12_000)],
  ])("of any length is laid in lines in a time that grows with it: %s", (_what, long) => {
    const time = (text: string) => {
      const began = process.cpuUsage();
      render(reply({ kind: "prose", spans: [text, { strong: text }] }), plain);
      return process.cpuUsage(began).user;
    };
    const short = Math.min(...[1, 2, 3].map(() => time(long.slice(0, long.length / 8))));
    expect(Math.min(...[1, 2].map(() => time(long)))).toBeLessThan(24 * short);
  });

  test("on one line has spaces between sentences, but none after a Chinese one", () => {
    expect(oneLine('决心。\n\n"健康"\nOne.\n Two.')).toBe('决心。"健康" One. Two.');
  });

  test("is padded by columns, not by letters", () => {
    expect(pad("上海", 6)).toBe("上海  ");
  });

  test("a line is broken neither within a word of two spans nor before a middle dot", () => {
    const spans = ['for the "', { strong: "Spirit" }, '" of all'];
    const { text } = render(reply({ kind: "prose", spans }), { ...plain, width: 14 });
    expect(text).toBe('for the\n"Spirit" of\nall\n');
    expect(wrap("索海尔·汗", 6)).toEqual(["索海", "尔·汗"]);
  });

  test("a highlighted text of several paragraphs stays within the width too", () => {
    const body = "这是一个很长的句子。\n\n另一段也很长。\n".repeat(6);
    const { text } = render(
      reply({ kind: "card", title: "t", lines: [[body, { strong: "长" }, body]], actions: [] }),
      plain,
    );
    expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(40);
  });

  test("a long title is broken where somebody sees it, below itself, and stays whole in a pipe", () => {
    const title = { link: "上合组织".repeat(12), url: "https://example.org/a" };
    const block: Block = { kind: "card", title, lines: [], actions: [] };
    expect(render(reply(block), plain).text).toContain(title.link);
    const shown = render(reply(block), { ...plain, links: true }).text.replace(
      /\u001b\]8;;[^\u001b]*\u001b\\/g,
      "",
    );
    expect(shown.trimEnd().split("\n")).toEqual(
      [title.link.slice(0, 18), title.link.slice(18, 36), title.link.slice(36)].map((line) => `   ${line}`),
    );
  });

  test("a line that is broken does not begin with a space", () => {
    const ids = Array.from({ length: 12 }, (_, i): Span[] => [{ code: `id${i}x` }, " "]).flat();
    const { text } = render(reply({ kind: "card", title: "t", lines: [ids], actions: [] }), plain);
    expect(text.split("\n").filter((line) => /^ {4}/.test(line))).toEqual([]);
  });

  test.each(["People's Daily", "人民日报"])("the dash before a publisher stays with its name: %s", (name) => {
    for (let words = 1; words < 12; words++) {
      const line = ["word ".repeat(words).trimEnd(), { dim: ` — ${name}` }];
      const { text } = render(reply({ kind: "card", title: "t", lines: [line] }), { ...plain, width: 30 });
      expect(text).toMatch(/— \S/);
    }
  });

  test("long prose of several spans is wrapped and keeps its words", () => {
    const { text } = render(
      reply({ kind: "prose", spans: ["word ".repeat(30), { strong: "fett" }, { code: "id" }, { dim: "x" }] }),
      plain,
    );
    expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(40);
    expect(text).toContain("fett");
  });
});

describe("columns", () => {
  test.each([
    ["SCO", 3],
    ["上合组织", 8],
    ["ШОС — «мир»", 11],
    ["naïve cafe\u0301", 10],
    ["（上）、・ｶﾞ", 12],
    ["👨‍👩‍👧 ❤️ 1️⃣ 🇨🇳", 11],
    ["👍🏽", 2],
    ["a\u200bb\u0000\ud800", 2],
    ["मानक", 4],
  ])("of %j are %d", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test("are those that string-width counts, in the scripts that the news is written in", () => {
    const letters = fc.constantFrom(
      ..."az09 ~“”‘’…—·«»№€¥äéёйЖщә上合组织国，。、：；！？（）《》「」［］％０Ａ㎡①〇々한국あア👍🚀",
      "e\u0301",
      "и\u0306",
      "❤️",
      "🇨🇳",
      "👩‍🚀",
      "👍🏽",
      "\ufeff",
      "\ud83d",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (all) => {
        expect(widthOf(all.join(""))).toBe(stringWidth(all.join("")));
      }),
    );
  });
});
