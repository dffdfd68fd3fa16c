import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Caller } from "../../src/command.ts";
import { forgetPerson, forgetWorkspace } from "../../src/state/forget.ts";
import { caller, type Desk, openDesk, wordsOf } from "../desk.ts";

interface Data {
  readonly for: string;
  readonly total: number;
  readonly articles: readonly { readonly id: string }[];
  readonly gone: readonly string[];
  readonly pages: number;
}

let desk: Desk;
let workspace = 0;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Somebody in a workspace of their own. */
function person(more: Partial<Caller> = {}) {
  const as = {
    platform: "slack",
    workspace: `W${++workspace}`,
    channel: "C1",
    user: "U1",
    operates: false,
    ...more,
  };
  const ask = (line: string, other: Partial<Caller> = {}) => desk.ask(line, { ...as, ...other });
  const ids = async (line: string, other: Partial<Caller> = {}) =>
    ((await ask(line, other)).data as Data).articles.map(({ id }) => id);
  return { as: { ...caller, ...as }, ask, ids };
}

describe("saved", () => {
  test("keeps articles newest saved first, each once, for who asks alone", async () => {
    const { ask, ids } = person();
    for (const id of ["62hrk", "svvt8", "62hrk"]) await ask(`saved add ${id}`);
    expect((await ids("saved")).sort()).toEqual(["62hrk", "svvt8"]);
    expect(await ids("saved", { user: "U2" })).toEqual([]);
    expect(await ids("saved", { workspace: "elsewhere" })).toEqual([]);
    await ask("saved remove 62hrk");
    expect(await ids("saved")).toEqual(["svvt8"]);
  });

  test("is one press under what is read, and says what was done", async () => {
    const { ask } = person();
    const runs = (await ask("read 62hrk")).blocks.flatMap((block) =>
      block.kind === "actions" ? block.actions.map(({ run }) => run) : [],
    );
    expect(runs.filter((run) => run.startsWith("saved"))).toEqual(["saved add 62hrk"]);
    const told = await ask(runs.find((run) => run.startsWith("saved")) ?? "", { locale: "ru" });
    expect(wordsOf(told)).toMatch(/Сохранено для вас: .*卫生健康/);
    expect(wordsOf(await ask("saved add 62hrk", { locale: "zh" }))).toContain("您已收藏过");
  });

  test("a channel's list is changed by who manages it, and seen by everybody there", async () => {
    const { ask, ids } = person();
    const refused = await ask("saved add 62hrk for:channel", { manages: false });
    expect(refused.outcome).toBe("bad-input");
    await ask("saved add 62hrk for:channel");
    expect(await ids("saved for:channel", { user: "U2", manages: false })).toEqual(["62hrk"]);
    expect(await ids("saved for:channel", { channel: "C2" })).toEqual([]);
    expect(await ids("saved")).toEqual([]);
  });

  test("leads from a person's list to the channel's, also by mention, but not where there is no other channel", async () => {
    const { ask } = person();
    const leads = async (more: Partial<Caller>) =>
      (await ask("saved", more)).blocks.some(
        (block) =>
          block.kind === "actions" && block.actions.some(({ run }) => run.endsWith("saved for:channel")),
      );
    expect(await leads({})).toBe(true);
    expect(await leads({ alone: true })).toBe(true);
    expect(await leads({ alone: true, direct: true })).toBe(false);
  });

  test("holds a hundred and says so", async () => {
    const { as, ask } = person();
    for (let n = 0; n < 100; n++)
      await desk.doors.store.set(`saved:slack/${as.workspace}/@U1:x${n}`, {
        article: `x${n}`,
        at: n,
        by: "U1",
      });
    const full = await ask("saved add 62hrk");
    expect([full.outcome, wordsOf(full)]).toEqual(["bad-input", expect.stringContaining("100")]);
    expect(((await ask("saved")).data as Data).gone).toHaveLength(100);
    await ask("saved remove x1");
    expect((await ask("saved add 62hrk")).outcome).toBe("answered");
  });

  test("holds a hundred however many are saved at the same moment", async () => {
    const { as, ask } = person();
    for (let n = 0; n < 98; n++)
      await desk.doors.store.set(`saved:slack/${as.workspace}/@U1:x${n}`, {
        article: `x${n}`,
        at: n,
        by: "U1",
      });
    const some = desk.doors.library.newest().slice(0, 8);
    await Promise.all(some.map(({ id }) => ask(`saved add ${id}`)));
    expect(await desk.doors.store.list(`saved:slack/${as.workspace}/@U1:`)).toHaveLength(100);
  });

  test("forgetting a person takes their list, and their name off the channel's; an uninstall takes all", async () => {
    const { as, ask, ids } = person();
    await ask("saved add 62hrk");
    await ask("saved add svvt8 for:channel");
    await forgetPerson(desk.doors.store, as);
    expect(await ids("saved")).toEqual([]);
    expect(await desk.doors.store.list(`saved:slack/${as.workspace}/C1:`)).toEqual([
      [expect.any(String), expect.objectContaining({ article: "svvt8", by: "" })],
    ]);
    expect(await ids("saved for:channel")).toEqual(["svvt8"]);
    await forgetWorkspace(desk.doors.store, as);
    expect(await ids("saved for:channel")).toEqual([]);
  });

  test("pages, and what is wrong, in three languages", async () => {
    const { as, ask, ids } = person();
    for (const { id } of desk.doors.library.newest().slice(0, 7)) await ask(`saved add ${id}`);
    expect(await ids("saved")).toHaveLength(5);
    expect(await ids("saved --page=2")).toHaveLength(2);
    expect(await ids("saved --limit=3")).toHaveLength(3);
    for (const [locale, none, what] of [
      ["en", "no article", "Say which article"],
      ["zh", "没有编号", "请说明是哪篇"],
      ["ru", "нет", "Укажите статью"],
    ] as const) {
      expect(wordsOf(await ask("saved add zzzzz", { locale }))).toContain(none);
      expect(wordsOf(await ask("saved add", { locale }))).toContain(what);
    }
    expect(as.channel).toBe("C1");
  });
});

describe("brief saved", () => {
  test("tells the stories of what was saved, those of one story together, every sentence with its source", async () => {
    const { ask } = person();
    for (const id of ["bfr8m", "svvt8", "62hrk"]) await ask(`saved add ${id}`);
    const made = (await ask("brief saved")).data as {
      stories: { sentences: { text: string; source: number }[]; sources: number[] }[];
      sources: { n: number; article: string }[];
    };
    expect(made.sources.map(({ article }) => article).sort()).toEqual(["62hrk", "bfr8m", "svvt8"]);
    for (const { sentences } of made.stories)
      for (const { text, source } of sentences) {
        const article = made.sources.find(({ n }) => n === source)?.article ?? "";
        expect(desk.doors.library.get(article)?.body).toContain(text);
      }
  });

  test("is the channel's where that is asked for, and says when nothing is saved", async () => {
    const { ask } = person();
    await ask("saved add 62hrk for:channel");
    expect((await ask("brief saved")).outcome).toBe("nothing");
    const of = (await ask("brief --for=channel saved", { user: "U2" })).data as {
      sources: { article: string }[];
    };
    expect(of.sources.map(({ article }) => article)).toEqual(["62hrk"]);
    const button = (await ask("saved for:channel")).blocks.flatMap((block) =>
      block.kind === "actions" ? block.actions.map(({ run }) => run) : [],
    );
    const run = button.find((line) => line.startsWith("brief")) ?? "";
    expect((await ask(run)).outcome).toBe("answered");
  });
});
