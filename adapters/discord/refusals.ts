/** What Discord will not change its mind about: a token that it does not know, shards or a version that it does not take. */
import { DiscordAPIError, GatewayCloseCodes } from "discord.js";
import { BotError, reasonOf } from "../../src/errors.ts";
import { errors } from "../../src/i18n/discord.ts";

/** Close codes after which trying again would only use up the logins that Discord allows in a day. */
const FOR_GOOD = {
  badToken: [GatewayCloseCodes.AuthenticationFailed],
  badShards: [GatewayCloseCodes.InvalidShard, GatewayCloseCodes.ShardingRequired],
  badProgram: [
    GatewayCloseCodes.InvalidAPIVersion,
    GatewayCloseCodes.InvalidIntents,
    GatewayCloseCodes.DisallowedIntents,
  ],
} as const satisfies Record<string, readonly GatewayCloseCodes[]>;

/**
 * @param closed the code that Discord closed the connection with
 * @returns a sentence for the one who runs the bot; null for what may pass
 */
export function refusal(error: unknown, closed: number | undefined): BotError | null {
  const is = (codes: readonly number[]) => closed !== undefined && codes.includes(closed);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const unauthorized = error instanceof DiscordAPIError && error.status === 401;
  if (unauthorized || code === "TokenInvalid" || is(FOR_GOOD.badToken)) return badToken();
  if (is(FOR_GOOD.badShards)) return new BotError("bad-input", errors.badShards);
  if (!is(FOR_GOOD.badProgram)) return null;
  const reason = `${closed}: ${reasonOf(error)}`;
  return new BotError("forbidden", errors.badProgram(reason));
}

/** The sentence for a token that Discord does not know; it does not contain the token. */
export function badToken(): BotError {
  return new BotError("forbidden", errors.badToken);
}
