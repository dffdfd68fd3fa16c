/** Registers the commands from the shell: for all servers, or for one, where they appear at once. */
import { type APIApplication, type APIUser, DiscordAPIError, REST, Routes } from "discord.js";
import type { Command } from "../../src/command.ts";
import { BotError, reasonOf } from "../../src/errors.ts";
import { errors } from "../../src/i18n/discord.ts";
import { restOptions } from "./connect.ts";
import type { DiscordVariables } from "./platform.ts";
import { badToken } from "./refusals.ts";
import { applicationCommands, subcommandsOf } from "./register.ts";

/**
 * @param settings with DISCORD_TOKEN set
 * @param server a guild's id; for all when undefined
 * @returns how many subcommands `/sco` has there now
 * @throws BotError when Discord refuses or cannot be reached
 */
export async function registerNow(
  settings: DiscordVariables,
  commands: readonly Command[],
  server?: string,
): Promise<number> {
  const rest = new REST(restOptions(settings.DISCORD_API_URL)).setToken(settings.DISCORD_TOKEN ?? "");
  const body = applicationCommands(commands);
  try {
    const id = await applicationId(rest);
    await rest.put(server ? Routes.applicationGuildCommands(id, server) : Routes.applicationCommands(id), {
      body,
    });
  } catch (error) {
    throw refusal(error, server);
  }
  return subcommandsOf(body).length;
}

/** Its own address first; a proxy may know only the older ones. A bot's user has its application's id. */
async function applicationId(rest: REST): Promise<string> {
  const get = async (route: `/${string}`) => ((await rest.get(route)) as APIApplication | APIUser).id;
  const older = (route: `/${string}`) => (error: unknown) => {
    if (error instanceof DiscordAPIError && error.status === 404) return get(route);
    throw error;
  };
  return get(Routes.currentApplication())
    .catch(older(Routes.oauth2CurrentApplication()))
    .catch(older(Routes.user()));
}

function refusal(error: unknown, server: string | undefined): BotError {
  if (error instanceof DiscordAPIError && error.status === 401) return badToken();
  if (error instanceof DiscordAPIError && server && [403, 404].includes(error.status))
    return new BotError("not-found", errors.notInServer(server));
  const reason = reasonOf(error);
  return new BotError("unavailable", errors.notTaken(reason));
}
