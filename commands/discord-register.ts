/** `discord:register [--guild ID]`: sends the slash commands to Discord by hand. */
import { command } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { phrases } from "../src/i18n/words.ts";
import { sentence } from "../src/reply.ts";

const say = phrases({
  en: {
    everywhere: (n: number) => `Discord has /sco with ${n} subcommands now, for all servers.`,
    there: (n: number, guild: string) =>
      `Discord has /sco with ${n} subcommands now, in the server ${guild}.`,
  },
  zh: {
    everywhere: (n: number) => `Discord 已注册 /sco，共 ${n} 个子命令，适用于所有服务器。`,
    there: (n: number, guild: string) => `Discord 已在服务器 ${guild} 注册 /sco，共 ${n} 个子命令。`,
  },
  ru: {
    everywhere: (n: number) => `Команда /sco зарегистрирована в Discord для всех серверов; подкоманд: ${n}.`,
    there: (n: number, guild: string) =>
      `Команда /sco зарегистрирована в Discord на сервере ${guild}; подкоманд: ${n}.`,
  },
});

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
  return new BotError("bad-input", {
    en: `--guild cannot be “${guild.slice(0, 40)}”; it wants a server's id, 15 to 20 digits (right-click the server, Copy Server ID).`,
    zh: `--guild 不能是“${guild.slice(0, 40)}”，应为服务器编号（15 至 20 位数字；右键服务器，复制服务器 ID）。`,
    ru: `--guild не может быть «${guild.slice(0, 40)}»; нужен номер сервера, 15–20 цифр (правый щелчок по серверу, «Копировать ID»).`,
  });
}

function noToken(): BotError {
  return new BotError("bad-input", {
    en: "DISCORD_TOKEN is not set; put the bot's token into .env or the environment first.",
    zh: "未设置 DISCORD_TOKEN；请先在 .env 或环境变量中填入机器人令牌。",
    ru: "DISCORD_TOKEN не задан; сначала укажите токен бота в .env или в окружении.",
  });
}
