/** Whether Discord takes the token and sends commands here. No privileged intent is needed, so none is checked. */
import { DiscordAPIError, RateLimitError, REST, type RESTOptions, Routes } from "discord.js";
import type { Target } from "../../src/bot.ts";
import type { Config } from "../../src/config.ts";
import { reasonOf } from "../../src/errors.ts";
import { discord as say } from "../../src/i18n/doctor.ts";
import type { Locale } from "../../src/i18n/words.ts";
import type { Log } from "../../src/log.ts";
import { bad, type Finding, ok, warn } from "../../src/ops/finding.ts";
import { createClient, restOptions } from "./connect.ts";
import { settingsOf } from "./open.ts";
import { missingIn } from "./permissions.ts";
import type { DiscordVariables } from "./platform.ts";

/** Who asks the doctor waits for it: one try, and no long pause when Discord asks for one. */
const BRISKLY: Partial<RESTOptions> = {
  retries: 0,
  timeout: 5_000,
  rejectOnRateLimit: ({ retryAfter }) => retryAfter > 5_000,
};

export async function examineDiscord(config: Config & DiscordVariables): Promise<readonly Finding[]> {
  if (!config.DISCORD_TOKEN) return [];
  const { apiUrl } = settingsOf(config);
  const rest = new REST({ ...restOptions(apiUrl), ...BRISKLY }).setToken(config.DISCORD_TOKEN);
  try {
    const { username } = (await rest.get(Routes.user())) as { username?: unknown };
    if (typeof username !== "string") throw new Error("the answer is not Discord's");
    return [ok("discord", say.known(username)), ...(await elsewhere(rest))];
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError && thrown.status === 401) {
      return [bad("discord", say.refused(thrown.status))];
    }
    const why = thrown instanceof RateLimitError ? say.rateLimit : reasonOf(thrown);
    return [warn("discord", say.notAsked(why))];
  }
}

/** With an address for interactions Discord sends every command there, and none over the gateway. */
async function elsewhere(rest: REST): Promise<readonly Finding[]> {
  const application = await rest.get(Routes.currentApplication()).catch(() => ({}));
  if (!(application as { interactions_endpoint_url?: string | null }).interactions_endpoint_url) return [];
  return [bad("discord", say.elsewhere)];
}

/** What is missing to post in a channel, asked over REST alone; null when nothing is. */
export function missingAtDiscord(
  config: Config & DiscordVariables,
  log: Log,
): (target: Target, locale: Locale) => Promise<string | null> {
  const { token, apiUrl } = settingsOf(config);
  const client = createClient({ apiUrl, manner: BRISKLY }, log);
  client.rest.setToken(token);
  return (target, locale) => missingIn(client, target, locale);
}
