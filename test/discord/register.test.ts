/** The application commands: made from the declarations, good for Discord, sent when they changed. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { applicationCommands, registerIfChanged, subcommandsOf } from "../../adapters/discord/register.ts";
import { registerNow } from "../../adapters/discord/register-now.ts";
import { loadCommands } from "../../commands/index.ts";
import { command } from "../../src/command.ts";
import { sentence } from "../../src/reply.ts";
import { configOf } from "../settings.ts";
import { commands, createTestStore } from "./double.ts";
import { faultsOfCommands } from "./server/checks.ts";
import { BOT, GUILD } from "./server/people.ts";
import { createDiscordServer, type DiscordServer } from "./server/server.ts";

interface Sent {
  readonly type?: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { value: string }[];
  readonly name_localizations?: Record<string, string>;
  readonly description_localizations?: Record<string, string>;
  readonly options?: readonly Sent[];
}
const sent = (list = commands) => applicationCommands(list)[0] as unknown as Sent;
const subOf = (name: string) => sent().options?.find((one) => one.name === name);

describe("/sco", () => {
  it("has a subcommand for every command of the chat, none for the shell's", () => {
    expect(sent().options?.map(({ name }) => name)).toEqual(["search", "digest", "help"]);
  });

  it("can be installed to servers and people and used everywhere", () => {
    expect(sent()).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  });

  it("has required options first, then the others, then limit and public", () => {
    const options = subOf("search")?.options?.map(({ name }) => name);
    expect(options).toEqual(["query", "from", "sort", "page", "by-title", "limit", "public"]);
  });

  it("offers choices where the core has some and completion where the core suggests", () => {
    const option = (name: string) => subOf("search")?.options?.find((one) => one.name === name);
    expect(option("sort")?.choices?.map(({ value }) => value)).toEqual(["best", "new"]);
    expect(option("query")).toMatchObject({ autocomplete: true, required: true });
    expect(option("from")?.autocomplete).toBeUndefined();
    expect(option("page")).toMatchObject({ min_value: 1, max_value: 99 });
  });

  it("is localised in Chinese and Russian", () => {
    expect(subOf("search")?.name_localizations).toEqual({ "zh-CN": "搜索", ru: "поиск" });
    expect(subOf("search")?.description_localizations).toEqual({ "zh-CN": "关于", ru: "Об этом" });
    expect(subOf("help")?.name_localizations).toBeUndefined();
  });

  it("has no localised name that two siblings would share", () => {
    const about = { en: "a", zh: "b", ru: "c" };
    const base = { about, options: {}, examples: [], run: () => Promise.reject(new Error("never")) };
    const twins = [
      command({ ...base, name: "a", aliases: ["同"] }),
      command({ ...base, name: "b", aliases: ["同"] }),
    ];
    expect(faultsOfCommands(applicationCommands(twins) as never)).toEqual([]);
  });

  it("nests what is grouped, so that there is room: 25 at the top, 25 in each group, nothing cut off", () => {
    const base = { about: { en: "a", zh: "b", ru: "c" }, options: {}, examples: [], run: () => sentence("") };
    const many = (n: number, group?: "stories" | "read") =>
      Array.from({ length: n }, (_, at) =>
        command({ ...base, name: `${group ?? "x"}${at}`, ...(group && { group }) }),
      );
    const options = sent([...many(24), ...many(25, "stories")]).options;
    expect(options?.length).toBe(25);
    expect(options?.at(-1)).toMatchObject({
      type: 2,
      name: "stories",
      name_localizations: { "zh-CN": "专题" },
    });
    expect(options?.at(-1)?.options?.length).toBe(25);
    expect(() => sent([...many(25), ...many(1, "stories")])).toThrow(
      "25 subcommands in one place, and there are 26",
    );
    expect(() => sent(many(26, "stories"))).toThrow("there are 26");
    expect(() => sent(many(26, "read"))).toThrow("there are 26");
  });

  it("is never longer than Discord takes, all its subcommands together", () => {
    const about = { en: "a", zh: "b", ru: "c".repeat(100) };
    const options = { one: { kind: "text", about } } as const;
    const long = Array.from({ length: 24 }, (_, at) =>
      command({ name: `x${at}`, about, options, examples: [], run: () => sentence("") }),
    );
    expect(faultsOfCommands(applicationCommands(long) as never)).toEqual([]);
    const longer = long.map((one) => ({
      ...one,
      options: { one: options.one, two: options.one, three: options.one },
    }));
    expect(() => applicationCommands(longer)).toThrow("8000 characters");
  });

  it("does not offer what is only for the shell", () => {
    const about = { en: "a", zh: "b", ru: "c" };
    const options = { out: { kind: "text", about, shell: true }, query: { kind: "text", about } } as const;
    const one = command({ name: "x", about, options, examples: [], run: () => sentence("") });
    expect(sent([one]).options?.[0]?.options?.map(({ name }) => name)).toEqual(["query", "limit", "public"]);
  });

  it("made from the project's own commands keeps Discord's rules, all of them in three languages", async () => {
    const own = await loadCommands();
    const [body, ...others] = applicationCommands(own) as unknown as [Sent];
    expect(faultsOfCommands([body, ...others] as never)).toEqual([]);
    expect(others).toMatchObject([
      { type: 3, name: "Search SCO news for this", name_localizations: { ru: expect.anything() } },
    ]);
    const places = body.options ?? [];
    const subs = places.flatMap((one) => (one.type === 2 ? (one.options ?? []) : [one]));
    expect(subs.map(({ name }) => name).sort()).toEqual(
      own.filter(({ shell }) => !shell).map(({ name }) => name),
    );
    expect(subcommandsOf([body] as never).length).toBe(subs.length);
    const unnamed = [...places, ...subs].filter(
      ({ name_localizations: names }) => !names?.["zh-CN"] || !names.ru,
    );
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });
});

describe("registering", () => {
  it("happens when the commands changed, and only then", async () => {
    const store = createTestStore();
    const puts: unknown[] = [];
    const put = async (body: unknown) => void puts.push(body);
    expect(await registerIfChanged(commands, "global", store, put)).toBe(true);
    expect(await registerIfChanged(commands, "global", store, put)).toBe(false);
    expect(await registerIfChanged(commands.slice(1), "global", store, put)).toBe(true);
    expect(await registerIfChanged(commands, "other", store, put)).toBe(true);
    expect(puts).toHaveLength(3);
  });

  it("happens rather once too often when the store is away", async () => {
    const store = createTestStore();
    store.state = "down";
    expect(await registerIfChanged(commands, "global", store, async () => undefined)).toBe(true);
  });

  it("that Discord refuses is tried again next time", async () => {
    const store = createTestStore();
    const refuse = () => Promise.reject(new Error("no"));
    await expect(registerIfChanged(commands, "global", store, refuse)).rejects.toThrow("no");
    expect(await registerIfChanged(commands, "global", store, async () => undefined)).toBe(true);
  });
});

describe("registering by hand", () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await createDiscordServer();
  });
  afterEach(() => server.close());
  const config = (token = "test.token") => configOf({ DISCORD_TOKEN: token, DISCORD_API_URL: server.apiUrl });

  it("sends the commands to all servers or to one", async () => {
    expect(await registerNow(config(), commands)).toBe(3);
    await registerNow(config(), commands, GUILD);
    expect(server.commands.map(({ scope }) => scope)).toEqual(["global", GUILD]);
    expect(server.refused).toEqual([]);
  });

  it("finds its application also where only older addresses are known", async () => {
    server.fault(/GET \/applications/, { status: 404, body: { code: 0, message: "404: Not Found" } });
    server.fault(/GET \/oauth2/, { status: 404, body: { code: 0, message: "404: Not Found" } });
    await registerNow(config(), commands);
    expect(server.requests.at(-1)).toBe(`PUT /applications/${BOT.id}/commands`);
  });

  it("says what Discord refuses", async () => {
    await expect(registerNow(config("wrong"), commands)).rejects.toMatchObject({ code: "forbidden" });
    server.fault(/PUT/, { status: 403, body: { code: 50001, message: "Missing Access" } });
    await expect(registerNow(config(), commands, GUILD)).rejects.toMatchObject({ code: "not-found" });
    server.fault(/PUT/, { status: 403, body: { code: 50001, message: "Missing Access" } });
    await expect(registerNow(config(), commands)).rejects.toMatchObject({ code: "unavailable" });
  });
});
