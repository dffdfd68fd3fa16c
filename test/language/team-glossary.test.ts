/** A team's own glossary: read on top of the shipped one, its faults told by line. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { GLOSSARY_PATH, openGlossary } from "../../src/language/glossary.ts";
import { readTeamGlossary } from "../../src/language/team-glossary.ts";

const folder = mkdtempSync(join(tmpdir(), "team-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, `${text.length}.tsv`);
  writeFileSync(path, text);
  return path;
}

test("its names are found beside those that are shipped, and before them", () => {
  const path = fileOf(
    "\uFEFF# ours\r\nperson\t阿桑·阿桑诺夫\tAsan Asanov\tАсан Асанов\ta sang a sang nuo fu\r\nbody\t\tDesk X\t\t\r\n",
  );
  const { entries, faults } = readTeamGlossary(path);
  expect(faults).toEqual([]);
  expect(entries.map(({ en }) => en)).toEqual([["Asan Asanov"], ["Desk X"]]);
  const glossary = openGlossary(
    (reason) => {
      throw new Error(reason);
    },
    GLOSSARY_PATH,
    entries,
  );
  expect(glossary.byHan("阿桑阿桑诺夫")[0]?.entry.ru).toEqual(["Асан Асанов"]);
  expect(glossary.byStems(["sco"])).not.toEqual([]);
  expect(glossary.entries[0]?.en).toEqual(["Asan Asanov"]);
});

test("a line that cannot be used is told by its number, the others are used", () => {
  const { entries, faults } = readTeamGlossary(
    fileOf("person\t甲乙\tJia Yi\t\t\nhero\t丙\tBing\t\t\nplace\t\t\t\t\n"),
  );
  expect(entries).toHaveLength(1);
  expect(faults.map(({ en }) => /line (\d+)/.exec(en)?.[1])).toEqual(["2", "3"]);
  for (const { zh, ru } of faults) expect([zh.includes("行"), ru.includes("строка")]).toEqual([true, true]);
});

test("a file that is not there is a fault and nothing else", () => {
  const { entries, faults } = readTeamGlossary(join(folder, "none.tsv"));
  expect(entries).toEqual([]);
  expect(faults[0]?.en).toContain("none.tsv");
});
