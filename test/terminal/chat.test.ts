import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { chat, complete } from "../../adapters/terminal/chat.ts";
import type { Style } from "../../adapters/terminal/render.ts";
import { caller, type Desk, openDesk } from "../desk.ts";

const style: Style = {
  colour: false,
  links: false,
  width: 100,
  locale: "en",
  zone: "Asia/Shanghai",
  keys: true,
};
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function talk(lines: string, interactive = false): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines);
  await chat(desk.bot, caller, style, { input, output, interactive }, 10);
  output.end();
  let said = "";
  for await (const chunk of output) said += String(chunk);
  return said;
}

describe("the chat", () => {
  test("answers each line of a pipe and ends with it", async () => {
    const said = await talk("latest 1\n\nstatus\n");
    expect(said).toContain("The newest article");
    expect(said).toContain("No feed has been read yet.");
    expect(said).not.toContain("›");
  });

  test("a key runs what the last answer offered", async () => {
    const newest = desk.doors.library.newest()[0];
    expect(await talk("latest 1\n1\nexit\nstatus\n")).toContain(newest?.body.slice(0, 20));
  });

  test("leaves when told to", async () => {
    expect(await talk("exit\nstatus\n")).toBe("");
    expect(await talk("выход\nstatus\n")).toBe("");
  });

  test("greets whoever sits there", async () => {
    expect(await talk("exit\n", true)).toContain("10 articles about the Shanghai Cooperation Organization");
  });
});

describe("completion", () => {
  test("offers commands for the first word, in any language", async () => {
    expect(await complete(desk.bot, caller, "lat")).toEqual(["latest "]);
    expect(await complete(desk.bot, caller, "最")).toEqual(["最新 "]);
  });

  test("offers what the command's option suggests", async () => {
    expect(await complete(desk.bot, caller, "help sea")).toEqual(["help search"]);
    expect(await complete(desk.bot, caller, "latest ")).toEqual([]);
    expect((await complete(desk.bot, caller, "search 民意")).join()).toContain("民意基础坚实");
    expect((await complete(desk.bot, caller, "民意")).join()).toContain("民意基础坚实");
  });
});

describe("somebody at the terminal", () => {
  const at = (
    typed: string,
    history?: { read(): readonly string[]; write(lines: readonly string[]): void },
  ) => {
    const input = new PassThrough();
    const output = new PassThrough();
    input.end(typed);
    return {
      output,
      done: chat(
        desk.bot,
        caller,
        style,
        { input, output, interactive: true, ...(history && { history }) },
        10,
      ),
    };
  };

  test("finds again what was typed before, and leaves it for the next time", async () => {
    let kept: readonly string[] = ["status"];
    await at("latest 1\n\u001b[A\u001b[A\nexit\n", {
      read: () => kept,
      write: (lines) => {
        kept = lines;
      },
    }).done;
    expect(kept.slice(0, 3)).toEqual(["exit", "status", "latest 1"]);
  });

  test("Ctrl+C gives up the line that is typed, and leaves on an empty one", async () => {
    const { output, done } = at("nonsense\u0003latest 1\n\u0003status\n");
    await done;
    output.end();
    let said = "";
    for await (const chunk of output) said += String(chunk);
    expect(said).toContain("The newest article");
    expect(said).not.toContain("Nothing matches");
    expect(said).not.toContain("Articles  ");
  });

  test("is answered in the language of the words", async () => {
    expect(await talk("最新 1\nновости 1\nlatest 1\n")).toMatch(
      /最新 1 篇文章[\s\S]*Последняя статья[\s\S]*The newest article/,
    );
  });

  test("a number goes on meaning the list after one of its articles was read, and never stops anything", async () => {
    const [, second] = desk.doors.library.newest();
    const said = await talk("latest 2\n1\n2\n");
    expect(said).toContain(second?.body.slice(0, 20));
    await desk.ask("watch media");
    const watched = await talk("watching\n1\nwatching\n");
    expect(watched).not.toContain("No longer watching");
    expect(watched.match(/1a Stop/g)).toHaveLength(2);
    await desk.ask("unwatch media");
  });
});

describe("completion of settings", () => {
  test("offers what can be set first, and no value in its place", async () => {
    expect(await complete(desk.bot, caller, "settings l")).toEqual(["settings language "]);
    expect(await complete(desk.bot, caller, "settings language ")).toEqual([]);
  });
});

describe("a list of several pages", () => {
  test("has numbers that go on", async () => {
    const said = await talk("search --limit=2 上海精神\nsearch --limit=2 --page=2 上海精神\nexit\n");
    expect(said).toMatch(/^3 {2}/m);
  });
});
