/** What README shows is what happens: its transcript, and every command of its blocks. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { render } from "../adapters/terminal/render.ts";
import { root } from "../src/root.ts";
import { type Desk, openDesk } from "./desk.ts";

const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
  .concat(
    readdirSync(join(root, "docs"), { encoding: "utf8" }).flatMap((name) =>
      name.endsWith(".md") ? [`docs/${name}`] : [],
    ),
  )
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "sco-readme-"));
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  writeFileSync(join(folder, "articles.jsonl"), '{"title":"One","body":"It has a text."}\n');
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An answer as the terminal shows it, without the escapes that make titles clickable. */
async function shown(line: string): Promise<string> {
  const style = {
    colour: false,
    links: true,
    width: 100,
    locale: "en",
    zone: "Asia/Shanghai",
    keys: true,
  } as const;
  return render(await desk.ask(line), style)
    .text.replace(/\u001b\]8;;.*?\u001b\\/g, "")
    .trimEnd();
}

function run(args: readonly string[], options: readonly string[] = []): Promise<number> {
  const env = { PATH: process.env.PATH ?? "", SCO_DATA_DIR: join(folder, "data") };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...options, join(root, "dist/src/main.js"), ...args],
      { cwd: folder, env },
      () => {
        resolve(child.exitCode ?? -1);
      },
    );
  });
}

/** Words of a shell line; double quotes keep words together. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

describe("README", () => {
  test("its transcript is what the chat says", async () => {
    const transcript = /<!-- transcript -->\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const turns = transcript.split(/^sco › /m).slice(1);
    expect(turns.length).toBeGreaterThan(1);
    for (const turn of turns) {
      const [line = "", ...said] = turn.split("\n");
      expect(said.join("\n").trim()).toBe((await shown(line)).trim());
    }
  });

  test("each of its shell commands is answered", async () => {
    const lines = [...readme.matchAll(/^npx sco (.+)$/gm)].map(([, line]) => line ?? "");
    expect(lines.length).toBeGreaterThan(9);
    for (const line of lines) {
      const args = words(line);
      if (args[0] === "import") args.push("--to", join(folder, "corpus"));
      expect([line, await run(args)]).toEqual([line, 0]);
    }
  }, 60_000);

  test("each shell command of the other documents is understood", async () => {
    const texts = documents.map(({ text }) => text.replace(/^npx sco .*/gm, ""));
    const lines = new Set(
      texts.flatMap((text) => [...text.matchAll(/\bnpx sco ([^`\n]+)/g)].map(([, line = ""]) => line.trim())),
    );
    // These ask the network; their own tests do so.
    const alone = [...lines]
      .filter((line) => !/^(fetch|feeds check|discord:register|index |…)/.test(line))
      .sort();
    expect(alone.length).toBeGreaterThan(4);
    for (const line of alone) {
      const args = words(line).map((word) =>
        word === "FILE"
          ? join(folder, `${line.startsWith("settings") ? "settings" : "articles"}.jsonl`)
          : word,
      );
      expect([line, await run(args)]).not.toEqual([line, 2]);
    }
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    for (const text of texts)
      for (const [, name = ""] of text.matchAll(/\bnpm run ([\w-]+)/g)) expect(scripts).toHaveProperty(name);
  }, 60_000);

  test("the program runs with the settings of .env.example", async () => {
    cpSync(join(root, ".env.example"), join(folder, ".env"));
    expect(await run(["doctor"], ["--env-file=.env"])).toBe(0);
  });

  test("CI runs its two commands", () => {
    const ci = readFileSync(join(root, ".ci/run"), "utf8");
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
    for (const command of ["npm ci", "npm start", "npm test", "npm run check"]) expect(ci).toContain(command);
  });

  test("every file that the documents link to is there, and every variable that they name", () => {
    const known = readFileSync(join(root, ".env.example"), "utf8");
    for (const { file, text } of documents) {
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        expect([file, target, existsSync(join(root, file, "..", target))]).toEqual([file, target, true]);
      for (const [, name = ""] of text.matchAll(/`((?:SCO|SLACK|DISCORD|LLM|REDIS)_[A-Z_]+)/g))
        expect([file, known.includes(`\n${name.replace(/_FILE$/, "")}=`) ? name : "unknown"]).toEqual([
          file,
          name,
        ]);
    }
  });

  test("every line of their shell blocks is one that a test or CI runs", () => {
    const lines = documents.flatMap(({ text }) =>
      [...text.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)].flatMap(([, block = ""]) =>
        block.split("\n").map((line) => line.replace(/ +#.*/, "")),
      ),
    );
    expect(lines.length).toBeGreaterThan(20);
    const doctor = "node (--env-file=\\.env )?dist/src/main\\.js doctor";
    const known = [
      /^$/,
      /^npx sco /,
      /^npm (ci|start|test)( && npm (start|test))?$/,
      /^npm run (check|format)$/,
      new RegExp(`^(docker compose exec bot )?${doctor}$`),
    ];
    expect(lines.filter((line) => !known.some((form) => form.test(line)))).toEqual([]);
  });
});
