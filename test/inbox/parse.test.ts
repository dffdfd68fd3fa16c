import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadCommands } from "../../commands/index.ts";
import { command, commonOptions, type Option } from "../../src/command.ts";
import { BotError } from "../../src/errors.ts";
import { nearest } from "../../src/inbox/nearest.ts";
import { parseLine, parseValues, printLine, type Values } from "../../src/inbox/parse.ts";
import { quote, tokenise } from "../../src/inbox/tokens.ts";
import { sentence } from "../../src/reply.ts";

const words = { en: "e", zh: "z", ru: "r" };
const run = () => sentence("done");
const plan = command({
  name: "plan",
  aliases: ["计划", "план"],
  about: words,
  options: {
    time: { kind: "text", required: true, about: words, fits: (word) => /^\d/.test(word) },
    zone: { kind: "text", named: true, about: words },
    empty: { kind: "choice", choices: ["skip", "say"], named: true, about: words },
    times: { kind: "number", min: 1, max: 5, named: true, about: words },
    loud: { kind: "flag", about: words },
    topic: { kind: "text", rest: true, about: words },
  },
  examples: ["plan 09:00"],
  run,
});
const pick = command({
  name: "pick",
  about: words,
  options: { n: { kind: "number", min: 1, max: 9, about: words } },
  examples: ["pick 2"],
  run,
});
const find = command({
  name: "search",
  aliases: ["搜索"],
  about: words,
  options: { query: { kind: "text", rest: true, required: true, about: words } },
  examples: ["search x"],
  run,
});
const help = command({
  name: "help",
  about: words,
  options: { command: { kind: "text", about: words } },
  examples: ["help"],
  run,
});
const commands = [plan, pick, find, help];
const parse = (line: string) => parseLine(line, commands);
const complaint = (line: string) => {
  try {
    parse(line);
  } catch (thrown) {
    if (thrown instanceof BotError) return thrown.message;
    throw thrown;
  }
  throw new Error(`"${line}" was read`);
};

describe("a typed line", () => {
  test("gives each option its value, however it is written", () => {
    const expected = {
      time: "09:00",
      zone: "Asia/Shanghai",
      empty: "skip",
      times: 3,
      loud: true,
      topic: "a b",
    };
    for (const line of [
      "plan 09:00 zone:Asia/Shanghai empty:skip --times 3 --loud a b",
      "/plan 09:00 a --loud b --zone=Asia/Shanghai --empty=SKIP times:3",
      '/sco plan 09:00 zone:"Asia/Shanghai" empty：skip —times ３ –loud a b',
      "计划 09:00 zone:“Asia/Shanghai” empty:skip times:3 --loud:yes a b",
      "ПЛАН 09:00 zone=Asia/Shanghai empty=skip times=3 --loud a b",
    ]) {
      expect(parse(line)).toMatchObject({ command: plan, values: expected });
    }
  });

  test("keeps free text as it was written, quotes and all", () => {
    expect(parse('search "exact phrase" source:人民网 -not title:x').values.query).toBe(
      '"exact phrase" source:人民网 -not title:x',
    );
    expect(parse("上海精神 合作").values.query).toBe("上海精神 合作");
  });

  test("a bare text is a search, an empty line asks for help", () => {
    expect(parse("shanghai spirit").command).toBe(find);
    expect(parse("").command).toBe(help);
    expect(parse("/sco").command).toBe(help);
    expect(parse(" \u0000\u0007 ").command).toBe(help);
  });

  test("a mistyped command is searched for, and the guess is kept", () => {
    expect(parse("paln 09:00")).toMatchObject({ command: find, meant: "plan 09:00" });
    expect(parse("xylophone")).not.toHaveProperty("meant");
  });

  test("a word that cannot be an option is left for the next one", () => {
    expect(complaint("plan topic first")).toBe("plan needs a time. Try: plan 09:00");
  });

  test.each([
    ["pick 0", "e: “0” does not fit here. Write 1–9."],
    ["pick two", "e: “two” does not fit here. Write 1–9."],
    ["pick 2.5", "e: “2.5” does not fit here. Write 1–9."],
    ["pick 3 4", "pick does not know what to do with “4”. Try: pick 2"],
    ["plan 09:00 empty:maybe", "e: “maybe” does not fit here. Write skip, say."],
    ["plan 09:00 --lout", "plan has no option --lout. Did you mean --loud?"],
    ["search x --unheard", "search has no option --unheard. It has --limit, --public."],
    ["plan", "plan needs a time. Try: plan 09:00"],
    ["search", "search needs a query. Try: search x"],
    ["plan 09:00 --limit 1000", "How many to show: “1000” does not fit here. Write 1–100."],
  ])("%s is refused with a sentence", (line, expected) => {
    expect(complaint(line)).toBe(expected);
  });

  test("names that every object has are no options", () => {
    expect(complaint("latest --constructor=1")).toContain("no option --constructor");
    expect(complaint("latest --toString=1")).toContain("no option --tostring");
  });

  test("any string is read or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
        try {
          expect(parse(line).line.length).toBeGreaterThan(0);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(BotError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the canonical line", () => {
  test("reads back as the same command with the same values", () => {
    for (const line of ['plan 09:00 zone:"a b" --loud topic words', "pick 3 --limit 5", "search  x   y"]) {
      const once = parse(line);
      expect(parse(once.line)).toMatchObject({ values: once.values, line: once.line });
    }
  });

  test("is what a filled-in form gives too", () => {
    expect(parseValues(plan, { time: "09:00", times: 2, loud: true, zone: "" }).line).toBe(
      "plan 09:00 --times=2 --loud",
    );
    expect(() => parseValues(plan, { time: "09:00", empty: "x" })).toThrow(BotError);
    expect(printLine(find, { query: "a b", public: true })).toBe("search --public a b");
  });
});

/** What reads like an option, a quote, a name, or their beginnings. */
const odd = fc
  .array(
    fc.constantFrom(
      ...[
        "«",
        "»",
        "“",
        "”",
        "„",
        '"',
        "「",
        "＂",
        "a",
        "b c",
        " ",
        ":",
        "=",
        "：",
        "--",
        "—",
        "–",
        "-",
        "/sco",
        "/",
      ],
      ...[
        "--public",
        "--limit=3",
        "topic:",
        "zone=x",
        "constructor:1",
        "https://x.org/a?b=1",
        "10",
        "09:00",
        "\n",
      ],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

test("whatever is given to any option of any command, its line reads back as the same", async () => {
  const shipped = await loadCommands();
  for (const command of shipped) {
    const given = Object.fromEntries(
      Object.entries<Option>({ ...command.options, ...commonOptions }).map(([name, option]) => [
        name,
        option.kind === "text"
          ? fc.oneof(odd, fc.string({ maxLength: 12 }))
          : option.kind === "choice"
            ? fc.constantFrom(...option.choices)
            : option.kind === "flag"
              ? fc.boolean()
              : fc.integer({ min: option.min ?? 1, max: option.max ?? 1_000_000 }),
      ]),
    );
    fc.assert(
      fc.property(fc.record(given, { requiredKeys: [] }), (values) => {
        let once: ReturnType<typeof parseValues>;
        try {
          once = parseValues(command, values as Values);
        } catch (thrown) {
          // What is required was left out.
          expect(thrown).toBeInstanceOf(BotError);
          return;
        }
        const again = parseLine(once.line, shipped);
        expect([once.line, again.command.name]).toEqual([once.line, command.name]);
        // What is not public is what nobody made public.
        const { public: open, ...rest } = once.values;
        expect([once.line, again.values]).toEqual([once.line, open ? { ...rest, public: true } : rest]);
        expect(again.line).toBe(once.line);
      }),
      { numRuns: 150 },
    );
  }
});

test("whatever is typed, its canonical line reads as the same", async () => {
  const shipped = await loadCommands();
  const names = shipped.map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names, ""), fc.array(odd, { maxLength: 5 }), (name, words) => {
      let once: ReturnType<typeof parseLine>;
      try {
        once = parseLine([name, ...words].join(" "), shipped);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(BotError);
        return;
      }
      const again = parseLine(once.line, shipped);
      expect([once.line, again.command.name, again.values]).toEqual([
        once.line,
        once.command.name,
        once.values,
      ]);
      expect(again.line).toBe(once.line);
    }),
    { numRuns: 4_000 },
  );
});

describe("tokens", () => {
  test("a quoted value is one word, an open quote ends with the line", () => {
    expect(tokenise('a "b c" d:"e f" "g h').map(({ value }) => value)).toEqual(["a", "b c", "e f", "g h"]);
  });

  test("a quote inside a word is a letter", () => {
    expect(tokenise(`don"t stop`).map(({ raw }) => raw)).toEqual([`don"t`, "stop"]);
  });

  test("quoting round-trips", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1 }), odd).filter((text) => text.trim() === text),
        (text) => {
          expect(tokenise(`x:${quote(text)}`)[0]?.value).toBe(text);
        },
      ),
    );
  });
});

describe("the nearest word", () => {
  test("forgives one slip in short words, two in long ones, and a swap", () => {
    expect(nearest("serach", ["search", "status"])).toBe("search");
    expect(nearest("hlep", ["help", "read"])).toBe("help");
    expect(nearest("дайжест", ["дайджест"])).toBe("дайджест");
    expect(nearest("zebra", ["help", "read"])).toBeUndefined();
    expect(nearest("ab", ["abc"])).toBeUndefined();
  });
});

describe("every shipped command", () => {
  test("has a name, three languages, examples that parse to it, and no word of another", async () => {
    const shipped = await loadCommands();
    const seen = new Map<string, string>();
    for (const known of shipped) {
      expect(known.examples.length).toBeGreaterThan(0);
      for (const about of [known.about, ...Object.values(known.options).map((option) => option.about)]) {
        for (const text of [about.en, about.zh, about.ru]) expect(text.trim()).not.toBe("");
        expect(about.zh).toMatch(/\p{Script=Han}/u);
        expect(about.ru).toMatch(/\p{Script=Cyrillic}/u);
      }
      for (const example of known.examples) {
        const parsed = parseLine(example.replaceAll("{id}", "k7f2m"), shipped);
        expect([example, parsed.command.name, parsed.meant]).toEqual([example, known.name, undefined]);
      }
      for (const word of [known.name, ...(known.aliases ?? [])]) {
        expect([word, seen.get(word)]).toEqual([word, undefined]);
        seen.set(word, known.name);
      }
    }
  });
});
