/** Who runs the bot, and what is said of entries that name nobody. */
import { expect, test } from "@jest/globals";
import { faultyOperators, isOperator, operatorsOf } from "../../src/inbox/operators.ts";
import { platforms } from "../../src/main/platforms.ts";

const mei = { platform: "discord", workspace: "G1", user: "42" } as const;

test("an entry names one person: of a workspace, or of a platform whose ids are everybody's own", () => {
  expect(isOperator(["discord:42"], mei, true)).toBe(true);
  expect(isOperator(["discord:42"], mei, false)).toBe(false);
  for (const entry of ["42", "slack:42", "discord:G2/42", "discord:4", ""])
    expect([entry, isOperator([entry], mei, true)]).toEqual([entry, false]);
  expect(isOperator(["discord:"], { ...mei, user: "" }, true)).toBe(false);
});

test("of a person known by name alone, each platform's own form of an entry tells; the terminal is whoever runs the bot", () => {
  const operates = operatorsOf(["discord:42", "slack:T1/U1", "slack:U2"], platforms);
  expect(operates(mei)).toBe(true);
  expect(operates({ ...mei, user: "43" })).toBe(false);
  expect(operates({ platform: "slack", workspace: "T1", user: "U1" })).toBe(true);
  expect(operates({ platform: "slack", workspace: "T2", user: "U1" })).toBe(false);
  expect(operates({ platform: "slack", workspace: "T1", user: "U2" })).toBe(false);
  expect(operates({ ...mei, user: "" })).toBe(false);
  expect(operates({ platform: "terminal", workspace: "", user: "you" })).toBe(true);
});

test("entries that name nobody are counted, in three languages, and how to write them is said", () => {
  expect(faultyOperators(["slack:T1/U1", "discord:42"], platforms)).toBeNull();
  const told = faultyOperators(["U1", "slack:U1", "T1/U1", "discord:mei", "slack:T1/U1"], platforms);
  for (const words of Object.values(told ?? {})) expect(words).toMatch(/4.*slack:TEAM\/USER, discord:USER/);
  expect(Object.values(told ?? {}).join()).not.toContain("mei");
});
