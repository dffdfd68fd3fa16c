/** The article log: nothing acknowledged is lost, wherever a crash cuts the file, and reading never blocks. */
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import type { Article } from "../../src/article.ts";
import { fileLog } from "../../src/articles/file-log.ts";
import { createKeeper } from "../../src/articles/keep.ts";
import { type ArticleLog, type LogEntry, wanted } from "../../src/articles/log.ts";
import { sharedLog } from "../../src/articles/shared-log.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { clockAt, systemClock } from "../../src/clock.ts";
import type { Words } from "../../src/i18n/words.ts";
import { redisLog, segmentsOf020, type TextLog } from "../../src/state/redis-log.ts";
import { startRedis, type TestRedis } from "../redis.ts";

const NOW = Date.parse("2025-06-16T08:00:00Z");
const DAY = 86_400_000;
const article = (
  id: string,
  published: string | null = "2025-06-15T00:00:00Z",
  body = "上海精神",
): Article => ({
  id,
  title: `Title ${id}`,
  body,
  source: "TASS",
  published,
  language: "en",
  kind: "excerpt",
  url: `https://news.example/${id}`,
});
const put = (id: string, published?: string | null): LogEntry => ({ at: NOW, put: article(id, published) });

async function idsIn(log: ArticleLog): Promise<string[]> {
  const ids: string[] = [];
  await log.read((entries) => {
    for (const entry of entries) ids.push("put" in entry ? entry.put.id : `-${entry.remove}`);
  });
  return ids;
}

let folder: string;
let redis: TestRedis;
const open: TextLog[] = [];
function inRedis(name = `log${open.length}`): ArticleLog {
  const log = redisLog(redis.url, name);
  open.push(log);
  return sharedLog(log);
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sco-log-"));
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(open.map((log) => log.close()));
  await redis.stop();
  await rm(folder, { recursive: true });
});
let files = 0;
const freshPath = () => join(folder, `${files++}`, "articles.jsonl");

describe.each([
  ["in a file", () => fileLog(freshPath())],
  ["in Redis", () => inRedis()],
])("the log %s", (_where, make) => {
  test("gives back what was appended, once, in order", async () => {
    const log = make();
    expect(await idsIn(log)).toEqual([]);
    await log.append([put("a"), put("b")]);
    await log.append([{ at: NOW, remove: "a" }]);
    expect([await idsIn(log), log.length]).toEqual([[], 3]);
    await log.compact([put("b")]);
    // A removal may stay for those who have not heard of it.
    expect(log.length).toBeLessThanOrEqual(2);
  });
});

test("a second reader gets everything, and later what is new; through a file as through Redis", async () => {
  const path = freshPath();
  for (const [writer, reader] of [
    [fileLog(path), fileLog(path)],
    [inRedis("shared"), inRedis("shared")],
  ] as const) {
    await writer.append(Array.from({ length: 250 }, (_, at) => put(`n${at}`)));
    expect((await idsIn(reader)).length).toBeGreaterThanOrEqual(250);
    await writer.append([put("late")]);
    expect(await idsIn(reader)).toEqual(["late"]);
    await writer.compact([put("n1"), put("late")]);
    await writer.append([put("after")]);
    expect(await idsIn(reader)).toContain("after");
  }
});

test("in Redis what is unwanted is taken out in place: who has read it reads nothing again, who comes reads the rest", async () => {
  const [one, other] = [inRedis("swept"), inRedis("swept")];
  await one.append([put("a"), put("b"), put("c")]);
  await one.append([put("b"), { at: NOW, remove: "c" }]);
  expect(await idsIn(other)).toEqual(["a", "b", "c", "b", "-c"]);
  await other.compact([put("b")]);
  expect(await idsIn(one)).toEqual([]);
  // The removal stays for a day, for those who have the article and have not heard of it.
  expect(await idsIn(inRedis("swept"))).toEqual(["b", "-c"]);
  await one.append([{ at: NOW + 2 * DAY, remove: "x" }]);
  await one.compact([put("b")]);
  expect(await idsIn(inRedis("swept"))).toEqual(["b", "-x"]);
});

test("two replicas that append at once lose nothing", async () => {
  const logs = [inRedis("at-once"), inRedis("at-once"), inRedis("at-once")];
  await Promise.all(logs.flatMap((log, who) => [0, 1, 2, 3].map((at) => log.append([put(`${who}-${at}`)]))));
  expect(await idsIn(inRedis("at-once"))).toEqual(
    expect.arrayContaining([0, 1, 2].flatMap((who) => [0, 1, 2, 3].map((at) => `${who}-${at}`))),
  );
});

test("what 0.2.0 kept in numbered segments is taken over once, in order, and stays for going back", async () => {
  const client = new Redis(redis.url);
  const segment = (n: number) => `{sco}:v:articles:segment:${String(n).padStart(12, "0")}`;
  await client.set("{sco}:v:articles:tail", "2");
  await client.set("{sco}:v:articles:head", "3");
  await client.set(segment(2), JSON.stringify([put("a"), put("b")]));
  await client.set(segment(3), JSON.stringify([put("c"), { at: NOW, remove: "a" }]));
  const again = (): ArticleLog => {
    const log = redisLog(redis.url, "articles", (to) => segmentsOf020(to, "articles"));
    open.push(log);
    return sharedLog(log);
  };
  expect(await idsIn(again())).toEqual(["a", "b", "c", "-a"]);
  expect(await idsIn(again())).toEqual(["a", "b", "c", "-a"]);
  expect(await client.exists(segment(2), segment(3))).toBe(2);
  client.disconnect();
});

test("a crash at any byte loses only what was not acknowledged, and the log goes on", async () => {
  const path = freshPath();
  await fileLog(path).append([put("a")]);
  const acknowledged = (await readFile(path)).length;
  await fileLog(path).append([put("b"), put("c")]);
  const whole = await readFile(path);
  const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
  for (let cut = acknowledged; cut <= whole.length; cut++) {
    await writeFile(path, whole);
    await truncate(path, cut);
    const complete = ends.filter((end) => end <= cut).length;
    const log = fileLog(path);
    expect(await idsIn(log)).toEqual(["a", "b", "c"].slice(0, complete));
    await log.append([put("d")]);
    expect(await idsIn(fileLog(path))).toEqual(expect.arrayContaining(["a", "d"]));
  }
});

test("lines that are no articles are named and left out", async () => {
  const wrong = (fields: object) => JSON.stringify({ at: 1, put: { ...article("w"), ...fields } });
  const path = freshPath();
  const log = fileLog(path);
  await log.append([put("a")]);
  const lines = [
    "not json",
    "{}",
    '{"at":1,"put":{"id":"x"}}',
    '{"at":1,"put":null}',
    '{"at":"1","remove":"a"}',
    "",
    "\u0000",
    ...[{ url: "javascript:alert(1)" }, { url: "http://" }, { copies: 5 }, { copies: [{ source: "S" }] }].map(
      wrong,
    ),
    ...[{ formerTitles: {} }, { formerTitles: [1] }, { language: "xx" }, { published: "soon" }].map(wrong),
  ];
  await writeFile(path, `${await readFile(path, "utf8")}${lines.join("\n")}\n${JSON.stringify(put("b"))}\n`);
  const reader = fileLog(path);
  expect(await idsIn(reader)).toEqual(["a", "b"]);
  expect(reader.faults.map((fault) => Number(fault.split(":").at(-1)))).toEqual([
    ...[2, 3, 4, 5, 6, 8],
    ...[9, 10, 11, 12, 13, 14, 15, 16],
  ]);
});

test("the caps keep the newest and drop what is too old", () => {
  const entries = [
    put("old", "2020-01-01T00:00:00Z"),
    put("x", "2025-06-01T00:00:00Z"),
    put("y", "2025-06-02T00:00:00Z"),
    put("z", null),
  ];
  const ids = (articles: number, days: number) =>
    wanted(entries, { articles, days }, NOW).map((entry) => ("put" in entry ? entry.put.id : ""));
  expect(ids(10, 100)).toEqual(["x", "y", "z"]);
  expect(ids(2, 10_000)).toEqual(["y", "z"]);
});

describe("the keeper", () => {
  const keeperOf = (log: ArticleLog, caps = { articles: 100, days: 100 }) => {
    const library = createLibrary([], [article("shipped", "2019-01-01T00:00:00Z")]);
    const troubles: (Words | null)[] = [];
    const keeper = createKeeper({
      library,
      log: () => log,
      caps,
      clock: clockAt(NOW),
      trouble: (words) => troubles.push(words),
    });
    return { library, keeper, troubles };
  };

  test("what one keeps, another process has after catching up, and listeners hear of it once", async () => {
    const path = freshPath();
    const one = keeperOf(fileLog(path));
    const other = keeperOf(fileLog(path));
    const heard: string[] = [];
    other.library.onChange((change) => heard.push(...change.put.map(({ id }) => id)));
    await one.keeper.keep([article("a"), article("b")]);
    await other.keeper.catchUp();
    await other.keeper.catchUp();
    expect([other.library.size, heard]).toEqual([3, ["a", "b"]]);
    expect(one.troubles.at(-1)).toBeNull();
  });

  test("tidying drops what the caps do not allow, never a shipped article, and rewrites the file", async () => {
    const path = freshPath();
    const { library, keeper } = keeperOf(fileLog(path), { articles: 2, days: 100 });
    for (const day of ["01", "02", "03", "04"]) await keeper.keep([article(day, `2025-06-${day}T00:00:00Z`)]);
    await keeper.tidy();
    expect(library.newest().map(({ id }) => id)).toEqual(["04", "03", "shipped"]);
    expect((await readFile(path, "utf8")).trim().split("\n").length).toBe(2);
    expect(await idsIn(fileLog(path))).toEqual(["03", "04"]);
  });

  test("a damaged log is told of until tidying has rewritten it", async () => {
    const path = freshPath();
    await fileLog(path).append([put("a")]);
    await writeFile(path, `not json\n${await readFile(path, "utf8")}`);
    const { keeper, troubles } = keeperOf(fileLog(path), { articles: 10, days: DAY });
    await keeper.catchUp();
    expect(troubles.at(-1)?.en).toContain(`${path}:1`);
    await keeper.tidy();
    expect(troubles.at(-1)).toBeNull();
    const again = fileLog(path);
    expect([await idsIn(again), again.faults]).toEqual([["a"], []]);
  });

  test("a log that cannot be written is told, and the articles are there all the same", async () => {
    const { library, keeper, troubles } = keeperOf(fileLog(join(import.meta.filename, "articles.jsonl")));
    await keeper.keep([article("a")]);
    expect(library.get("a")?.title).toBe("Title a");
    expect(troubles.at(-1)?.en).toContain("cannot be written");
    const broken: ArticleLog = { ...fileLog(freshPath()), read: () => Promise.reject(new Error("disk")) };
    const second = keeperOf(broken);
    await second.keeper.catchUp();
    expect(second.troubles.at(-1)?.en).toContain("disk");
  });

  test("100,000 articles are read without keeping anybody waiting", async () => {
    const path = freshPath();
    const log = fileLog(path);
    const body = "上海合作组织".repeat(60);
    for (let at = 0; at < 20; at++)
      await log.append(
        Array.from({ length: 5_000 }, (_, n) => ({ at: NOW, put: { ...article(`${at}-${n}`), body } })),
      );
    const { library, keeper } = keeperOf(fileLog(path), { articles: 200_000, days: DAY });
    let longest = 0;
    let reading = true;
    const watch = (async () => {
      while (reading) {
        const asked = performance.now();
        await systemClock.sleep(1);
        longest = Math.max(longest, performance.now() - asked);
      }
    })();
    await keeper.catchUp();
    reading = false;
    await watch;
    expect(library.size).toBe(100_001);
    expect(longest).toBeLessThan(500);
  }, 60_000);
});
