/** Who runs the bot, and what is said of entries that name nobody. */
import { expect, test } from "@jest/globals";
import { faultyOperators, isOperator } from "../../src/inbox/operators.ts";
import { platforms } from "../../src/main/platforms.ts";

const mei = { platform: "discord", workspace: "G1", user: "42" } as const;

test("an entry names one person: of a workspace, or of a platform whose ids are everybody's own", () => {
  expect(isOperator(["discord:42"], mei, true)).toBe(true);
  expect(isOperator(["discord:42"], mei, false)).toBe(false);
  for (const entry of ["42", "slack:42", "discord:G2/42", "discord:4", ""])
    expect([entry, isOperator([entry], mei, true)]).toEqual([entry, false]);
  expect(isOperator(["discord:"], { ...mei, user: "" }, true)).toBe(false);
});

test("entries that name nobody are counted, in three languages, and how to write them is said", () => {
  expect(faultyOperators(["slack:T1/U1", "discord:42"], platforms)).toBeNull();
  const told = faultyOperators(["U1", "slack:U1", "T1/U1", "discord:mei", "slack:T1/U1"], platforms);
  for (const words of Object.values(told ?? {})) expect(words).toMatch(/4.*slack:TEAM\/USER, discord:USER/);
  expect(Object.values(told ?? {}).join()).not.toContain("mei");
});
