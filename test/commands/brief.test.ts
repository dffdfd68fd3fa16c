import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Brief } from "../../src/stories/brief.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), "sco-brief-"));
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("brief", () => {
  test("tells the stories of some days verbatim, each sentence with its numbered source", async () => {
    const reply = await desk.ask("brief 2025-05-24..2025-05-30");
    const { stories, sources, total } = reply.data as Brief;
    expect(total).toBe(9);
    const byNumber = new Map(sources.map((source) => [source.n, source.article]));
    expect([...byNumber.keys()]).toEqual(sources.map((_, at) => at + 1));
    for (const { text, source } of stories.flatMap(({ sentences }) => sentences))
      expect(desk.doors.library.get(byNumber.get(source) ?? "")?.body).toContain(text);
    expect(wordsOf(reply)).toContain("Press brief · 24 – 30 May 2025");
  });

  test("a topic and a quiet day", async () => {
    const { stories } = (await desk.ask("brief 2025-05 health ministers")).data as Brief;
    expect(stories.length).toBeLessThan(4);
    expect((await desk.ask("brief 2025-04-01", { locale: "ru" })).outcome).toBe("nothing");
  });

  test("becomes Markdown, a page and a Word document, in which outside text is no markup", async () => {
    for (const [file, sign] of [
      ["b.md", "## Sources"],
      ["b.html", "<h2>Sources</h2>"],
      ["b.docx", "PK"],
    ] as const) {
      const path = join(folder, file);
      expect((await desk.ask(`brief 2025-05-26 --out=${path}`)).outcome).toBe("answered");
      expect(readFileSync(path, "latin1")).toContain(sign);
    }
    const document = execFileSync("unzip", ["-p", join(folder, "b.docx"), "word/document.xml"], {
      encoding: "utf8",
    });
    expect(document).toContain("人民日报");
  });

  test("comes as a file to a chat that asks for one, with its headlines beside it and its text for where no file goes", async () => {
    const chat = { platform: "slack", operates: false } as const;
    for (const [kind, sign] of [
      ["md", "## Sources"],
      ["html", "<h2>Sources</h2>"],
      ["docx", "PK"],
    ] as const) {
      const { file, blocks } = await desk.ask(`brief 2025-05-24..2025-05-30 as:${kind}`, chat);
      expect(file?.name).toBe(`brief-2025-05-24-2025-05-30.${kind}`);
      expect(Buffer.from(file?.bytes ?? []).toString("latin1")).toContain(sign);
      expect(file?.instead.length).toBeGreaterThan(blocks.length);
    }
    expect((await desk.ask("brief 2025-05-26", chat)).file).toBeUndefined();
    expect((await desk.ask("brief 2025-05-26 as:docx")).file).toBeUndefined();
  });

  test("no file is written for a chat", async () => {
    const path = join(folder, "chat.md");
    const reply = await desk.ask(`brief 2025-05-26 --out=${path}`, { platform: "slack", operates: false });
    expect(reply.data).toMatchObject({ error: { code: "forbidden" } });
    expect(() => readFileSync(path)).toThrow();
  });
});
