/** The archive in a real OpenSearch node: what is kept gets there and stays as it should, and nobody sees a difference. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Archive } from "../../src/archive/archive.ts";
import type { Article } from "../../src/article.ts";
import { type Clock, clockAt } from "../../src/clock.ts";
import type { Reply } from "../../src/reply.ts";
import { type Desk, NOW, openDesk, wordsOf } from "../desk.ts";
import { type Engine, startEngine } from "../engine/node.ts";
import { article } from "../search/engine/articles.ts";
import { proxyTo } from "./proxy.ts";

let engine: Engine;
const desks: Desk[] = [];
jest.setTimeout(120_000);
beforeAll(async () => {
  engine = await startEngine();
}, 400_000);
afterAll(async () => {
  for (const desk of desks) await desk.close();
  await engine?.stop();
});

/** Deadlines are not what is tested here, and a busy machine is slow. */
const patient: Clock = { ...clockAt(NOW), sleep: () => new Promise(() => undefined) };

async function open(settings: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const prefix = `t${randomBytes(4).toString("hex")}`;
  const desk = await openDesk({
    env: { SCO_SEARCH_URL: engine.urls.join(), SCO_SEARCH_PREFIX: prefix, ...settings },
    clock: patient,
  });
  desks.push(desk);
  return desk;
}
const archiveOf = ({ doors }: Desk): Archive => {
  if (!doors.archive) throw new Error("the desk has no archive");
  return doors.archive;
};
const ask = (path: string, body?: object): Promise<Record<string, unknown>> =>
  fetch(`${engine.urls[0]}${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  }).then((answer) => answer.json() as Promise<Record<string, unknown>>);
const found = async ({ doors }: Desk, query: string) => {
  await ask("/_refresh");
  const { hits, remarks } = await doors.search.search(query, {
    now: doors.clock.now(),
    zone: "UTC",
    limit: 50,
  });
  expect(remarks.filter(({ kind }) => kind === "recent")).toEqual([]);
  return hits.map(({ id }) => id).sort();
};
const many = (count: number, word: string): Article[] =>
  Array.from({ length: count }, (_, i) =>
    article(`${word}${i}`, `The ${word} number ${i} of the railway.`, {
      url: `https://x.example/${word}/${i}`,
    }),
  );

describe("the same, with and without an engine", () => {
  test.each([
    ...["search 上海精神", "search health ministers", "search Урумчи", 'search "上海精神" source:人民日报'],
    ...["search helth minsters", "search media -青年", "search lang:zh sort:new", "search qqzzxx --explain"],
    ...["search zhong guo qing nian", "search media OR 青年 --explain", "search title:媒体", "latest 3"],
    ...["ask how many countries took part in the media forum?", "digest 2025-05-26", "digest 2025-05 媒体"],
    ...[
      "why t2zc2 上海精神",
      "related t2zc2",
      "coverage 媒体",
      "trends 青年",
      "status",
      "sources",
      "read t2zc2",
    ],
    ...[
      "brief 媒体",
      "compare 媒体",
      "quotes 媒体",
      "story t2zc2",
      "export",
      "articles",
      "new",
      "feeds",
      "help",
    ],
    ...[
      "latest --source=人民日报",
      "latest --lang=ru --on=2025-05",
      "ask какие страны участвовали в форуме?",
    ],
    ...["trends --period=2025-05", "coverage", "brief", "digest 2020-01", "watch 媒体", "watching", "saved"],
    ...[
      "following",
      "settings",
      "deliveries",
      "folder",
      "daily",
      "qqzzxx 媒体论坛有多少国家参加？",
      "what is new?",
    ],
  ])("%s", async (line) => {
    const [plain, with_] = [await plainDesk(), await engineDesk()];
    const [before, after] = [await plain.ask(line), await with_.ask(line)];
    expect(shown(after)).toEqual(shown(before));
  });

  let plain: Promise<Desk> | undefined;
  let other: Promise<Desk> | undefined;
  const plainDesk = () => {
    plain ??= openDesk().then((desk) => {
      desks.push(desk);
      return desk;
    });
    return plain;
  };
  const engineDesk = () => {
    other ??= open().then(async (desk) => {
      await archiveOf(desk).bring();
      await ask("/_refresh");
      return desk;
    });
    return other;
  };
  /** Without how long it took, how old the index is (an engine's has no one age), and where the state is. */
  const shown = (reply: Reply) =>
    JSON.parse(
      JSON.stringify([wordsOf(reply), reply.data], (key, value: unknown) =>
        ["tookMs", "since", "indexAgeMs"].includes(key)
          ? 0
          : typeof value === "number"
            ? Number(value.toPrecision(9))
            : value,
      ).replaceAll(/sco-desk-\w+/g, "DESK"),
    ) as unknown;
});

describe("articles on their way to the engine", () => {
  test("what is kept is found, what is taken out is not, and stays so when the index is made anew", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    await archive.bring();
    await desk.doors.keeper.keep(many(30, "tunnel"));
    await archive.bring();
    expect(await found(desk, "tunnel")).toHaveLength(30);
    await desk.doors.keeper.drop(["tunnel3", "t2zc2"]);
    await archive.bring();
    const left = await found(desk, "tunnel");
    expect([left.length, left.includes("tunnel3")]).toEqual([29, false]);
    const made = await archive.rebuild(() => {});
    expect(made).toMatchObject({
      articles: 38,
      before: expect.stringMatching(/-1$/),
      index: expect.stringMatching(/-2$/),
    });
    expect(await found(desk, "tunnel")).toEqual(left);
    expect(await desk.doors.search.get(["t2zc2", "tunnel3"])).toEqual([]);
    expect(await archive.status()).toMatchObject({
      articles: 38,
      behind: 0,
      current: true,
      others: [made.before],
    });
  });

  test("what the log no longer has is copied from the index before; a rebuild that was broken off goes on", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    await desk.doors.keeper.keep(many(2_200, "bridge"));
    await archive.bring();
    let steps = 0;
    const broken = archive.rebuild(() => {
      steps++;
      if (steps === 2) throw new Error("killed");
    });
    await expect(broken).rejects.toThrow("killed");
    const begun = (await archive.status()).others;
    expect(begun).toHaveLength(1);
    // Meanwhile the old one serves, and takes what comes.
    await desk.doors.keeper.keep(many(5, "ferry"));
    await archive.bring();
    expect(await found(desk, "ferry")).toHaveLength(5);
    const copied: number[] = [];
    const made = await archive.rebuild((done, of) => of > 1_000 && copied.push(done));
    expect(made.index).toBe(begun[0]);
    expect(copied[0]).toBeGreaterThan(1_000);
    expect([await found(desk, "ferry"), made.articles]).toEqual([await found(desk, "ferry"), 2_215]);
    expect(await found(desk, "ferry")).toHaveLength(5);
  }, 120_000);

  test("an index of an older layout is made anew, with what the log no longer has; until then memory answers", async () => {
    const prefix = `t${randomBytes(4).toString("hex")}`;
    const [alias, old] = [`${prefix}-articles`, `${prefix}-articles-abc-2-7`];
    const put = (path: string, body: object) =>
      fetch(`${engine.urls[0]}/${path}`, {
        ...{ method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      });
    const doc = { type: "object", enabled: false };
    const properties = { id: { type: "keyword" }, language: { type: "keyword" }, doc };
    await put(old, { mappings: { properties }, aliases: { [alias]: {} } });
    const [kept] = many(1, "viaduct") as [Article];
    const source = { id: kept.id, language: "en", doc: { article: kept, title: "", body: "viaduct" } };
    await put(`${old}/_doc/${kept.id}?version=5&version_type=external&refresh=true`, source);
    const desk = await open({ SCO_SEARCH_PREFIX: prefix });
    const archive = archiveOf(desk);
    const asked = async () => (await desk.ask("search media")).data;
    expect(await asked()).toMatchObject({ remarks: [{ kind: "recent" }] });
    await archive.bring();
    await ask("/_refresh");
    expect(await archive.status()).toMatchObject({ articles: 11, behind: 0, current: true, others: [old] });
    const document = await ask(`/${alias}/_doc/${kept.id}`);
    expect(document).toMatchObject({ _version: 5, _source: { moment: null, doc: { article: kept } } });
  });

  test("an older write that comes late changes nothing; what is missing is found and sent again", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    await desk.doors.keeper.keep(many(20, "canal"));
    await archive.bring();
    const { index } = await archive.status();
    await fetch(`${engine.urls[0]}/${index}/_doc/canal7`, { method: "DELETE" });
    expect(await found(desk, "canal")).toHaveLength(19);
    expect(await archive.verify(() => {})).toEqual({ checked: 20, missing: 1, resurrected: 0 });
    expect(await found(desk, "canal")).toHaveLength(20);
  });

  test("a set of articles is searched in an index of its own, which is gone afterwards", async () => {
    const desk = await open();
    const { library, search, clock } = desk.doors;
    const asked = { now: clock.now(), zone: "UTC", limit: 10 };
    const { search: over, close } = await archiveOf(desk).over(library, undefined);
    const ids = async (one: typeof over) => (await one.search("media forum", asked)).hits.map(({ id }) => id);
    expect(await ids(over)).toEqual(await ids(search));
    const indices = async () => Object.keys(await ask("/_alias")).filter((name) => name.includes("-eval-"));
    expect(await indices()).toHaveLength(1);
    await close();
    expect(await indices()).toEqual([]);
  });

  test("a snapshot is told in the status, and doctor asks for one", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    await archive.bring();
    const warnings = async () =>
      (await archive.examine()).filter(({ state }) => state === "warn").map(({ words }) => words.en);
    expect(await archive.status()).toMatchObject({ snapshot: null, replicas: 0 });
    expect(await warnings()).toEqual([expect.stringContaining("one copy of the index only")]);
    const put = (path: string, body: object) =>
      fetch(`${engine.urls[0]}/_snapshot/${path}`, {
        ...{ method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      });
    await put("backup", { type: "fs", settings: { location: "backup" } });
    const { index } = await archive.status();
    await put("backup/one?wait_for_completion=true", { indices: index });
    const { snapshot } = await archive.status();
    expect(Date.now() - Date.parse(snapshot ?? "")).toBeLessThan(600_000);
    // The bot's clock stands in June 2025: no snapshot is old.
    expect(await warnings()).toEqual([]);
  });

  test("what the engine refuses is put aside with its reason, and the others go on", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    const odd = { ...article("odd", "An odd railway."), published: "2025-05-01T00:00:00+99:00" };
    await archive.bring();
    await desk.doors.keeper.keep([
      ...many(3, "lock"),
      { ...odd, language: "en", published: "0000-13-45T99:99:99Z" },
    ]);
    // An article whose date no engine takes cannot come from a feed; the log may have been edited by hand.
    await archive.bring();
    expect(await found(desk, "lock")).toEqual(expect.arrayContaining(["lock0", "lock1", "lock2"]));
  });

  test("an article that memory has forgotten is not taken for new, and an id is not given twice", async () => {
    const desk = await open();
    const archive = archiveOf(desk);
    const [first, second] = many(2, "ice") as [Article, Article];
    await desk.doors.keeper.keep([first]);
    await archive.bring();
    await ask("/_refresh");
    desk.doors.library.remove([first.id]);
    expect(await archive.fresh([{ ...first, id: "other" }, second])).toEqual([second]);
    const [renamed] = await archive.fresh([{ ...second, id: first.id }]);
    expect([renamed?.url, renamed?.id.length]).toEqual([second.url, 12]);
    // It can still be read.
    expect(wordsOf(await desk.ask(`read ${first.id}`))).toContain("number 0 of the railway");
  });
});

test("days that memory no longer has are told, counted and covered out of the archive", async () => {
  const desk = await open();
  const archive = archiveOf(desk);
  const old = [0, 1, 2].map((i) =>
    article(`dam${i}`, `Dam ${i}. The dam of Nurek was opened by the ministers of energy on Friday.`, {
      url: `https://x.example/dam/${i}`,
      source: `Paper ${i}`,
      published: `2021-03-05T0${i + 3}:00:00Z`,
    }),
  );
  await desk.doors.keeper.keep(old);
  await archive.bring();
  await ask("/_refresh");
  const asked = [
    "digest 2021-03-05",
    "trends --period=2021-03",
    "coverage dam",
    "brief dam --period=2021-03",
  ];
  const answers = async () => {
    const replies = [];
    for (const line of asked) replies.push((await desk.ask(line)).data as Record<string, unknown>);
    return replies;
  };
  const before = await answers();
  desk.doors.library.remove(old.map(({ id }) => id));
  expect(desk.doors.library.between(0, Date.parse("2022-01-01"))).toEqual([]);
  const after = await answers();
  expect(after).toEqual(before);
  expect(after[0]).toMatchObject({ total: 3 });
  expect(after[1]).toMatchObject({ total: 3 });
  const [story] = (after[0] as { stories: readonly { id: string }[] }).stories;
  expect(wordsOf(await desk.ask(`story ${story?.id}`))).toContain("Nurek");
});

test("an engine that hangs costs a moment; memory answers with one remark, and the engine again when it is back", async () => {
  const proxy = await proxyTo(engine.urls[0] ?? "");
  let now = 1e6;
  let hanging = false;
  const systemSleep = clockAt(NOW).sleep;
  const desk = await openDesk({
    env: { SCO_SEARCH_URL: proxy.url, SCO_SEARCH_PREFIX: "hang" },
    clock: {
      now: () => NOW,
      monotonic: () => now,
      sleep: (ms, signal) => (hanging && ms < 1_000 ? systemSleep(ms, signal) : new Promise(() => undefined)),
    },
  });
  desks.push(desk);
  await archiveOf(desk).bring();
  await ask("/_refresh");
  const remarks = async () =>
    (await desk.ask("search media")).data as { remarks?: readonly { kind: string }[] };
  expect((await remarks()).remarks).toBeUndefined();
  proxy.hang();
  hanging = true;
  expect((await remarks()).remarks).toMatchObject([{ kind: "recent" }]);
  expect(desk.doors.search.engine).toMatchObject({ isUp: false, fallbacks: 1 });
  // Other commands say so as well, each once.
  for (const line of [
    "ask how many countries took part in the media forum?",
    "digest 2025-05-26",
    "trends",
  ]) {
    const reply = await desk.ask(line);
    expect([line, reply.data]).toMatchObject([line, { remarks: [{ kind: "recent" }] }]);
    expect(wordsOf(reply).match(/only the newest \d+ articles/g)).toHaveLength(1);
  }
  expect((await desk.ask("settings")).data).not.toHaveProperty("remarks");
  proxy.pass();
  hanging = false;
  // The circuit is open: the engine is left alone.
  expect([(await remarks()).remarks?.length, proxy.asked()]).toEqual([1, 0]);
  now += 31_000;
  expect((await remarks()).remarks).toBeUndefined();
  expect(desk.doors.search.engine).toMatchObject({ isUp: true });
  expect(desk.doors.health.troubles.filter(({ part }) => part.startsWith("search"))).toEqual([]);
  await proxy.close();
}, 60_000);
