/** What is shown of a hit: passage, marks and reasons. */

import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Mark } from "../../../src/language/text.ts";
import { createSearch } from "../../../src/search/create.ts";
import type { Hit } from "../../../src/search/search.ts";
import { archives, article, asked, queries } from "./articles.ts";

async function only(query: string, body: string, title = ""): Promise<Hit> {
  const search = createSearch();
  await search.add([
    article("hit", body, { title }),
    ...["Rain.", "Snow on the hills.", "天气很好。"].map((text, i) => article(`z${i}`, text)),
  ]);
  const hit = (await search.search(query, asked)).hits.find(({ id }) => id === "hit");
  if (!hit) throw new Error(`${query} did not find it`);
  return hit;
}

const marked = (text: string, marks: readonly Mark[]) => marks.map(([start, end]) => text.slice(start, end));
const bold = ({ snippet }: Hit) => marked(snippet.text, snippet.marks);

test("every snippet is a piece of its article, its marks lie inside it in order, and reasons add up to the score", async () => {
  await fc.assert(
    fc.asyncProperty(archives, queries, async (articles, query) => {
      const search = createSearch();
      await search.add(articles);
      for (const hit of (await search.search(query, asked)).hits) {
        const { title = "", body = "" } = articles.find(({ id }) => id === hit.id) ?? {};
        expect(body.includes(hit.snippet.text) || title.includes(hit.snippet.text)).toBe(true);
        for (const [text, marks] of [[hit.snippet.text, hit.snippet.marks] as const]) {
          let last = 0;
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }
        const points = hit.reasons.reduce((total, { weight }) => total + weight, 0);
        const sum = hit.factors.reduce((product, { weight }) => product * weight, points);
        expect(Math.abs(sum - hit.score)).toBeLessThan(1e-9 * Math.max(1, hit.score));
        expect(hit.reasons.every(({ found }) => found.length > 0)).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

test("a snippet shows the sentences that answer, whole", async () => {
  const before =
    "The weather was mild and the hotel was full, so the delegates took a long walk along the river. ".repeat(
      6,
    );
  const hit = await only(
    "cataract surgery",
    `${before}Doctors from four hospitals offered free cataract surgery to the elderly. ${before}`,
  );
  expect(hit.snippet.text).toContain(
    "Doctors from four hospitals offered free cataract surgery to the elderly.",
  );
  expect(hit.snippet.text).toMatch(/^(?:Doctors|The weather).*\.$/s);
  expect(bold(hit)).toEqual(["cataract", "surgery"]);
});

test("a snippet of a list reads as sentences: no bullets, no headings, no two points run together", async () => {
  const body = [
    "Core Viewpoint\n- The forum was held in Urumqi.",
    "Group 2: Trade\n- Trade grew by 14 percent.\n- Ports were opened for trade.",
    "## Health\n• Ministers met. They agreed on vaccines.\n(Editor: Li Hua)",
  ].join("\n\n");
  const shown = async (query: string) => (await only(query, body)).snippet.text;
  expect(await shown("trade")).toBe("Trade grew by 14 percent.");
  expect(await shown("ministers vaccines")).toBe("Ministers met. They agreed on vaccines.");
  expect(await shown("lang:en forum")).toBe("The forum was held in Urumqi.");
  expect(await shown("viewpoint")).toBe("Core Viewpoint");
  expect((await only("summit", body, "Summit")).snippet.text).toBe("The forum was held in Urumqi.");
  // A body of one line is no heading.
  expect((await only("summit", "summit in Astana")).snippet.text).toBe("summit in Astana");
});

test("a sentence that is too long is cut around what was met, never inside a word or a pair of surrogates", async () => {
  const endless = "许多国家的代表在会议上发言，".repeat(40);
  const hit = await only("白内障手术", `${endless}白内障手术免费，${"🙂".repeat(300)}${endless}`);
  expect(hit.snippet.text).toContain("白内障手术");
  expect(hit.snippet.text.length).toBeLessThan(300);
  expect(hit.snippet.text.isWellFormed()).toBe(true);
  expect(hit.snippet.cut).toEqual({ start: true, end: true });
  expect((await only("白内障手术", `白内障手术免费，${endless}`)).snippet.cut).toEqual({
    start: false,
    end: true,
  });
});

test("marks stand in the text as written: traditional, full-width, torn by line wrapping", async () => {
  expect(bold(await only("媒体合作", "本次媒體 合作論壇。"))).toEqual(["媒體 合作"]);
  expect(bold(await only("sco", "Ｔｈｅ ＳＣＯ summit"))).toEqual(["ＳＣＯ"]);
  expect(bold(await only("索海尔·汗", "副秘书长索海尔・汗说。"))).toEqual(["索海尔・汗"]);
});

test("translated matches are marked and named in the reasons", async () => {
  const hit = await only("ambassador", "中国驻塔吉克斯坦大使发表文章。");
  expect(bold(hit)).toEqual(["大使"]);
  expect(hit.reasons).toEqual([
    { term: "ambassador", found: ["大使"], field: "body", through: "translation", weight: hit.score },
  ]);
  expect(hit.matched).toEqual(["ambassador"]);
});

test("a corrected word says so in its reason", async () => {
  const hit = await only("ambasador", "The ambassador wrote an essay.");
  expect(hit.reasons.map(({ through, found }) => [through, found])).toEqual([["correction", ["ambassador"]]]);
});

test("a word in title and body gives a reason for each", async () => {
  const hit = await only("railway", "The railway opens.", "Railway news");
  expect(hit.reasons.map(({ field, found }) => [field, found])).toEqual([
    ["title", ["Railway"]],
    ["body", ["railway"]],
  ]);
});

test("without anything in the body the snippet is its beginning; without a body, the title", async () => {
  expect((await only("railway", "It opens. It is long.", "Railway")).snippet.text).toBe(
    "It opens. It is long.",
  );
  expect((await only("railway", "", "Railway news")).snippet).toEqual({
    text: "Railway news",
    marks: [[0, 7]],
    cut: { start: false, end: false },
  });
});

test("a lost letter is forgiven also where it changes the stem", async () => {
  const search = createSearch();
  await search.add([article("hit", "Misinformation spreads."), article("other", "Snow fell.")]);
  const { hits, remarks } = await search.search("misinformaton", asked);
  expect(hits.map(({ id }) => id)).toEqual(["hit"]);
  expect(remarks).toEqual([{ kind: "corrected", from: "misinformaton", to: "misinformation" }]);
});
