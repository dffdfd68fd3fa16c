/** One thread a story: the next article goes below the first message, quietly, and only when it says something new. */
import { afterEach, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import type { Posted } from "../../src/bot.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

const NOON = "2025-06-20T12:00:00Z";
const posted = { state: "sent", thread: "T100" } as const satisfies Posted;
const sent = (n: number) => until(() => rig.calls.length >= n);
const texts = () => rig.calls.map(({ reply }) => JSON.stringify(reply));
const seen = (id: string) =>
  until(async () => (await rig.keys("seen:")).some((key) => key.endsWith(`:${id}`)));
const ended = (n: number) => until(async () => (await rig.keys("done:")).length >= n);

/** An article of the story of a railway. */
const told = (id: string, title: string, body: string, more: Partial<Article> = {}): Article => ({
  ...article(id, title, NOON, body),
  story: { id: "story1", like: {} },
  ...more,
});

/** A watch that has told of the story's first article. */
async function begun(first: Posted = posted): Promise<void> {
  rig = await openRig(NOON);
  await rig.ask("watch every:60 railway");
  rig.process();
  rig.answers.push(first);
  rig.doors.library.put([told("a1", "Railway opens", "The railway of 43 stations opens in Tashkent.")]);
  await seen("a1");
  rig.clock.turn(5000);
  await sent(1);
  await ended(1);
}

test("an article with a new figure, name or language goes below at once, with what is new, and calls nobody", async () => {
  await begun();
  await rig.ask("watch mention:S0123ABC railway");
  rig.doors.library.put([
    told("a2", "Railway costs", "The railway costs 5 billion dollars; Xi Jinping came."),
  ]);
  await sent(2);
  expect(rig.calls[1]?.target).toEqual({ workspace: "T1", channel: "C1", thread: "T100" });
  expect(rig.calls[1]?.reply.mention).toBeUndefined();
  expect(texts()[1]).toMatch(/a2/);
  expect(texts()[1]).toMatch(/new: .*5 billion.*Xi Jinping/);
  expect(texts()[1]).not.toMatch(/unwatch|43/);
  rig.doors.library.put([told("a3", "Железная дорога railway", "Железная дорога.", { language: "ru" })]);
  await sent(3);
  expect(texts()[2]).toContain("in Russian");
});

test("what says nothing new is counted, and named with the next that does", async () => {
  await begun();
  rig.doors.library.put([told("a2", "Railway again", "The railway in Tashkent has 43 stations.")]);
  await seen("a2");
  rig.doors.library.put([told("a3", "Railway once more", "In Tashkent a railway opened.")]);
  await seen("a3");
  rig.clock.turn(7_200_000);
  await rig.round();
  expect(rig.calls).toHaveLength(1);
  expect((await rig.ask("deliveries")).data).toMatchObject({
    deliveries: expect.arrayContaining([
      expect.objectContaining({ state: "skipped", why: "nothing new in it" }),
    ]),
  });
  rig.doors.library.put([told("a4", "Railway grows", "The railway gets 7 more stations.")]);
  await sent(2);
  expect(texts()[1]).toMatch(/2 more articles said nothing new/);
});

test("another story, and one without a thread, comes as a message of its own", async () => {
  await begun();
  rig.doors.library.put([
    told("b1", "Railway strike", "A strike of 900 people.", { story: { id: "story2", like: {} } }),
    { ...told("c1", "Railway museum", "It has 8 rooms."), story: undefined as never },
  ]);
  await seen("b1");
  await seen("c1");
  rig.clock.turn(3_700_000);
  await sent(2);
  expect(rig.calls[1]?.target).toEqual({ workspace: "T1", channel: "C1" });
  expect(texts()[1]).toMatch(/b1[\s\S]*c1/);
});

test("a title or figures that were changed after they were posted get one line, what was added none", async () => {
  await begun();
  rig.doors.library.put([told("a1", "Railway opened", "The railway of 41 stations opens in Tashkent.")]);
  await sent(2);
  expect(rig.calls[1]?.target).toMatchObject({ thread: "T100" });
  expect(rig.calls[1]?.reply.summary).toBe(
    "The publisher has changed a title to “Railway opened” (was “Railway opens”). The publisher has changed figures of “Railway opened”: now 41; before 43.",
  );
  await ended(2);
  const longer = told(
    "a1",
    "Railway opened",
    "The railway of 41 stations opens in Tashkent. It has 12 bridges.",
  );
  rig.doors.library.put([longer]);
  rig.doors.library.put([longer]);
  await rig.round();
  rig.clock.turn(60_000);
  await rig.round();
  expect(rig.calls).toHaveLength(2);
});

test("a lost answer and a process that dies leave one message below, said once", async () => {
  await begun();
  rig.answers.push({ state: "unknown", reason: "no answer" });
  rig.doors.library.put([told("a2", "Railway costs", "The railway costs 5 billion dollars.")]);
  await sent(2);
  rig.process();
  await until(() => {
    rig.clock.turn(1000);
    return rig.calls.length === 3;
  });
  expect(rig.calls[2]).toMatchObject({ key: rig.calls[1]?.key, attempt: 2 });
  expect(texts()[2]).toBe(texts()[1]);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  rig.clock.turn(7_200_000);
  await rig.round();
  expect(rig.calls).toHaveLength(3);
});

test("where the thread is gone it goes into the channel and begins another; nothing is paused", async () => {
  await begun();
  rig.answers.push({ state: "refused", reason: "thread_not_found" }, { state: "sent", thread: "T200" });
  rig.doors.library.put([told("a2", "Railway costs", "The railway costs 5 billion dollars.")]);
  await sent(3);
  expect(rig.calls.slice(1).map(({ target }) => target)).toEqual([
    { workspace: "T1", channel: "C1", thread: "T100" },
    { workspace: "T1", channel: "C1" },
  ]);
  await ended(2);
  expect(await rig.keys("pause:")).toEqual([]);
  rig.doors.library.put([told("a3", "Railway fares", "A ticket costs 90 roubles.")]);
  await sent(4);
  expect(rig.calls[3]?.target).toMatchObject({ thread: "T200" });
  await rig.ask("unwatch railway");
  expect(await rig.keys("thread:")).toEqual([]);
});

test("quiet hours hold what goes below, too", async () => {
  await begun();
  await rig.ask("settings zone UTC for:channel");
  await rig.ask("settings quiet 12:00-23:00");
  rig.doors.library.put([told("a2", "Railway costs", "The railway costs 5 billion dollars.")]);
  await seen("a2");
  await rig.round();
  expect(rig.calls).toHaveLength(1);
  rig.clock.set("2025-06-20T23:00:01Z");
  await sent(2);
});
