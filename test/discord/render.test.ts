/** What a Reply becomes in Discord: within every limit, nothing alive, nothing lost that fits. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readId } from "../../adapters/discord/buttons.ts";
import { drawn } from "../../adapters/discord/draw.ts";
import { escapeMarkdown, webAddress } from "../../adapters/discord/escape.ts";
import { fit } from "../../adapters/discord/fit.ts";
import { render } from "../../adapters/discord/render.ts";
import { type Action, type Block, type Reply, type Span, sentence } from "../../src/reply.ts";
import { results } from "./double.ts";
import { faultsOfMessage, liveMarkup } from "./server/checks.ts";

const reply = (...blocks: Block[]): Reply => ({
  summary: "Sum",
  blocks,
  audience: "caller",
  outcome: "answered",
});
const prose = (...spans: Span[]): Block => ({ kind: "prose", spans });
const bodyOf = (...blocks: Block[]) => render(reply(...blocks)).body;
const faults = ({ body, files }: ReturnType<typeof render>) =>
  faultsOfMessage(
    body as unknown as Record<string, unknown>,
    files.map(({ name }) => name),
  );
const action = (label: string, run: string, place: Action["place"] = "new"): Action => ({
  label,
  run,
  place,
});
const card = (n: number, more: Partial<Extract<Block, { kind: "card" }>> = {}): Block => ({
  kind: "card",
  title: { link: `T${n}`, url: `https://example.org/${n}` },
  lines: [["line"]],
  ...more,
});

describe("text", () => {
  it("before the first card is the message, after it an embed of its own", () => {
    const body = bodyOf({ kind: "heading", text: "Head" }, prose("lead"), card(1), prose("after"));
    expect(body.content).toBe("## Head\nlead");
    expect(body.embeds.map(({ title, description }) => title ?? description)).toEqual(["T1", "after"]);
  });

  it("that is missing leaves the summary for notifications", () => {
    expect(bodyOf(card(1)).content).toBe("Sum");
    expect(render({ ...reply(), summary: "" }).body.content).toBe("…");
  });

  it("too long for the message goes into an embed, the summary before it", () => {
    const body = bodyOf(prose("word ".repeat(500)));
    expect(body.content).toBe("Sum");
    expect(body.embeds[0]?.description?.length).toBeGreaterThan(2000);
  });

  it("a sentence is not small print, however short", () => {
    const body = bodyOf(
      prose("会议日前在西安举办。", { dim: " — " }),
      prose("3 статьи, 2025 г.", { dim: " — " }),
    );
    expect(body.content.split("\n").map((line) => line.startsWith("-# "))).toEqual([false, true]);
  });

  it("shows dates as Discord's timestamps, links without a preview, code and subtext", () => {
    const body = bodyOf(
      prose({ date: "2025-05-25T22:13:00Z", show: "day" }, " ", {
        date: "2025-05-25T22:13:00Z",
        show: "minute",
      }),
      prose({ link: "a]b", url: "https://e.org/(x)" }, { code: "id" }),
      prose({ dim: "small" }),
      prose({ strong: "a" }, { strong: "b" }, { date: "sometime", show: "day" }),
    );
    expect(body.content.split("\n")).toEqual([
      "<t:1748211180:D> <t:1748211180:f>",
      "[a\\]b](<https://e.org/%28x%29>)`id`",
      "-# small",
      "**ab**sometime",
    ]);
  });

  it("in a table is aligned, in a block of code, Chinese counted as it is wide", () => {
    const body = bodyOf({
      kind: "table",
      head: ["A", "B"],
      rows: [
        ["中文", "1"],
        ["x", "22"],
      ],
    });
    expect(body.content).toBe("```\nA     B\n中文  1\nx     22\n```");
  });

  it("in a table that is too wide for aligned text is a row a line, whole, with its links", () => {
    const about = "How each language or country tells a story, and what only it says";
    const body = bodyOf({
      kind: "table",
      head: ["Name", "", "About"],
      rows: [
        [{ code: "compare media forum" }, "x", about],
        [{ link: "TASS", url: "https://tass.example/" }, "", "*news*"],
      ],
    });
    expect(body.content.split("\n")).toEqual([
      "-# Name · About",
      `\`compare media forum\` · x · ${about}`,
      "[TASS](<https://tass.example/>) · About: \\*news\\*",
    ]);
  });

  it("is cut at a word, with an ellipsis, never inside a character", () => {
    expect(fit("one two three", 9)).toBe("one two…");
    expect(fit("上海精神".repeat(10), 9)).toBe("上海精神上海精神…");
    expect(fit("😀😀😀😀", 4)).toBe("😀…");
    expect(fit("e\u0301e\u0301e\u0301", 4)).toBe("e\u0301…");
    expect(fit("abc", 0)).toBe("");
  });
});

describe("outside text", () => {
  it("arrives as it was written and nothing in it comes alive", () => {
    for (const text of [
      "@everyone <@123> <@&5> <#1> <:x:1> <t:1:R> </sco:1> <id:guide>",
      "**b** _i_ ~~s~~ ||spoiler|| `code` ```block```",
      "# big\n- list\n+ list\n1. one\n> quote\n-# small",
      "[masked](https://evil.example) https://evil.example <https://evil.example>",
      "discord.gg/abc discordapp.com/invite/abc DISCORD.GG/x",
    ]) {
      const safe = escapeMarkdown(text);
      expect(liveMarkup(safe)).toEqual([]);
      expect(safe.replace(/\\(?=[^A-Za-z0-9\s])|\u200b/g, "")).toBe(text);
      expect(safe).not.toMatch(/https?:\/\//);
      expect(safe).not.toMatch(/^(#|-|\+|>|\d+\.) /m);
    }
  });

  it("shows a chart as a picture with its words, or as a table where it cannot be drawn or sent", async () => {
    const bars = [{ label: "2025-05-24", value: 2 }];
    const chart = { title: "by day", alt: "two articles", bars, parts: [{ name: "x", values: [2] }] };
    const table = (draw: () => Promise<Uint8Array>): Reply => ({
      ...sentence("trends"),
      blocks: [{ kind: "table", rows: [["2025-05-24", "██", "2"]], chart: { ...chart, draw } }],
    });
    const drew = await drawn(
      table(async () => new Uint8Array([1])),
      new Map(),
    );
    expect(drew).toMatchObject({
      body: { attachments: [{ description: "two articles" }], embeds: [{ image: {} }] },
      withoutFile: { content: expect.stringContaining("██") },
      files: [{ contentType: "image/png" }],
    });
    const cannot = await drawn(
      table(() => Promise.reject(new Error("no such module"))),
      new Map(),
    );
    expect(cannot).toMatchObject({ body: { content: expect.stringContaining("██") }, files: [] });
  });

  it("comes with a file, or with its text where that is too large", () => {
    const file = (size: number) => ({
      ...{ name: "brief.docx", mediaType: "application/x-docx", bytes: new Uint8Array(size) },
      instead: sentence("all of it").blocks,
    });
    const rendered = render({ ...sentence("The brief"), file: file(3) });
    expect(rendered).toMatchObject({
      body: { content: "The brief", attachments: [{ id: 0, filename: "brief.docx" }] },
      withoutFile: {
        content: expect.stringMatching(/No file can be sent here[\s\S]*all of it/),
        attachments: [],
      },
      files: [{ name: "brief.docx", contentType: "application/x-docx" }],
    });
    const names = rendered.files.map(({ name }) => name);
    expect(faultsOfMessage({ ...rendered.body }, names)).toEqual([]);
    expect(render({ ...sentence("The brief"), file: file(11 * 1024 * 1024) })).toMatchObject({
      body: { content: expect.stringContaining("all of it"), attachments: [] },
      files: [],
    });
  });

  it("calls nobody but the one role that a watch names", () => {
    const told = { ...sentence("New on @everyone <@&7>"), mention: "600000000000000005" };
    const { body } = render(told);
    expect(body.content).toMatch(/^<@&600000000000000005> New on/);
    expect(body.allowed_mentions).toEqual({ parse: [], roles: ["600000000000000005"] });
    expect(render({ ...told, mention: "everyone" }).body.allowed_mentions).toEqual({ parse: [] });
  });

  it("cannot become a mention across a seam of two spans", () => {
    for (const spans of [
      ["@", "everyone"],
      ["<@", "123>"],
      ["@", { dim: "here" }],
    ] as Span[][])
      expect(liveMarkup(bodyOf(prose(...spans)).content)).toEqual([]);
  });

  it("in code letters cannot break out of them", () => {
    expect(bodyOf(prose({ code: "a`b" })).content).toBe("a\\`b");
    expect(bodyOf(prose({ code: "@everyone" })).content).toBe("@\u200beveryone");
  });

  it("gives no link that is not a plain web address", () => {
    for (const url of ["javascript:alert(1)", "https://user:pass@e.org", "data:text/html,x", "nonsense"]) {
      expect(webAddress(url)).toBeNull();
      const body = bodyOf(card(1, { title: { link: "T", url }, lines: [[{ link: "L", url }]] }));
      expect(body.embeds[0]).toEqual({ title: "T", description: "L" });
    }
  });

  it("loses what turns text round and what no font shows", () => {
    expect(escapeMarkdown("a\u202eb\u0007c\ud800")).toBe("abc\ufffd");
  });
});

describe("cards", () => {
  it("are embeds with the facts above the lines", () => {
    expect(bodyOf(card(1, { facts: ["Publisher"] })).embeds).toEqual([
      { title: "T1", url: "https://example.org/1", description: "-# Publisher\nline" },
    ]);
  });

  it("with one address link it each, because Discord shows only the first embed of an address", () => {
    const same = { title: { link: "T [1]", url: "https://e.org/page_(1)" } };
    const { embeds } = bodyOf(card(1, same), card(2, same));
    expect(embeds[0]).toMatchObject({ title: "T \\[1\\]", url: "https://e.org/page_%281%29" });
    expect(embeds[1]).toEqual({ description: "### [T \\[1\\]](https://e.org/page_%281%29)\nline" });
  });

  it("are announced by a heading of their own when a text stands before it", () => {
    const heading = { kind: "heading", text: "Related" } as const;
    const { embeds } = bodyOf(card(1), prose("the whole text"), heading, card(2));
    const shown = embeds.map(({ title, description }) => title ?? description);
    expect(shown).toEqual(["T1", "the whole text", "Related", "T2"]);
    expect(embeds[2]).toEqual({ title: "Related" });
  });

  it("have their notes set small, below the lines", () => {
    const { embeds } = bodyOf(card(1, { notes: [[{ link: "TASS", url: "https://tass.com/" }]] }));
    expect(embeds[0]?.description).toBe("line\n-# [TASS](https://tass.com/)");
  });

  it("with an address but without a title say where the link leads", () => {
    const { embeds } = bodyOf(card(1, { title: { link: " ", url: "https://e.org/page" } }));
    expect(embeds).toEqual([{ description: "[↗ e.org](https://e.org/page)\nline" }]);
  });

  it("whose address is too long to link keep their title", () => {
    const { embeds } = bodyOf(card(1, { title: { link: "T", url: `https://e.org/${"x".repeat(5_000)}` } }));
    expect(embeds).toEqual([{ title: "T", description: "line" }]);
  });

  it("beyond ten are left out, and the text after them moves up to the message", () => {
    const cards = Array.from({ length: 12 }, (_, n) => card(n));
    const body = bodyOf(prose("lead"), ...cards, prose("page 1 of 2"));
    expect(body.embeds).toHaveLength(10);
    expect(body.content).toBe("lead\npage 1 of 2");
  });

  it("that are too long together share the room: the short ones keep theirs", () => {
    const long = { lines: [["word ".repeat(900)]] };
    const { embeds } = bodyOf(card(1, long), card(2), card(3, long));
    const lengths = embeds.map(({ title = "", description = "" }) => title.length + description.length);
    expect(lengths[1]).toBe("T2line".length);
    expect(lengths.reduce((a, b) => a + b)).toBeLessThanOrEqual(6000);
    expect(lengths[0]).toBeGreaterThan(2900);
  });
});

describe("actions", () => {
  const labels = (body: ReturnType<typeof bodyOf>) =>
    body.components.map(({ components }) =>
      components.map((part) =>
        "label" in part ? part.label : "placeholder" in part ? part.placeholder : "",
      ),
    );

  it("of a single card keep their plain labels", () => {
    expect(labels(bodyOf(card(1, { actions: [action("Read", "read 1"), action("Why", "why 1")] })))).toEqual([
      ["Read", "Why"],
    ]);
  });

  it("of several cards are one menu for each thing to do, numbered as the titles are", () => {
    const { body } = render(results("x"));
    expect(body.embeds[1]?.title).toMatch(/^2\. /);
    expect(labels(body)).toEqual([["Read…"], ["Related…"], ["Why…"], ["Next", "Share"]]);
  });

  it("of ten cards fit into five rows; what stops something is a button with its number", () => {
    const three = (n: number) => [
      action("Read", `read ${n}`),
      action("Related", `r ${n}`),
      action("Why", `w ${n}`),
    ];
    const cards = Array.from({ length: 10 }, (_, n) => card(n, { actions: three(n) }));
    const shown = labels(bodyOf(...cards, { kind: "actions", actions: [action("Next", "search", "here")] }));
    expect(shown).toEqual([["Read…"], ["Related…"], ["Why…"], ["Next"]]);
    const stop = (n: number) =>
      card(n, { actions: [{ ...action("Stop", `unwatch ${n}`), style: "danger" }] });
    expect(labels(bodyOf(stop(1), stop(2)))).toEqual([["1 · Stop", "2 · Stop"]]);
  });

  it("that only one of several cards has are buttons with its number, not menus of one choice", () => {
    const first = card(1, { actions: [action("Change", "c"), { ...action("Stop", "s"), style: "danger" }] });
    const shown = labels(bodyOf(first, card(2, { actions: [action("Read", "read 2")] })));
    expect(shown).toEqual([["1 · Change", "1 · Stop", "2 · Read"]]);
  });

  it("read back what they were made from", () => {
    expect(readId("h:search 上海: a#b")).toEqual({ place: "here", line: "search 上海: a#b" });
    expect(readId("c2#key")).toEqual({ place: "channel", name: "key" });
    expect(readId("x:other")).toBeNull();
    const twice = bodyOf({ kind: "actions", actions: [action("A", "same"), action("B", "same")] });
    expect(twice.components[0]?.components.map((part) => "custom_id" in part && part.custom_id)).toEqual([
      "n:same",
      "n2:same",
    ]);
  });

  it("that differ only in what is no character still have different ids", () => {
    const { body } = render(
      reply({ kind: "actions", actions: [action("A", "x\ud800"), action("B", "x\udc00")] }),
    );
    expect(body.components[0]?.components.map((part) => "custom_id" in part && part.custom_id)).toEqual([
      "n:x\ufffd",
      "n2:x\ufffd",
    ]);
  });

  it("with long lines carry the name that those are kept under", () => {
    const run = `search ${"很长".repeat(60)}`;
    const twice = [action("Next", run, "here"), action("Again", run, "here"), action("Lost", `${run} x`)];
    const { body } = render(reply({ kind: "actions", actions: twice }), new Map([[run, "@1~0~t~0"]]));
    expect(body.components[0]?.components.map((part) => "custom_id" in part && part.custom_id)).toEqual([
      "h#@1~0~t~0",
      "h2#@1~0~t~0",
      "n#~",
    ]);
  });
});

describe("pictures", () => {
  it("are attached with their description and shown in an embed", () => {
    const rendered = render(reply({ kind: "picture", png: new Uint8Array([1]), alt: "A map" }));
    expect(rendered.body.attachments).toEqual([{ id: 0, filename: "picture-1.png", description: "A map" }]);
    expect(rendered.body.embeds).toEqual([{ image: { url: "attachment://picture-1.png" } }]);
    expect(faults(rendered)).toEqual([]);
  });
});

const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.constantFrom(
    "@everyone",
    "<@123456789012345678>",
    "||a||",
    "```",
    "# x",
    "[a](https://e.org)",
    "",
    " ",
    "discord.gg/x",
  ),
  fc.string({
    unit: fc.constantFrom("\ud800", "\udc00", "\u202e", "@", "<", "`", "*", "汗", "😀", "\n"),
    maxLength: 2500,
  }),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  wild,
  wild.map((strong) => ({ strong })),
  wild.map((code) => ({ code })),
  wild.map((dim) => ({ dim })),
  fc.tuple(wild, fc.oneof(fc.webUrl(), wild)).map(([link, url]) => ({ link, url })),
  fc.tuple(wild, fc.constantFrom("day" as const, "minute" as const)).map(([date, show]) => ({ date, show })),
);
const someActions = fc.array(
  fc.record({
    label: wild,
    run: wild,
    place: fc.constantFrom("here", "new", "channel"),
  }) as fc.Arbitrary<Action>,
  { maxLength: 7 },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  wild.map((text) => ({ kind: "heading" as const, text })),
  fc.array(span, { maxLength: 5 }).map((spans) => ({ kind: "prose" as const, spans })),
  fc.record({
    kind: fc.constant("card" as const),
    title: span,
    lines: fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 6 }),
    actions: someActions,
  }),
  fc
    .array(fc.array(span, { maxLength: 4 }), { maxLength: 5 })
    .map((rows) => ({ kind: "table" as const, rows })),
  wild.map((alt) => ({ kind: "picture" as const, png: new Uint8Array(2), alt })),
  someActions.map((actions) => ({ kind: "actions" as const, actions })),
);

describe("2,500 wild replies", () => {
  it("never break a limit and never come alive", () => {
    fc.assert(
      fc.property(wild, fc.array(block, { maxLength: 16 }), (summary, blocks) => {
        const rendered = render({ ...reply(...blocks), summary });
        expect(faults(rendered)).toEqual([]);
        const { content, embeds } = rendered.body;
        const texts = [
          content,
          ...embeds.flatMap(({ title = "", description = "" }) => [title, description]),
        ];
        expect(texts.flatMap(liveMarkup)).toEqual([]);
      }),
      { numRuns: 2500 },
    );
  }, 60_000);
});
