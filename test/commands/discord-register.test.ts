import { describe, expect, test } from "@jest/globals";
import { discordRegister } from "../../commands/discord-register.ts";
import type { Context } from "../../src/command.ts";
import type { BotError } from "../../src/errors.ts";
import { LOCALES } from "../../src/i18n/words.ts";

const GUILD = "700000000000000001";
const run = async (guild: string | undefined, ctx: Partial<Context>) =>
  discordRegister.run({ guild }, {
    caller: { locale: "en" },
    register: async () => undefined,
    ...ctx,
  } as Context);
const refused = async (guild: string | undefined, ctx: Partial<Context> = {}) =>
  run(guild, ctx).then(
    () => undefined,
    (error: BotError) => LOCALES.map((locale) => error.say(locale)),
  );

describe("discord:register", () => {
  test("says how many subcommands Discord has now, and where", async () => {
    const asked: (string | undefined)[] = [];
    const register = async (platform: string, guild?: string) => {
      asked.push(platform, guild);
      return 12;
    };
    expect((await run(undefined, { register })).summary).toBe(
      "Discord has /sco with 12 subcommands now, for all servers.",
    );
    expect((await run(GUILD, { register })).data).toEqual({ scope: GUILD, subcommands: 12 });
    expect(asked).toEqual(["discord", undefined, "discord", GUILD]);
  });

  test("without a token says which variable is missing, in every language", async () => {
    for (const text of (await refused(undefined)) ?? [""]) expect(text).toContain("DISCORD_TOKEN");
  });

  test("takes only an id for a server", async () => {
    for (const text of (await refused("my server")) ?? [""]) expect(text).toContain("my server");
  });
});
