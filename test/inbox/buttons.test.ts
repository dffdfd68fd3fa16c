/** Lines that are too long for a button: a row a message, so many for each person, found again by their name. */
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { createButtons } from "../../src/inbox/buttons.ts";
import type { Action, Reply } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";

const fits = (line: string) => line.length <= 20;
const before = (name: string) => `old:${name}`;
const action = (run: string): Action => ({ label: "x", run, place: "here" });
const reply = (...runs: string[]): Reply => ({
  summary: "s",
  blocks: [
    { kind: "card", title: "t", lines: [], actions: runs.slice(1).map(action) },
    { kind: "actions", actions: runs.slice(0, 1).map(action) },
  ],
  audience: "caller",
  outcome: "answered",
});
const mei = { platform: "discord", workspace: "G1", user: "42" } as const;
const long = (n: number) => `search ${n} with a query that no button carries`;
const rows = async (store: StateStore) => (await store.list("buttons:discord/G1/")).length;

test("a message has one row, however many buttons, and none where buttons carry their lines", async () => {
  const store = memoryStore(systemClock);
  const buttons = createButtons(store, before);
  expect((await buttons.keep(reply("short", "also short"), mei, fits)).size).toBe(0);
  expect(await rows(store)).toBe(0);
  const names = await buttons.keep(reply(long(1), long(2), long(3), long(1), "short"), mei, fits);
  expect(await rows(store)).toBe(1);
  expect([...names.keys()].sort()).toEqual([long(1), long(2), long(3)]);
  const restarted = createButtons(store, before);
  for (const [line, name] of names) {
    expect(name.length).toBeLessThan(40);
    expect(await restarted.find(name, mei)).toBe(line);
    expect(await restarted.find(name, { ...mei, workspace: "G2" })).toBeUndefined();
  }
});

test("state does not grow with what one person asks, and their newest messages work", async () => {
  const store = memoryStore(systemClock);
  const names: string[] = [];
  for (let n = 0; n < 250; n++)
    names.push(...(await createButtons(store, before).keep(reply(long(n)), mei, fits)).values());
  expect(await rows(store)).toBe(100);
  const buttons = createButtons(store, before);
  expect(await buttons.find(names[249] ?? "", mei)).toBe(long(249));
  expect(await buttons.find(names[150] ?? "", mei)).toBe(long(150));
  // Another message stands in its place now: never somebody else's line under an old button.
  expect(await buttons.find(names[149] ?? "", mei)).toBeUndefined();
  await buttons.keep(reply(long(1)), { ...mei, user: "43" }, fits);
  expect(await rows(store)).toBe(101);
});

test("they belong to the person, or to the channel of a delivery, so that forgetting finds them", async () => {
  const store = memoryStore(systemClock);
  const buttons = createButtons(store, before);
  await buttons.keep(reply(long(1)), mei, fits);
  const names = await buttons.keep(
    reply(long(2)),
    { platform: "discord", workspace: "G1", channel: "7" },
    fits,
  );
  expect((await store.list("buttons:discord/G1/")).map(([key]) => key)).toEqual([
    expect.stringMatching(/^buttons:discord\/G1\/7:/),
    expect.stringMatching(/^buttons:discord\/G1\/@42:/),
  ]);
  expect(await buttons.find([...names.values()][0] ?? "", mei)).toBe(long(2));
});

test("while the store is away they work here; what an earlier version kept is found; nonsense is nothing", async () => {
  const store = memoryStore(systemClock);
  const away = async () => Promise.reject(new Error("away"));
  const buttons = createButtons({ ...store, set: away, count: away }, before);
  const [name = ""] = (await buttons.keep(reply(long(1)), mei, fits)).values();
  expect(await buttons.find(name, mei)).toBe(long(1));
  await store.set("old:abc", long(2));
  expect(await buttons.find("abc", mei)).toBe(long(2));
  for (const odd of ["", "~", "~~~", "@42~0~x~zz", "@42~0~~", "nothing"])
    expect([odd, await buttons.find(odd, mei)]).toEqual([odd, undefined]);
  await store.set("buttons:discord/G1/@42:0", { token: 7, lines: "no" });
  expect(await createButtons(store, before).find("@42~0~7~0", mei)).toBeUndefined();
});
