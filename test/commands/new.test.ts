import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import type { Caller } from "../../src/command.ts";
import { BotError } from "../../src/errors.ts";
import { forgetPerson } from "../../src/state/forget.ts";
import { newsReply } from "../../src/stories/present-new.ts";
import { caller, type Desk, NOW, openDesk, wordsOf } from "../desk.ts";

interface Data {
  readonly since: string;
  readonly first: boolean;
  readonly total: number;
  readonly stories: readonly {
    readonly articles: readonly { readonly id: string }[];
    readonly known: number;
    readonly added: readonly { readonly figure: string; readonly article: string; readonly text: string }[];
  }[];
}

let desk: Desk;
let person = 0;
let as: Partial<Caller>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  as = { platform: "slack", workspace: "T1", channel: "C1", user: `U${++person}` };
});

const ask = (line: string, more: Partial<Caller> = {}) => desk.ask(line, { ...as, ...more });
const data = async (line: string, more: Partial<Caller> = {}) => (await ask(line, more)).data as Data;
const ids = ({ stories }: Data) => stories.flatMap(({ articles }) => articles.map(({ id }) => id));
const HOUR = 3_600_000;
const looked = (hours: number) =>
  desk.doors.store.set(`looked:slack/T1/@${as.user}:C1`, { at: NOW - hours * HOUR });
/** Comes in so many hours before now. */
async function arrives(id: string, hours: number, more: Partial<Article>): Promise<void> {
  const at = new Date(NOW - hours * HOUR).toISOString();
  desk.doors.library.put([
    {
      id,
      title: id,
      body: id,
      source: "TASS",
      language: "en",
      kind: "article",
      url: null,
      published: at,
      arrived: at,
      ...more,
    },
  ]);
  await desk.doors.search.ready();
}

test("the first look shows the last day and says so; the next one only what came since", async () => {
  await arrives("n1", 5, {
    title: "Port of Aktau opens a third berth",
    body: "The port of Aktau has opened a third berth for grain.",
  });
  const first = await data("new");
  expect([first.first, first.since]).toEqual([true, new Date(NOW - 24 * HOUR).toISOString()]);
  expect(ids(first)).toContain("n1");
  const second = await ask("new");
  expect([second.outcome, (second.data as Data).first, (second.data as Data).since]).toEqual([
    "nothing",
    false,
    new Date(NOW).toISOString(),
  ]);
});

test("what came before the last look is left out, however it was published", async () => {
  await arrives("old", 6, {
    title: "Wheat harvest ends in Kostanay",
    body: "The wheat harvest has ended in Kostanay region.",
  });
  await arrives("late", 1, {
    title: "Glacier survey begins in the Pamirs",
    body: "A survey of glaciers has begun in the Pamirs.",
    published: new Date(NOW - 20 * HOUR).toISOString(),
  });
  await looked(3);
  const found = ids(await data("new"));
  expect(found).toContain("late");
  expect(found).not.toContain("old");
});

test("a story with new figures comes first, and shows them in a sentence of its article", async () => {
  const flood = "Floods on the Ural river near Atyrau have damaged houses";
  await arrives("f1", 30, {
    title: `${flood}: 120 evacuated`,
    body: `${flood}, and 120 people were evacuated from Atyrau on the Ural river.`,
  });
  await arrives("f2", 1, {
    title: `${flood}: 350 evacuated`,
    body: `${flood}, and 350 people were evacuated from Atyrau on the Ural river.`,
  });
  await arrives("z1", 0.5, {
    title: "Chess festival in Khujand",
    body: "A chess festival has opened in Khujand.",
  });
  await looked(3);
  const reply = await ask("new");
  const [first] = (reply.data as Data).stories;
  expect(first?.articles.map(({ id }) => id)).toEqual(["f2"]);
  expect([first?.known, first?.added.map(({ figure }) => figure)]).toEqual([1, ["350"]]);
  expect(wordsOf(reply)).toContain("New figures:");
  for (const { text, article } of first?.added ?? [])
    expect(`${desk.doors.library.get(article)?.title}\n${desk.doors.library.get(article)?.body}`).toContain(
      text,
    );
});

test("each person and each channel has a look of its own; pages and a look back move nothing", async () => {
  await ask("new");
  expect((await data("new", { channel: "C2" })).first).toBe(true);
  expect((await data("new", { user: "somebody" })).first).toBe(true);
  const before = await desk.doors.store.get(`looked:slack/T1/@${as.user}:C1`);
  await ask(`new --since=${new Date(NOW - 9 * HOUR).toISOString()}`);
  expect(await desk.doors.store.get(`looked:slack/T1/@${as.user}:C1`)).toEqual(before);
});

test("who lost an answer gets back to the look before", async () => {
  await looked(3);
  await ask("new");
  const runs = (await ask("new")).blocks.flatMap((block) =>
    block.kind === "actions" ? block.actions.map(({ run }) => run) : [],
  );
  expect(runs).toContain(`new --since=${new Date(NOW - 3 * HOUR).toISOString()}`);
  expect(ids(await data(runs[0] ?? ""))).toContain("late");
});

test("a look of long ago shows seven days; forgetting a person forgets the look", async () => {
  await looked(24 * 40);
  const reply = await ask("new", { locale: "zh" });
  expect((reply.data as Data).since).toBe(new Date(NOW - 7 * 24 * HOUR).toISOString());
  expect(wordsOf(reply)).toContain("最近七天");
  await forgetPerson(desk.doors.store, { ...caller, ...as });
  expect((await data("new")).first).toBe(true);
});

test("without state it shows the last day", async () => {
  const { store } = desk.doors;
  const fails = () => Promise.reject(new BotError("unavailable", { en: "away", zh: "away", ru: "away" }));
  const ctx = Object.assign(Object.create(desk.doors), {
    caller: { ...caller, ...as, locale: "ru" },
    limit: undefined,
    line: "new",
    signal: AbortSignal.timeout(5_000),
  });
  Object.defineProperty(ctx, "store", { value: { ...store, get: fails, set: fails } });
  const reply = await newsReply({ since: undefined, page: 1 }, ctx);
  expect(wordsOf(reply)).toContain("сейчас недоступно");
  expect((reply.data as Data).since).toBe(new Date(NOW - 24 * HOUR).toISOString());
});

test.each([
  ["en", "since needs an instant"],
  ["zh", "since 需要"],
  ["ru", "since — это момент"],
] as const)("an instant that cannot be read is told in %s", async (locale, words) => {
  const reply = await ask("new --since=tomorrow", { locale });
  expect([reply.outcome, wordsOf(reply)]).toEqual(["bad-input", expect.stringContaining(words)]);
});
