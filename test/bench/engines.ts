/** The engines that are measured. Peers get this project's terms: none of their tokenizers knows Chinese. */
import type { Article } from "../../src/article.ts";
import { createAnalyzer } from "../../src/search/analyze.ts";

/** One engine, filled or empty. */
export interface Engine {
  fill(articles: readonly Article[]): Promise<void>;
  /** Ids of the best ten. */
  ask(query: string): Promise<readonly string[]>;
  /** The index as bytes, and an engine that is filled from them. */
  save?(): Promise<Uint8Array>;
  load?(bytes: Uint8Array, articles: readonly Article[]): Promise<void>;
}

const LIMIT = 10;
const TITLE_WEIGHT = 4;
const analyzer = createAnalyzer();
const termsOf = (text: string): string[] =>
  analyzer.analyze(text).map(({ term }) => term.replaceAll(" ", "_"));
const asText = (text: string): string => termsOf(text).join(" ");
const cut = (text: string): string[] => text.split(" ").filter(Boolean);

const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const decode = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString("utf8"));

/** MiniSearch looks through a node's branches one by one: thousands of different characters would cost it twice the time. */
const inFewLetters = (term: string): string =>
  term.replace(/\p{Script=Han}/gu, (character) => `~${character.codePointAt(0)?.toString(36)}`);

export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  "sco-bot": scoBot,
  MiniSearch: miniSearch,
  Orama: orama,
  FlexSearch: flexSearch,
  lunr: lunrJs,
  "SQLite FTS5": fts5,
};

/** This project's search as a whole: translations, passages, marks and reasons are part of every answer. */
async function scoBot(): Promise<Engine> {
  const { createSearch } = await import("../../src/search/create.ts");
  const { mkdtemp, readdir, readFile, writeFile, rm } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = await mkdtemp(join(tmpdir(), "sco-bench-"));
  process.on("exit", () => void rm(folder, { recursive: true, force: true }));
  let search = createSearch({ snapshots: folder });
  const now = Date.parse("2026-01-01T00:00:00Z");
  const file = async () => join(folder, (await readdir(folder))[0] ?? "");
  return {
    // A large filling is saved of its own accord, which would go on beside the first queries.
    fill: async (articles) => {
      await search.add(articles);
      await search.ready();
    },
    ask: async (query) =>
      (await search.search(query, { limit: LIMIT, now, zone: "UTC" })).hits.map(({ id }) => id),
    save: async () => {
      await search.snapshot();
      return readFile(await file());
    },
    load: async (bytes, articles) => {
      await writeFile(await file(), bytes);
      search = createSearch({ snapshots: folder });
      await search.add(articles);
    },
  };
}

async function miniSearch(): Promise<Engine> {
  const { default: MiniSearch } = await import("minisearch");
  const options = {
    fields: ["title", "body"],
    tokenize: termsOf,
    processTerm: inFewLetters,
    searchOptions: { boost: { title: TITLE_WEIGHT } },
  };
  let index = new MiniSearch<Article>(options);
  return {
    fill: (articles) => index.addAllAsync(articles, { chunkSize: 50 }),
    ask: async (query) =>
      index
        .search(query)
        .slice(0, LIMIT)
        .map(({ id }) => String(id)),
    save: async () => encode(index),
    load: async (bytes) => {
      index = MiniSearch.loadJSON<Article>(Buffer.from(bytes).toString("utf8"), options);
    },
  };
}

async function orama(): Promise<Engine> {
  const { create, insertMultiple, load, save, search } = await import("@orama/orama");
  const make = () =>
    create({
      schema: { title: "string", body: "string" } as const,
      components: { tokenizer: { language: "none", normalizationCache: new Map(), tokenize: cut } },
    });
  let index = make();
  return {
    fill: async (articles) => {
      const documents = articles.map(({ id, title, body }) => ({
        id,
        title: asText(title),
        body: asText(body),
      }));
      await insertMultiple(index, documents, 500);
    },
    ask: async (query) => {
      const results = await search(index, {
        term: asText(query),
        limit: LIMIT,
        threshold: 1,
        boost: { title: TITLE_WEIGHT },
      });
      return results.hits.map(({ id }) => id);
    },
    save: async () => encode(save(index)),
    load: async (bytes) => {
      index = make();
      load(index, decode(bytes) as ReturnType<typeof save>);
    },
  };
}

async function flexSearch(): Promise<Engine> {
  const { default: FlexSearch } = await import("flexsearch");
  const make = () => new FlexSearch.Index({ encode: cut, tokenize: "strict", resolution: 9 });
  let index = make();
  return {
    // One field only: the title's terms come first, which this engine weighs more.
    fill: async (articles) => {
      for (const { id, title, body } of articles) index.add(id, `${asText(title)} ${asText(body)}`);
    },
    ask: async (query) =>
      (await index.searchAsync(asText(query), { limit: LIMIT, suggest: true })).map(String),
    save: async () => {
      const parts: [string, string][] = [];
      await index.export((key: string, data: string) => void parts.push([key, data]));
      return encode(parts);
    },
    load: async (bytes) => {
      index = make();
      for (const [key, data] of decode(bytes) as [string, string][]) index.import(key, data);
    },
  };
}

async function lunrJs(): Promise<Engine> {
  const { default: lunr } = await import("lunr");
  let index: import("lunr").Index | undefined;
  return {
    fill: async (articles) => {
      index = lunr((builder) => {
        builder.pipeline.reset();
        builder.searchPipeline.reset();
        builder.ref("id");
        builder.field("title", { boost: TITLE_WEIGHT });
        builder.field("body");
        for (const { id, title, body } of articles)
          builder.add({ id, title: termsOf(title), body: termsOf(body) });
      });
    },
    ask: async (query) =>
      (index?.query((clauses) => clauses.term(termsOf(query), {})) ?? [])
        .slice(0, LIMIT)
        .map(({ ref }) => ref),
    save: async () => encode(index),
    load: async (bytes) => {
      index = lunr.Index.load(decode(bytes) as object);
    },
  };
}

async function fts5(): Promise<Engine> {
  const { openSqlite } = await import("./sqlite.ts");
  const sqlite = await openSqlite();
  let base = new sqlite.oo1.DB(":memory:");
  base.exec(
    "create virtual table articles using fts5(id unindexed, title, body, tokenize = \"unicode61 tokenchars '_.%'\")",
  );
  return {
    fill: async (articles) => {
      const insert = base.prepare("insert into articles values (?, ?, ?)");
      base.exec("begin");
      for (const { id, title, body } of articles) {
        insert.bind([id, asText(title), asText(body)]);
        insert.stepReset();
      }
      base.exec("commit");
      insert.finalize();
    },
    ask: async (query) => {
      const any = [...new Set(termsOf(query))].map((term) => `"${term}"`).join(" OR ");
      if (any === "") return [];
      const rows = base.selectValues(
        `select id from articles where articles match ? order by bm25(articles, 0, ${TITLE_WEIGHT}, 1) limit ${LIMIT}`,
        [any],
      );
      return rows.map(String);
    },
    save: async () => sqlite.capi.sqlite3_js_db_export(base),
    load: async (bytes) => {
      const memory = sqlite.wasm.allocFromTypedArray(bytes);
      base = new sqlite.oo1.DB(":memory:");
      const flags = sqlite.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite.capi.SQLITE_DESERIALIZE_RESIZEABLE;
      const code = sqlite.capi.sqlite3_deserialize(
        base.pointer,
        "main",
        memory,
        bytes.length,
        bytes.length,
        flags,
      );
      if (code !== 0) throw new Error(`sqlite3_deserialize answered ${code}`);
    },
  };
}
