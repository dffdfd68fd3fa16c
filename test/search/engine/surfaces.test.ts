/** Words of the articles by their sounds, which are read when somebody asks. */
import { expect, test } from "@jest/globals";
import { createSurfaces } from "../../../src/search/index/memory/surfaces.ts";

const wordsOf = (found: readonly { readonly word: string }[]) => found.map(({ word }) => word);

test("a name is found by its sound among many words, whenever it came", () => {
  const surfaces = createSurfaces();
  surfaces.restore("mirziyoyev", "mirziyoyev", 1);
  for (let i = 0; i < 5_000; i++) surfaces.restore(`wort${i.toString(36).replace(/\d/g, "q")}`, "wort", 1);
  surfaces.restore("мирзиеев", "мирзиеев", 1);
  expect(wordsOf(surfaces.sounding("mirzieev"))).toEqual(expect.arrayContaining(["mirziyoyev", "мирзиеев"]));
});

test("a word that is gone is not found, whether its sound was read or not", () => {
  for (const asked of [true, false]) {
    const surfaces = createSurfaces();
    const tokens = [{ term: "lavrov", start: 0, end: 6 }];
    surfaces.add("Lavrov", tokens, new Set());
    if (asked) expect(wordsOf(surfaces.sounding("lavrov"))).toEqual(["lavrov"]);
    surfaces.remove("Lavrov", tokens, new Set());
    expect(surfaces.sounding("lavrov")).toEqual([]);
    surfaces.add("Lavrov", tokens, new Set());
    expect(wordsOf(surfaces.sounding("lavrov"))).toEqual(["lavrov"]);
  }
});
