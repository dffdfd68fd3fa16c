import { describe, expect, test } from "@jest/globals";
import type { types } from "@slack/bolt";
import fc from "fast-check";
import { button, pressed } from "../../adapters/slack/buttons.ts";
import { clean, typed } from "../../adapters/slack/escape.ts";
import { LIMITS } from "../../adapters/slack/limits.ts";
import { render } from "../../adapters/slack/render.ts";
import type { Block, Reply, Span } from "../../src/reply.ts";
import { sentence } from "../../src/reply.ts";
import { fallback, fault, messageBlocks } from "./schema.ts";
import { visibleText } from "./visible.ts";

const surface = { reader: { locale: "en", zone: "UTC" }, nonce: "n", names: new Map() } as const;
const shown = (blocks: readonly Block[]) =>
  render({ summary: "s", blocks, audience: "caller", outcome: "answered" }, surface);
const wrong = (reply: Reply) => {
  const { text, blocks } = render(reply, surface);
  return fault(messageBlocks, blocks) ?? fault(fallback, text);
};
const card = (title: string, ...lines: Span[][]): Block => ({
  kind: "card",
  title: { link: title, url: "https://example.org/" },
  lines,
});

describe("outside text arrives as the characters it is", () => {
  test.each([
    "<!channel> <!here> <!everyone>",
    "<@U012AB3CD> <#C024BE7LR|general> <!subteam^S1|@team>",
    "&lt;b&gt; &amp; & < >",
    "*bold* _italic_ ~struck~ `code` ```block```",
    "> quote",
    "a | b <https://evil.example|click>",
    ":smile: :+1: 10:30:45",
    "中*文*字 _下划线_",
    "https://evil.example www.evil.example",
  ])("%s", (text) => {
    const { blocks } = shown([
      { kind: "heading", text },
      card(text, [text], ["“", { strong: text }, "”"]),
      { kind: "prose", spans: [text] },
      { kind: "prose", spans: ["x", { code: text }, { dim: text }] },
      { kind: "table", rows: [[text, text]] },
    ]);
    expect(fault(messageBlocks, blocks)).toBeNull();
    expect(visibleText(blocks).split(text)).toHaveLength(10);
    expect(JSON.stringify(blocks)).not.toMatch(/<[!@#]/);
  });

  test("a chart is Slack's own, of at most twenty days, and lines where Slack refuses it", () => {
    const bars = Array.from({ length: 45 }, (_, at) => ({ label: `d${at}`, value: at }));
    const parts = [{ name: "中文", values: bars.map(({ value }) => value) }];
    const chart = { title: "How much was written on <!here> ".repeat(4), alt: "x", bars, parts };
    const rows = bars.map(({ label, value }) => [label, "█", String(value)]);
    const { blocks, simpler, text } = shown([{ kind: "table", rows, chart }]);
    expect(fault(messageBlocks, blocks)).toBeNull();
    expect(blocks).toMatchObject([{ type: "data_visualization", chart: { series: [{ name: "中文" }] } }]);
    expect(visibleText(simpler ?? [])).toMatch(/d44 · █ · 44/);
    expect(text).toContain("d44");
    const one = shown([{ kind: "table", rows, chart: { title: "By day", alt: "x", bars } }]);
    expect(one.blocks).toMatchObject([{ title: "By day", chart: { series: [{ name: "By day" }] } }]);
    expect(fault(messageBlocks, one.blocks)).toBeNull();
  });

  test("a sentence is not small print, however short", () => {
    const source = { dim: " — " };
    const lines = [
      ["卫生部长会议日前在西安举办。", source],
      ["The ministers met in Astana.", source],
      ["3 статьи, 2025 г.", source],
    ];
    const { blocks } = shown(lines.map((spans) => ({ kind: "prose" as const, spans })));
    expect(blocks.map(({ type }) => type)).toEqual(["section", "section", "context"]);
  });

  test("a heading that is longer than Slack's own is not cut", () => {
    const text = `${"A forum was held in Urumqi ".repeat(6)}at last.`;
    expect(text.length).toBeGreaterThan(150);
    const { blocks } = shown([{ kind: "heading", text }]);
    expect(blocks).toMatchObject([{ type: "section", text: { text: `*${text}*` } }]);
    expect(fault(messageBlocks, blocks)).toBeNull();
  });

  test("but for the one user group that a watch names", () => {
    const told = { ...sentence("New on <!channel>"), mention: "S0123ABC" };
    const { text, blocks } = render(told, surface);
    expect(fault(messageBlocks, blocks) ?? fault(fallback, text)).toBeNull();
    expect(JSON.stringify(blocks).match(/<![^>]*>/g)).toEqual(["<!subteam^S0123ABC>"]);
    expect(text.match(/<![^>]*>/g)).toEqual(["<!subteam^S0123ABC>"]);
    expect(render({ ...told, mention: "!channel" }, surface).text).not.toContain("<!");
    expect(typed("<@UBOT> watch mention:<!subteam^S0123ABC|@desk> railway", "UBOT")).toBe(
      "watch mention:@S0123ABC railway",
    );
  });

  test("a time is no emoji, and needs no rich text", () => {
    const types = (text: string) => shown([{ kind: "prose", spans: [text] }]).blocks.map(({ type }) => type);
    expect(types("quiet 22:00-07:00, 10:30:45")).toEqual(["section"]);
    for (const emoji of [":smile:", ":+1:", ":-1:", ":100:", ":1234:", ":笑:", "a:t-rex:b"])
      expect([emoji, ...types(emoji)]).toEqual([emoji, "rich_text"]);
  });

  test("a right-to-left mark that a title leaves open does not turn what follows", () => {
    expect(clean("\u202eabc")).toBe("\u202eabc\u202c");
    expect(clean("\u2067a\u202bb\u202c")).toBe("\u2067a\u202bb\u202c\u2069");
    expect(clean("\u200fplain")).toBe("\u200fplain");
  });

  test("a cut leaves room for closing what it leaves open", () => {
    const open = { code: "\u2066".repeat(900) };
    const { blocks } = shown([{ kind: "table", head: [], rows: [["<@U1>".repeat(190), open]] }]);
    expect(fault(messageBlocks, blocks)).toBeNull();
  });

  test("a cut closes the directions that it leaves open, on a button, in a heading and in the plain words", () => {
    const turned = "\u202eabc ".repeat(1200);
    const { text, blocks } = shown([
      { kind: "heading", text: turned },
      { kind: "actions", actions: [{ label: turned, run: "help", place: "new" }] },
    ]);
    const [heading, buttons] = blocks as [types.HeaderBlock, types.ActionsBlock];
    const [{ text: label }] = buttons.elements as [types.Button];
    for (const each of [text, heading.text.text, label.text])
      expect(each.match(/\u202c/g)).toHaveLength(each.split("\u202e").length - 1);
    expect(fault(messageBlocks, blocks) ?? fault(fallback, text)).toBeNull();
  });

  test("addresses that are not http, or cannot be read, are no links", () => {
    const link = (url: string) =>
      JSON.stringify(shown([{ kind: "prose", spans: [{ link: "label", url }] }]).blocks);
    for (const url of [
      "http://x.org&🇰🇿",
      "javascript:alert(1)",
      "data:text/html,x",
      "nonsense",
      `https://example.org/${"x".repeat(4000)}`,
    ])
      expect(link(url)).toContain('"label"');
    expect(link("https://example.org/a|b c>d")).toContain("<https://example.org/a%7Cb%20c%3Ed|label>");
  });

  test("verbatim is set, so that Slack links no plain address", () => {
    const { blocks } = shown([{ kind: "prose", spans: ["see example.org"] }]);
    expect(blocks[0]).toMatchObject({ text: { verbatim: true } });
  });
});

describe("a table", () => {
  const head = ["Query", "Where", "How", "Weight"];
  const last = (blocks: readonly unknown[]) => visibleText(blocks).split("\n").at(-1);
  const table = (...row: Span[]) => last(shown([{ kind: "table", head, rows: [row] }]).blocks);
  const lines = (...row: Span[]) => last(shown([{ kind: "table", head, rows: [row] }]).simpler ?? []);

  test("as lines says what a cell is that comes after an empty one", () => {
    expect(table("health", "title", "translated", "1.25")).toBe("health · title · translated · 1.25");
    expect(lines("together", "", "", { strong: "9.16" })).toBe("together · Weight: 9.16");
    expect(lines("health", " ", "translated", "1")).toBe("health · How: translated · Weight: 1");
    expect(lines("health", "title", "", "")).toBe("health · title");
  });

  test("is Slack's own where a message has one, with figures to the right; several are lines, all alike", () => {
    const one = { kind: "table", head, rows: [["health", "title", "", { strong: "1.25" }]] } as const;
    const several = shown([one, { ...one }]).blocks;
    expect(several.map(({ type }) => type)).toEqual(["context", "section", "context", "section"]);
    const chart = { title: "Days", alt: "x", bars: [{ label: "d", value: 1 }] };
    const drawn = shown([{ ...one, chart }, one]).blocks;
    expect(drawn.map(({ type }) => type)).toEqual(["data_visualization", "table"]);
    const { blocks, simpler } = shown([one]);
    expect(blocks.map(({ type }) => type)).toEqual(["table"]);
    expect(blocks[0]).toMatchObject({
      rows: [
        head.map((text) => ({ type: "raw_text", text })),
        [{}, {}, { type: "raw_text", text: "–" }, { type: "rich_text" }],
      ],
      column_settings: [{ align: "left" }, { align: "left" }, { align: "right" }, { align: "right" }],
    });
    expect(simpler?.map(({ type }) => type)).toEqual(["context", "section"]);
    expect(fault(messageBlocks, blocks)).toBeNull();
    const view = render(
      { summary: "s", blocks: [one], audience: "caller", outcome: "answered" },
      { ...surface, tables: false },
    );
    expect(view.blocks.some(({ type }) => type === "table")).toBe(false);
  });

  test("whose first column has no title names the cells of the others", () => {
    const rows = [["language", "zh", "–"]];
    const settings = { kind: "table", head: ["", "for you", "for all"], rows } as const;
    expect(visibleText(shown([settings]).simpler ?? [])).toBe("language · for you: zh · for all: –");
  });
});

describe("a card's line of facts", () => {
  const types = (...line: Span[]) => shown([card("Title", line)]).blocks.map(({ type }) => type);
  const url = "https://example.org/";

  test("is small, as its notes are, and what is dim", () => {
    const facts = {
      ...card("Title", ["a line"]),
      facts: [{ link: "Global Times", url }],
      notes: [["a note"]],
    };
    expect(shown([facts]).blocks.map(({ type }) => type)).toEqual([
      "section",
      "context",
      "section",
      "context",
    ]);
    expect(types("People's Daily", " · ", { dim: "excerpt" })).toEqual(["section", "context"]);
  });

  test("is no sentence, in whatever script", () => {
    expect(
      types("成立24年来上合组织从最初6个成员国发展为由26个国家组成的大家庭", { dim: " — People's Daily" }),
    ).toEqual(["section"]);
  });
});

describe("who does not see the blocks", () => {
  const reply: Reply = {
    summary: "health: 2 articles",
    blocks: [
      { kind: "heading", text: "health" },
      {
        ...(card("Ministers <meet>", [
          "People's Daily · ",
          { date: "2025-05-25T22:13:00Z", show: "day" },
        ]) as Extract<Block, { kind: "card" }>),
        actions: [{ label: "Read", run: "read k", place: "new" }],
      },
      { kind: "table", head: ["a", "b"], rows: [["x", "", { strong: "y" }]] },
    ],
    audience: "caller",
    outcome: "answered",
  };

  test("hears the summary first, then all that it leaves out, in plain words and their own dates", () => {
    expect(render(reply, { ...surface, reader: { locale: "en", zone: "Asia/Shanghai" } }).text).toBe(
      "health: 2 articles\nMinisters &lt;meet&gt;\nPeople's Daily · 26 May 2025\na · b\nx · y",
    );
  });

  test("hears what a button is about", () => {
    expect(JSON.stringify(render(reply, surface).blocks)).toContain(
      '"accessibility_label":"Read: Ministers <meet>"',
    );
  });

  test("gets a text of any length within what Slack advises", () => {
    const { text } = shown([{ kind: "prose", spans: ["several & words ".repeat(2000)] }]);
    expect(text.length).toBeLessThanOrEqual(LIMITS.fallback.max);
    expect(fault(fallback, text)).toBeNull();
  });
});

describe("what somebody typed is read as they typed it", () => {
  test.each([
    ["<@UBOT> <https://x.org|x.org> &amp; &lt;b&gt;", "x.org & <b>"],
    ["<@UBOT|sco>: <#C1|general> <!here|here> <@U2>", ": #general here @U2"],
    [
      "<!channel> <!subteam^S1|@team> <mailto:a@b.c|a@b.c> <http://plain.org>",
      "@channel @S1 a@b.c http://plain.org",
    ],
  ])("%s", (said, read) => expect(typed(said, "UBOT")).toBe(read));

  test("in linear time, whatever opens and never closes", () => {
    const tens = ["<!aaaaaaaa", "<!subteam^A", "<@A|", "<!|", "<http:a", "<#A|"];
    for (const opened of tens) {
      const cpu = process.cpuUsage();
      typed(opened.repeat(40_000 / opened.length), "UBOT");
      typed(opened + (opened.at(-1) ?? "").repeat(40_000), "UBOT");
      expect([opened, process.cpuUsage(cpu).user < 150_000]).toEqual([opened, true]);
    }
  });
});

describe("nothing is over a limit", () => {
  test("a long text is split over sections without losing a character", () => {
    const text = Array.from({ length: 900 }, (_, n) => `word${n}`).join(" ");
    const { blocks } = shown([{ kind: "prose", spans: [text] }]);
    expect(blocks.length).toBeGreaterThan(1);
    expect(visibleText(blocks).replace(/\s+/g, " ")).toBe(text);
  });

  test("what is too long for a message is cut at a word with an ellipsis, and its buttons stay", () => {
    const actions: Block = {
      kind: "actions",
      actions: [{ label: "Next", run: "search x --page 2", place: "here" }],
    };
    const { blocks } = shown([{ kind: "prose", spans: ["several words here ".repeat(2000)] }, actions]);
    expect(fault(messageBlocks, blocks)).toBeNull();
    const text = visibleText(blocks);
    expect(text).toMatch(/(several|words|here)…\nNext$/);
    expect(text.length).toBeGreaterThan(5000);
  });

  test("fifty cards with buttons fit, compactly", () => {
    const many = Array.from(
      { length: 60 },
      (_, n): Block => ({
        ...(card(`Title ${n}`, [{ dim: "facts" }], ["snippet ".repeat(60)]) as Extract<
          Block,
          { kind: "card" }
        >),
        actions: [{ label: "Read", run: `read ${n}`, place: "new" }],
      }),
    );
    const { blocks } = shown(many);
    expect(fault(messageBlocks, blocks)).toBeNull();
    expect(visibleText(blocks)).toContain("Title 19");
  });

  test("more than 25 buttons stand in several rows, with ids of their own", () => {
    const { blocks } = shown([
      {
        kind: "actions",
        actions: Array.from({ length: 60 }, (_, n) => ({
          label: `b${n}`,
          run: `read ${n}`,
          place: "new" as const,
        })),
      },
    ]);
    expect(blocks).toHaveLength(3);
    expect(fault(messageBlocks, blocks)).toBeNull();
  });

  test("marks on every line count, and so does what escaping adds to a reply of its summary alone", () => {
    expect(wrong({ ...sentence("x"), blocks: [card("t", [{ code: "a&\n".repeat(1000) }])] })).toBeNull();
    expect(wrong({ ...sentence("<".repeat(2000)), blocks: [] })).toBeNull();
  });

  test("a reply without a visible character still is a message", () => {
    expect(
      wrong({
        ...sentence("\u0000\u0001"),
        blocks: [
          { kind: "heading", text: " " },
          { kind: "prose", spans: ["\n"] },
        ],
      }),
    ).toBeNull();
  });

  test("every limit names its source", () => {
    for (const { max, source } of Object.values(LIMITS)) {
      expect(max).toBeGreaterThan(0);
      expect(source).toMatch(/^https:\/\/docs\.slack\.dev\//);
    }
  });
});

describe("a button", () => {
  const back = (run: string) => {
    const made = button({ label: "x", run, place: "here" }, new Map([[run, "@U1~0~token~0"]]), 0);
    return pressed(made.action_id ?? "", made.value);
  };
  test("carries its line, whatever Slack escapes on the way", () => {
    for (const line of ["search 100% a&b <c> &lt; =x #y", "read k7f2m", "search “上海”"])
      expect(back(line)).toEqual({ place: "here", line });
  });
  test("whose line is too long carries its name and the line's beginning", () => {
    const line = `search ${"&<>%".repeat(800)}`;
    expect(back(line)).toMatchObject({
      name: "@U1~0~token~0",
      line: expect.stringMatching(/^search &<>%/),
    });
  });
  test("that is none of ours is not read", () => {
    for (const [id, value] of [
      ["other", "=x"],
      ["sco:here:1", undefined],
      ["sco:here:1", "?"],
      ["sco:away:1", "=x"],
    ] as const)
      expect(pressed(id, value)).toBeNull();
  });
});

describe("fuzzed", () => {
  const nasty = fc.constantFrom(
    "<!channel>",
    "<@U1>",
    "&lt;",
    "&",
    "<",
    ">",
    "*",
    "_",
    "~",
    "`",
    "```",
    "|",
    ":a:",
    "\u202e",
    "\u2066",
    "\ud800",
    "\udc00",
    "\u0000",
    "\n",
    "\r\n",
    " ",
    "上海",
    "🇰🇿",
    "👩‍👩‍👧",
    "e\u0301",
    "\u2028",
    "http://x.org",
  );
  const nastyText = fc
    .array(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 30 })
    .map((parts) => parts.join(""));
  const longText = fc
    .tuple(
      fc.oneof(nasty, fc.string({ unit: "binary", minLength: 1, maxLength: 20 })),
      fc.integer({ min: 1, max: 300 }),
    )
    .map(([part, n]) => part.repeat(n));
  const text = fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
    { weight: 5, arbitrary: nastyText },
    { weight: 1, arbitrary: longText },
  );
  const span: fc.Arbitrary<Span> = fc.oneof(
    text,
    text.map((strong) => ({ strong })),
    text.map((code) => ({ code })),
    text.map((dim) => ({ dim })),
    fc
      .tuple(text, fc.oneof(fc.webUrl({ withQueryParameters: true }), text))
      .map(([link, url]) => ({ link, url })),
    fc.constant({ date: "2025-05-25T22:13:00Z", show: "minute" } as const),
  );
  const line = fc.array(span, { maxLength: 4 });
  const actions = fc.array(
    fc.record({ label: text, run: text, place: fc.constantFrom("here", "new", "channel") }),
    { maxLength: 30 },
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map((heading) => ({ kind: "heading" as const, text: heading })),
    line.map((spans) => ({ kind: "prose" as const, spans })),
    fc.record({
      kind: fc.constant("card" as const),
      title: span,
      lines: fc.array(line, { maxLength: 4 }),
      actions,
    }),
    fc.record({
      kind: fc.constant("table" as const),
      head: fc.array(text, { maxLength: 3 }),
      rows: fc.array(line, { maxLength: 10 }),
    }),
    fc.record({ kind: fc.constant("actions" as const), actions }),
  );

  test("2,500 replies of all planes make no payload that the strict schema refuses", () => {
    const reply = fc.record({
      summary: text,
      blocks: fc.array(block, { maxLength: 6 }),
      audience: fc.constantFrom("caller", "channel"),
      outcome: fc.constant("answered" as const),
    });
    fc.assert(
      fc.property(reply, fc.boolean(), (given, known) => {
        const { text: plain, blocks } = render(given, { ...surface, reader: known ? surface.reader : null });
        expect(fault(messageBlocks, blocks)).toBeNull();
        expect(fault(fallback, plain)).toBeNull();
      }),
      { numRuns: 2500, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  }, 90_000);

  test("2,500 titles and snippets are seen as the characters they are", () => {
    const bare = (given: string) =>
      clean(given)
        .replace(/[\u200b\u2060]/g, "")
        .replace(/\s+/g, " ")
        .trim();
    const short = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc
        .array(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 12 })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(short, (given) => {
        fc.pre(bare(given) !== "");
        const { blocks } = shown([card(given), { kind: "prose", spans: [given] }]);
        expect(visibleText(blocks).replace(/\s+/g, " ").trim()).toBe(`${bare(given)} ${bare(given)}`);
      }),
      { numRuns: 2500 },
    );
  }, 60_000);
});
