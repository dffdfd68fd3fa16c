/** When nothing matches, the nearest that exists is offered, with an example that really works. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { shippedBot, shown } from "../commands/shipped.ts";

let bot: Awaited<ReturnType<typeof shippedBot>>;
beforeAll(async () => {
  bot = await shippedBot();
});
const asked = { now: Date.parse("2025-06-16T08:00:00Z"), zone: "Asia/Shanghai" };

describe("nothing matches", () => {
  test.each([
    ['"友好睦邻"', "友好睦邻"],
    ["title:白内障", "白内障"],
    ["白内障 on:2025-06-15", "白内障"],
    ["白内障 source:环球时报", "白内障"],
    ["白内障 lang:ru", "白内障"],
    ['"手术白内障" lang:ru source:环球时报 after:2026', "手术白内障"],
    ["白内障 -健康 lang:zh", "白内障"],
    ["on:2025-05-29", "on:2025-05-30"],
    ["after:2026", "on:2025-06-16"],
    ["before:2020", "on:2025-05-24"],
  ])("%s: the example is %s", async (query, example) => {
    const { total, remarks } = await bot.search.search(query, asked);
    expect(total).toBe(0);
    expect(remarks).toContainEqual({ kind: "example", query: example });
    const found = await bot.search.search(example, asked);
    const nearest = remarks.flatMap((remark) => (remark.kind === "nearest" ? [remark.id] : []));
    expect(nearest.length).toBeGreaterThan(0);
    expect(found.hits.map((hit) => hit.id)).toEqual(expect.arrayContaining(nearest));
  });

  test("words that nobody knows lead to the newest title in their language, or else to what is newest", async () => {
    const { createSearch } = await import("../../src/search/create.ts");
    const search = createSearch();
    const [first] = bot.library.newest();
    if (!first) throw new Error("no articles");
    const english = {
      ...first,
      id: "en1",
      title: "Ministers meet in Tashkent",
      language: "en" as const,
      published: "2025-01-01T00:00:00Z",
    };
    await search.add([...bot.library.newest(), english]);
    const foundFor = async (query: string) => {
      const { remarks } = await search.search(query, asked);
      const [example, another] = remarks.flatMap((one) => (one.kind === "example" ? [one.query] : []));
      expect([typeof example, another]).toEqual(["string", undefined]);
      return [example, (await search.search(example ?? "", asked)).hits[0]?.id];
    };
    expect(await foundFor("qqqqzzzz")).toEqual(["Ministers meet in", "en1"]);
    expect((await foundFor("龘靐"))[1]).toBe(first.id);
    expect(await foundFor("ъъъъщщщщ")).toEqual(["sort:new", first.id]);
  });

  test("the reply names what was not found, shows the nearest and the example", async () => {
    expect(shown(await bot.say("qqqqzzzz"))).not.toContain("Not found");
    const text = shown(await bot.say("白内障 qqqqzzzz on:2025-06-15"));
    expect(text).toContain("Not found: “qqqqzzzz”");
    expect(text).toMatch(/The nearest that exists:\n\*?加强卫生健康合作/);
    expect(text).toContain("This would find something: search 白内障");
  });

  test("an empty library offers nothing and does not fail", async () => {
    const { createSearch } = await import("../../src/search/create.ts");
    const empty = createSearch();
    for (const query of ["白内障", "on:2025", '"a b" -c', "", "lang:zh"])
      expect((await empty.search(query, asked)).remarks.filter(({ kind }) => kind !== "dropped")).toEqual([]);
  });
});
