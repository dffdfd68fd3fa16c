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
