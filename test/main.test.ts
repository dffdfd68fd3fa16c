/** The real program, as a user starts it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "@jest/globals";
import { root } from "../src/root.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-main-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8", SCO_DATA_DIR: join(folder, "data") };

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program with arguments, an environment and what is typed into it. */
function sco(
  args: readonly string[],
  more: Record<string, string> = {},
  typed = "",
  program = join(root, "dist/src/main.js"),
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...env, ...more },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk));
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(typed);
  });
}
const json = async (...args: string[]) =>
  JSON.parse((await sco([...args, "--json"])).out) as Record<string, unknown>;
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test("a start without a platform and without a line says why there is no service", async () => {
  const { code, out, err } = await sco([]);
  expect({ code, out }).toEqual({ code: 0, out: "" });
  expect(err).toContain("neither Slack nor Discord is configured");
  expect((await sco([], {}, "status\n")).err).toBe("");
});

describe("one-shot", () => {
  test("an answer loads few modules and little code, as both are what a start waits for", async () => {
    const hook = `import { appendFileSync } from "node:fs";
      export async function load(url, context, next) {
        const { format, source, ...rest } = await next(url, context);
        const size = format === "builtin" ? 0 : (source ?? "").length;
        if (format !== "builtin") appendFileSync(${JSON.stringify(join(folder, "loaded"))}, size + "\\n");
        return { format, source, ...rest };
      }`;
    const data = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
    const register = `import { register } from "node:module"; register(${JSON.stringify(data(hook))});`;
    const { code } = await sco(["search", "上海精神"], { NODE_OPTIONS: `--import "${data(register)}"` });
    expect(code).toBe(0);
    const modules = readFileSync(join(folder, "loaded"), "utf8").trim().split("\n").map(Number);
    // The core is a script, which no hook sees.
    const sizes = [...modules, statSync(join(root, "dist/chunks/core.cjs")).size];
    expect(readdirSync(join(root, "dist/index"))).toHaveLength(1);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.length).toBeLessThan(12);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_060_000);
  });

  test("the build leaves an index with the shipped articles' words, as each start would analyse them anew", () => {
    const [file = ""] = readdirSync(join(root, "dist/index"));
    expect(readFileSync(join(root, "dist/index", file), "utf8")).toContain("上海");
  });

  test("V8 takes what it compiled when the program was built", async () => {
    const core = pathToFileURL(join(root, "dist/chunks/core.js")).href;
    const look = `import { script } from "${core}"; console.error(script.cachedDataRejected);`;
    const { err } = await sco(["search", "上海精神"], {
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(look)}"`,
    });
    expect(err).toBe("false\n");
  });

  test("without it, and in what stays, the program is the same", async () => {
    const bare = join(folder, "bare");
    cpSync(join(root, "dist"), join(bare, "dist"), { recursive: true });
    for (const there of ["package.json", "corpus", "node_modules"])
      symlinkSync(join(root, there), join(bare, there));
    rmSync(join(bare, "dist/chunks/core.compiled"));
    const answer = await sco(["search", "上海精神"]);
    expect(await sco(["search", "上海精神"], {}, "", join(bare, "dist/src/main.js"))).toEqual(answer);
  });

  test("a search across a line-wrap scar finds the interview", async () => {
    const { hits } = await json("search", "睦邻友好");
    expect(JSON.stringify(hits)).toContain("哈萨克斯坦外交部");
    const scarred = file("scar.jsonl", '{"id":"s1","title":"题","body":"希望与周边国家保持睦邻友 好,分享"}');
    expect(await json("search", "睦邻友好", "--corpus", scarred)).toMatchObject({ total: 1 });
  });

  test("exit codes tell answered, nothing found and bad input", async () => {
    expect((await sco(["search", "上海精神"])).code).toBe(0);
    expect((await sco(["search", "qqzzxx"])).code).toBe(1);
    expect((await sco(["read", "nowhere"])).code).toBe(1);
    expect((await sco(["search"])).code).toBe(2);
    expect((await sco(["latest", "--limit", "many"])).code).toBe(2);
    expect((await sco(["digest", "2025-02-30"])).code).toBe(2);
  });

  test("the same morning is the 26th in Shanghai and the 25th in UTC", async () => {
    const ids = ({ stories }: Record<string, unknown>) =>
      (stories as { articles: { id: string }[] }[])
        .flatMap(({ articles }) => articles.map(({ id }) => id))
        .sort();
    const shanghai = await json("digest", "2025-05-26", "--zone", "Asia/Shanghai");
    const utc = await json("digest", "2025-05-25", "--zone", "UTC");
    expect(ids(shanghai)).toHaveLength(4);
    expect(ids(utc)).toEqual(ids(shanghai));
  });

  test("--now, --locale and --zone reproduce what somebody saw", async () => {
    const { out } = await sco([
      "digest",
      "today",
      "--now",
      "2025-05-26T01:00:00Z",
      "--zone",
      "Asia/Shanghai",
      "--locale",
      "zh",
    ]);
    expect(out).toContain("2025年5月26日");
  });

  test.each([
    [["latest", "--zone", "Mars/Base"], "--zone cannot be “Mars/Base”"],
    [["latest", "--locale", "fr"], "--locale cannot be “fr”"],
    [["latest", "--now", "soon"], "--now cannot be “soon”"],
    [["latest", "--now", "2025-02-30"], "--now cannot be “2025-02-30”"],
    [["latest", "--locale", "zh", "--zone", "Mars/Base"], "--zone 不能是"],
    [["latest", "--zone=Mars/Base", "--locale=ru"], "--zone не может быть"],
    [["latest", "--corpus"], "--corpus needs a value"],
  ])("%j is refused with a sentence", async (args, sentence) => {
    expect(await sco(args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(sentence) });
  });

  test("with --json bad options are JSON too", async () => {
    const empty = file("empty.jsonl", "");
    for (const args of [["--zone", "Mars/Base"], ["--corpus", empty], ["--bogus"]]) {
      const { code, out } = await sco(["latest", ...args, "--json"]);
      expect(code).toBe(2);
      expect(JSON.parse(out)).toMatchObject({ error: { code: "bad-input" } });
    }
  });

  test("a time without a zone is UTC, wherever the machine is", async () => {
    const args = ["digest", "today", "--zone", "UTC", "--json", "--now", "2025-05-26T23:30:00"];
    for (const TZ of ["Asia/Shanghai", "America/Los_Angeles"])
      expect(JSON.parse((await sco(args, { TZ })).out)).toMatchObject({ day: "2025-05-26" });
  });

  test("a reader that has seen enough ends it without a fault", async () => {
    const child = spawn(process.execPath, [join(root, "dist/src/main.js"), "latest"], { cwd: folder, env });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk));
    const [code] = await once(child, "close");
    expect([code, err]).toEqual([0, ""]);
  });

  test("an example is in the reader's own script where there is one", async () => {
    expect((await sco(["ask", "--locale", "zh"])).out).toMatch(/可以试试：ask \p{Script=Han}/u);
    expect((await sco(["help", "--locale", "ru"])).out).toMatch(/^поиск \p{Script=Cyrillic}/mu);
    expect((await sco(["search"])).out).toContain("Try: search health ministers");
  });

  test("help --all gives a native reader every command's names and words in one language", async () => {
    const { commands } = (await json("help", "--all", "--locale", "ru")) as {
      commands: { about: string; aliases: string[]; options: { about: string }[] }[];
    };
    expect(commands.length).toBeGreaterThan(25);
    for (const { about, options } of commands)
      for (const words of [about, ...options.map((option) => option.about)]) expect(words).toMatch(/[а-я]/);
    expect((await sco(["help", "--all", "--locale", "zh"])).out).toContain("也可写作：find、搜索");
  });

  test("a command that lacks its id shows one that is there", async () => {
    expect((await sco(["read"])).out).toContain("Try: read 0adhg");
  });

  test("a corpus that cannot be used says why and exits 2", async () => {
    for (const [name, content] of [
      ["e.jsonl", ""],
      ["b.md", new Uint8Array([1, 0, 2])],
      ["h.md", "---\ntitle: x"],
    ] as const) {
      const { code, err } = await sco(["latest", "--corpus", file(name, content)]);
      expect([name, code]).toEqual([name, 2]);
      expect(err).toContain(name);
    }
  });

  test("what is wrong with an article is said in the reader's language, and to machines in English", async () => {
    const mixed = file("two.jsonl", '{"title":"Good one","body":"It has a text."}\n{"id":"b"}\n');
    expect((await sco(["latest", "--corpus", mixed, "--locale", "ru"])).err).toContain(":2: нет ни title");
    const shown = await sco(["status", "--corpus", mixed, "--locale", "zh"]);
    expect(shown.out).toContain(":2：既没有 title 也没有 body");
    const to = join(folder, "mixed");
    expect((await sco(["import", mixed, "--to", to, "--locale", "zh"])).out).toContain(":2：既没有 title");
    const faults = [`${mixed}:2: it has neither a title nor a body`];
    expect(await json("status", "--corpus", mixed, "--locale", "zh")).toMatchObject({ faults });
    expect(await json("import", mixed, "--to", to, "--locale", "zh")).toMatchObject({ faults });
  });

  test("a corpus with one bad line answers from the good ones and says which was bad", async () => {
    const { code, out, err } = await sco([
      "latest",
      "--corpus",
      file("mixed.jsonl", '{"title":"Good one"}\nnot json\n'),
    ]);
    expect({ code, good: out.includes("Good one"), bad: err.includes("mixed.jsonl:2") }).toEqual({
      code: 0,
      good: true,
      bad: true,
    });
  });

  test("odd input is answered: control characters, emoji, lone surrogates, ten thousand letters", async () => {
    for (const odd of ["\u0001\u0002", "🙂🙂", "a\ud800b", "!!!", "x".repeat(10_000)]) {
      const { code, out, err } = await sco(["search", odd]);
      expect([1, 2]).toContain(code);
      expect(out.length).toBeGreaterThan(5);
      expect(err).toBe("");
    }
  });

  test("importing twice changes nothing", async () => {
    const lines = file(
      "in.jsonl",
      '{"title":"One","source":"TASS","published":"2025-05-26T00:00:00Z","body":"First."}\n{"title":"Two","body":"Second."}\n',
    );
    const to = join(folder, "imported");
    expect(await json("import", lines, "--to", to)).toMatchObject({ imported: { length: 2 }, unchanged: [] });
    const before = readdirSync(to);
    expect(await json("import", lines, "--to", to)).toMatchObject({ imported: [], unchanged: { length: 2 } });
    expect(readdirSync(to)).toEqual(before);
  });
});

describe("the program", () => {
  test("chats without any token", async () => {
    const { code, out } = await sco([], {}, "search 上海精神\nexit\n");
    expect(code).toBe(0);
    expect(out).toContain("上海精神");
    expect(out).not.toContain("\u001b");
  });

  test("with bad settings the doctor still examines the rest, names each, and exits 1", async () => {
    const { code, out, err } = await sco(["doctor", "--json"], {
      SCO_OPS_PORT: "99999",
      SLACK_BOT_TOKEN: "canary",
    });
    const { ok, findings } = JSON.parse(out) as {
      ok: boolean;
      findings: { part: string; state: string; message: string }[];
    };
    expect([code, ok, err]).toEqual([1, false, ""]);
    const of = (wanted: string) => findings.filter(({ part }) => part === wanted);
    expect(of("settings").map(({ state }) => state)).toEqual(["bad", "bad", "bad"]);
    expect(of("settings")[0]?.message).toContain('SCO_OPS_PORT is "99999"');
    expect(of("disk")[0]?.state).toBe("ok");
    expect(out).not.toContain("canary");
  });

  test("reports every bad setting at once, without secrets, and exits 1", async () => {
    const { code, err } = await sco([], { PORT: "x", SCO_ZONE: "y", DISCORD_TOKEN: "canary-token" });
    expect(code).toBe(1);
    expect(err).toContain("PORT");
    expect(err).toContain("SCO_ZONE");
    expect(err).not.toContain("canary");
  });
});
