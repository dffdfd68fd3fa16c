/** Articles out and in as JSON Lines. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { type Box, openBox } from "./box.ts";

const boxes: Box[] = [];
const box = async () => {
  const made = await openBox([], []);
  boxes.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(boxes.splice(0).map((each) => each.close()));
});

test("what is exported can be imported into another bot's log, where it outlives the process", async () => {
  const first = await box();
  await first.doors.keeper.keep([
    {
      id: "abc1",
      title: "Kept",
      body: "Body",
      source: "TASS",
      published: "2025-06-15T00:00:00Z",
      language: "en",
      kind: "article",
      url: "https://news.example/1",
      copies: [{ source: "Dawn", url: "https://dawn.example/1" }],
      formerTitles: ["Before"],
    },
  ]);
  const file = join(first.data, "out.jsonl");
  expect((await first.say(`export ${file}`)).data).toEqual({ exported: 11, file });
  const second = await box();
  expect((await second.say(`import ${file} --log`)).data).toMatchObject({ imported: ["abc1"], faults: [] });
  expect(second.article("Kept")).toEqual(first.article("Kept"));
  expect((await second.say(`import ${file} --log`)).data).toMatchObject({ imported: [] });
  expect((await readFile(join(second.data, "articles.jsonl"), "utf8")).trim().split("\n").length).toBe(1);
});

test("a long import shows a bar; a file that cannot be written is a sentence", async () => {
  const { say, data, progress, library } = await box();
  const file = join(data, "many.jsonl");
  await writeFile(
    file,
    Array.from({ length: 2_500 }, (_, at) =>
      JSON.stringify({ id: `n${at}`, title: `Number ${at}`, body: "It has a text." }),
    ).join("\n"),
  );
  await say(`import ${file} --log`);
  expect(progress).toEqual([
    "████████░░░░░░░░░░░░ 1000 / 2500",
    "████████████████░░░░ 2000 / 2500",
    "████████████████████ 2500 / 2500",
  ]);
  expect(library.size).toBe(2_510);
  const refused = await say(`export ${join(data, "no", "such", "folder.jsonl")}`);
  expect([refused.outcome, refused.summary]).toEqual([
    "bad-input",
    expect.stringContaining("cannot be written"),
  ]);
});
