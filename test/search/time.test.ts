/** Whatever is typed: no turn of the event loop is long, and no answer takes long, on ten thousand articles. */
import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createSearch } from "../../src/search/create.ts";
import { generate } from "../bench/generate.ts";
import { watched } from "../bench/turns.ts";
import { wordLists } from "../bench/words.ts";
import { SHAPES } from "./shapes.ts";

const ARTICLES = 10_000;
/**
 * CPU milliseconds on the machine that the project is measured on. The aim is 50 and 300, which holds where nothing else
 * runs: the longest turn there is about 30 (many names), the longest whole about 140. What is beside the tests
 * on a busy machine adds to a turn; the limits leave room for that.
 */
const TURN_MS = 150;
const WHOLE_MS = 500;
const NOW = Date.parse("2026-06-01T00:00:00Z");
const asked = { limit: 10, now: NOW, zone: "UTC" };

const { articles } = generate(ARTICLES, await wordLists());
const [first] = articles;
const one = first as Article;
const search = createSearch();
await search.add(articles);
/** Each text as an article of its own, for what speaks of the same. */
const related = new Map(Object.values(SHAPES).map((text, i) => [text, `shape${i}`]));
await search.add([...related].map(([body, id]) => ({ ...one, id, body, title: body.slice(0, 60) })));
await search.ready();

/** How much slower this machine is just now than the one that the limits are of. */
function slowness(): number {
  const began = process.cpuUsage();
  let sum = 0;
  for (let i = 0; i < 3e7; i++) sum = (sum * 31 + i) | 0;
  const { user } = process.cpuUsage(began);
  return Math.max(1, user / 1000 / (sum === 1 ? 1 : 35));
}

const WAYS: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  search: (text) => search.search(text, asked),
  why: (text) => search.search(text, { ...asked, limit: 1, only: one.id }),
  ask: (text) => search.passages(text, { ...asked, limit: 12 }),
  "a digest's topic": (text) => search.scores(text, { ...asked, limit: 1000 }),
  watch: (text) => search.matches(text, one, asked),
  "a watch's preview": (text) => search.scores(text, { ...asked, limit: 1000, standing: true }),
  complete: async (text) => search.suggest(text, 25),
  related: (text) => search.related(related.get(text) ?? "", 5),
};

describe("time", () => {
  test.each(Object.keys(WAYS))(
    "%s answers whatever the text",
    async (way) => {
      const act = WAYS[way] ?? (async () => undefined);
      // Code that runs for the first time is compiled in between.
      for (const text of Object.values(SHAPES).slice(0, 8)) await act(text);
      const slow: string[] = [];
      for (const [name, text] of Object.entries(SHAPES)) {
        let best = { ms: Number.POSITIVE_INFINITY, longestMs: Number.POSITIVE_INFINITY };
        // What else the machine does can only add to a measurement.
        for (let i = 0; i < 3 && (best.longestMs > TURN_MS || best.ms > WHOLE_MS); i++) {
          const began = process.cpuUsage();
          const { longestMs } = await watched(() => act(text));
          const { user, system } = process.cpuUsage(began);
          const ms = (user + system) / 1000;
          best = { ms: Math.min(best.ms, ms), longestMs: Math.min(best.longestMs, longestMs) };
        }
        const scale = best.longestMs > TURN_MS || best.ms > WHOLE_MS ? slowness() : 1;
        if (best.longestMs > TURN_MS * scale || best.ms > WHOLE_MS * scale)
          slow.push(`${name}: longest turn ${best.longestMs.toFixed(0)} ms, whole ${best.ms.toFixed(0)} ms`);
      }
      expect(slow).toEqual([]);
    },
    300_000,
  );
});
