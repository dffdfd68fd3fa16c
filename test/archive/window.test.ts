/** What stays in memory beside an archive. */
import { expect, test } from "@jest/globals";
import { keepNewest } from "../../src/archive/window.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { article } from "../search/engine/articles.ts";

test("the newest stay in memory, and never more than a tenth beyond", () => {
  const library = createLibrary([]);
  keepNewest(library, 100);
  let most = 0;
  library.onChange(() => {
    most = Math.max(most, library.newest().length);
  });
  for (let n = 0; n < 400; n++)
    library.put([
      article(`a${n}`, "x", { published: new Date(Date.UTC(2025, 0, 1) + n * 1_000).toISOString() }),
    ]);
  const ids = library.newest().map(({ id }) => id);
  expect(most).toBeLessThanOrEqual(110);
  expect(ids.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, n) => `a${399 - n}`));
});
