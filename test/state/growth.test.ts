/** What one person writes, in however many threads, fills so many rows and no more; each goes by itself. */
import { expect, test } from "@jest/globals";
import { inThread, remember } from "../../src/answers/thread.ts";
import { clockAt } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { createButtons } from "../../src/inbox/buttons.ts";
import type { Reply } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { recallShown, rememberShown } from "../../src/understand/shown.ts";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const MESSAGES = 3_000;
const caller: Caller = {
  ...{ platform: "slack", workspace: "T1", channel: "C1", user: "U1", locale: "en", zone: "UTC" },
  ...{ manages: false, operates: false },
};
const line = `search ${"long ".repeat(400)}`;
const reply: Reply = {
  ...{ summary: "", audience: "caller", outcome: "answered" },
  blocks: [{ kind: "actions", actions: [{ label: "More", run: line, place: "here" }] }],
};

test("a person in endless threads has so many rows", async () => {
  const store = memoryStore(clockAt(NOW));
  const buttons = createButtons(store, (name) => name);
  for (let n = 0; n < MESSAGES; n++) {
    const here = { ...caller, thread: `${n}.1` };
    await rememberShown({ store, clock: clockAt(NOW) }, here, line, reply);
    await remember({ question: line, shown: 3 }, here, store);
    await buttons.keep(reply, here, ({ length }) => length < 100);
  }
  const rows = new Map<string, number>();
  for await (const keys of store.ofScope("slack/T1/"))
    for (const key of keys) rows.set(key.split(":")[0] ?? "", (rows.get(key.split(":")[0] ?? "") ?? 0) + 1);
  expect(rows.get("shown")).toBeLessThanOrEqual(200);
  expect(rows.get("answers")).toBeLessThanOrEqual(1_000);
  expect(rows.get("buttons")).toBeLessThanOrEqual(100);
});

test("what is remembered of one thread is never taken for another's", async () => {
  const store = memoryStore(clockAt(NOW));
  const at = (n: number) => ({ ...caller, thread: `${n}.1` });
  for (let n = 0; n < MESSAGES; n++) {
    await rememberShown({ store, clock: clockAt(NOW) }, at(n), `search s${n}`, reply);
    await remember({ question: `q${n}?`, shown: 0 }, at(n), store);
  }
  let known = 0;
  for (let n = 0; n < MESSAGES; n++) {
    const shown = await recallShown(store, at(n));
    if (shown) expect(shown.line).toBe(`search s${n}`);
    const asked = await inThread("more", at(n), store);
    if (!asked.lost) expect(asked.question).toBe(`q${n}?`);
    known += Number(shown !== undefined);
  }
  // The last ones are there.
  expect(known).toBeGreaterThan(150);
  expect((await recallShown(store, at(MESSAGES - 1)))?.line).toBe(`search s${MESSAGES - 1}`);
});
