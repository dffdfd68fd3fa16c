/** A set of judged files is measured whole, by half and by kind. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
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
