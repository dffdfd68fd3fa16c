/** What the judge of sayings takes for the same words, and which list was shown before. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { fault, meets } from "../../src/eval/judge-sayings.ts";
import { shownTo } from "../../src/eval/sayings.ts";
import { type Desk, openDesk } from "../desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test.each([
  ["чай", "чае"],
  ["газ", "газа"],
  ["war", "wars"],
  ["counterterrorism", "countrterrorism"],
  ["дороги", "дорог"],
])("%s is meant by %s", (one, other) => {
  expect(meets(one, other)).toBe(true);
});

test.each([
  ["чай", "час"],
  ["oil", "owl"],
  ["рис", "рост"],
])("%s is not meant by %s", (one, other) => {
  expect(meets(one, other)).toBe(false);
});

test("an ending or a slip in a short query is no fault", () => {
  const row = { id: "1", said: "новости о чае", lang: "ru", want: "search", harm: false } as const;
  const judged = (line: string) =>
    fault({ ...row, args: { query: "чай" }, line: "search чай" }, line, desk.doors.library);
  expect(judged("search чае")).toBeUndefined();
  expect(judged("search час")).toBeDefined();
});

test("who speaks of the fifth of a list saw five", async () => {
  const after = "search health ministers";
  const fifth = await shownTo({ after, args: { position: 5 } }, desk.doors);
  const found = await shownTo({ after, args: {} }, desk.doors);
  expect(fifth?.ids).toHaveLength(5);
  expect(fifth?.ids.slice(0, found?.ids.length)).toEqual(found?.ids);
});
