/** Discord as the wiring sees it: its settings, and how it is opened and examined. */
import * as z from "zod";
import { platform } from "../../src/platform.ts";
import { secret, url } from "../../src/setting.ts";

const variables = {
  DISCORD_TOKEN: secret.optional(),
  DISCORD_API_URL: url.optional(),
  DISCORD_SHARDS: z
    .union([z.literal("auto"), z.coerce.number().int().min(1)], "auto or a number of shards")
    .optional(),
  DISCORD_MANAGER_ROLE: z.string().optional(),
  /** Set by discord.js in the processes of its shards. */
  SHARDING_MANAGER: z.string().optional(),
};

export type DiscordVariables = Readonly<z.output<z.ZodObject<typeof variables>>>;

export const discord = platform({
  name: "discord",
  title: "Discord",
  variables,
  secrets: ["DISCORD_TOKEN"],
  operators: { form: /^discord:\d+$/, written: "discord:USER" },
  configured: ({ DISCORD_TOKEN }) => DISCORD_TOKEN !== undefined,
  part: ({ SHARDING_MANAGER }) => SHARDING_MANAGER !== undefined,
  address: ({ DISCORD_API_URL }) => DISCORD_API_URL ?? "https://discord.com/api",
  async open(settings, opening) {
    const { openDiscord } = await import("./open.ts");
    return openDiscord({ ...opening, config: { ...opening.config, ...settings } });
  },
  async examine(settings, { config }) {
    const { examineDiscord } = await import("./checkup.ts");
    return examineDiscord({ ...config, ...settings });
  },
  async missing(settings, { config, log }) {
    const { missingAtDiscord } = await import("./checkup.ts");
    return missingAtDiscord({ ...config, ...settings }, log);
  },
  async register(settings, commands, place) {
    const { registerNow } = await import("./register-now.ts");
    return registerNow(settings, commands, place);
  },
});
