/** A set of judged files is measured whole, by half and by kind. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readJudgedStories } from "../../src/eval/judge-stories.ts";
import { root } from "../../src/root.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("a kind of one half is measured alone", async () => {
  const reply = await desk.ask("eval --set=ordinary --half=dev --kind=nothing");
  expect(reply.data).toMatchObject({
    ...{ set: "ordinary", half: "dev", kind: "nothing" },
    search: { articles: 120, queries: 15, nothing: { queries: 15, precision: expect.any(Number) } },
  });
  expect(Object.keys(reply.data as object)).toEqual(["set", "half", "kind", "search"]);
  expect(wordsOf(reply)).toContain("Of 15 queries with nothing to find");
});

test("questions without an answer need no list of answers; stories go over weeks", async () => {
  const { data } = await desk.ask("eval --set=hard --half=dev --kind=other-year");
  expect(data).toMatchObject({
    answers: { articles: 100, answerable: { questions: 0 }, refusal: { questions: 4 }, invented: 0 },
  });
  const file = join(root, "test", "judged", "hard", "stories.json");
  const weeks = readJudgedStories(readFileSync(file, "utf8"));
  expect([weeks.weeks, weeks.stories.length]).toEqual([true, 10]);
});

test("sayings are read by what was meant", async () => {
  const reply = await desk.ask("eval --set=sayings --half=dev --kind=watch", { locale: "zh" });
  expect(reply.data).toMatchObject({
    sayings: { sayings: 15, kinds: { watch: { sayings: 15 } }, harmful: [] },
  });
});

test.each([
  ["eval --set=nowhere", "There is no judged set “nowhere”"],
  ["eval --set=", "There is no judged set"],
  ["eval --set=ordinary --kind=weather", "nothing of the kind “weather”"],
])("%s is refused with a sentence", async (line, sentence) => {
  const reply = await desk.ask(line);
  expect([reply.outcome, reply.summary]).toEqual(["bad-input", expect.stringContaining(sentence)]);
});
