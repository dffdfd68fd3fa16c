/** `discord:register [--guild ID]`: sends the slash commands to Discord by hand. */
import { command } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { errors, discordRegister as say } from "../src/i18n/commands.ts";
import { sentence } from "../src/reply.ts";

export const discordRegister = command({
  name: "discord:register",
  shell: true,
  about: {
    en: "Send the slash commands to Discord now",
    zh: "立即向 Discord 注册命令",
    ru: "Отправить команды в Discord сейчас",
  },
  options: {
    guild: {
      kind: "text",
      named: true,
      about: {
        en: "Only for the server with this id",
        zh: "仅用于此编号的服务器",
        ru: "Только для сервера с этим номером",
      },
    },
  },
  examples: ["discord:register", "discord:register --guild=700000000000000001"],
  async run({ guild }, { register, caller }) {
    if (guild !== undefined && !/^\d{15,20}$/.test(guild)) throw notAnId(guild);
    const subcommands = await register("discord", guild);
    if (subcommands === undefined) throw noToken();
    const words = say(caller.locale);
    const text = guild ? words.there(subcommands, guild) : words.everywhere(subcommands);
    return sentence(text, "answered", { scope: guild ?? "global", subcommands });
  },
});

function notAnId(guild: string): BotError {
  return new BotError("bad-input", errors.notAnId(guild.slice(0, 40)));
}

function noToken(): BotError {
  return new BotError("bad-input", errors.noToken);
}
