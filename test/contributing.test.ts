/** CONTRIBUTING's lists, followed as they stand in a copy of the sources. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "../src/root.ts";
import { importsOf, violations } from "./imports.ts";
import { until } from "./until.ts";

const copy = mkdtempSync(join(tmpdir(), "sco-newcomer-"));
beforeAll(() => {
  const all = ["src", "adapters", "commands", "corpus", "dist", "build.js", "package.json", "tsconfig.json"];
  for (const name of all) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
/** What the compiler says, a fault a line. */
const compiled = () =>
  spawnSync(join(root, "node_modules/.bin/tsc"), ["--noEmit"], { cwd: copy, encoding: "utf8" })
    .stdout.split("\n")
    .filter(Boolean);
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(join(copy, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(copy, file), text.replace(from, to));
};

test("a command is one file: it is built, answers in three languages and stands in help", () => {
  const about = `{ en: "Say hello", zh: "问好", ru: "Поздороваться" }`;
  writeFileSync(
    join(copy, "commands/hello.ts"),
    `/** \`hello\`: says hello. */
import { command } from "../src/command.ts";
import { sentence } from "../src/reply.ts";

export const hello = command({
  name: "hello",
  aliases: ["你好"],
  about: ${about},
  options: { name: { kind: "text", required: true, rest: true, about: ${about} } },
  examples: ["hello Bishkek"],
  run: ({ name }) => sentence(\`Hello, \${name}\`),
});
`,
  );
  expect(compiled()).toEqual([]);
  node("build.js");
  expect(node("dist/src/main.js", "你好", "Osh").trim()).toBe("Hello, Osh");
  expect(node("dist/src/main.js", "help", "--locale", "zh")).toMatch(/你好 Bishkek +问好/);
}, 60_000);

/**
 * A platform of its own for the test: lines of a file come in, answers and deliveries go out as lines of another one. It has
 * all that an adapter needs: parse, render, send, find, profile, missing, limits and words.
 */
const TOY = `/** A post box: each line of a file is somebody's request, each line of another an answer or a delivery. */
import { appendFile, readFile } from "node:fs/promises";
import * as z from "zod";
import type { Adapter, Bot, Target } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { phrases } from "../../src/i18n/words.ts";
import { isOperator } from "../../src/inbox/operators.ts";
import { type AdapterOptions, platform } from "../../src/platform.ts";
import { type Reply, textOf } from "../../src/reply.ts";

const variables = { POSTBOX_IN: z.string().optional(), POSTBOX_OUT: z.string().default("out.txt"), POSTBOX_KEY: z.string().optional() };
type Settings = z.output<z.ZodObject<typeof variables>>;

/** Longest line of the post box. */
const LINE = 400;
const say = phrases({
  en: { unknown: "There is no such box. Write to box 1." },
  zh: { unknown: "没有这个信箱，请写给 1 号信箱。" },
  ru: { unknown: "Такого ящика нет. Пишите в ящик 1." },
});

export const postbox = platform({
  name: "postbox",
  title: "Post box",
  variables,
  secrets: ["POSTBOX_KEY"],
  operators: { form: /^postbox:[a-z]+$/, written: "postbox:NAME" },
  configured: ({ POSTBOX_IN }) => POSTBOX_IN !== undefined,
  address: () => "http://127.0.0.1:1/",
  open: async (settings, opening) => createPostbox(settings, opening),
  examine: async () => [],
  missing: async () => missing,
});

async function missing(target: Target, locale: "en" | "zh" | "ru"): Promise<string | null> {
  return "channel" in target && target.channel !== "1" ? say(locale).unknown : null;
}

function createPostbox({ POSTBOX_IN = "", POSTBOX_OUT: out }: Settings, { config, log }: AdapterOptions): Adapter {
  let open = false;
  const send = async (to: string, key: string, reply: Reply) => appendFile(out, \`\${to} \${key} \${render(reply)}\\n\`);
  return {
    name: "postbox",
    get connected() {
      return open;
    },
    async start(bot: Bot) {
      open = true;
      for (const [n, line] of (await readFile(POSTBOX_IN, "utf8")).split("\\n").entries()) {
        const caller = parse(line, config.SCO_OPERATORS);
        if (!caller) continue;
        const request = { id: \`line-\${n}\`, caller: caller.who, line: caller.text };
        await send(caller.who.user, request.id, await bot.handle(request, AbortSignal.timeout(5_000)));
      }
      log.info({ event: "postbox-read" }, "the post box was read");
    },
    async post(target, reply, key, attempt) {
      if ((await missing(target, "en")) !== null) return { state: "refused", reason: "no such box" };
      if (attempt > 1 && (await find(out, key))) return { state: "sent" };
      await send("channel" in target ? target.channel : target.user, key, reply);
      return { state: "sent" };
    },
    missing,
    stop: async () => {
      open = false;
    },
  };
}

/** "mei: search 上海精神" is what mei asks. */
function parse(line: string, operators: readonly string[]): { who: Caller; text: string } | null {
  const [, user = "", text = ""] = /^([a-z]+): (.+)$/.exec(line) ?? [];
  return user === "" ? null : { who: profile(user, operators), text };
}

function profile(user: string, operators: readonly string[]): Caller {
  const who = { platform: "postbox", workspace: "town", user };
  const operates = isOperator(operators, who, true);
  return { ...who, channel: "1", locale: "en", zone: "UTC", manages: operates, operates };
}

function render({ summary, blocks }: Reply): string {
  const lines = blocks.flatMap((block) => (block.kind === "prose" ? [block.spans.map(textOf).join("")] : []));
  return [summary, ...lines].join(" / ").replace(/\\s+/g, " ").slice(0, LINE);
}

async function find(out: string, key: string): Promise<boolean> {
  const text = await readFile(out, "utf8").catch(() => "");
  return text.split("\\n").some((line) => line.split(" ")[1] === key);
}
`;

test("an adapter is a folder and its line in the wiring: settings, doctor, answers, rights and deliveries follow", async () => {
  expect(TOY.split("\n").length).toBeLessThan(200);
  const file = "adapters/postbox/platform.ts";
  mkdirSync(join(copy, "adapters/postbox"));
  writeFileSync(join(copy, file), TOY);
  edit("src/main/platforms.ts", "[slack, discord]", "[slack, discord, postbox]");
  edit(
    "src/main/platforms.ts",
    "import type",
    'import { postbox } from "../../adapters/postbox/platform.ts";\nimport type',
  );
  expect(compiled()).toEqual([]);
  expect(violations(importsOf(file, TOY))).toEqual([]);
  node("build.js");
  const [requests, answers] = [join(copy, "in.txt"), join(copy, "out.txt")];
  writeFileSync(requests, "mei: search 睦邻友好\nmei: daily 09:00\nlin: daily 09:00 zone:UTC\nnonsense\n");
  const env = {
    ...{ PATH: process.env.PATH, POSTBOX_IN: requests, POSTBOX_OUT: answers, POSTBOX_KEY: "postbox-canary" },
    ...{
      SCO_DATA_DIR: join(copy, "data"),
      SCO_OPERATORS: "postbox:lin",
      SCO_POLL: "off",
      SCO_OPS_PORT: "off",
    },
  };
  const main = join(copy, "dist/src/main.js");
  const program = spawn(process.execPath, [main], { cwd: copy, env });
  let said = "";
  program.stderr.on("data", (text) => {
    said += text;
  });
  await until(() => said.includes("postbox-read"), 30_000);
  program.kill("SIGTERM");
  await once(program, "exit");
  const [search, refused, saved, ...more] = readFileSync(answers, "utf8").trim().split("\n");
  expect(search).toMatch(/^mei line-0 .*\d articles/);
  expect(refused).toMatch(/^mei line-1 .*right to manage the channel/);
  expect(saved).toMatch(/^lin line-2 .*Saved/);
  expect(more).toEqual([]);
  expect(said).not.toContain("canary");
  const doctor = spawnSync(process.execPath, [main, "doctor"], { cwd: copy, env, encoding: "utf8" });
  expect(doctor.stdout).toContain("Settings are complete for Post box.");
  const wrong = { ...env, SCO_OPERATORS: "lin" };
  expect(
    spawnSync(process.execPath, [main, "doctor"], { cwd: copy, env: wrong, encoding: "utf8" }).stdout,
  ).toMatch(/slack:TEAM\/USER, discord:USER, postbox:NAME/);
}, 120_000);

test("a language is a member of LOCALES: the compiler names each phrase that lacks it", () => {
  edit("src/i18n/words.ts", '"en", "zh", "ru"]', '"en", "zh", "ru", "kk"]');
  const faults = compiled().filter((line) => line.includes("'kk'"));
  const catalogues = ["commands", "discord", "inbox", "slack", "stories", "terminal"];
  for (const place of ["commands/", ...catalogues.map((room) => `src/i18n/${room}.ts`)])
    expect([place, faults.some((fault) => fault.startsWith(place))]).toEqual([place, true]);
}, 60_000);
