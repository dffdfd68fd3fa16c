/** A press brief as a Word document is opened by another program: LibreOffice reads its text and lays out its pages. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Brief } from "../../src/stories/brief.ts";
import { briefFile } from "../../src/stories/brief-files.ts";
import { type Desk, openDesk } from "../desk.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-word-"));
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test("LibreOffice opens a brief in each language: all its sentences, sources and pages are there", async () => {
  const briefs: Brief[] = [];
  const locales = ["en", "zh", "ru"] as const;
  for (const locale of locales) {
    const brief = (await desk.ask("brief 2025-05-24..2025-05-30", { locale })).data as Brief;
    briefs.push(brief);
    writeFileSync(join(folder, `${locale}.docx`), await briefFile(brief, "docx", locale));
  }
  for (const format of ["txt:Text (encoded):UTF8", "pdf"])
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
        ...["--convert-to", format, "--outdir", folder],
        ...locales.map((locale) => join(folder, `${locale}.docx`)),
      ],
      { stdio: "ignore", timeout: 110_000 },
    );
  for (const [at, locale] of locales.entries()) {
    const text = readFileSync(join(folder, `${locale}.txt`), "utf8");
    const { stories = [], sources = [] } = briefs[at] ?? {};
    expect(stories.length).toBeGreaterThan(2);
    for (const { text: sentence, source } of stories.flatMap(({ sentences }) => sentences))
      expect(text).toContain(`${sentence} [${source}]`);
    for (const { n, title } of sources) expect(text).toContain(`${n}. ${title}`);
    const pdf = readFileSync(join(folder, `${locale}.pdf`), "latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);
    for (const { url } of sources) if (url) expect(pdf).toContain("/URI");
  }
}, 240_000);
