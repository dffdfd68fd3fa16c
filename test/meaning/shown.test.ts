/** What people and operators see of closeness in meaning: a reason, progress, a doctor's line, numbers; and the settings. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { reasonLines, reasonTable } from "../../src/articles/hits.ts";
import { systemClock } from "../../src/clock.ts";
import { ConfigError, readConfig } from "../../src/config.ts";
import { openMeaning } from "../../src/meaning/meaning.ts";
import { examinations, examine } from "../../src/ops/doctor.ts";
import { createHealth } from "../../src/ops/health.ts";
import type { Hit } from "../../src/search/search.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";
import { type EmbeddingServer, embeddingServer, send } from "./server.ts";

let desk: Desk;
let server: EmbeddingServer;
const quiet = { warn: () => {}, info: () => {} };
const folder = mkdtempSync(join(tmpdir(), "sco-shown-"));
beforeAll(async () => {
  desk = await openDesk();
  server = await embeddingServer();
});
afterAll(async () => {
  await desk.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const hit = (degree: number): Hit => ({
  ...{ id: "aaaaa", score: 1.5, snippet: { text: "", marks: [], cut: { start: false, end: false } } },
  ...{ matched: [], reasons: [] },
  factors: [{ kind: "meaning", weight: 1.6 ** degree, degree }],
});

describe("a hit", () => {
  test.each([
    ["en", "close in meaning: 0.83"],
    ["zh", "语义接近：0.83"],
    ["ru", "близко по смыслу: 0.83"],
  ] as const)("says it in %s where it counts", (locale, words) => {
    expect(reasonLines(hit(0.83), locale)).toEqual([[words]]);
    expect(reasonLines(hit(0.3), locale)).toEqual([]);
    expect(JSON.stringify(reasonTable(hit(0.83), locale))).toContain("× 1.48");
  });
});

describe("whoever runs the bot", () => {
  const meaning = () =>
    openMeaning(readConfig({ SCO_EMBED_URL: server.url, SCO_EMBED_MODEL: "m", SCO_DATA_DIR: folder }), {
      clock: systemClock,
      health: createHealth(Date.now, quiet),
      fills: true,
    });
  const found = async () => {
    const { library, clock, health, store, feeds, webhooks } = desk.doors;
    // What is loaded when it is first used is there before all is examined side by side.
    await meaning().near("money");
    const all = examinations({
      ...{ config: readConfig({ SCO_DATA_DIR: folder }), faults: [], others: [], library, clock },
      ...{ health, store, feeds, webhooks, meaning: meaning() },
    });
    return (await examine(all)).filter(({ part }) => part === "embeddings");
  };

  test("hears from doctor how fast the server is, or what is wrong with it", async () => {
    expect(await found()).toMatchObject([
      {
        state: expect.stringMatching(/ok|warn/),
        words: { en: expect.stringMatching(/answers in \d+ ms with 10 numbers/) },
      },
    ]);
    server.fail((response) => send(response, 404, { error: { message: "no such model" } }));
    expect(await found()).toMatchObject([
      { state: "bad", words: { en: expect.stringContaining("status 404"), zh: expect.any(String) } },
    ]);
    server.fail(undefined);
  });

  test("hears nothing of it where there is none", async () => {
    expect(wordsOf(await desk.ask("status"))).not.toContain("meaning");
    expect((await desk.ask("status")).data).not.toHaveProperty("meaning");
    expect(JSON.stringify((await desk.ask("doctor")).data)).not.toContain("embeddings");
  });
});

describe("settings", () => {
  test.each([
    [{ SCO_EMBED_URL: "http://127.0.0.1:1/v1" }, /SCO_EMBED_MODEL/],
    [{ SCO_EMBED_MODEL: "m" }, /SCO_EMBED_URL/],
    [{ SCO_EMBED_KEY: "k" }, /SCO_EMBED_URL/],
    [{ SCO_EMBED_FORM: "prefix" }, /QUERY\|PASSAGE/],
  ])("%j is refused", (env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(words);
  });
});
